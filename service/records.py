"""What the service keeps and passes on: frozen values, nothing that opens or decides anything."""

import datetime as dt
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from service.concepts import Concept
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


class DeliveryState(StrEnum):
    """How far a report is on its way to one channel."""

    WAITING = "wacht"
    DELIVERED = "bezorgd"
    GIVEN_UP = "opgegeven"  # a person must see to it
    DROPPED = "vervallen"  # the channel is gone or a person said so


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose letters they are; nobody of another organisation sees them."""

    id: str
    name: str
    profile: str


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


class WatchedState(StrEnum):
    """How far a file of a watched folder is after its letters were taken in."""

    TAKEN = "opgenomen"  # it must still be put where it belongs
    MOVED = "verplaatst"  # its report must still be put beside it
    DONE = "klaar"  # only kept for the manifest that told about it


@dataclass(frozen=True, slots=True)
class WatchedFile:
    """A file of a watched folder that was taken in; names are paths below that folder."""

    id: str
    folder: str
    batch_id: str
    name: str  # as it came
    lies: str  # where it lies
    place: str  # where it goes, with its report; empty when that is not chosen yet
    identity: str
    taken_at: dt.datetime
    state: WatchedState = WatchedState.TAKEN
    sha256: str | None = None
    manifest: str | None = None


@dataclass(frozen=True, slots=True)
class TakenMail:
    """A message of a mailbox that was taken in."""

    mailbox: str
    message_hash: str
    place: str  # where it lay, as the server counts
    blob: StoredBlob | None  # the message itself; none when it was too large
    batch_id: str
    needs_person: bool
    taken_at: dt.datetime


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


class Act(StrEnum):
    """What a person did with an element."""

    CONFIRMED = "bevestigd"
    CORRECTED = "verbeterd"
    ABSENT = "ontbreekt"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person established about a letter; `content` is JSON of the fact."""

    id: str
    letter_id: str
    about: str  # id of an element, or `soort`
    act: Act
    content: str
    account_id: str
    made_at: dt.datetime
    undone_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of a letter."""

    sender: str = ""
    kenmerk: str = ""
    missing: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    received: dt.date | None = None


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A letter in the work list."""

    letter: LetterRecord
    summary: Summary
    handled_at: dt.datetime | None


class WorkGroup(StrEnum):
    """The groups of the work list."""

    OPEN = "open"  # everything that is not handled
    PERSON = "kijken"  # a person must look: uncertain, or it could not be read
    ASK = "navragen"  # something is missing
    COMPLETE = "compleet"
    READING = "lezen"  # not read yet
    HANDLED = "afgehandeld"


@dataclass(frozen=True, slots=True)
class WorkQuery:
    """Which letters of an organisation the work list shows; what is None does not matter."""

    organisation_id: str
    group: WorkGroup = WorkGroup.OPEN
    kind: str | None = None
    window_verdict: str | None = None
    hashes: tuple[str, ...] = ()  # keyed hashes of words that all must be there
    offset: int = 0
    limit: int = 50


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


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that went out because of a letter that came in, as it was sent."""

    id: str
    organisation_id: str
    letter_id: str
    format: str
    blob: StoredBlob
    concept: Concept
    created_at: dt.datetime
    created_by: str  # id of the account

    @property
    def sent_on(self) -> dt.date:
        """The date that it bears."""
        return self.concept.letter.date


class FollowUpKind(StrEnum):
    """Why somebody must look at a letter again."""

    HERSTEL = "herstel"  # did what was asked for come in?


@dataclass(frozen=True, slots=True)
class FollowUpTask:
    """A day on which somebody must look at a letter again."""

    id: str
    organisation_id: str
    letter_id: str
    sent_letter_id: str | None
    kind: FollowUpKind
    due: dt.date
    created_at: dt.datetime
    created_by: str
    answered: dt.date | None = None  # when what was asked came in
    done_at: dt.datetime | None = None
    done_by: str | None = None


class EventType(StrEnum):
    """What can happen to a letter that others are told of."""

    REPORTED = "rapport-opgesteld"  # the first report, or a later one after a correction
    TESTED = "kanaal-getest"  # about no letter: someone tries a channel


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a letter, in the order of the feed."""

    cursor: int
    id: str
    organisation_id: str
    type: EventType
    letter_id: str
    report_version: int
    verdict: str | None
    created_at: dt.datetime


