"""Files of this machine, and what reads them in processes of their own."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from extractors.element import ElementId
from extractors.stages import Reached
from service.ports.errors import Trouble
from service.records.fingerprints import Fingerprint
from validators.assess import Receipt
from validators.profile import ProfileFile
from validators.report import Report


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
    today: dt.date | None = None  # when it is not the day on which the run began
    content: bytes | None = None  # of an original that is kept: who reads has no key to the others
    profiles: tuple[ProfileFile, ...] | None = None  # of whose letter it is; None: of the run


@dataclass(frozen=True, slots=True)
class Picture:
    """The place on the page where an element was found, as a PNG."""

    element: ElementId
    page: int
    png: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """The report on one letter, with the pictures and the packed reading if asked for."""

    report: Report
    pictures: tuple[Picture, ...] = ()
    reading: bytes | None = None
    file_pages: int | None = None  # of the whole file, which may hold other letters too
    fingerprint: Fingerprint | None = None  # to see whether the letter came before
    forward_to: str = ""  # how the organisation is called to which the letter is sent on


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the reading of a file ended before its time, and at which limit."""

    reached: Reached | None
    limit: float | None = None  # MB of memory, or seconds: the trouble tells which


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of one assignment: reports, or a trouble with the place in the code."""

    outcomes: tuple[Outcome, ...] = ()
    trouble: Trouble | None = None
    place: str = ""  # type of the error and where it was raised; no text of a letter
    ending: Ending | None = None


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


class Reader(Protocol):
    """Reads one file in a process of its own and survives what it does."""

    def read(self, assignment: Assignment) -> Finished:
        """Return what became of the file; also when its process died or took too long.

        Raises:
            AwayError: when the original cannot be had now.
            StoppedError: when this process is stopping.

        """
