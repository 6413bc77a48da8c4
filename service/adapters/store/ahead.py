"""What was written down by a clock that was ahead, and would now wait until that time comes.

A clock that jumps forward and back again leaves work, claims and attempts of an hour from now. On
PostgreSQL its clock decides what is ahead: those of the machines may be the ones that are wrong.
"""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import channel, delivery, job
from service.records.deliveries import DeliveryState


class SqlAhead:
    """The times that are ahead, in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def bring_back(self, *, now: dt.datetime, by: dt.timedelta, away: dt.timedelta) -> int:
        """Let what was written down more than `by` from now be as if it was written now.

        No receiver is found away for longer than `away`.
        """
        now = self._now(now)
        return (
            self._work(now, now + by)
            + sum(self._delivery(row, now) for row in self._deliveries(now + by))
            + self._change(
                channel.update()
                .where(channel.c.away_until > now + away + by)
                .values(away_until=None)
            )
        )

    def _now(self, now: dt.datetime) -> dt.datetime:
        if self._connection.dialect.name == "sqlite":
            return now
        found: dt.datetime = self._connection.execute(
            sa.select(sa.func.statement_timestamp())
        ).scalar_one()
        return found

    def _work(self, now: dt.datetime, edge: dt.datetime) -> int:
        live = job.update().where(job.c.is_dead == sa.false())
        queued = live.where(job.c.created_at > edge)
        return self._change(queued.values(due=now.timestamp(), created_at=now))

    def _deliveries(self, edge: dt.datetime) -> list[sa.Row[Any]]:
        query = (
            sa.select(delivery.c.id, delivery.c.created_at, delivery.c.tried_at, delivery.c.next_at)
            .where(delivery.c.state == DeliveryState.WAITING)
            .where(sa.or_(delivery.c.created_at > edge, delivery.c.tried_at > edge))
            .order_by(delivery.c.letter_id, delivery.c.channel_id, delivery.c.number)
            .with_for_update()
        )
        return list(self._connection.execute(query))

    def _delivery(self, row: sa.Row[Any], now: dt.datetime) -> int:
        """Let a delivery wait for as long as it was to wait, counted from now."""
        began = max(filter(None, (row.created_at, row.tried_at)))
        waits = max((row.next_at or began) - began, dt.timedelta())
        return self._change(
            delivery.update()
            .where(delivery.c.id == row.id)
            .values(
                created_at=min(row.created_at, now),
                tried_at=row.tried_at and min(row.tried_at, now),
                next_at=now + waits,
                claimed_until=None,
                queued_at=None,
            )
        )

    def _change(self, statement: sa.Update) -> int:
        return self._connection.execute(statement).rowcount
