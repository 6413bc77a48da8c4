"""Work to do, queued in the same transaction as what it is about."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import job
from service.ports.errors import NotFoundError
from service.ports.jobs import DeadJob, QueueDepth, WhyDead, Work

# Makes the message of a broker: (work, id of what it is about) -> (message id, bytes).
Envelope = Callable[[Work, str], tuple[str, bytes]]
_INSERT = job.insert()


class SqlJobs:
    """The queue in one transaction."""

    def __init__(self, connection: sa.Connection, envelope: Envelope, now: dt.datetime) -> None:
        """Work in the transaction of this connection; `now` is when it began."""
        self._connection = connection
        self._envelope = envelope
        self._now = now

    def put(self, work: Work, about: str, *, after_s: float = 0.0) -> None:
        """Queue work on the thing with this id, not before so many seconds."""
        self._connection.execute(_INSERT, self._row(work, about, after_s))

    def put_all(self, work: Work, about: Sequence[str]) -> None:
        """Queue work on each of these things, in this order."""
        if about:
            self._connection.execute(_INSERT, [self._row(work, each, 0.0) for each in about])

    def _row(self, work: Work, about: str, after_s: float) -> dict[str, object]:
        message_id, message = self._envelope(work, about)
        return {
            "id": message_id,
            "queue": work.value,
            "about": about,
            "message": message,
            "due": self._now.timestamp() + after_s,
            "created_at": self._now,
        }

    def dead(self, work: Work | None = None) -> tuple[DeadJob, ...]:
        """Return the work (of one kind) that is not tried any more, the oldest first."""
        query = job.select().where(job.c.is_dead == sa.true()).order_by(job.c.number)
        if work is not None:
            query = query.where(job.c.queue == work.value)
        return tuple(_dead_job(row) for row in self._connection.execute(query))

    def drop_dead(self, job_id: str) -> DeadJob:
        """Forget work that is not tried any more; return what it was."""
        row = self._connection.execute(
            job.delete()
            .where(job.c.id == job_id)
            .where(job.c.is_dead == sa.true())
            .returning(*job.c)
        ).one_or_none()
        if row is None:
            raise NotFoundError(job_id)
        return _dead_job(row)

    def depths(self) -> tuple[QueueDepth, ...]:
        """Return how much there is of every kind of work."""
        now = self._now.timestamp()
        is_live = job.c.is_dead == sa.false()
        is_running = sa.and_(is_live, job.c.owner.is_not(None))
        is_idle = sa.and_(is_live, job.c.owner.is_(None))
        rows = self._connection.execute(
            sa.select(
                job.c.queue,
                _count(sa.and_(is_idle, job.c.due <= now)),
                _count(sa.and_(is_idle, job.c.due > now)),
                _count(is_running),
                _count(job.c.is_dead == sa.true()),
                sa.func.min(job.c.due).filter(is_idle),
            ).group_by(job.c.queue)
        )
        counted = {row[0]: row for row in rows}
        return tuple(_depth(work, counted.get(work.value), now) for work in Work)


def _count(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.count().filter(condition)


def _depth(work: Work, row: sa.Row[Any] | None, now: float) -> QueueDepth:
    if row is None:
        return QueueDepth(work, 0, 0, 0, 0, 0.0)
    _, waiting, delayed, running, dead, due = tuple(row)
    oldest_s = max(now - due, 0.0) if due is not None else 0.0
    return QueueDepth(work, waiting, delayed, running, dead, oldest_s)


def _dead_job(row: sa.Row[Any]) -> DeadJob:
    return DeadJob(
        id=row.id,
        work=Work(row.queue),
        about=row.about,
        attempts=row.attempts,
        why=WhyDead(row.why_dead),
        queued_at=row.created_at,
    )
