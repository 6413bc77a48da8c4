"""What can be found in a letter: element ids, candidates with evidence, and what may help."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from extractors.document import Box, Letter, Span


class ElementId(StrEnum):
    """The elements of the report, in the order in which a person would check them."""

    DATUM = "datum"
    NAAM = "naam"
    ADRES = "adres"
    BSN = "bsn"
    RELATIENUMMER = "relatienummer"
    BESLUIT = "besluit"
    BESLUITDATUM = "besluitdatum"
    KENMERK = "kenmerk"
    ONDERBOUWING = "onderbouwing"
    OMSCHRIJVING = "omschrijving"
    GERICHT_TEGEN = "gericht_tegen"
    TIJDSPAD = "tijdspad"
    ONDERNOMEN = "ondernomen"
    RESULTAAT = "resultaat"
    ZORGAANBIEDER = "zorgaanbieder"
    CONTACTPERSOON = "contactpersoon"
    MACHTIGING = "machtiging"
    EMAIL = "email"
    TELEFOON = "telefoon"
    HANDTEKENING = "handtekening"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place on a page of the file (from 1) and what stands there."""

    page: int
    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class Address:
    """A Dutch postal address; parts that were not found are empty."""

    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""  # "1234 AB"
    plaats: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone who writes or may be called; parts that were not found are empty."""

    naam: str = ""
    email: str = ""
    telefoon: str = ""
    relatie: str = ""  # "zelf", "dochter", "advocaat", "mentor" ...


Value = str | dt.date | Address | Contact


class Doubt(StrEnum):
    """What speaks most against a candidate."""

    READ = "gelezen"  # letters or figures were read badly
    RIVAL = "rivaal"  # another value may be the one
    PLACE = "plaats"  # not where or how people write it
    SHAPE = "vorm"  # it does not look like one
    PERSON = "persoon"  # it may be somebody else's
    WORDS = "woorden"  # its words, or those around it, are those of something or somebody else


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that may be the element: its value, where it stands and how sure that is.

    `role` tells candidates of one element apart (each finder's module names its roles); `marks`
    are facts that validators weigh, such as `elfproef_fout` or `op_bijlage`.
    """

    value: Value
    text: str
    evidence: tuple[Evidence, ...]
    confidence: float  # 0..1: how well it fits the finder's rules and was read; it orders
    role: str = ""
    marks: frozenset[str] = frozenset()
    chance: float | None = None  # 0..1: how many like it are right; None when not weighed
    doubt: Doubt | None = None  # what speaks most against it


@dataclass(frozen=True, slots=True)
class Signal:
    """Something in the letter that a rule may want to know, by code."""

    code: str
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Hints:
    """What the profiles know that helps to read: names to recognise, shapes of numbers."""

    organisations: tuple[str, ...] = ()  # names of all organisations, as they print them
    kenmerk_patterns: tuple[str, ...] = ()  # regular expressions of this organisation
    relatienummer_patterns: tuple[str, ...] = ()
    kenmerk_labels: tuple[str, ...] = ()  # what this organisation calls its numbers
    relatienummer_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one letter; validators need nothing else."""

    letter: Letter
    kinds: tuple[Signal, ...]  # intents found (bezwaar, klacht ...), most likely first
    candidates: Mapping[ElementId, tuple[Candidate, ...]]  # best first
    signals: tuple[Signal, ...] = ()
    received: tuple[Candidate, ...] = ()  # date stamps of the mailroom
    postmarked: tuple[Candidate, ...] = ()  # postmarks on an envelope page
    conduct: tuple[Candidate, ...] = ()  # days of what is complained about, in reading order
    addressees: tuple[Candidate, ...] = ()  # blocks that name who is written to
    legibility: float = 1.0  # share of the words on the letter's own pages that were read surely
    handwritten: bool = False  # much ink on the letter's own pages gave no words
    by_hand: frozenset[ElementId] = frozenset()  # filled in by hand in what is printed
    half_read: frozenset[ElementId] = frozenset()  # may stand where the pages were read poorly
    missing_pages: bool = False  # "pagina 2 van 3" without a page 3, or the foot was cut off
    # What handwriting may say, best first: to suggest to a person, never to decide by.
    suggestions: Mapping[ElementId, tuple[Candidate, ...]] = field(default_factory=dict)
    # What nobody explained and may be an element that was not found.
    unexplained: Mapping[ElementId, Candidate] = field(default_factory=dict)

    def offered(self, element: ElementId) -> tuple[Candidate, ...]:
        """Return all that a person may take over: what handwriting may say, what was found."""
        return (*self.suggestions.get(element, ()), *self.candidates.get(element, ()))

    def signal(self, code: str) -> Signal | None:
        """Return the first signal with this code, or None."""
        return next((signal for signal in self.signals if signal.code == code), None)


def evidence_of(span: Span) -> tuple[Evidence, ...]:
    """Turn a span of words into places, one for each page that it touches."""
    return tuple(Evidence(page, box, span.text) for page, box in span.boxes())


def share_place(some: Iterable[Evidence], others: Sequence[Evidence]) -> bool:
    """Tell whether one of some places lies over one of others."""
    return any(
        one.page == other.page and one.box.overlaps(other.box) for one in some for other in others
    )


# However badly it was read, what stands where the element belongs is doubtful, not absent.
LEAST_READING = 0.4

FITTING = 0.6  # how well a place fits that is the element's, and how sure it is at the least
SEEN = 0.3
# The role of what is only named: no finder takes it for the element, but its chance may.
NAMED = "genoemd"
STAMPED = "in_stempel"  # the mark of a date that may be the mailroom's, of a stamp or stamped over
GUESSED = "geraden"  # the mark of what nothing tells: no chance that was learnt makes it sure
OWN_DAY = "eigen_dag"  # the mark of a date that is only named, and the day that the letter bears


def sureness(score: float, span: Span) -> float:
    """Combine how well a place fits the element with how well it was read (both 0..1).

    What stands where the element does is never noise, however badly it was read.
    """
    sure = score * max(span.confidence, LEAST_READING)
    return max(sure, SEEN) if score >= FITTING else sure
