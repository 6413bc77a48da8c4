"""Work to do, and what came of it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Work(StrEnum):
    """The kinds of work that are queued; a message carries one of these and an id."""

    READ = "lezen"  # id of a letter
    DELIVER = "bezorgen"  # id of a delivery


class WhyDead(StrEnum):
    """Why work is not tried any more; a person decides what becomes of it."""

    CRASHED = "gecrasht"  # whoever began it did not live to end it, time and again
    FAILED = "mislukt"  # it went wrong, time and again
    AWAY = "onbereikbaar"  # what it needs stayed away
    UNREADABLE = "onleesbaar"  # no version of ours made this message


@dataclass(frozen=True, slots=True)
class DeadJob:
    """Work that is not tried any more."""

    id: str
    work: Work
    about: str
    attempts: int
    why: WhyDead
    queued_at: dt.datetime


@dataclass(frozen=True, slots=True)
class QueueDepth:
    """How much work of one kind there is."""

    work: Work
    waiting: int  # could be begun now
    delayed: int  # tried again later
    running: int
    dead: int
    oldest_s: float  # how long the oldest waiting work could have been begun already


class Jobs(Protocol):
    """Queues work in the same transaction as what the work is about."""

    def put(self, work: Work, about: str, *, after_s: float = 0.0) -> None:
        """Queue work on the thing with this id, not before so many seconds."""

    def put_all(self, work: Work, about: Sequence[str]) -> None:
        """Queue work on each of these things, in this order."""

    def dead(self, work: Work | None = None) -> tuple[DeadJob, ...]:
        """Return the work (of one kind) that is not tried any more, the oldest first."""

    def drop_dead(self, job_id: str) -> DeadJob:
        """Forget work that is not tried any more; return what it was.

        Raises:
            NotFoundError: when there is no dead work with this id.

        """

    def depths(self) -> tuple[QueueDepth, ...]:
        """Return how much there is of every kind of work."""


class Queues(Protocol):
    """The queues of the broker, from outside."""

    def depths(self) -> tuple[QueueDepth, ...]:
        """Return how much there is of every kind of work.

        Raises:
            AwayError: when the broker cannot be reached.

        """
