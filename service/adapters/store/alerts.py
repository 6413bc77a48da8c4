"""What an administrator must know, shown until someone has seen it."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import alert
from service.records.deliveries import Alert


class SqlAlerts:
    """The alerts in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, code: str, *, about: str, organisation_id: str | None, now: dt.datetime) -> None:
        """Keep an alert, unless the same one has not been seen yet."""
        same = (
            sa.select(alert.c.id)
            .where(alert.c.code == code, alert.c.about == about)
            .where(alert.c.seen_at.is_(None))
        )
        if self._connection.execute(same.limit(1)).first() is None:
            values = {"code": code, "about": about, "organisation_id": organisation_id}
            self._connection.execute(alert.insert().values(**values, created_at=now))

    def unseen(self, organisation_id: str | None = None) -> tuple[Alert, ...]:
        """Return what nobody has seen yet, the oldest first."""
        query = alert.select().where(alert.c.seen_at.is_(None)).order_by(alert.c.id)
        if organisation_id is not None:
            query = query.where(alert.c.organisation_id == organisation_id)
        return tuple(map(_record, self._connection.execute(query)))

    def to_tell(self, *, told_before: dt.datetime) -> tuple[Alert, ...]:
        """Return what nobody has seen and nobody was told of since, the oldest first."""
        query = (
            alert.select()
            .where(alert.c.seen_at.is_(None))
            .where(sa.or_(alert.c.told_at.is_(None), alert.c.told_at <= told_before))
            .order_by(alert.c.id)
        )
        return tuple(map(_record, self._connection.execute(query)))

    def mark_told(self, alert_id: int, *, now: dt.datetime) -> None:
        """Keep that the administrators got a message about an alert."""
        self._connection.execute(alert.update().where(alert.c.id == alert_id).values(told_at=now))

    def mark_seen(self, alert_id: int, *, now: dt.datetime) -> None:
        """Keep that someone has seen an alert."""
        unseen = alert.update().where(alert.c.id == alert_id, alert.c.seen_at.is_(None))
        self._connection.execute(unseen.values(seen_at=now))


def _record(row: sa.Row[Any]) -> Alert:
    return Alert(row.id, row.organisation_id, row.code, row.about, row.created_at)
