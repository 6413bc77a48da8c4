"""Work to do, queued in the same transaction as what it is about."""

import datetime as dt
from collections.abc import Callable

import sqlalchemy as sa

from service.adapters.store.tables import job
from service.ports import Work

# Makes the message of a broker: (work, id of what it is about) -> (message id, bytes).
Envelope = Callable[[Work, str], tuple[str, bytes]]


class SqlJobs:
    """The queue in one transaction."""

    def __init__(self, connection: sa.Connection, envelope: Envelope, now: dt.datetime) -> None:
        """Work in the transaction of this connection; `now` is when it began."""
        self._connection = connection
        self._envelope = envelope
        self._now = now

    def put(self, work: Work, about: str, *, after_s: float = 0.0) -> None:
        """Queue work on the thing with this id, not before so many seconds."""
        message_id, message = self._envelope(work, about)
        self._connection.execute(
            job.insert().values(
                id=message_id,
                queue=work.value,
                message=message,
                due=self._now.timestamp() + after_s,
                created_at=self._now,
            )
        )
