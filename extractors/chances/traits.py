"""What a candidate is like, in numbers: all that the chance of being right may depend on.

Traits are about how it was read, where it stands, what else was found and what it looks like. None
of them knows a rule of law. A new trait has an effect once the model is learnt again.
"""

import datetime as dt
import math
import operator
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from extractors.document import Box, LetterPage, Page, TextSource, Word
from extractors.element import (
    NAMED,
    SEEN,
    Address,
    Candidate,
    Contact,
    ElementId,
    Evidence,
    Reading,
    Value,
)
from extractors.learnt.odds import log_odds
from extractors.once import once
from extractors.people.zones import is_long_place
from extractors.roles.behalf import BehalfModel, behalf_odds, load_behalf_model
from extractors.roles.role_chances import ASKED, RoleModel, load_role_model, role_chances
from extractors.story.reason_chances import (
    SAYING_WHY,
    ReasonModels,
    load_reason_models,
    reason_odds,
)
from extractors.story.sentence_traits import sentence_traits
from extractors.text.gazetteer import fold, is_first_name, is_place

Traits = Mapping[str, float]

NO_RIVAL = 0.3  # how far ahead a value counts that has no rival, and the most that counts
MOST_PLACES = 4
_PERHAPS = -2.0  # log odds that somebody is the client, from which on he may be
MOST_TOLD = 4.0  # how far ahead the words around a value can be, as log odds
LONG_NAME = 5  # words
SHORTEST_STREET = 3  # letters: less is what a stamp left of "Postbus"
OLD_DAYS = 366
PLACE_READ = 0.9  # at least, of a word that is a place
# Letters that scanners take for figures and the other way round, with a figure beside them.
_MIXED = re.compile(r"\d[OoIlSBZ]|[OoIlSBZ]\d|[a-z]\d|\d[a-z]")
_ODD = re.compile(r"[^\w .,'\u2019()/&-]|\d")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.\s?)+[A-Za-z]")
_SOURCES = frozenset({"gelabeld", "afzenderblok", "onder_sluiting", "lopende_tekst"})
_OF_WRITER = frozenset({"afzenderblok", "onder_sluiting"})
# A first initial that scanners take for another: "I.", "L.", "J.", "T.".
_ALIKE = re.compile(r"[ILJT]\.")
_RUN = re.compile(r"\d+|[A-Z]{2}(?=\W*$)")
_CODED = re.compile(r"\d|^[A-Z]{2}\W?$")
# "1e Oosterparkstraat", "Plein 1944": figures that belong to a street.
_NUMBERED_STREET = re.compile(r"^\d{1,2}e\b|\b1[89]\d\d(?:[-/]1[89]\d\d)?$")
# "Hengelo (OV)": which of the towns of one name.
_PROVINCE = re.compile(r"\s?\([A-Za-z]{1,3}\.?\)$")
# A place as people write it, and not the label of what stands behind it.
_NAMED = re.compile(
    r"(?!(?i:tel|mob|datum|bsn|kenm|betr|onderw|e-?mail|post|geb|relatie|klant|fax|iban)\w*)"
    r"['\u2018\u2019]?[A-Za-z][\w'\u2019-]{2,}(?:[ -][\w'\u2019-]+){0,3}(?:\s?\([\w. -]+\))?"
)
# "12-11" may be "12-II".
_DOUBTFUL_SUFFIX = re.compile(r"[-/ ]1{2,3}$|[-/ ][Il|]+1")
# Nor is "1043" another number: no letter looks like a 3, a 7 or a 9.
_LIKE_LETTER = re.compile(r"\d{3,}[0124568]")
_NUMBERS = frozenset(
    {ElementId.BSN, ElementId.KENMERK, ElementId.RELATIENUMMER, ElementId.TELEFOON}
)
_DATES = frozenset({ElementId.DATUM, ElementId.BESLUITDATUM})


