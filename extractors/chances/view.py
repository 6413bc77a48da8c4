"""A reading with what is looked up in it again and again to tell what a candidate is like."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from extractors.document import LetterPage, Page, TextSource, Word
from extractors.element import (
    NAMED,
    Address,
    Candidate,
    Contact,
    ElementId,
    Evidence,
    Reading,
    Value,
)
from extractors.learnt.odds import log_odds
from extractors.learnt.yes_or_no import YesOrNo
from extractors.once import once
from extractors.roles.behalf import load_behalf_model
from extractors.roles.role_chances import RoleModel, load_role_model, role_chances
from extractors.story.reason_chances import ReasonModels, load_reason_models
from extractors.text.gazetteer import fold

Traits = Mapping[str, float]
# Log odds that the words around what is only named make it the element, from which on it may be.
LEAST_TOLD = -1.5


@dataclass(frozen=True)
class View:
    """A reading with what is looked up in it again and again."""

    reading: Reading
    roles: RoleModel = field(default_factory=load_role_model)
    reasons: ReasonModels = field(default_factory=load_reason_models)
    behalf: YesOrNo = field(default_factory=load_behalf_model)

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


@once
def told_of(view: View, element: ElementId, candidate: Candidate) -> float:
    """Return the log odds that what stands around a candidate makes it the element."""
    chances = role_chances(view.reading.letter, element, candidate, view.roles)
    return log_odds(max(chances)) if chances else 0.0


def is_told(view: View, element: ElementId, candidate: Candidate) -> bool:
    """Tell whether a candidate is worth weighing: of what is only named most is something else.

    Nothing is learnt from the others, and they would decide for all.
    """
    return candidate.role != NAMED or told_of(view, element, candidate) >= LEAST_TOLD


def is_scanned(view: View, candidate: Candidate) -> bool:
    """Tell whether the best place of a candidate was read from a picture."""
    pages = (view.pages.get(place.page) for place in candidate.evidence[:1])
    return any(page is not None and page.page.source is TextSource.OCR for page in pages)


def words_in(view: View, place: Evidence) -> list[Word]:
    """Return the words that stand in a place, in their order on the page."""
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
