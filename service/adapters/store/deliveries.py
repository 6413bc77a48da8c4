"""Events on their way to channels.

Deliveries of one letter to one channel stand in line. Whoever looks at a line locks it from its
first delivery on, always in that order: PostgreSQL then lets one worker see what another one
decided, and no two of them wait for each other. SQLite has one writer anyway.
"""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import batch, channel, delivery, letter
from service.ports.errors import NotFoundError
from service.records.deliveries import Delivery, DeliveryState, Event

# Columns that a record takes over without a change.
_AS_THEY_ARE = tuple(field.name for field in dataclasses.fields(Delivery) if field.name != "state")


class SqlDeliveries:
    """The deliveries in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def plan(self, event: Event, *, profile: str, now: dt.datetime) -> tuple[str, ...]:
        """Keep a delivery for each channel that must have the event; return those to queue."""
        ids = []
        for row in self._channels_of(event, profile):
            delivery_id = str(uuid.uuid5(uuid.UUID(event.id), row.id))
            is_open = row.disabled_at is None
            self._connection.execute(
                delivery.insert().values(
                    id=delivery_id,
                    organisation_id=event.organisation_id,
                    event_id=event.id,
                    letter_id=event.letter_id,
                    channel_id=row.id,
                    state=DeliveryState.WAITING,
                    next_at=now,
                    queued_at=now if is_open else None,
                    created_at=now,
                )
            )
            if is_open:
                ids.append(delivery_id)
        return tuple(ids)

    def find(self, delivery_id: str, *, organisation_id: str | None = None) -> Delivery:
        """Return a delivery, as long as it is of this organisation (None: of any)."""
        query = delivery.select().where(delivery.c.id == delivery_id)
        if organisation_id is not None:
            query = query.where(delivery.c.organisation_id == organisation_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError(delivery_id)
        return _record(row)

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
        query = delivery.select().where(delivery.c.number > after)
        wanted = {"organisation_id": organisation_id, "channel_id": channel_id, "state": state}
        for name, value in wanted.items():
            if value is not None:
                query = query.where(delivery.c[name] == value)
        rows = self._connection.execute(query.order_by(delivery.c.number).limit(limit))
        return tuple(_record(row) for row in rows)

    def counts(self, channel_id: str) -> Mapping[DeliveryState, int]:
        """Return how many deliveries of a channel are in each state."""
        rows = self._connection.execute(
            sa.select(delivery.c.state, sa.func.count())
            .where(delivery.c.channel_id == channel_id)
            .group_by(delivery.c.state)
        )
        return {DeliveryState(state): number for state, number in rows}

    def line(self, delivery_id: str) -> tuple[Delivery, ...]:
        """Return what waits in line up to this delivery, the first one first, and lock it."""
        rows = self._connection.execute(_LINE, {"delivery_id": delivery_id})
        line = tuple(_record(row) for row in rows)
        return line if line and line[-1].id == delivery_id else ()

    def following(self, first: Delivery) -> Delivery | None:
        """Return the first delivery that waits in line after this one."""
        place = {
            "letter_id": first.letter_id,
            "channel_id": first.channel_id,
            "number": first.number,
        }
        row = self._connection.execute(_FOLLOWING, place).one_or_none()
        return None if row is None else _record(row)

    def claim(
        self, delivery_id: str, *, now: dt.datetime, until: dt.datetime, next_at: dt.datetime
    ) -> None:
        """Count an attempt; nobody else begins before `until`, or `next_at` if nothing is heard.

        Counted before the attempt, so that one that kills its worker cannot do so for ever.
        """
        self._update(
            delivery_id,
            attempts=delivery.c.attempts + 1,
            claimed_until=until,
            next_at=next_at,
            queued_at=None,
            tried_at=now,
        )

    def postpone(self, delivery_id: str, status: str, *, next_at: dt.datetime) -> None:
        """Let go of a delivery until then."""
        self._update(delivery_id, claimed_until=None, next_at=next_at, last_status=status)

    def end(
        self, delivery_id: str, state: DeliveryState, status: str | None, *, now: dt.datetime
    ) -> None:
        """Keep how a delivery ended."""
        self._update(
            delivery_id,
            **_BEGUN,
            state=state,
            next_at=None,
            last_status=status,
            delivered_at=now if state is DeliveryState.DELIVERED else None,
        )

    def revive(self, delivery_id: str, *, now: dt.datetime) -> None:
        """Let a delivery begin again; one that waits only loses its waiting time."""
        waits = delivery.c.state == DeliveryState.WAITING
        ids = delivery.c.id == delivery_id
        self._connection.execute(delivery.update().where(ids, waits).values(next_at=now))
        self._connection.execute(delivery.update().where(ids, ~waits).values(_anew(now)))

    def revive_all(self, channel_id: str, state: DeliveryState, *, now: dt.datetime) -> int:
        """Let all deliveries of a channel in this state begin again; return how many."""
        all_of_it = delivery.update().where(delivery.c.channel_id == channel_id)
        done = self._connection.execute(
            all_of_it.where(delivery.c.state == state).values(_anew(now))
        )
        return done.rowcount

    def drop_all(self, channel_id: str) -> int:
        """Let everything that waits for a channel lapse; return how much."""
        waiting = (
            delivery.update()
            .where(delivery.c.channel_id == channel_id)
            .where(delivery.c.state == DeliveryState.WAITING)
        )
        dropped = {**_BEGUN, "state": DeliveryState.DROPPED, "next_at": None}
        return self._connection.execute(waiting.values(dropped)).rowcount

    def mark_queued(self, delivery_id: str, at: dt.datetime | None) -> None:
        """Keep when the job of a delivery was put in the queue; None when it has none."""
        self._update(delivery_id, queued_at=at)

    def overdue(
        self,
        *,
        now: dt.datetime,
        lost_before: dt.datetime,
        limit: int,
        channel_id: str | None = None,
    ) -> tuple[str, ...]:
        """Return deliveries whose turn it is and that have no job."""
        earlier = delivery.alias("earlier")
        is_first = ~sa.exists().where(
            _same_line(earlier),
            earlier.c.number < delivery.c.number,
            earlier.c.state == DeliveryState.WAITING,
        )
        query = (
            sa.select(delivery.c.id)
            .join(channel, channel.c.id == delivery.c.channel_id)
            .where(channel.c.disabled_at.is_(None), channel.c.removed_at.is_(None))
            .where(delivery.c.state == DeliveryState.WAITING, delivery.c.next_at <= now)
            .where(_is_null_or(delivery.c.claimed_until <= now, delivery.c.claimed_until))
            .where(_is_null_or(delivery.c.queued_at <= lost_before, delivery.c.queued_at))
            .where(is_first)
        )
        if channel_id is not None:
            query = query.where(delivery.c.channel_id == channel_id)
        return tuple(
            self._connection.execute(query.order_by(delivery.c.number).limit(limit)).scalars()
        )

    def oldest_due(self, *, now: dt.datetime) -> dt.datetime | None:
        """Return since when the delivery is due that was queued and waits longest, if there is."""
        due = (delivery.c.state == DeliveryState.WAITING, delivery.c.next_at <= now)
        queued = delivery.c.queued_at.is_not(None)
        return self._connection.execute(
            sa.select(sa.func.min(delivery.c.next_at)).where(*due, queued)
        ).scalar()

    def _update(self, delivery_id: str, **values: object) -> None:
        self._connection.execute(
            delivery.update().where(delivery.c.id == delivery_id).values(values)
        )

    def _channels_of(self, event: Event, profile: str) -> tuple[sa.Row[Any], ...]:
        """Return the channels that the batch names, or else the default ones for the profile."""
        named = self._connection.execute(
            sa.select(batch.c.channel_ids)
            .join(letter, letter.c.batch_id == batch.c.id)
            .where(letter.c.id == event.letter_id)
        ).scalar_one()
        rows = self._connection.execute(
            channel.select()
            .where(channel.c.organisation_id == event.organisation_id)
            .where(channel.c.removed_at.is_(None))
            .order_by(channel.c.id)
        ).all()
        if named:
            return tuple(row for row in rows if row.id in named.split())
        return tuple(
            row
            for row in rows
            if row.is_default and (not row.profiles or profile in row.profiles.split())
        )


def _same_line(other: sa.FromClause) -> sa.ColumnElement[bool]:
    return sa.and_(
        other.c.letter_id == delivery.c.letter_id, other.c.channel_id == delivery.c.channel_id
    )


_asked = delivery.alias("asked")
# Asked for every attempt; to write these down anew takes longer than to ask them.
_LINE = (
    delivery.select()
    .join(_asked, _same_line(_asked))
    .where(_asked.c.id == sa.bindparam("delivery_id"))
    .where(delivery.c.number <= _asked.c.number)
    .where(delivery.c.state == DeliveryState.WAITING)
    .order_by(delivery.c.number)
    .with_for_update(of=delivery)
)
_FOLLOWING = (
    delivery.select()
    .where(delivery.c.letter_id == sa.bindparam("letter_id"))
    .where(delivery.c.channel_id == sa.bindparam("channel_id"))
    .where(delivery.c.number > sa.bindparam("number"))
    .where(delivery.c.state == DeliveryState.WAITING)
    .order_by(delivery.c.number)
    .limit(1)
)
_BEGUN: dict[str, object] = {"claimed_until": None, "queued_at": None}


def _anew(now: dt.datetime) -> dict[str, object]:
    """Return the columns of a delivery that begins again."""
    return {
        "state": DeliveryState.WAITING,
        "attempts": 0,
        "next_at": now,
        "queued_at": None,
        "delivered_at": None,
    }


def _is_null_or(
    condition: sa.ColumnElement[bool], column: sa.ColumnElement[Any]
) -> sa.ColumnElement[bool]:
    return sa.or_(column.is_(None), condition)


def _record(row: sa.Row[Any]) -> Delivery:
    same = {name: row._mapping[name] for name in _AS_THEY_ARE}  # noqa: SLF001 - is public
    return Delivery(**same, state=DeliveryState(row.state))
