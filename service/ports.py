"""What the use cases ask of the world, and the values that pass between the two.

Protocols and frozen values only: nothing here opens, starts or prints anything.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, Protocol

from extractors.element import ElementId
from service.records import (
    Account,
    Alert,
    ApiKey,
    Batch,
    ChannelRecord,
    Content,
    Delivery,
    DeliveryState,
    Event,
    EventType,
    FinishedLetter,
    Handover,
    Invitation,
    LetterQuery,
    LetterRecord,
    Message,
    NewLetter,
    Once,
    Organisation,
    Prepared,
    Progress,
    Refusal,
    Role,
    Session,
    StoredBlob,
    TakenMail,
    WatchedFile,
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
    KOPPELING = "koppeling"
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


class ReusedKeyError(Exception):
    """An idempotency key that came with other content before."""


class DamagedMessageError(Exception):
    """A file that begins as a message but cannot be read as one."""


class PassingError(Exception):
    """Work that could not be done now, through no fault of what it is about."""


class AwayError(PassingError):
    """The database, the kept originals or another machine is away; it may well come back."""


class BusyError(PassingError):
    """Someone else is at it: in a moment it may be done."""


class FullError(PassingError, OSError):
    """There is no room left to keep anything: nothing was changed."""


class StoppedError(PassingError):
    """This process is stopping; another one will do the work."""


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


@dataclass(frozen=True, slots=True)
class Draft:
    """Bytes that were written down but are not kept yet: nobody else can see them."""

    stored: StoredBlob
    place: str


class Blobs(Protocol):
    """Keeps original bytes under the SHA-256 of what was received."""

    def draft(self, source: BinaryIO, *, max_bytes: int) -> Draft:
        """Write down everything that can be read.

        Raises:
            TooManyBytesError: when there is more than `max_bytes`; nothing is left behind.

        """

    def keep(self, drafts: Sequence[Draft]) -> None:
        """Keep drafts; all of them are safe when this returns."""

    def discard(self, drafts: Sequence[Draft]) -> None:
        """Throw away drafts; one that was kept or is gone is no error."""

    def put(self, source: BinaryIO, *, max_bytes: int) -> StoredBlob:
        """Keep everything that can be read; it is safe when this returns.

        Raises:
            TooManyBytesError: when there is more than `max_bytes`; nothing is kept.
            OSError: when what it is kept on is full, away or fails; nothing is kept.

        """

    def read(self, sha256: str) -> bytes:
        """Return a whole blob.

        Raises:
            FileNotFoundError: when it is not there; another OSError when it may come back.

        """

    def stream(self, sha256: str) -> Iterator[bytes]:
        """Return a blob in pieces."""

    def export(self, sha256: str) -> Iterator[bytes]:
        """Return a blob as it is kept, encrypted, in pieces."""

    def restore(self, sha256: str, pieces: Iterable[bytes]) -> None:
        """Keep a blob that was exported."""

    def has(self, sha256: str) -> bool:
        """Tell whether the blob is there."""

    def missing(self, wanted: Collection[str]) -> frozenset[str]:
        """Return which of these blobs are not there."""

    def delete(self, sha256: str) -> None:
        """Remove a blob; one that is not there is no error."""

    def all(self) -> Iterator[str]:
        """Return the SHA-256 of every blob."""

    def sweep(self, *, older_than: dt.datetime) -> Iterator[str]:
        """Throw away drafts that were left behind; return the SHA-256 of every older blob."""

    def probe(self) -> None:
        """See whether something can be kept now.

        Raises:
            OSError: when it cannot.

        """


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

    def dead(self, work: Work | None = None) -> tuple[DeadJob, ...]:
        """Return the work (of one kind) that is not tried any more, the oldest first."""

    def drop_dead(self, job_id: str) -> DeadJob:
        """Forget work that is not tried any more; return what it was.

        Raises:
            NotFoundError: when there is no dead work with this id.

        """

    def depths(self) -> tuple[QueueDepth, ...]:
        """Return how much there is of every kind of work."""


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

    def destroy(self, letter_id: str) -> tuple[str, ...]:
        """Remove a letter with all that was kept of it, and the other letters of its scan.

        Returns the SHA-256 of the file and the message it came in, unless other letters have them.
        """

    def orphans(self, of: Collection[str]) -> frozenset[str]:
        """Return which of these bytes no letter has."""

    def claim(self, letter_id: str, *, now: dt.datetime) -> LetterRecord | None:
        """Count that a worker begins; None when the letter is done or is not there any more."""

    def put_back(self, letter_id: str) -> None:
        """Take back that a worker began: it was not the letter that stopped it."""

    def stranded(self) -> tuple[LetterRecord, ...]:
        """Return the letters that were put aside for a person, the oldest first."""

    def revive(self, letter_id: str) -> None:
        """Let a letter that was put aside be read again, as if it had just come in."""

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

    def find(self, event_id: str) -> Event:
        """Return an event.

        Raises:
            NotFoundError: when there is none.

        """

    def after(self, organisation_id: str, cursor: int, *, limit: int) -> tuple[Event, ...]:
        """Return what happened after the cursor, at most `limit` events, in their order."""


class Channels(Protocol):
    """Where events go."""

    def add(self, new: ChannelRecord, *, now: dt.datetime) -> None:
        """Keep a new channel."""

    def find(self, channel_id: str, *, organisation_id: str | None = None) -> ChannelRecord:
        """Return a channel, also one that was removed.

        Raises:
            NotFoundError: when there is none, or not of this organisation.

        """

    def all(self, organisation_id: str | None = None) -> tuple[ChannelRecord, ...]:
        """Return the channels that were not removed, by name."""

    def keep(self, changed: ChannelRecord) -> None:
        """Keep the settings and the state of a channel as they are in this record."""

    def disable(self, channel_id: str, why: str, *, now: dt.datetime) -> None:
        """Disable a channel."""

    def mark_away(
        self, channel_id: str, until: dt.datetime | None, status: str | None = None
    ) -> None:
        """Keep that a receiver was found away, not to be tried before then; None: it is back."""


class Deliveries(Protocol):
    """Events on their way to channels.

    Deliveries of one letter to one channel stand in line: a later one waits for the earlier ones.
    """

    def plan(self, event: Event, *, profile: str, now: dt.datetime) -> tuple[str, ...]:
        """Keep a delivery for each channel that must have the event.

        Return the ids of those to queue; one for a channel that is disabled waits.
        """

    def find(self, delivery_id: str, *, organisation_id: str | None = None) -> Delivery:
        """Return a delivery.

        Raises:
            NotFoundError: when there is none, or not of this organisation.

        """

    def search(
        self,
        *,
        organisation_id: str | None = None,
        channel_id: str | None = None,
        state: DeliveryState | None = None,
        after: int = 0,
        limit: int = 100,
    ) -> tuple[Delivery, ...]:
        """Return deliveries by number, those after this one."""

    def counts(self, channel_id: str) -> Mapping[DeliveryState, int]:
        """Return how many deliveries of a channel are in each state."""

    def line(self, delivery_id: str) -> tuple[Delivery, ...]:
        """Return what waits in line up to this delivery, the first one first.

        Nobody else changes them until the transaction ends. Empty when this one does not wait.
        """

    def following(self, delivery: Delivery) -> Delivery | None:
        """Return the first delivery that waits in line after this one."""

    def claim(
        self, delivery_id: str, *, now: dt.datetime, until: dt.datetime, next_at: dt.datetime
    ) -> None:
        """Count an attempt; nobody else begins before `until`, or `next_at` if nothing is heard."""

    def postpone(self, delivery_id: str, status: str, *, next_at: dt.datetime) -> None:
        """Let go of a delivery until then."""

    def end(
        self, delivery_id: str, state: DeliveryState, status: str | None, *, now: dt.datetime
    ) -> None:
        """Keep how a delivery ended."""

    def revive(self, delivery_id: str, *, now: dt.datetime) -> None:
        """Let a delivery begin again; one that waits only loses its waiting time."""

    def revive_all(self, channel_id: str, state: DeliveryState, *, now: dt.datetime) -> int:
        """Let all deliveries of a channel in this state begin again; return how many."""

    def drop_all(self, channel_id: str) -> int:
        """Let everything that waits for a channel lapse; return how much."""

    def mark_queued(self, delivery_id: str, at: dt.datetime | None) -> None:
        """Keep when the job of a delivery was put in the queue; None when it has none."""

    def overdue(
        self,
        *,
        now: dt.datetime,
        lost_before: dt.datetime,
        limit: int,
        channel_id: str | None = None,
    ) -> tuple[str, ...]:
        """Return deliveries whose turn it is and that have no job.

        A job that was queued before `lost_before` and not begun counts as lost.
        """


class Alerts(Protocol):
    """What an administrator must know."""

    def add(self, code: str, *, about: str, organisation_id: str | None, now: dt.datetime) -> None:
        """Keep an alert, unless the same one has not been seen yet."""

    def unseen(self, organisation_id: str | None = None) -> tuple[Alert, ...]:
        """Return what nobody has seen yet, the oldest first."""

    def mark_seen(self, alert_id: int, *, now: dt.datetime) -> None:
        """Keep that someone has seen an alert."""


class ReportChannel(Protocol):
    """One opened channel: hands messages over to a receiver."""

    @property
    def content(self) -> Content:
        """What its events carry."""

    def deliver(self, message: Message) -> Handover:
        """Hand over a message; trouble of the receiver is an ending, not an exception."""

    def close(self) -> None:
        """Let go of connections."""


class ChannelSettingsError(Exception):
    """Settings that no channel of this kind can have: pairs of a key and what is wrong with it."""

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        """Keep the faults; the sentences are Dutch and never repeat a value."""
        super().__init__("; ".join(f"{key}: {fault}" for key, fault in faults))
        self.faults = tuple(faults)


class ChannelKind(Protocol):
    """A kind of channel."""

    @property
    def name(self) -> str:
        """What people call it."""

    def prepare(self, given: Mapping[str, object]) -> Prepared:
        """Check the settings of a new channel and complete them.

        Raises:
            ChannelSettingsError: naming each key that is unknown, missing or wrong.

        """

    def rotate(self, settings: str, *, now: dt.datetime) -> Prepared | None:
        """Give a channel a new secret beside the present one; None when it has no secret."""

    def describe(self, settings: str) -> str:
        """Say where a channel leads, without secrets."""

    def open_channel(self, settings: str) -> ReportChannel:
        """Return a channel with settings that were prepared."""


class OpenChannels(Protocol):
    """The channels that this process has open."""

    def of(self, record: ChannelRecord) -> ReportChannel:
        """Return the channel, opened anew when its settings have changed."""


class Keys(Protocol):
    """The keys of other systems."""

    def add(self, key: ApiKey, *, key_hash: str) -> None:
        """Keep a new key, known by the hash of its secret."""

    def find(self, key_hash: str) -> ApiKey:
        """Return the key with this secret, valid or not.

        Raises:
            NotFoundError: when there is none.

        """

    def all(self, organisation_id: str) -> tuple[ApiKey, ...]:
        """Return the keys of an organisation, the newest first."""

    def end(self, key_id: str, *, organisation_id: str, at: dt.datetime) -> None:
        """Let a key expire at this time, unless it does so before.

        Raises:
            NotFoundError: when the organisation has no such key.

        """

    def revoke(self, key_id: str, *, organisation_id: str, now: dt.datetime) -> None:
        """Let a key open nothing any more; doing it again changes nothing.

        Raises:
            NotFoundError: when the organisation has no such key.

        """

    def used(self, key_id: str, *, now: dt.datetime) -> None:
        """Note that the key was used."""


class Counts(Protocol):
    """How often something was done in a period; all processes count together."""

    def add(self, who: str, period: int) -> int:
        """Count once more; return how often it is now. Earlier periods are forgotten."""

    def read(self, who: str, period: int) -> int:
        """Return how often it was."""

    def forget(self, who: str) -> None:
        """Begin again."""


class Accounts(Protocol):
    """The people who work here."""

    def add(self, account: Account) -> None:
        """Keep a new account."""

    def find(self, account_id: str) -> Account:
        """Return an account.

        Raises:
            NotFoundError: when there is none.

        """

    def by_email(self, email: str) -> Account:
        """Return the account with this address, in small letters.

        Raises:
            NotFoundError: when there is none.

        """

    def are_there(self) -> bool:
        """Tell whether anyone has an account."""

    def set_password(self, account_id: str, password_hash: str) -> None:
        """Give an account a new password."""

    def set_role(self, account_id: str, role: Role) -> None:
        """Give an account another role."""

    def logged_in(self, account_id: str, *, now: dt.datetime) -> None:
        """Note that the person logged in."""


class Sessions(Protocol):
    """Who is logged in."""

    def add(self, session: Session) -> None:
        """Keep a new session."""

    def find(self, token_hash: str) -> Session:
        """Return a session, over or not.

        Raises:
            NotFoundError: when there is none.

        """

    def seen(self, token_hash: str, *, now: dt.datetime) -> None:
        """Note that the session was used."""

    def end(self, token_hash: str) -> None:
        """End a session."""

    def end_all(self, account_id: str) -> None:
        """End every session of an account."""

    def forget(self, *, before: dt.datetime) -> None:
        """Throw away sessions that were over before this time."""


class Invitations(Protocol):
    """Links with which people make their account."""

    def add(self, invitation: Invitation) -> None:
        """Keep a new invitation."""

    def find(self, token_hash: str) -> Invitation:
        """Return an invitation, used or not.

        Raises:
            NotFoundError: when there is none.

        """

    def use(self, token_hash: str, *, now: dt.datetime) -> bool:
        """Use an invitation; False when someone was first."""

    def withdraw_unused(self) -> None:
        """Throw away every invitation that was not used."""


class Passwords(Protocol):
    """Turns passwords into what may be kept of them."""

    def hash(self, password: str) -> str:
        """Return what is kept; takes its time on purpose."""

    def is_right(self, password_hash: str | None, password: str) -> bool:
        """Tell whether this is the password; without a hash it takes as long and is not."""


class Pulses(Protocol):
    """When each round of the keeper last went well."""

    def beat(self, name: str, *, now: dt.datetime) -> None:
        """Keep that the round went well."""

    def ages(self, *, now: dt.datetime) -> Mapping[str, float]:
        """Return how many seconds ago each round went well."""


class FolderAwayError(Exception):
    """A watched folder that cannot be reached: the share is gone, or was never there."""


class ChangedError(Exception):
    """A file that changed or went away while it was read: it is not complete yet."""


class OccupiedError(Exception):
    """A place where something else lies by now."""


class Sort(StrEnum):
    """What kind of thing has a name in a folder."""

    FILE = "bestand"
    LINK = "koppeling"
    OTHER = "geen_bestand"  # a pipe, a socket, a device


@dataclass(frozen=True, slots=True)
class Seen:
    """Something in a watched folder, as one look shows it."""

    name: str  # the path below the folder, with "/"; may hold bytes that are no text
    identity: str  # differs when the content was changed
    sort: Sort = Sort.FILE


@dataclass(frozen=True, slots=True)
class Look:
    """What stands in a watched folder at one moment, in order of name."""

    seen: tuple[Seen, ...]
    manifests: tuple[Seen, ...] = ()
    unreadable: int = 0  # folders that may not be looked into


class OpenFile(Protocol):
    """A file of a watched folder while it is read; closed by who opened it."""

    @property
    def source(self) -> BinaryIO:
        """Its bytes; can be read from any place, and raises TroubleError when they fail."""

    def check_whole(self) -> None:
        """See to it that the file is still the one that was opened.

        Raises:
            ChangedError: when it was changed, replaced or taken away.

        """


class DropFolder(Protocol):
    """A folder in which others drop files, with a place for what was done and what went wrong.

    Everything may raise OSError: a share may be read-only, full, or gone at any moment.
    """

    def prepare(self, *, is_known: bool) -> None:
        """Make the places for finished files; `is_known`: they were there before.

        Raises:
            FolderAwayError: when the folder is not there, or is another one than it was.

        """

    def look(self) -> Look:
        """Return all that was dropped; what is hidden or still being copied is left out.

        Raises:
            FolderAwayError: when the folder is not there.

        """

    def open_file(self, seen: Seen) -> AbstractContextManager[OpenFile]:
        """Open a file that was seen.

        Raises:
            ChangedError: when it changed since.
            TroubleError: when it cannot be opened.

        """

    def is_being_written(self, name: str) -> bool:
        """Tell whether a program has the file open to write; False when that cannot be known."""

    def read_text(self, name: str) -> str:
        """Return a text file, whatever its encoding."""

    def identity(self, name: str) -> str | None:
        """Return the identity of what has this name now, None when nothing has."""

    def free_place(self, area: str, name: str) -> str:
        """Return a name in an area that nothing has, nor anything that will lie beside it."""

    def move(self, name: str, place: str) -> None:
        """Put what has the name in its place, and never over something else.

        Raises:
            OccupiedError: when something else lies there.

        """

    def write(self, place: str, content: str) -> None:
        """Write a text, whole or not at all."""

    def remove(self, place: str) -> None:
        """Remove a text that was written; one that is not there is no error."""


class MailboxError(Exception):
    """A mailbox that cannot be used now, by code."""

    def __init__(self, code: str) -> None:
        """Keep the code: what an administrator must look at."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class MailWaiting:
    """A message in a mailbox that is not marked as done."""

    uid: str
    place: str  # differs when another message has the same number
    size: int
    arrived_at: dt.datetime | None  # when the server put it in the mailbox


