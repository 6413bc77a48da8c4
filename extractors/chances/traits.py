"""What a candidate is like, in numbers: all that the chance of being right may depend on.

Traits are about how it was read, where it stands, what else was found and what it looks like. None
of them knows a rule of law. A new trait has an effect once the model is learnt again.
"""

import math
import operator
from collections.abc import Iterator, Sequence

from extractors.chances.shapes import SHAPES
from extractors.chances.view import Traits, View, plain, told_of, words_in, words_of
from extractors.document import Box, LetterPage, TextSource, Word
from extractors.element import Candidate, ElementId
from extractors.learnt.odds import log_odds
from extractors.once import once
from extractors.people.persons.person import Person, is_same_person
from extractors.people.persons.reading import parse_person
from extractors.people.zones import is_long_place
from extractors.roles.role_chances import ASKED
from extractors.story.reason_chances import SAYING_WHY, reason_odds
from extractors.story.sentence_traits import sentence_traits
from extractors.text.gazetteer import is_place

NO_RIVAL = 0.3  # how far ahead a value counts that has no rival, and the most that counts
MOST_PLACES = 4
MOST_TOLD = 4.0  # how far ahead the words around a value can be, as log odds
HARDLY_READ = 0.5  # half of the words that are read so are wrong
PLACE_READ = 0.9  # at least, of a word that is a place


def traits_of(
    view: View, element: ElementId, candidate: Candidate, others: Sequence[Candidate]
) -> Traits:
    """Return the traits of one candidate beside the others of its element."""
    found = dict(_found(view, candidate, others))
    found.update(_told(view, element, candidate, others))
    found.update(_read(view, candidate))
    found.update(_placed(view, candidate))
    shape = SHAPES.get(element)
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
    # Of a letter that names much of its sort, what is chosen is less sure to be it.
    yield "crowd", math.log2(1 + len(_others(candidate, others)))
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


def _people(view: View, candidate: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """Return the others that are other people, neither places nor what is left of a pen."""
    own = words_of(candidate.value)
    return [each for each in _others(candidate, others) if _is_another(view, each, own)]


def _is_another(view: View, candidate: Candidate, name: str) -> bool:
    """Tell whether it names somebody else: "D. Akkerrnan" is "D. Akkerman", badly read."""
    other = words_of(candidate.value)
    if _is_of_pen(view, candidate) or is_place(other):
        return False
    one, two = _person(name), _person(other)
    return one is None or two is None or not is_same_person(one, two)


@once
def _person(name: str) -> Person | None:
    return parse_person(name, lenient=True)


def _is_of_pen(view: View, candidate: Candidate) -> bool:
    """Tell a single word that was hardly read: a pen left it, it is no name."""
    sure = [word.confidence for place in candidate.evidence for word in words_in(view, place)]
    return len(words_of(candidate.value).split()) < 2 and bool(sure) and max(sure) < HARDLY_READ


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
    own = told_of(view, element, candidate)
    yield "told", own
    # Of all people whom a letter names one is the client, whatever the finders make of the others.
    is_name = element is ElementId.NAAM
    rivals = _people(view, candidate, others) if is_name else _rivals(candidate, others)
    best = max((told_of(view, element, each) for each in rivals), default=-MOST_TOLD)
    yield "told_ahead", min(max(own - best, -MOST_TOLD), MOST_TOLD)


def _read(view: View, candidate: Candidate) -> Traits:
    """Return how well it was read: 0 is perfect."""
    words = [word for place in candidate.evidence[:1] for word in words_in(view, place)]
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