@dataclass(frozen=True)
class View:
    """A reading with what is looked up in it again and again."""

    reading: Reading
    roles: RoleModel = field(default_factory=load_role_model)
    reasons: ReasonModels = field(default_factory=load_reason_models)
    behalf: BehalfModel = field(default_factory=load_behalf_model)

    @cached_property
    def pages(self) -> Mapping[int, LetterPage]:
        """The pages of the letter by their number in the file."""
        return {page.page.number: page for page in self.reading.letter.pages}

    @cached_property
    def text(self) -> str:
        """The letters and figures of the letter's own pages, to count repetitions in."""
        return plain(" ".join(line.text for line in self.reading.letter.lines))

    @cached_property
    def is_represented(self) -> bool:
        """Tell whether somebody else seems to write for the client."""
        names = self.reading.candidates.get(ElementId.NAAM, ())
        told = self.reading.signal("namens_ander") is not None
        return told or any(each.role == "vertegenwoordiger" for each in names)

    def first(self, element: ElementId) -> Candidate | None:
        """Return the best candidate of an element."""
        return next(iter(self.reading.candidates.get(element, ())), None)


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Return the letters and figures of a text.

    >>> plain("A.B. de Vries")
    'abdevries'
    """
    return fold(text).replace(" ", "")


def words_of(value: Value) -> str:
    """Return a value as one string."""
    if isinstance(value, Address):
        return f"{value.straat} {value.huisnummer} {value.postcode} {value.plaats}"
    return value.naam if isinstance(value, Contact) else str(value)


def traits_of(
    view: View, element: ElementId, candidate: Candidate, others: Sequence[Candidate]
) -> Traits:
    """Return the traits of one candidate beside the others of its element."""
    found = dict(_found(view, candidate, others))
    found.update(_told(view, element, candidate, others))
    found.update(_read(view, candidate))
    found.update(_placed(view, candidate))
    shape = _SHAPES.get(element)
    return {**found, **(shape(view, candidate) if shape else {})}


def _found(
    view: View, candidate: Candidate, others: Sequence[Candidate]
) -> Iterator[tuple[str, float]]:
    """Yield what the finder says of it, and how it stands beside what else was found."""
    yield "score", log_odds(candidate.confidence)
    own = plain(words_of(candidate.value))
    # How sure it is who writes for the client takes nothing from who the client is.
    rivals = _rivals(candidate, others)
    best = max((each.confidence for each in rivals), default=None)
    ahead = NO_RIVAL if best is None else candidate.confidence - best
    yield "ahead", min(max(ahead, -NO_RIVAL), NO_RIVAL)
    yield "alone", float(best is None)
    yield "places", math.log2(min(max(len(candidate.evidence), 1), MOST_PLACES))
    yield "echoes", float(min(view.text.count(own), 3)) if len(own) > 3 else 0.0
    yield "represented", float(view.is_represented)
    yield f"role_{candidate.role or 'none'}", 1.0
    for mark in candidate.marks:
        yield f"mark_{mark}", 1.0


def _rivals(candidate: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    return [each for each in _others(candidate, others) if each.role == candidate.role]


def _others(candidate: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with another value."""
    own = plain(words_of(candidate.value))
    return [each for each in others if plain(words_of(each.value)) != own]


def _told(
    view: View, element: ElementId, candidate: Candidate, others: Sequence[Candidate]
) -> Iterator[tuple[str, float]]:
    """Yield what the words in or around it say, and how that stands beside other values."""
    if element in SAYING_WHY:
        yield "reason", reason_odds(view.reading.letter, element, view.reasons)
        # Of many sentences one is sooner taken for a reason.
        yield "sentences", math.log1p(len(sentence_traits(view.reading.letter)))
    if element not in ASKED:
        return
    own = _told_of(view, element, candidate)
    yield "told", own
    # Of all people whom a letter names one is the client, whatever the finders make of the others.
    rivals = _others(candidate, others) if element is ElementId.NAAM else _rivals(candidate, others)
    best = max((_told_of(view, element, each) for each in rivals), default=-MOST_TOLD)
    yield "told_ahead", min(max(own - best, -MOST_TOLD), MOST_TOLD)


@once
def _told_of(view: View, element: ElementId, candidate: Candidate) -> float:
    """Return the log odds that what stands around a candidate makes it the element."""
    chances = role_chances(view.reading.letter, element, candidate, view.roles)
    return log_odds(max(chances)) if chances else 0.0


def _read(view: View, candidate: Candidate) -> Traits:
    """Return how well it was read: 0 is perfect."""
    words = [word for place in candidate.evidence[:1] for word in _words_in(view, place)]
    sure = [_sureness(word) for word in words]
    sizes = [len(word.text) for word in words]
    weight = sum(sizes)
    mean = sum(map(operator.mul, sizes, sure)) / weight if weight else 1.0
    pages = [view.pages[place.page] for place in candidate.evidence[:1] if place.page in view.pages]
    return {
        "unread": 1.0 - mean,
        "weakest": 1.0 - min(sure, default=1.0),
        "scanned": float(any(page.page.source is TextSource.OCR for page in pages)),
        "illegible": 1.0 - view.reading.legibility,
        "handwritten": float(view.reading.handwritten),
    }


def _sureness(word: Word) -> float:
    """Return how surely a word was read: an engine is never sure of "'s-Hertogenbosch"."""
    if word.confidence >= PLACE_READ or not is_long_place(word.text):
        return word.confidence
    return PLACE_READ


