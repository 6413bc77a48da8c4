"""Letters in the store: what came in, what happened to it, what is to be done with it."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from service.records.deliveries import Event, EventType
from service.records.letters import (
    Batch,
    FinishedLetter,
    LetterQuery,
    LetterRecord,
    NewLetter,
    Once,
    Organisation,
    Progress,
    ReceivedFile,
    Refusal,
)
from service.records.work import (
    Correction,
    FollowUpTask,
    KeptConcept,
    SentLetter,
    WorkGroup,
    WorkItem,
    WorkQuery,
)
from validators.assess import Receipt
from validators.report import Report


class Organisations(Protocol):
    """Whose letters are kept here."""

    def add(self, new: Organisation, *, now: dt.datetime) -> None:
        """Keep a new organisation."""

    def all(self) -> tuple[Organisation, ...]:
        """Return every organisation by id."""

    def find(self, organisation_id: str) -> Organisation:
        """Return one organisation.

        Raises:
            NotFoundError: when there is none with this id.

        """

    def set_four_eyes(self, organisation_id: str, *, is_on: bool) -> None:
        """Say whether a jurist looks at letters of the mailroom before they go out."""


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

    def letters(self, batch_id: str) -> tuple[NewLetter, ...]:
        """Return the letters as they came in, in the order in which they were sent."""

    def files(self, batch_id: str) -> tuple[ReceivedFile, ...]:
        """Return the files that came in, in the order in which they were sent.

        Those that were destroyed since are left out.
        """

    def progress(self, batch_id: str) -> Progress:
        """Return how far its letters are."""

    def reports(self, batch_id: str, *, after: int, limit: int) -> tuple[tuple[int, Report], ...]:
        """Return the last report on each letter in the order in which they were made.

        Each comes with its cursor; those up to and including `after` are left out.
        """

    def remember(self, once: Once, batch: Batch) -> bool:
        """Keep which batch a key made; False when the key has made one already."""

    def remembered(self, organisation_id: str, key_hash: str) -> tuple[Once, str] | None:
        """Return what a key was used for and the id of its batch, None when it is new."""


class Letters(Protocol):
    """The letters that came in, their reports and readings."""

    def add(self, batch: Batch, letters: Sequence[NewLetter]) -> None:
        """Keep letters that were received, in this order."""

    def find(self, letter_id: str, *, organisation_id: str | None = None) -> LetterRecord:
        """Return a letter.

        Raises:
            NotFoundError: when there is none, or not of this organisation.

        """

    def hold(self, letter_id: str) -> LetterRecord:
        """Return a letter that nobody else changes until the end of this transaction.

        Raises:
            NotFoundError: when there is none.

        """

    def parts(self, letter_id: str) -> tuple[LetterRecord, ...]:
        """Return the other letters of the same scan, in their order."""

    def list(self, query: LetterQuery) -> tuple[LetterRecord, ...]:
        """Return the letters that are asked for, the newest first."""

    def of_person(self, organisation_id: str, bsn: str) -> tuple[LetterRecord, ...]:
        """Return all letters with this BSN, in the order of arrival."""

    def destroy(self, letter_id: str) -> tuple[str, ...]:
        """Remove a letter with all that was kept of it, and the other letters of its scan.

        Returns the SHA-256 of the file and the message it came in, unless other letters have them.
        """

    def remove_orphans(self, of: Collection[str]) -> frozenset[str]:
        """Forget which of these bytes nobody has any more; return which those were."""

    def orphans(self, of: Collection[str]) -> frozenset[str]:
        """Return which of these bytes no letter has."""

    def claim(self, letter_id: str, *, now: dt.datetime) -> LetterRecord | None:
        """Count that a worker begins; None when the letter is done or is not there any more."""

    def put_back(self, letter_id: str) -> None:
        """Take back that a worker began: it was not the letter that stopped it."""

    def oldest_waiting(self) -> dt.datetime | None:
        """Return when the letter arrived that nobody began with and waits longest, if there is."""

    def stranded(self) -> tuple[LetterRecord, ...]:
        """Return the letters that were put aside for a person, the oldest first."""

    def revive(self, letter_id: str) -> None:
        """Let a letter that was put aside be read again, as if it had just come in."""

    def accept(self, letter_id: str) -> None:
        """Let a letter that was put aside be done, with the report that it has."""

    def finish(
        self,
        letter_id: str,
        finished: Sequence[FinishedLetter],
        *,
        now: dt.datetime,
        is_stranded: bool = False,
    ) -> tuple[LetterRecord, ...]:
        """Keep what became of a file, one letter of it each; part 1 is the letter itself."""

    def change_receipt(self, letter_id: str, receipt: Receipt, profile: str) -> LetterRecord:
        """Keep how and when a letter came in, and by which profile it is judged."""

    def renew(self, letter_id: str, finished: FinishedLetter, *, now: dt.datetime) -> LetterRecord:
        """Keep a new report on a letter that was read before."""

    def report(self, letter_id: str, version: int | None = None) -> Report:
        """Return the report on a letter, the last one by default.

        Raises:
            NotFoundError: when there is none (yet).

        """

    def read_at(self, letter_id: str) -> dt.datetime | None:
        """Return when what is kept of the letter was read; None when nothing is."""

    def reading(self, letter_id: str) -> bytes:
        """Return the packed reading of a letter.

        Raises:
            NotFoundError: when there is none.

        """


class Events(Protocol):
    """What happened to letters, in one order for each organisation."""

    def add(
        self, letter: LetterRecord, kind: EventType, *, now: dt.datetime, about: str = ""
    ) -> Event:
        """Keep that this happened to the letter and its present report.

        `about` tells things apart that can happen more than once to one report.
        """

    def find(self, event_id: str) -> Event:
        """Return an event.

        Raises:
            NotFoundError: when there is none.

        """

    def after(self, organisation_id: str, cursor: int, *, limit: int) -> tuple[Event, ...]:
        """Return what happened after the cursor, at most `limit` events, in their order."""


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
        """Return what was sent because of a letter, recalled or not, in the order of sending."""

    def recall(self, sent_id: str, *, now: dt.datetime, by: str) -> bool:
        """Note that a letter did not go out after all; False when that was noted already."""


class Concepts(Protocol):
    """Letters back that are being written."""

    def add(self, new: KeptConcept) -> None:
        """Keep a new one."""

    def find(self, concept_id: str, *, organisation_id: str) -> KeptConcept:
        """Return one.

        Raises:
            NotFoundError: when there is none, or not of this organisation.

        """

    def live(self, letter_id: str) -> tuple[KeptConcept, ...]:
        """Return those of a letter that somebody still works on, in the order of making."""

    def change(self, changed: KeptConcept) -> bool:
        """Keep a change, with the revision that it had before plus one.

        False when somebody else changed it since then: nothing is kept.
        """


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

    def reopen(self, task_id: str) -> None:
        """Let a day count again."""

    def likely_answers(
        self, to: LetterRecord, *, since: dt.datetime, hashes: Collection[str], limit: int = 5
    ) -> tuple[LetterRecord, ...]:
        """Return the letters that came since then with the same BSN or one of the words."""

    def likely_questions(
        self, to: LetterRecord, *, hashes: Collection[str], limit: int = 5
    ) -> tuple[LetterRecord, ...]:
        """Return the earlier letters that wait, with the same BSN or one of the words."""


class Corrections(Protocol):
    """What people established about letters; undone, never thrown away."""

    def add(self, new: Correction) -> None:
        """Keep what a person established."""

    def of(self, letter_id: str) -> tuple[Correction, ...]:
        """Return everything that was established about a letter, undone or not, oldest first."""

    def undo(self, correction_id: str, *, letter_id: str, now: dt.datetime) -> None:
        """Let something not hold any more.

        Raises:
            NotFoundError: when nothing of that name holds for the letter.

        """


class WorkList(Protocol):
    """What is to be done with letters, the most urgent first."""

    def page(self, query: WorkQuery) -> tuple[WorkItem, ...]:
        """Return one page of the list, in the order in which the work is done."""

    def count(self, query: WorkQuery) -> int:
        """Return how many letters the query finds."""

    def counts(self, organisation_id: str) -> Mapping[WorkGroup, int]:
        """Return how many letters each group has."""

    def hashes(self, words: str) -> tuple[str, ...]:
        """Return the keyed hashes of words that someone looks for."""

    def following(self, after: LetterRecord, group: WorkGroup) -> str | None:
        """Return the letter of the group that comes after this one, else the first of the others.

        None when the group has no other letter.
        """

    def find(self, letter_id: str) -> WorkItem:
        """Return one letter as the list shows it."""

    def handle(self, letter_id: str, *, account_id: str | None, at: dt.datetime | None) -> bool:
        """Note that a person is done with the letter, or (None) that it is open again.

        A letter that waits for an answer stays open, so that somebody looks: then False.
        """
