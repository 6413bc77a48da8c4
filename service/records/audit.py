"""What is written down of what people, other systems and Postkamer itself do with letters.

Ids and codes only: no names, no numbers of people, no text. Who a row is about is found through
the ids, by who may see that.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from service.records.letters import LetterRecord
from validators.numbers import bsn

CODE: Final = re.compile(r"[A-Za-z0-9_.,:+@/-]{0,100}", re.ASCII)
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class ActorKind(StrEnum):
    """Who can do something."""

    ACCOUNT = "account"
    KEY = "sleutel"
    SYSTEM = "systeem"  # Postkamer itself; its id says which part


class Done(StrEnum):
    """What can be done that is written down."""

    # who saw
    LETTER_SEEN = "brief_bekeken"
    PAGE_SEEN = "bladzijde_bekeken"
    ORIGINAL_FETCHED = "origineel_opgehaald"
    REPORT_READ = "rapport_gelezen"
    BSN_SHOWN = "bsn_getoond"
    SEARCHED = "gezocht"
    DOSSIER_SEEN = "dossier_bekeken"
    # who changed
    CORRECTED = "vastgelegd"
    UNDONE = "teruggedraaid"
    RECEIPT_CHANGED = "ontvangst_gewijzigd"
    HANDLED = "afgehandeld"
    REOPENED = "heropend"
    JUDGED_AGAIN = "opnieuw_beoordeeld"
    READ_AGAIN = "opnieuw_gelezen"
    SENT = "brief_verstuurd"
    FOLLOWED_UP = "opgevolgd"
    NO_DUPLICATE = "geen_dubbele"
    DUPLICATE_AGAIN = "toch_dubbele"
    # who took out, who destroyed
    EXPORTED = "uitgevoerd"
    DESTROYED = "vernietigd"
    # who came in
    LOGGED_IN = "ingelogd"
    LOGIN_FAILED = "inloggen_mislukt"
    LOGGED_OUT = "uitgelogd"
    SESSION_ENDED = "sessie_beeindigd"
    # who manages
    ORGANISATION_ADDED = "organisatie_toegevoegd"
    INVITED = "uitgenodigd"
    ACCOUNT_ADDED = "account_toegevoegd"
    ACCOUNT_CHANGED = "account_gewijzigd"
    PASSWORD_SET = "wachtwoord_ingesteld"  # noqa: S105 - the name of an act
    KEY_ADDED = "sleutel_toegevoegd"
    KEY_ENDED = "sleutel_ingetrokken"
    CHANNEL_ADDED = "kanaal_toegevoegd"
    CHANNEL_CHANGED = "kanaal_gewijzigd"
    CHANNEL_REMOVED = "kanaal_verwijderd"
    KEY_REPLACED = "versleuteling_vernieuwd"
    DELIVERY_CHANGED = "bezorging_gewijzigd"
    PROFILE_USED = "profiel_in_gebruik"
    TERMS_SET = "bewaartermijnen_gezet"
    LEFT_ASIDE = "laten_rusten"
    DESTRUCTION_PROPOSED = "vernietiging_voorgesteld"
    DESTRUCTION_APPROVED = "vernietiging_goedgekeurd"
    DESTRUCTION_WITHDRAWN = "vernietiging_ingetrokken"
    DESTRUCTION_DONE = "vernietiging_uitgevoerd"


class About(StrEnum):
    """What something can be done to."""

    LETTER = "brief"
    ACCOUNT = "account"
    SESSION = "sessie"
    KEY = "sleutel"
    CHANNEL = "kanaal"
    DELIVERY = "bezorging"
    ORGANISATION = "organisatie"
    AUDIT = "logboek"
    BACKUP = "back-up"
    ENCRYPTION = "versleuteling"
    LIST = "lijst"
    PROFILE = "profiel"
    WORK = "werk"
    DESTRUCTION = "vernietiging"


class NotACodeError(ValueError):
    """Something that could tell about a person, where only codes may stand."""


def _check(text: str) -> None:
    """Refuse what is no code, or could be the number of a person."""
    if not CODE.fullmatch(text) or bsn.is_valid(text):
        message = "only ids and codes may be written down"
        raise NotACodeError(message)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something."""

    kind: ActorKind
    id: str
    trace: str = ""  # of the request, as W3C Trace Context has it: trace id and parent id

    def __post_init__(self) -> None:
        """Refuse what is no id."""
        _check(self.id)
        _check(self.trace)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that is done: by whom, what, to what, and the codes that go with it."""

    by: Actor
    act: Done
    about: About
    about_id: str = ""
    organisation_id: str | None = None
    details: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    def __post_init__(self) -> None:
        """Refuse what is no id and no code."""
        for text in (self.about_id, *self.details, *self.details.values()):
            _check(text)


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A deed as it is written down, tied to the one before it."""

    seq: int
    at: dt.datetime
    deed: Deed
    subject: str | None  # keyed hash of the BSN of whom the letter is
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Which rows to list, the newest first; what is None does not matter."""

    organisation_id: str | None = None
    by: str | None = None  # id of the actor
    act: Done | None = None
    about_id: str | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    before: int | None = None  # the number at which the last page ended
    limit: int = 100


class Broken(StrEnum):
    """What is wrong with the first row that is wrong."""

    CHANGED = "gewijzigd"
    MISSING = "ontbreekt"
    CUT_OFF = "afgekapt"


@dataclass(frozen=True, slots=True)
class Head:
    """The last row: its number and hash, which together say that all before it is as it was."""

    seq: int = 0
    hash: str = "0" * 64

    def __str__(self) -> str:
        """Return it as an administrator keeps it."""
        return f"{self.seq}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of looking through all rows."""

    head: Head
    seq: int | None = None  # of the first row that is wrong
    broken: Broken | None = None


POSTKAMER: Final = Actor(ActorKind.SYSTEM, "postkamer")  # by itself
OPERATOR: Final = Actor(ActorKind.SYSTEM, "opdrachtregel")  # who may give commands on the machine


def account_actor(account_id: str) -> Actor:
    """Return a person as who does something."""
    return Actor(ActorKind.ACCOUNT, account_id)


def letter_deed(by: Actor, act: Done, letter: LetterRecord, **details: str) -> Deed:
    """Return what is done with a letter."""
    return Deed(by, act, About.LETTER, letter.id, letter.organisation_id, details)
