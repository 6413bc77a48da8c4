"""The store: transactions over everything that is kept in the database."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.batches import SqlBatches
from service.adapters.store.database import Database
from service.adapters.store.deliveries import SqlDeliveries
from service.adapters.store.events import SqlEvents
from service.adapters.store.follow_ups import SqlFollowUps
from service.adapters.store.jobs import Envelope, SqlJobs
from service.adapters.store.letters import SqlLetters
from service.adapters.store.organisations import SqlOrganisations
from service.adapters.store.sent_letters import SqlSentLetters
from service.ports import Clock


@dataclass(frozen=True)
class SqlTransaction:
    """One transaction; everything in it happens whole or not at all."""

    connection: sa.Connection
    sealer: Sealer
    envelope: Envelope
    now: dt.datetime

    @cached_property
    def organisations(self) -> SqlOrganisations:
        """Whose letters they are."""
        return SqlOrganisations(self.connection)

    @cached_property
    def batches(self) -> SqlBatches:
        """What came in together."""
        return SqlBatches(self.connection, self.sealer)

    @cached_property
    def letters(self) -> SqlLetters:
        """The letters."""
        return SqlLetters(self.connection, self.sealer)

    @cached_property
    def sent_letters(self) -> SqlSentLetters:
        """What went out because of them."""
        return SqlSentLetters(self.connection, self.sealer)

    @cached_property
    def follow_ups(self) -> SqlFollowUps:
        """When to look at them again."""
        return SqlFollowUps(self.connection)

    @cached_property
    def events(self) -> SqlEvents:
        """What happened to them."""
        return SqlEvents(self.connection)

    @cached_property
    def deliveries(self) -> SqlDeliveries:
        """What is on its way to others."""
        return SqlDeliveries(self.connection)

    @cached_property
    def jobs(self) -> SqlJobs:
        """Work to do."""
        return SqlJobs(self.connection, self.envelope, self.now)


class SqlStore:
    """A store over one database."""

    def __init__(
        self, database: Database, *, sealer: Sealer, envelope: Envelope, clock: Clock
    ) -> None:
        """Use a database that has the present tables (see `migrate`)."""
        self.database = database
        self._sealer = sealer
        self._envelope = envelope
        self._clock = clock

    @contextmanager
    def accepting(self) -> Iterator[SqlTransaction]:
        """Open a transaction that is safe against a power cut when it has ended well."""
        with self.database.accepting() as connection:
            yield self._transaction(connection)

    @contextmanager
    def working(self) -> Iterator[SqlTransaction]:
        """Open a transaction for work that may be repeated."""
        with self.database.working() as connection:
            yield self._transaction(connection)

    @contextmanager
    def reading(self) -> Iterator[SqlTransaction]:
        """Open a transaction that only looks."""
        with self.database.reading() as connection:
            yield self._transaction(connection)

    def _transaction(self, connection: sa.Connection) -> SqlTransaction:
        return SqlTransaction(connection, self._sealer, self._envelope, self._clock.now())
