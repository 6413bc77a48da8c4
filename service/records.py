"""What the service keeps and passes on: frozen values, nothing that opens or decides anything."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from service.concepts import Concept
from validators.report import Channel, ReceivedSource, Report


class Door(StrEnum):
    """Through which door a batch came in."""

    API = "api"
    PAGE = "pagina"
    FOLDER = "map"
    MAIL = "mail"


class LetterState(StrEnum):
    """How far a letter is."""

    RECEIVED = "ontvangen"
    BUSY = "bezig"
    DONE = "klaar"
    STRANDED = "gestrand"  # reading it broke down time and again: a person decides


class DeliveryState(StrEnum):
    """How far a report is on its way to one channel."""

    WAITING = "wacht"
    DELIVERED = "bezorgd"
    GIVEN_UP = "opgegeven"  # a person must see to it
    DROPPED = "vervallen"  # the channel is gone or a person said so


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose letters they are; nobody of another organisation sees them."""

    id: str
    name: str
    profile: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What came in at one time through one door."""

    id: str
    organisation_id: str
    door: Door
    received_at: dt.datetime
    received_by: str  # id of the key, the account, the folder or the mailbox
    name: str | None = None
    channel_ids: tuple[str, ...] = ()  # where the reports go; none: the default channels


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken in, by code, with the Dutch sentence for the sender."""

    file: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class StoredBlob:
    """Original bytes that are safely kept."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A received file on its way to the store."""

    id: str
    file: str
    blob: StoredBlob
    profile: str
    channel: Channel
    received: dt.date | None = None
    received_source: ReceivedSource | None = None
    postmarked: dt.date | None = None


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """One letter as it is kept; `number` is its place in the order of arrival."""

    id: str
    number: int
    organisation_id: str
    batch_id: str
    first_id: str | None  # of the part 1 that was received, for the other letters of a scan
    part: int
    file: str
    sha256: str
    profile: str
    channel: Channel
    received: dt.date | None
    received_source: ReceivedSource | None
    postmarked: dt.date | None
    arrived_at: dt.datetime
    state: LetterState
    claims: int
    finished_at: dt.datetime | None
    report_version: int
    verdict: str | None
    kind: str | None
    window_verdict: str | None
    last_day: dt.date | None
    urgency: int
    error_code: str | None


@dataclass(frozen=True, slots=True)
class FinishedLetter:
    """What became of one letter of a file: its report, and what was read to judge it again."""

    report: Report
    reading: bytes | None = None  # packed; none when the file could not be read
    urgency: int = 0  # the higher, the sooner a person must see it


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that went out because of a letter that came in, as it was sent."""

    id: str
    organisation_id: str
    letter_id: str
    format: str
    blob: StoredBlob
    concept: Concept
    created_at: dt.datetime
    created_by: str  # id of the account

    @property
    def sent_on(self) -> dt.date:
        """The date that it bears."""
        return self.concept.letter.date


class FollowUpKind(StrEnum):
    """Why somebody must look at a letter again."""

    HERSTEL = "herstel"  # did what was asked for come in?


@dataclass(frozen=True, slots=True)
class FollowUpTask:
    """A day on which somebody must look at a letter again."""

    id: str
    organisation_id: str
    letter_id: str
    sent_letter_id: str | None
    kind: FollowUpKind
    due: dt.date
    created_at: dt.datetime
    created_by: str
    answered: dt.date | None = None  # when what was asked came in
    done_at: dt.datetime | None = None
    done_by: str | None = None


class EventType(StrEnum):
    """What can happen to a letter that others are told of."""

    REPORTED = "rapport-opgesteld"  # the first report, or a later one after a correction


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a letter, in the order of the feed."""

    cursor: int
    id: str
    organisation_id: str
    type: EventType
    letter_id: str
    report_version: int
    created_at: dt.datetime


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
    last_status: str | None
    created_at: dt.datetime
    delivered_at: dt.datetime | None
