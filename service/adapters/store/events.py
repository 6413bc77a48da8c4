"""What happened to letters, as a feed with a cursor that only grows."""

import datetime as dt
import uuid

import sqlalchemy as sa

from service.adapters.store.tables import event
from service.records import Event, EventType, LetterRecord

FEED_LOCK = 0x706F7374  # any number that nothing else locks


class SqlEvents:
    """The events in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, letter: LetterRecord, kind: EventType, *, now: dt.datetime) -> Event:
        """Keep that this happened to the letter and its present report.

        The same thing has the same id, however often the work is done again.
        """
        self._take_turn()
        name = f"{letter.id}/{kind}/{letter.report_version}"
        event_id = str(uuid.uuid5(uuid.NAMESPACE_OID, name))
        cursor = self._connection.execute(
            event.insert()
            .values(
                id=event_id,
                organisation_id=letter.organisation_id,
                type=kind,
                letter_id=letter.id,
                report_version=letter.report_version,
                created_at=now,
            )
            .returning(event.c.cursor)
        ).scalar_one()
        return Event(
            cursor=cursor,
            id=event_id,
            organisation_id=letter.organisation_id,
            type=kind,
            letter_id=letter.id,
            report_version=letter.report_version,
            created_at=now,
        )

    def _take_turn(self) -> None:
        """Let cursors become visible in their order: one writer of events at a time.

        SQLite has one writer anyway. In PostgreSQL a higher number may be committed first, and a
        reader of the feed would then never see the lower one.
        """
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(sa.func.pg_advisory_xact_lock(FEED_LOCK).select())
