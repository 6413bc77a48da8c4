"""What the use cases ask of the world, and the values that pass between the two.

Protocols and frozen values only: nothing here opens, starts or prints anything.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, Protocol

from extractors.element import ElementId
from service.concepts import LetterText
from service.records import (
    Batch,
    Event,
    EventType,
    FinishedLetter,
    FollowUpTask,
    LetterRecord,
    NewLetter,
    Organisation,
    Refusal,
    SentLetter,
    StoredBlob,
)
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


class TooManyBytesError(Exception):
    """Something sent that is larger than may be."""

    def __init__(self, max_bytes: int) -> None:
        """Keep the limit, for the sentence to the sender."""
        super().__init__(f"more than {max_bytes} bytes")
        self.max_bytes = max_bytes


class NotFoundError(Exception):
    """Something that does not exist, or not for who asks."""


class UndrawableError(Exception):
    """Characters that a format of letters cannot print."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        """Keep the characters, for the sentence to who writes the letter."""
        super().__init__(f"{len(characters)} characters cannot be printed")
        self.characters = characters


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


class LetterRenderer(Protocol):
    """Writes a letter to a citizen in one format."""

    def __call__(self, letter: LetterText, /) -> bytes:
        """Return the letter; the same letter gives the same bytes.

        Raises:
            UndrawableError: when it has characters that the format cannot print.

        """


class Blobs(Protocol):
    """Keeps original bytes under the SHA-256 of what was received."""

    def put(self, source: BinaryIO, *, max_bytes: int) -> StoredBlob:
        """Keep everything that can be read; it is safe when this returns.

        Raises:
            TooManyBytesError: when there is more than `max_bytes`; nothing is kept.

        """

    def read(self, sha256: str) -> bytes:
        """Return a whole blob."""

    def stream(self, sha256: str) -> Iterator[bytes]:
        """Return a blob in pieces."""

    def has(self, sha256: str) -> bool:
        """Tell whether the blob is there."""

    def delete(self, sha256: str) -> None:
        """Remove a blob; one that is not there is no error."""

    def all(self) -> Iterator[str]:
        """Return the SHA-256 of every blob."""


class Work(StrEnum):
    """The kinds of work that are queued; a message carries one of these and an id."""

    READ = "lezen"  # id of a letter
    DELIVER = "bezorgen"  # id of a delivery


class Jobs(Protocol):
    """Queues work in the same transaction as what the work is about."""

    def put(self, work: Work, about: str, *, after_s: float = 0.0) -> None:
        """Queue work on the thing with this id, not before so many seconds."""


class Organisations(Protocol):
    """Whose letters are kept here."""

    def find(self, organisation_id: str) -> Organisation:
        """Return one organisation.

        Raises:
            NotFoundError: when there is none with this id.

        """


class Batches(Protocol):
    """What came in together."""

    def add(self, batch: Batch, refusals: Sequence[Refusal]) -> None:
        """Keep a batch with the files that were refused."""

    def find(self, batch_id: str, *, organisation_id: str | None = None) -> Batch:
        """Return a batch.

        Raises:
            NotFoundError: when there is none, or not of this organisation.

        """

    def refusals(self, batch_id: str) -> tuple[Refusal, ...]:
        """Return the refused files in the order in which they were sent."""


class Letters(Protocol):
    """The letters that came in, their reports and readings."""

    def add(self, batch: Batch, letters: Sequence[NewLetter]) -> None:
        """Keep letters that were received, in this order."""

    def find(self, letter_id: str, *, organisation_id: str | None = None) -> LetterRecord:
        """Return a letter.

        Raises:
            NotFoundError: when there is none, or not of this organisation.

        """

    def parts(self, letter_id: str) -> tuple[LetterRecord, ...]:
        """Return the other letters of the same scan, in their order."""

    def claim(self, letter_id: str, *, now: dt.datetime) -> LetterRecord | None:
        """Count that a worker begins; None when the letter is done or is not there any more."""

    def finish(
        self,
        letter_id: str,
        finished: Sequence[FinishedLetter],
        *,
        now: dt.datetime,
        is_stranded: bool = False,
    ) -> tuple[LetterRecord, ...]:
        """Keep what became of a file, one letter of it each; part 1 is the letter itself."""

    def report(self, letter_id: str, version: int | None = None) -> Report:
        """Return the report on a letter, the last one by default.

        Raises:
            NotFoundError: when there is none (yet).

        """

    def reading(self, letter_id: str) -> bytes:
        """Return the packed reading of a letter.

        Raises:
            NotFoundError: when there is none.

        """


class Events(Protocol):
    """What happened to letters, in one order for each organisation."""

    def add(self, letter: LetterRecord, kind: EventType, *, now: dt.datetime) -> Event:
        """Keep that this happened to the letter and its present report."""


class Deliveries(Protocol):
    """Events on their way to channels."""

    def plan(self, event: Event, *, profile: str, now: dt.datetime) -> tuple[str, ...]:
        """Keep a delivery for each channel that must have the event; return their ids."""


class SentLetters(Protocol):
    """Letters that went out because of letters that came in."""

    def add(self, sent: SentLetter) -> bool:
        """Keep a letter as it was sent; False when it is there already."""

    def find(self, sent_id: str, *, organisation_id: str | None = None) -> SentLetter:
        """Return a sent letter.

        Raises:
            NotFoundError: when there is none, or not of this organisation.

        """

    def about(self, letter_id: str) -> tuple[SentLetter, ...]:
        """Return what was sent because of a letter, in the order of sending."""


class FollowUps(Protocol):
    """Days on which somebody must look at a letter again."""

    def add(self, task: FollowUpTask) -> None:
        """Keep a day."""

    def find(self, task_id: str, *, organisation_id: str | None = None) -> FollowUpTask:
        """Return one.

        Raises:
            NotFoundError: when there is none, or not of this organisation.

        """

    def about(self, letter_id: str) -> tuple[FollowUpTask, ...]:
        """Return those of a letter, done or not, in the order in which they were made."""

    def waiting(
        self, organisation_id: str, *, until: dt.date | None = None, limit: int = 1000
    ) -> tuple[FollowUpTask, ...]:
        """Return those that are not done, the earliest day first."""

    def finish(
        self, task_id: str, *, now: dt.datetime, by: str, answered: dt.date | None = None
    ) -> None:
        """Say that somebody looked, and when what was asked came in; done once is done."""


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
    def follow_ups(self) -> FollowUps:
        """When to look at them again."""

    @property
    def events(self) -> Events:
        """What happened to them."""

    @property
    def deliveries(self) -> Deliveries:
        """What is on its way to others."""

    @property
    def jobs(self) -> Jobs:
        """Work to do."""


class Store(Protocol):
    """Opens transactions."""

    def accepting(self) -> AbstractContextManager[Transaction]:
        """Open a transaction that is safe against a power cut when it has ended well."""

    def working(self) -> AbstractContextManager[Transaction]:
        """Open a transaction for work that may be repeated."""

    def reading(self) -> AbstractContextManager[Transaction]:
        """Open a transaction that only looks."""


class Reader(Protocol):
    """Reads one file in a process of its own and survives what it does."""

    def read(self, assignment: Assignment) -> Finished:
        """Return what became of the file; also when its process died or took too long."""
