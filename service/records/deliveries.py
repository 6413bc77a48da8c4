"""Events, channels and what is on its way to them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from validators.report import Report


class DeliveryState(StrEnum):
    """How far a report is on its way to one channel."""

    WAITING = "wacht"
    DELIVERED = "bezorgd"
    GIVEN_UP = "opgegeven"  # a person must see to it
    DROPPED = "vervallen"  # the channel is gone or a person said so


class EventType(StrEnum):
    """What can happen to a letter that others are told of."""

    REPORTED = "rapport-opgesteld"  # the first report, or a later one after a correction
    SENT = "brief-verstuurd"  # a letter to the sender, or one that sends theirs on
    RECALLED = "brief-ingetrokken"  # such a letter did not go out after all
    TESTED = "kanaal-getest"  # about no letter: someone tries a channel


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a letter, in the order of the feed."""

    cursor: int
    id: str
    organisation_id: str
    type: EventType
    letter_id: str
    report_version: int
    verdict: str | None
    created_at: dt.datetime


class Content(StrEnum):
    """What an event carries of its report."""

    REFERENCE = "verwijzing"  # where to fetch it
    REPORT = "rapport"  # the report itself


@dataclass(frozen=True, slots=True)
class ChannelRecord:
    """Where reports are delivered; `settings` is JSON that the kind of channel understands."""

    id: str
    organisation_id: str
    kind: str
    name: str
    settings: str
    profiles: tuple[str, ...]
    is_default: bool
    disabled_at: dt.datetime | None = None
    disabled_why: str | None = None
    away_until: dt.datetime | None = None
    away_status: str | None = None
    removed_at: dt.datetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether deliveries go to it now."""
        return self.disabled_at is None and self.removed_at is None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event on its way to one channel."""

    id: str
    number: int
    organisation_id: str
    event_id: str
    letter_id: str
    channel_id: str
    state: DeliveryState
    attempts: int
    next_at: dt.datetime | None
    claimed_until: dt.datetime | None
    tried_at: dt.datetime | None
    last_status: str | None
    created_at: dt.datetime
    delivered_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Message:
    """What a channel is handed: one event with its report, ready to go."""

    id: str  # the same for every attempt
    type: EventType
    body: bytes  # the event as JSON
    letter_id: str
    report: Report
    report_version: int
    sent_at: dt.datetime


class Ending(StrEnum):
    """How handing over a message ended."""

    DELIVERED = "bezorgd"
    LATER = "later"  # this message may be taken another time
    AWAY = "afwezig"  # no message can be taken now
    NEVER = "nooit"  # this message will not be taken
    GONE = "weg"  # nothing will be taken any more


@dataclass(frozen=True, slots=True)
class Handover:
    """How handing over a message ended, with a code of the reason for people."""

    ending: Ending
    status: str
    after_s: float | None = None  # the receiver asks not to come back sooner


@dataclass(frozen=True, slots=True)
class Prepared:
    """Settings of a channel that were checked; `secret` is shown once, to who made them."""

    settings: str
    secret: str | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that an administrator must know, until one has seen it."""

    id: int
    organisation_id: str | None
    code: str
    about: str | None
    created_at: dt.datetime
