"""Where reports go, and how far each is."""

import datetime as dt
from collections.abc import Mapping
from typing import Protocol

from service.records.deliveries import (
    Alert,
    ChannelRecord,
    Content,
    Delivery,
    DeliveryState,
    Event,
    Handover,
    Message,
    Prepared,
)


class Channels(Protocol):
    """Where events go."""

    def add(self, new: ChannelRecord, *, now: dt.datetime) -> None:
        """Keep a new channel."""

    def find(self, channel_id: str, *, organisation_id: str | None = None) -> ChannelRecord:
        """Return a channel, also one that was removed.

        Raises:
            NotFoundError: when there is none, or not of this organisation.

        """

    def all(self, organisation_id: str | None = None) -> tuple[ChannelRecord, ...]:
        """Return the channels that were not removed, by name."""

    def keep(self, changed: ChannelRecord) -> None:
        """Keep the settings and the state of a channel as they are in this record."""

    def disable(self, channel_id: str, why: str, *, now: dt.datetime) -> None:
        """Disable a channel."""

    def mark_away(
        self, channel_id: str, until: dt.datetime | None, status: str | None = None
    ) -> None:
        """Keep that a receiver was found away, not to be tried before then; None: it is back."""


class Deliveries(Protocol):
    """Events on their way to channels.

    Deliveries of one letter to one channel stand in line: a later one waits for the earlier ones.
    """

    def plan(self, event: Event, *, profile: str, now: dt.datetime) -> tuple[str, ...]:
        """Keep a delivery for each channel that must have the event.

        Return the ids of those to queue; one for a channel that is disabled waits.
        """

    def find(self, delivery_id: str, *, organisation_id: str | None = None) -> Delivery:
        """Return a delivery.

        Raises:
            NotFoundError: when there is none, or not of this organisation.

        """

    def search(
        self,
        *,
        organisation_id: str | None = None,
        channel_id: str | None = None,
        state: DeliveryState | None = None,
        after: int = 0,
        limit: int = 100,
    ) -> tuple[Delivery, ...]:
        """Return deliveries by number, those after this one."""

    def counts(self, channel_id: str) -> Mapping[DeliveryState, int]:
        """Return how many deliveries of a channel are in each state."""

    def line(self, delivery_id: str) -> tuple[Delivery, ...]:
        """Return what waits in line up to this delivery, the first one first.

        Nobody else changes them until the transaction ends. Empty when this one does not wait.
        """

    def following(self, delivery: Delivery) -> Delivery | None:
        """Return the first delivery that waits in line after this one."""

    def claim(
        self, delivery_id: str, *, now: dt.datetime, until: dt.datetime, next_at: dt.datetime
    ) -> None:
        """Count an attempt; nobody else begins before `until`, or `next_at` if nothing is heard."""

    def postpone(self, delivery_id: str, status: str, *, next_at: dt.datetime) -> None:
        """Let go of a delivery until then."""

    def end(
        self, delivery_id: str, state: DeliveryState, status: str | None, *, now: dt.datetime
    ) -> None:
        """Keep how a delivery ended."""

    def revive(self, delivery_id: str, *, now: dt.datetime) -> None:
        """Let a delivery begin again; one that waits only loses its waiting time."""

    def revive_all(self, channel_id: str, state: DeliveryState, *, now: dt.datetime) -> int:
        """Let all deliveries of a channel in this state begin again; return how many."""

    def drop_all(self, channel_id: str) -> int:
        """Let everything that waits for a channel lapse; return how much."""

    def mark_queued(self, delivery_id: str, at: dt.datetime | None) -> None:
        """Keep when the job of a delivery was put in the queue; None when it has none."""

    def overdue(
        self,
        *,
        now: dt.datetime,
        lost_before: dt.datetime,
        limit: int,
        channel_id: str | None = None,
    ) -> tuple[str, ...]:
        """Return deliveries whose turn it is and that have no job.

        A job that was queued before `lost_before` and not begun counts as lost.
        """

    def oldest_due(self, *, now: dt.datetime) -> dt.datetime | None:
        """Return since when the delivery is due that was queued and waits longest, if there is."""


class Alerts(Protocol):
    """What an administrator must know."""

    def add(self, code: str, *, about: str, organisation_id: str | None, now: dt.datetime) -> None:
        """Keep an alert, unless the same one has not been seen yet."""

    def unseen(self, organisation_id: str | None = None) -> tuple[Alert, ...]:
        """Return what nobody has seen yet, the oldest first."""

    def to_tell(self, *, told_before: dt.datetime) -> tuple[Alert, ...]:
        """Return what nobody has seen and nobody was told of since, the oldest first."""

    def mark_told(self, alert_id: int, *, now: dt.datetime) -> None:
        """Keep that the administrators got a message about an alert."""

    def mark_seen(self, alert_id: int, *, now: dt.datetime) -> None:
        """Keep that someone has seen an alert."""


class ReportChannel(Protocol):
    """One opened channel: hands messages over to a receiver."""

    @property
    def content(self) -> Content:
        """What its events carry."""

    def deliver(self, message: Message) -> Handover:
        """Hand over a message; trouble of the receiver is an ending, not an exception."""

    def close(self) -> None:
        """Let go of connections."""


class ChannelKind(Protocol):
    """A kind of channel."""

    @property
    def name(self) -> str:
        """What people call it."""

    def prepare(self, given: Mapping[str, object]) -> Prepared:
        """Check the settings of a new channel and complete them.

        Raises:
            ChannelSettingsError: naming each key that is unknown, missing or wrong.

        """

    def rotate(self, settings: str, *, now: dt.datetime) -> Prepared | None:
        """Give a channel a new secret beside the present one; None when it has no secret."""

    def describe(self, settings: str) -> str:
        """Say where a channel leads, without secrets."""

    def open_channel(self, settings: str) -> ReportChannel:
        """Return a channel with settings that were prepared."""


class OpenChannels(Protocol):
    """The channels that this process has open."""

    def of(self, record: ChannelRecord) -> ReportChannel:
        """Return the channel, opened anew when its settings have changed."""