def _words_in(view: View, place: Evidence) -> list[Word]:
    page = view.pages.get(place.page)
    if page is None:
        return []
    middles, words = _by_height(page.page)
    level = words[bisect_left(middles, place.box.top) : bisect_right(middles, place.box.bottom)]
    return [word for _, word in sorted(level) if place.box.contains(word.box)]


@once
def _by_height(page: Page) -> tuple[Sequence[float], Sequence[tuple[int, Word]]]:
    """Return the middles of the words and the words, numbered, from top to bottom.

    Of a hundred words few stand at the height of one place.
    """
    words = sorted(enumerate(page.words), key=lambda each: each[1].box.center[1])
    return [word.box.center[1] for _, word in words], words


def _placed(view: View, candidate: Candidate) -> dict[str, float]:
    """Return where it stands."""
    place = next(iter(candidate.evidence), None)
    page = view.pages.get(place.page) if place else None
    if place is None or page is None:
        return {"nowhere": 1.0}
    own = view.reading.letter.own_pages
    block = _block_at(page, place.box)
    return {
        f"in_{block}": 1.0,
        "low": place.box.top / page.page.height,
        "later_page": float(bool(own) and page is not own[0]),
        "enclosed": float(page not in own),
    }


def _block_at(page: LetterPage, box: Box) -> str:
    return next((b.role.value for b in page.blocks if b.box.overlaps(box)), "none")


def _of_number(view: View, candidate: Candidate) -> Traits:
    del view
    value = str(candidate.value)
    figures = sum(char.isdigit() for char in value)
    return {
        "figures": figures / max(len(value), 1),
        "length": len(value) / 10.0,
        "mixed": float(bool(_MIXED.search(value))),
        "retyped": float(plain(candidate.text) != plain(value)),
    }


def _of_name(view: View, candidate: Candidate) -> Traits:
    words = words_of(candidate.value).split()
    last = plain(words[-1]) if words else ""
    # A name that was mended stands in the letter as it was misread.
    read = plain(candidate.text.split()[-1]) if candidate.text.split() else ""
    mails = view.reading.candidates.get(ElementId.EMAIL, ())
    return {
        "one_word": float(len(words) < 2),
        "long": float(len(words) >= LONG_NAME),
        "initials": float(bool(_INITIALS.match(words_of(candidate.value)))),
        "known_name": float(bool(words) and is_first_name(words[0])),
        "odd": float(bool(_ODD.search(words_of(candidate.value)))),
        "sources": math.log2(max(len(candidate.marks & _SOURCES), 1)),
        "surname_echoes": float(min(_echoes(view, last) or _echoes(view, read), 3)),
        "alike": float(
            is_scanned(view, candidate) and bool(_ALIKE.match(words[0] if words else ""))
        ),
        "in_mail": float(len(last) > 3 and any(last in plain(str(m.value)) for m in mails)),
    }


def _of_client(view: View, candidate: Candidate) -> Traits:
    """Return what a name is like, and whether who stands in its place is whose matter it is."""
    for_other = behalf_odds(view.reading.letter, view.behalf)
    name = "named_for_other"
    if candidate.marks & _OF_WRITER:
        # Who writes for "mijn man", and names nobody, is the only one whom the letter names.
        name = "writer_for_other" if _may_be_another(view, candidate) else "writer_for_unnamed"
    return {**_of_name(view, candidate), name: for_other}


def _may_be_another(view: View, candidate: Candidate) -> bool:
    """Tell whether the words around anybody else's name may make that one the client."""
    own = plain(words_of(candidate.value))
    others = view.reading.candidates.get(ElementId.NAAM, ())
    return any(
        _told_of(view, ElementId.NAAM, each) >= _PERHAPS
        for each in others
        if each.confidence >= SEEN and plain(words_of(each.value)) != own
    )


def _echoes(view: View, surname: str) -> int:
    """Return how often a surname stands in the letter."""
    return view.text.count(surname) if len(surname) > 2 else 0


def is_scanned(view: View, candidate: Candidate) -> bool:
    """Tell whether the best place of a candidate was read from a picture."""
    pages = (view.pages.get(place.page) for place in candidate.evidence[:1])
    return any(page is not None and page.page.source is TextSource.OCR for page in pages)


