"""Queueing messages outside the transactions of the store: rows of the table `job`."""

import hashlib
import uuid
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from service.adapters.broker.envelope import about_of
from service.adapters.store.database import Database, insert_once
from service.adapters.store.tables import job
from service.ports.jobs import WhyDead
from service.ports.world import Clock

if TYPE_CHECKING:
    from dramatiq import Message


class Mailbag:
    """Puts messages in the table, each once however often it is tried."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Use this database."""
        self._database = database
        self._clock = clock
        self._put = _put(is_sqlite=database.is_sqlite)  # made once: making it costs the most

    def put(self, message: "Message[None]", *, after_s: float = 0.0) -> None:
        """Queue a message, not before so many seconds; one that is there already is put off."""
        values = self._values(message, after_s=after_s)
        with self._database.working() as connection:
            connection.execute(self._put, values)

    def bury(self, message: "Message[None]", *, why: WhyDead, attempts: int) -> None:
        """Keep a message that is not tried any more until a person decides."""
        values = self._values(message) | {"is_dead": True, "why_dead": why, "attempts": attempts}
        with self._database.working() as connection:
            insert_once(connection, job, **values)

    def bury_bytes(self, body: bytes, *, queue: str) -> None:
        """Keep what was found in a queue and is no message of ours."""
        name = f"{queue} {hashlib.sha256(body).hexdigest()}"
        values = {
            "id": str(uuid.uuid5(uuid.NAMESPACE_OID, name)),
            "queue": queue,
            "about": "",
            "message": body,
            "due": self._clock.now().timestamp(),
            "created_at": self._clock.now(),
        }
        with self._database.working() as connection:
            insert_once(connection, job, **values, is_dead=True, why_dead=WhyDead.UNREADABLE)

    def purge(self, queue: str) -> None:
        """Drop everything of a queue but the dead letters."""
        with self._database.working() as connection:
            connection.execute(job.delete().where(*_live(queue)))

    def count(self, queue: str) -> int:
        """Return how many live messages a queue has."""
        query = sa.select(sa.func.count()).select_from(job).where(*_live(queue))
        with self._database.reading() as connection:
            return connection.execute(query).scalar_one()

    def _values(self, message: "Message[None]", *, after_s: float = 0.0) -> dict[str, object]:
        now = self._clock.now()
        return {
            "id": message.message_id,
            "queue": message.queue_name,
            "about": about_of(message),
            "message": message.encode(),
            "due": now.timestamp() + after_s,
            "created_at": now,
        }


def _put(*, is_sqlite: bool) -> sa.Executable:
    insert = sqlite.insert(job) if is_sqlite else postgresql.insert(job)
    put_off = {"message": insert.excluded.message, "due": insert.excluded.due}
    return insert.on_conflict_do_update(
        index_elements=["id"], set_={**put_off, "owner": None, "lease_until": None}
    )


def _live(queue: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (job.c.queue == queue, job.c.is_dead == sa.false())