class OpenMailbox(Protocol):
    """A mailbox while we are connected; everything may raise MailboxError."""

    def waiting(self) -> tuple[MailWaiting, ...]:
        """Return the messages that are not done, in the order in which they came."""

    def fetch(self, uid: str) -> bytes | None:
        """Return a message, None when it went away."""

    def mark(self, uid: str, *, needs_person: bool) -> None:
        """Put a message where done messages are, or those that a person must look at."""


class Mailbox(Protocol):
    """A mailbox on a server; never is anything deleted from it."""

    def open_mailbox(self) -> AbstractContextManager[OpenMailbox]:
        """Connect.

        Raises:
            MailboxError: when that does not succeed.

        """


class Watched(Protocol):
    """Files of watched folders, from the moment they were taken in until their report lies there.

    The names in them may hold bytes that are no text, as names on a disk may.
    """

    def add(self, file: WatchedFile) -> None:
        """Keep that a file was taken in."""

    def taken(self, folder: str) -> tuple[WatchedFile, ...]:
        """Return the files that must still be put where they belong, the first one first."""

    def finished(self, folder: str, *, limit: int) -> tuple[WatchedFile, ...]:
        """Return moved files of which all letters have a report."""

    def keep(self, file: WatchedFile) -> None:
        """Keep where a file lies and goes, and how far it is."""

    def end(self, file: WatchedFile) -> None:
        """Forget a file whose report lies beside it; one of a manifest only with the manifest."""

    def told_by(self, folder: str, manifest: str) -> frozenset[str]:
        """Return the names of the files that were taken in with what a manifest told."""

    def forget_all_but(self, folder: str, manifests: Collection[str]) -> None:
        """Forget what was taken in with manifests that are not there any more."""

    def lying(self, folder: str) -> int:
        """Return how many files lie somewhere, waiting for their report."""