class Content(StrEnum):
    """What an event carries of its report."""

    REFERENCE = "verwijzing"  # where to fetch it
    REPORT = "rapport"  # the report itself


@dataclass(frozen=True, slots=True)
class ChannelRecord:
    """Where reports are delivered; `settings` is JSON that the kind of channel understands."""

    id: str
    organisation_id: str
    kind: str
    name: str
    settings: str
    profiles: tuple[str, ...]
    is_default: bool
    disabled_at: dt.datetime | None = None
    disabled_why: str | None = None
    away_until: dt.datetime | None = None
    away_status: str | None = None
    removed_at: dt.datetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether deliveries go to it now."""
        return self.disabled_at is None and self.removed_at is None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event on its way to one channel."""

    id: str
    number: int
    organisation_id: str
    event_id: str
    letter_id: str
    channel_id: str
    state: DeliveryState
    attempts: int
    next_at: dt.datetime | None
    claimed_until: dt.datetime | None
    tried_at: dt.datetime | None
    last_status: str | None
    created_at: dt.datetime
    delivered_at: dt.datetime | None


class Scope(StrEnum):
    """What the holder of an API key may do."""

    UPLOAD = "upload"
    READ = "read"
    ADMIN = "admin"
    DESTROY = "destroy"  # only for retention: letters that must be destroyed


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key of another system; the secret itself is not kept."""

    id: str
    organisation_id: str
    name: str
    scopes: frozenset[Scope]
    created_at: dt.datetime
    requests_per_minute: int | None = None
    upload_mb: int | None = None
    last_used_at: dt.datetime | None = None
    expires_at: dt.datetime | None = None
    revoked_at: dt.datetime | None = None

    def is_valid(self, now: dt.datetime) -> bool:
        """Tell whether it opens anything now."""
        is_over = self.expires_at is not None and self.expires_at <= now
        return self.revoked_at is None and not is_over


class Role(StrEnum):
    """What a person does here; each may also do what those before it do."""

    MAILROOM = "mailroom"
    JURIST = "jurist"
    BEHEERDER = "beheerder"


@dataclass(frozen=True, slots=True)
class Account:
    """A person who works here; without a password when another system vouches for them."""

    id: str
    organisation_id: str
    email: str
    name: str
    role: Role
    created_at: dt.datetime
    password_hash: str | None = None
    last_login_at: dt.datetime | None = None
    disabled_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """Someone who logged in; known by the hash of what their browser holds."""

    token_hash: str
    account_id: str
    created_at: dt.datetime
    seen_at: dt.datetime
    expires_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link with which someone makes an account, once; or a new password for the one they have."""

    token_hash: str
    organisation_id: str
    role: Role
    created_at: dt.datetime
    expires_at: dt.datetime
    account_id: str | None = None
    used_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What a channel is handed: one event with its report, ready to go."""

    id: str  # the same for every attempt
    type: EventType
    body: bytes  # the event as JSON
    letter_id: str
    report: Report
    report_version: int
    sent_at: dt.datetime


class Ending(StrEnum):
    """How handing over a message ended."""

    DELIVERED = "bezorgd"
    LATER = "later"  # this message may be taken another time
    AWAY = "afwezig"  # no message can be taken now
    NEVER = "nooit"  # this message will not be taken
    GONE = "weg"  # nothing will be taken any more


@dataclass(frozen=True, slots=True)
class Handover:
    """How handing over a message ended, with a code of the reason for people."""

    ending: Ending
    status: str
    after_s: float | None = None  # the receiver asks not to come back sooner


@dataclass(frozen=True, slots=True)
class Prepared:
    """Settings of a channel that were checked; `secret` is shown once, to who made them."""

    settings: str
    secret: str | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that an administrator must know, until one has seen it."""

    id: int
    organisation_id: str | None
    code: str
    about: str | None
    created_at: dt.datetime
