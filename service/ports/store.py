"""The store as a whole: transactions and what can be reached in one."""

import datetime as dt
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from service.ports.administration import Destructions, Overviews, Profiles, Retention
from service.ports.ahead import Ahead
from service.ports.audit import Audit
from service.ports.channels import Alerts, Channels, Deliveries
from service.ports.doors import Mails, Watched
from service.ports.dossiers import Dossiers
from service.ports.jobs import Jobs
from service.ports.ledger import Ledger
from service.ports.letters import (
    Batches,
    Concepts,
    Corrections,
    Events,
    FollowUps,
    Letters,
    Organisations,
    SentLetters,
    WorkList,
)
from service.ports.people import Accounts, Counts, Invitations, Keys, Sessions
from service.ports.turns import Turns


class Pulses(Protocol):
    """When each round of the keeper last went well."""

    def beat(self, name: str, *, now: dt.datetime) -> None:
        """Keep that the round went well."""

    def ages(self, *, now: dt.datetime) -> Mapping[str, float]:
        """Return how many seconds ago each round went well."""


class Transaction(Protocol):
    """Everything that is done in it happens whole or not at all."""

    @property
    def organisations(self) -> Organisations:
        """Whose letters they are."""

    @property
    def batches(self) -> Batches:
        """What came in together."""

    @property
    def letters(self) -> Letters:
        """The letters."""

    @property
    def sent_letters(self) -> SentLetters:
        """What went out because of them."""

    @property
    def concepts(self) -> Concepts:
        """Letters back that are being written."""

    @property
    def follow_ups(self) -> FollowUps:
        """When to look at them again."""

    @property
    def dossiers(self) -> Dossiers:
        """Which of them belong together."""

    @property
    def events(self) -> Events:
        """What happened to them."""

    @property
    def deliveries(self) -> Deliveries:
        """What is on its way to others."""

    @property
    def channels(self) -> Channels:
        """Where it goes."""

    @property
    def alerts(self) -> Alerts:
        """What an administrator must know."""

    @property
    def ledger(self) -> Ledger:
        """The books over all of it."""

    @property
    def pulses(self) -> Pulses:
        """How the rounds of the keeper go."""

    @property
    def turns(self) -> Turns:
        """Whose turn it is."""

    @property
    def ahead(self) -> Ahead:
        """What a clock wrote down that was ahead."""

    @property
    def watched(self) -> Watched:
        """Files of watched folders."""

    @property
    def mails(self) -> Mails:
        """Messages of mailboxes."""

    @property
    def corrections(self) -> Corrections:
        """What people established about letters."""

    @property
    def work_list(self) -> WorkList:
        """What is to be done with letters."""

    @property
    def jobs(self) -> Jobs:
        """Work to do."""

    @property
    def keys(self) -> Keys:
        """The keys of other systems."""

    @property
    def accounts(self) -> Accounts:
        """The people who work here."""

    @property
    def sessions(self) -> Sessions:
        """Who is logged in."""

    @property
    def invitations(self) -> Invitations:
        """Links to make an account with."""

    @property
    def audit(self) -> Audit:
        """Who saw, changed, exported and deleted what."""

    @property
    def overviews(self) -> Overviews:
        """Figures over the letters."""

    @property
    def profiles(self) -> Profiles:
        """Which texts of profiles are used."""

    @property
    def retention(self) -> Retention:
        """How long letters are kept."""

    @property
    def destructions(self) -> Destructions:
        """What is destroyed because its term is over."""

    @property
    def counts(self) -> Counts:
        """How often something was done."""


class Store(Protocol):
    """Opens transactions."""

    def accepting(self) -> AbstractContextManager[Transaction]:
        """Open a transaction that is safe against a power cut when it has ended well."""

    def working(self) -> AbstractContextManager[Transaction]:
        """Open a transaction for work that may be repeated."""

    def reading(self) -> AbstractContextManager[Transaction]:
        """Open a transaction that only looks."""

    def counting(self) -> AbstractContextManager[Transaction]:
        """Open a transaction for what may as well not happen: it waits for nobody.

        Raises:
            BusyError: when someone else is writing.

        """