class Mails(Protocol):
    """Messages of mailboxes that were taken in."""

    def add(self, mail: TakenMail) -> None:
        """Keep that a message was taken in.

        Raises:
            BusyError: when someone else just did.

        """

    def find(self, mailbox: str, message_hash: str) -> TakenMail | None:
        """Return a message that was taken in, None when it was not."""

    def at(self, mailbox: str, places: Sequence[str]) -> Mapping[str, TakenMail]:
        """Return the messages that were taken in from these places, by place."""

    def lies_at(self, mail: TakenMail, place: str) -> None:
        """Keep that the same message was found at another place."""


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
    def pulses(self) -> Pulses:
        """How the rounds of the keeper go."""

    @property
    def watched(self) -> Watched:
        """Files of watched folders."""

    @property
    def mails(self) -> Mails:
        """Messages of mailboxes."""

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


class NoPictureError(Exception):
    """A page that cannot be made into a picture: damaged, locked or far too large."""


class Pages(Protocol):
    """Pictures of the pages of letters, upright as they were read."""

    def picture(self, letter: LetterRecord, page: int) -> bytes:
        """Return a page of the file (from 1) as a PNG with two pixels for each point.

        Raises:
            NotFoundError: when there is no such page.
            NoPictureError: when it cannot be made.
            BusyError: when too many are being made already.

        """

    def forget(self, sha256: str) -> None:
        """Throw away every picture of a file."""


class Reader(Protocol):
    """Reads one file in a process of its own and survives what it does."""

    def read(self, assignment: Assignment) -> Finished:
        """Return what became of the file; also when its process died or took too long.

        Raises:
            AwayError: when the original cannot be had now.
            StoppedError: when this process is stopping.

        """


class Meter(Protocol):
    """Counts what happens, for who watches over the service."""

    def took(self, stage: str, seconds: float) -> None:
        """Count how long a stage of the work took."""

    def judged(self, verdict: str) -> None:
        """Count a letter that has its report."""

    def failed(self, code: str) -> None:
        """Count something that went wrong."""


class Queues(Protocol):
    """The queues of the broker, from outside."""

    def depths(self) -> tuple[QueueDepth, ...]:
        """Return how much there is of every kind of work.

        Raises:
            AwayError: when the broker cannot be reached.

        """