def _of_address(view: View, candidate: Candidate) -> Traits:
    address = candidate.value
    if not isinstance(address, Address):
        return {}
    parts = (address.straat, address.huisnummer, address.postcode, address.plaats)
    scanned = is_scanned(view, candidate)
    return {
        "gaps": float(sum(not part for part in parts)),
        "odd": float(
            bool(_ODD.search(_NUMBERED_STREET.sub("", address.straat)))
            or bool(_ODD.search(address.plaats))
            or 0 < len(plain(address.straat)) < SHORTEST_STREET
        ),
        # a text layer has no doubt about a hamlet; on a scan it may be a town that was misread
        "unknown_place": float(
            (scanned or not _NAMED.fullmatch(address.plaats))
            and not is_place(_PROVINCE.sub("", address.plaats))
        ),
        "weakest_figures": 1.0 - min(_figures_read(view, candidate, address), default=1.0),
        "doubtful_suffix": float(scanned and bool(_DOUBTFUL_SUFFIX.search(address.huisnummer))),
        # a text layer has no doubt about "Rijksweg 1208"; on a scan it may be "120B"
        "long_number": float(scanned and bool(_LIKE_LETTER.fullmatch(address.huisnummer))),
    }


def _figures_read(view: View, candidate: Candidate, address: Address) -> list[float]:
    """Return how surely figures and a postcode's letters were read, in the best of the places."""
    return max(
        (
            [word.confidence for word in _coded(_words_in(view, place), address)]
            for place in candidate.evidence
        ),
        key=lambda sure: (bool(sure), min(sure, default=0.0)),
        default=[],
    )


def _coded(words: Sequence[Word], address: Address) -> list[Word]:
    """Return the words of the house number and the postcode.

    Specks and labels between them ("(adres) 5") and "1e" of a street say nothing, when each part
    was read elsewhere.
    """
    coded = [word for word in words if _CODED.search(word.text)]
    parts = {*_runs(address.huisnummer), *address.postcode.split()}
    own = [word for word in coded if parts.intersection(_runs(word.text))]
    read = {run for word in own for run in _runs(word.text)}
    return own if parts <= read else coded


def _runs(text: str) -> list[str]:
    return _RUN.findall(text)


def _of_date(view: View, candidate: Candidate) -> Traits:
    """Return how the date stands beside the other dates of the letter."""
    written, decided = view.first(ElementId.DATUM), view.first(ElementId.BESLUITDATUM)
    pair = [each.value for each in (written, decided) if each is not None]
    known = [value for value in pair if isinstance(value, dt.date)]
    value = candidate.value
    if not isinstance(value, dt.date):
        return {"no_date": 1.0}
    # The head of an e-mail has "Aan:" and "Verzonden:" below each other: the label says what it is.
    named = {"in_addressee": 0.0} if "gelabeld" in candidate.marks else {}
    return named | {
        "reversed": float(len(known) == 2 and known[0] < known[1]),
        "old": float(bool(known) and (max(known) - value).days > OLD_DAYS),
        "later": float(written is not None and _is_later(value, written.value)),
    }


def _is_later(day: dt.date, other: Value) -> bool:
    return isinstance(other, dt.date) and day > other


def _of_mail(view: View, candidate: Candidate) -> Traits:
    value = str(candidate.value)
    every = view.reading.candidates.get(ElementId.NAAM, ())
    names = [each for each in every if each.role != NAMED]
    lasts = [
        plain(words_of(each.value).split()[-1]) for each in names if words_of(each.value).split()
    ]
    user = value.split("@", maxsplit=1)[0]
    parts = [part for part in re.split(r"[._-]", user.rstrip("0123456789")) if part]
    is_numbered = user[-1:].isdigit()
    # The name may be nobody's of the letter by rule, but stand beside the address.
    wholes = [plain(words_of(each.value)) for each in names]
    last = next((part for part in map(plain, reversed(parts)) if len(part) > 2), "")
    # Where the address stands twice, it may have been misread twice.
    mentions = max(view.text.count(plain(value)), 1)
    own = bool(last) and (any(last in each for each in wholes) or view.text.count(last) > mentions)
    scanned = is_scanned(view, candidate)
    return {
        # "j.smit", "smit.j" and "smit12" are made of the name; "jsmit" may have lost a dot, unless
        # looks at the address saw it alike
        "unexplained": float(
            scanned
            and not (own and (len(parts) > 1 or is_numbered))
            and "gelijk_gezien" not in candidate.marks
        ),
        "mixed": float(bool(_MIXED.search(value))),
        "named": float(any(len(last) > 3 and last in plain(user) for last in lasts)),
        "retyped": float(plain(candidate.text) != plain(value)),
    }


_SHAPES: Mapping[ElementId, Callable[[View, Candidate], Traits]] = {
    **dict.fromkeys(_NUMBERS, _of_number),
    **dict.fromkeys(_DATES, _of_date),
    ElementId.NAAM: _of_client,
    ElementId.CONTACTPERSOON: _of_name,
    ElementId.ADRES: _of_address,
    ElementId.EMAIL: _of_mail,
}
