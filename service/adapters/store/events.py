"""What happened to letters, as a feed with a cursor that only grows."""

import datetime as dt
import uuid
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import event
from service.ports.errors import NotFoundError
from service.records.deliveries import Event, EventType
from service.records.letters import LetterRecord

FEED_LOCK = 0x706F7374  # any number that nothing else locks


class SqlEvents:
    """The events in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(
        self, letter: LetterRecord, kind: EventType, *, now: dt.datetime, about: str = ""
    ) -> Event:
        """Keep that this happened to the letter and its present report.

        The same thing has the same id, however often the work is done again; `about` tells things
        apart that can happen more than once to one report.
        """
        self._take_turn()
        name = f"{letter.id}/{kind}/{letter.report_version}" + (f"/{about}" if about else "")
        event_id = str(uuid.uuid5(uuid.NAMESPACE_OID, name))
        row = self._connection.execute(
            event.insert()
            .values(
                id=event_id,
                organisation_id=letter.organisation_id,
                type=kind,
                letter_id=letter.id,
                report_version=letter.report_version,
                verdict=letter.verdict,
                created_at=now,
            )
            .returning(event)
        ).one()
        return _record(row)

    def find(self, event_id: str) -> Event:
        """Return an event."""
        row = self._connection.execute(event.select().where(event.c.id == event_id)).one_or_none()
        if row is None:
            raise NotFoundError(event_id)
        return _record(row)

    def after(self, organisation_id: str, cursor: int, *, limit: int) -> tuple[Event, ...]:
        """Return what happened after the cursor, at most `limit` events, in their order."""
        rows = self._connection.execute(
            event.select()
            .where(event.c.organisation_id == organisation_id, event.c.cursor > cursor)
            .order_by(event.c.cursor)
            .limit(limit)
        )
        return tuple(_record(row) for row in rows)

    def _take_turn(self) -> None:
        """Let cursors become visible in their order: one writer of events at a time.

        SQLite has one writer anyway. In PostgreSQL a higher number may be committed first, and a
        reader of the feed would then never see the lower one.
        """
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(sa.func.pg_advisory_xact_lock(FEED_LOCK).select())


def _record(row: sa.Row[Any]) -> Event:
    return Event(
        cursor=row.cursor,
        id=row.id,
        organisation_id=row.organisation_id,
        type=EventType(row.type),
        letter_id=row.letter_id,
        report_version=row.report_version,
        verdict=row.verdict,
        created_at=row.created_at,
    )
