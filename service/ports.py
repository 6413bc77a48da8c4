"""What the use cases ask of the world, and the values that pass between the two.

Protocols and frozen values only: nothing here opens, starts or prints anything.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from extractors.element import ElementId
from validators.assess import Receipt
from validators.feiten import Facts, FollowUp
from validators.oordeel import Judgement
from validators.report import Report
from validators.stappen import Step
from validators.termijn import Arrival, Trigger


class Trouble(StrEnum):
    """Why a file did not come to reading, or did not come out of it."""

    GEEN_LEESRECHT = "geen_leesrecht"
    VERDWENEN = "verdwenen"
    GEEN_BESTAND = "geen_bestand"  # a device, a pipe, a socket
    SYMLINK_LUS = "symlink_lus"
    LEGE_MAP = "lege_map"
    LEESFOUT = "leesfout"  # the disk or the network share gave an error
    TIJD_OP = "tijd_op"
    GEHEUGEN_OP = "geheugen_op"
    GECRASHT = "gecrasht"


class TroubleError(Exception):
    """A file that the machine does not hand over, by code."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep the code; the Dutch sentence comes from texts."""
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a walk came across: a letter to be, or why it cannot be one."""

    path: str  # as the operating system knows it
    name: str  # below the folder that was given, with "/"
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a walk of one folder came across."""

    found: tuple[Found, ...]
    manifests: tuple[Found, ...] = ()  # manifest.csv of the folder and of folders below it
    skipped: tuple[str, ...] = ()  # names of data files beside the letters


@dataclass(frozen=True, slots=True)
class Assignment:
    """One file to do, with all that is known about it before it is opened."""

    path: str
    file: str  # document.file of the report
    receipt: Receipt
    profile: str | None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """The place on the page where an element was found, as a PNG."""

    element: ElementId
    page: int
    png: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """The report on one letter, with the pictures that were asked for."""

    report: Report
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of one assignment: reports, or a trouble with the place in the code."""

    outcomes: tuple[Outcome, ...] = ()
    trouble: Trouble | None = None
    place: str = ""  # type of the error and where it was raised; no text of a letter


@dataclass(frozen=True, slots=True)
class TermijnQuestion:
    """What is known: the days of the decision, of the letter and of its handling.

    Of `facts` only what a person gave; receipt and the last day of the term are filled in.
    """

    facts: Facts
    triggers: tuple[Trigger, ...]
    arrival: Arrival
    today: dt.date
    case_name: str = ""  # tells the appointments of one case from those of another


@dataclass(frozen=True, slots=True)
class TermijnAnswer:
    """The verdict with its reasoning, what is odd, and every day that follows."""

    question: TermijnQuestion
    judgement: Judgement
    explanation: str
    next_step: str
    remarks: tuple[Step, ...]
    follow_ups: tuple[FollowUp, ...]

    @property
    def has_days(self) -> bool:
        """Tell whether there is any day to put in a calendar."""
        return self.judgement.term is not None or bool(self.follow_ups)


class Clock(Protocol):
    """Tells the day and the time."""

    def today(self) -> dt.date:
        """Return the date in the Netherlands."""

    def now(self) -> dt.datetime:
        """Return the time, aware, in UTC."""


class Files(Protocol):
    """The files of this machine."""

    def exists(self, path: str) -> bool:
        """Tell whether there is anything by that name, a dangling link included."""

    def is_folder(self, path: str) -> bool:
        """Tell whether the path is a folder that can be walked."""

    def walk(self, path: str) -> Listing:
        """Return everything below a folder, hidden files left out."""

    def read_text(self, path: str) -> str:
        """Return a text file of a person or a spreadsheet, whatever its encoding."""


class Pool(Protocol):
    """Does assignments beside each other and survives what one of them does."""

    def run(self, assignments: Iterable[Assignment]) -> Iterator[tuple[Assignment, Finished]]:
        """Yield what became of each assignment, in the order given."""

    def rescue(self) -> Iterator[tuple[Assignment, Finished]]:
        """Yield what was finished but not yet yielded when `run` was interrupted."""


class Rendering(Protocol):
    """One output being written."""

    def add(self, outcome: Outcome) -> None:
        """Write one report."""

    def finish(self) -> None:
        """Write what comes after the last report."""
