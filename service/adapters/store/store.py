"""The store: transactions over everything that is kept in the database."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.accounts import SqlAccounts
from service.adapters.store.ahead import SqlAhead
from service.adapters.store.alerts import SqlAlerts
from service.adapters.store.audit import SqlAudit
from service.adapters.store.batches import SqlBatches
from service.adapters.store.channels import SqlChannels
from service.adapters.store.concepts import SqlConcepts
from service.adapters.store.corrections import SqlCorrections
from service.adapters.store.counts import SqlCounts
from service.adapters.store.database import Database
from service.adapters.store.deliveries import SqlDeliveries
from service.adapters.store.destructions import SqlDestructions
from service.adapters.store.dossiers import SqlDossiers
from service.adapters.store.events import SqlEvents
from service.adapters.store.follow_ups import SqlFollowUps
from service.adapters.store.invitations import SqlInvitations
from service.adapters.store.jobs import Envelope, SqlJobs
from service.adapters.store.keys import SqlKeys
from service.adapters.store.ledger import SqlLedger
from service.adapters.store.letters import SqlLetters
from service.adapters.store.mails import SqlMails
from service.adapters.store.organisations import SqlOrganisations
from service.adapters.store.overviews import SqlOverviews
from service.adapters.store.profiles import SqlProfiles
from service.adapters.store.pulses import SqlPulses
from service.adapters.store.retention import SqlRetention
from service.adapters.store.sent_letters import SqlSentLetters
from service.adapters.store.sessions import SqlSessions
from service.adapters.store.turns import SqlTurns
from service.adapters.store.watched import SqlWatched
from service.adapters.store.worklist import SqlWorkList
from service.ports.world import Clock


@dataclass(frozen=True)
class SqlTransaction:
    """One transaction; everything in it happens whole or not at all."""

    connection: sa.Connection
    sealer: Sealer
    envelope: Envelope
    now: dt.datetime
    may_write: bool = True

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
    def concepts(self) -> SqlConcepts:
        """Letters back that are being written."""
        return SqlConcepts(self.connection, self.sealer)

    @cached_property
    def follow_ups(self) -> SqlFollowUps:
        """When to look at them again."""
        return SqlFollowUps(self.connection, self.sealer)

    @cached_property
    def dossiers(self) -> SqlDossiers:
        """Which of them belong together."""
        return SqlDossiers(self.connection, self.sealer)

    @cached_property
    def events(self) -> SqlEvents:
        """What happened to them."""
        return SqlEvents(self.connection)

    @cached_property
    def deliveries(self) -> SqlDeliveries:
        """What is on its way to others."""
        return SqlDeliveries(self.connection)

    @cached_property
    def channels(self) -> SqlChannels:
        """Where it goes."""
        return SqlChannels(self.connection, self.sealer)

    @cached_property
    def alerts(self) -> SqlAlerts:
        """What an administrator must know."""
        return SqlAlerts(self.connection)

    @cached_property
    def ledger(self) -> SqlLedger:
        """The books over all of it."""
        return SqlLedger(self.connection)

    @cached_property
    def pulses(self) -> SqlPulses:
        """How the rounds of the keeper go."""
        return SqlPulses(self.connection)

    @cached_property
    def turns(self) -> SqlTurns:
        """Whose turn it is."""
        return SqlTurns(self.connection)

    @cached_property
    def ahead(self) -> SqlAhead:
        """What a clock wrote down that was ahead."""
        return SqlAhead(self.connection)

    @cached_property
    def watched(self) -> SqlWatched:
        """Files of watched folders."""
        return SqlWatched(self.connection, self.sealer)

    @cached_property
    def mails(self) -> SqlMails:
        """Messages of mailboxes."""
        return SqlMails(self.connection)

    @cached_property
    def corrections(self) -> SqlCorrections:
        """What people established about letters."""
        return SqlCorrections(self.connection, self.sealer)

    @cached_property
    def work_list(self) -> SqlWorkList:
        """What is to be done with letters."""
        return SqlWorkList(self.connection, self.sealer)

    @cached_property
    def jobs(self) -> SqlJobs:
        """Work to do."""
        return SqlJobs(self.connection, self.envelope, self.now)

    @cached_property
    def keys(self) -> SqlKeys:
        """The keys of other systems."""
        return SqlKeys(self.connection)

    @cached_property
    def accounts(self) -> SqlAccounts:
        """The people who work here."""
        return SqlAccounts(self.connection)

    @cached_property
    def sessions(self) -> SqlSessions:
        """Who is logged in."""
        return SqlSessions(self.connection)

    @cached_property
    def invitations(self) -> SqlInvitations:
        """Links to make an account with."""
        return SqlInvitations(self.connection)

    @cached_property
    def audit(self) -> SqlAudit:
        """Who saw, changed, exported and deleted what."""
        return SqlAudit(self.connection, self.sealer, now=self.now, may_write=self.may_write)

    @cached_property
    def overviews(self) -> SqlOverviews:
        """Figures over the letters."""
        return SqlOverviews(self.connection)

    @cached_property
    def profiles(self) -> SqlProfiles:
        """Which texts of profiles are used."""
        return SqlProfiles(self.connection)

    @cached_property
    def retention(self) -> SqlRetention:
        """How long letters are kept."""
        return SqlRetention(self.connection)

    @cached_property
    def destructions(self) -> SqlDestructions:
        """What is destroyed because its term is over."""
        return SqlDestructions(self.connection)

    @cached_property
    def counts(self) -> SqlCounts:
        """How often something was done."""
        return SqlCounts(self.connection)


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
            yield from self._written(connection)

    @contextmanager
    def working(self) -> Iterator[SqlTransaction]:
        """Open a transaction for work that may be repeated."""
        with self.database.working() as connection:
            yield from self._written(connection)

    @contextmanager
    def reading(self) -> Iterator[SqlTransaction]:
        """Open a transaction that only looks."""
        with self.database.reading() as connection:
            yield self._transaction(connection, may_write=False)

    @contextmanager
    def counting(self) -> Iterator[SqlTransaction]:
        """Open a transaction that waits for nobody."""
        with self.database.counting() as connection:
            yield self._transaction(connection, may_write=False)

    def _written(self, connection: sa.Connection) -> Iterator[SqlTransaction]:
        """Give a transaction out, and write down at its end what was done in it."""
        transaction = self._transaction(connection)
        yield transaction
        transaction.audit.write()

    def _transaction(self, connection: sa.Connection, *, may_write: bool = True) -> SqlTransaction:
        now = self._clock.now()
        return SqlTransaction(connection, self._sealer, self._envelope, now, may_write)
