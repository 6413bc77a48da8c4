"""Organisations, batches and letters as they are kept."""

import datetime as dt
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from service.records.fingerprints import Fingerprint
from validators.report import Channel, ReceivedSource, Report

AMSTERDAM: Final = zoneinfo.ZoneInfo("Europe/Amsterdam")


class Door(StrEnum):
    """Through which door a batch came in."""

    API = "api"
    PAGE = "pagina"
    FOLDER = "map"
    MAIL = "mail"


class LetterState(StrEnum):
    """How far a letter is."""

    RECEIVED = "ontvangen"
    BUSY = "bezig"
    DONE = "klaar"
    STRANDED = "gestrand"  # reading it broke down time and again: a person decides


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose letters they are; nobody of another organisation sees them."""

    id: str
    name: str
    profile: str
    four_eyes: bool = False  # a jurist looks at letters of the mailroom before they go out


@dataclass(frozen=True, slots=True)
class Batch:
    """What came in at one time through one door."""

    id: str
    organisation_id: str
    door: Door
    received_at: dt.datetime
    received_by: str  # id of the key, the account, the folder or the mailbox
    name: str | None = None
    channel_ids: tuple[str, ...] = ()  # where the reports go; none: the default channels


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken in, by code, with the Dutch sentence for the sender."""

    file: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Once:
    """What makes the same delivery, sent again, the same batch: a key and what came with it."""

    key_hash: str
    request_hash: str = ""


@dataclass(frozen=True, slots=True)
class StoredBlob:
    """Original bytes that are safely kept."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A received file on its way to the store."""

    id: str
    file: str
    blob: StoredBlob
    profile: str
    channel: Channel
    received: dt.date | None = None
    received_source: ReceivedSource | None = None
    postmarked: dt.date | None = None
    message: StoredBlob | None = None  # the e-mail that it came out of


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file as it came in, and what it turned out to hold; its first letter names the file."""

    file: str
    blob: StoredBlob
    arrived_at: dt.datetime
    letter_ids: tuple[str, ...]
    pages: int | None  # of the whole file; none until they were read, or when they cannot be


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """One letter as it is kept; `number` is its place in the order of arrival."""

    id: str
    number: int
    organisation_id: str
    batch_id: str
    first_id: str | None  # of the part 1 that was received, for the other letters of a scan
    part: int
    file: str
    sha256: str
    message_sha256: str | None  # the e-mail that it came out of
    profile: str
    channel: Channel
    received: dt.date | None
    received_source: ReceivedSource | None
    postmarked: dt.date | None
    arrived_at: dt.datetime
    state: LetterState
    claims: int
    finished_at: dt.datetime | None
    report_version: int
    verdict: str | None
    kind: str | None
    window_verdict: str | None
    last_day: dt.date | None
    urgency: int
    error_code: str | None
    waits_until: dt.date | None = None  # for an answer of the sender

    @property
    def due(self) -> dt.date | None:
        """The day that decides its place in the work list."""
        return self.waits_until or self.last_day

    @property
    def arrived_on(self) -> dt.date:
        """The day in the Netherlands on which the letter came in here."""
        return self.arrived_at.astimezone(AMSTERDAM).date()


@dataclass(frozen=True, slots=True)
class LetterQuery:
    """Which letters of an organisation to list, the newest first; what is None does not matter."""

    organisation_id: str
    before: int | None = None  # number of the letter at which the last page ended
    limit: int = 50
    state: LetterState | None = None
    verdict: str | None = None
    kind: str | None = None
    window_verdict: str | None = None
    profile: str | None = None
    channel: Channel | None = None
    batch_id: str | None = None
    received_from: dt.date | None = None
    received_to: dt.date | None = None
    last_day_from: dt.date | None = None
    last_day_to: dt.date | None = None
    is_open: bool = False  # only those that nobody is done with


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of a letter."""

    sender: str = ""
    kenmerk: str = ""
    missing: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()  # those of them that are there, and cannot be right
    uncertain: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    received: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the letters of a batch are."""

    states: Mapping[LetterState, int]
    verdicts: Mapping[str, int]

    @property
    def letters(self) -> int:
        """Return how many letters there are."""
        return sum(self.states.values())

    @property
    def is_complete(self) -> bool:
        """Tell whether every letter has its report."""
        return not any(self.states.get(each) for each in (LetterState.RECEIVED, LetterState.BUSY))


@dataclass(frozen=True, slots=True)
class FinishedLetter:
    """What became of one letter of a file: its report, and what was read to judge it again."""

    report: Report
    reading: bytes | None = None  # packed; none when the file could not be read
    urgency: int = 0  # the higher, the sooner a person must see it
    profile_sha256: str | None = None  # of the text of the profile that judged it
    file_pages: int | None = None  # of the whole file; none when it was judged without reading it
    fingerprint: Fingerprint | None = None  # none when the file could not be read
