"""Find what the words around it make an element, though no finder took it for one.

Finders know the ways of writing that somebody thought of. The model of roles was learnt from
letters of many hands and knows others, less surely: what it finds here is no candidate, it only
stands in the way of saying that the letter lacks the element.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from extractors.absence.odd_addresses import PLACED
from extractors.absence.odd_names import OF_ANOTHER
from extractors.absence.odd_numbers import codes_in
from extractors.dates.date_roles import dates_of
from extractors.document import Letter, Line, Span, Text
from extractors.element import Candidate, ElementId, Evidence, evidence_of
from extractors.once import once
from extractors.roles.itself import Sort, people_in
from extractors.roles.role_chances import ASKED, RoleModel, load_role_model, role_chances
from extractors.stamps import find_received

# From which chance on; chosen on letters of writers that the model did not see.
LEAST: Mapping[ElementId, float] = {
    ElementId.DATUM: 0.15,
    ElementId.BESLUITDATUM: 0.1,
    ElementId.RELATIENUMMER: 0.15,
    ElementId.NAAM: 0.3,
    ElementId.ADRES: 0.5,
}
# Of the other dates a rule knows what they are: of a stamp, of what happened, of a term. A decision
# that came on a day may be dated so as well: "Op 3 mei kreeg mijn toeslag zijn definitieve hoogte".
_UNTOLD = {
    ElementId.DATUM: frozenset({"", "verzonden"}),
    ElementId.BESLUITDATUM: frozenset({"", "verzonden", "ontvangen"}),
}


def find_told(letter: Letter, element: ElementId, model: RoleModel | None = None) -> Iterator[Span]:
    """Yield the places whose words make them the element, as they stand in the letter."""
    if element not in LEAST:
        return
    for span in _spans_of(letter, element):
        place = Candidate(span.text, span.text, evidence_of(span), LEAST[element])
        chances = role_chances(letter, element, place, model or load_role_model())
        if max(chances, default=0.0) >= LEAST[element]:
            yield span


def _spans_of(letter: Letter, element: ElementId) -> Iterable[Span]:
    if element in _UNTOLD:
        return _dates(letter, _UNTOLD[element])
    return _spans(letter, ASKED[element][0])


@once
def _spans(letter: Letter, sort: Sort) -> tuple[Span, ...]:
    return tuple(_SPANS[sort](letter))


def _dates(letter: Letter, roles: Collection[str]) -> Iterator[Span]:
    stamped = {place for each in find_received(letter) for place in each.evidence}
    for each in dates_of(letter):
        in_stamp = any(_holds(place, each.span) for place in stamped)
        if each.role in roles and not in_stamp:
            yield each.span


def _holds(place: Evidence, span: Span) -> bool:
    return any(page == place.page and place.box.contains(box) for page, box in span.boxes())


def _numbers(letter: Letter) -> Iterator[Span]:
    for line in letter.lines:
        yield from (_span(line, start, end) for start, end in codes_in(line.text))


def _people(letter: Letter) -> Iterator[Span]:
    for line in letter.lines:
        for start, end in people_in(line):
            if not OF_ANOTHER.search(line.text[:start]):
                yield _span(line, start, end)


def _addresses(letter: Letter) -> Iterator[Span]:
    for line in letter.lines:
        yield from (_span(line, *match.span()) for match in PLACED.finditer(line.text))


def _span(line: Line, start: int, end: int) -> Span:
    return Text.of([line]).span(start, end)


_SPANS: Mapping[Sort, Callable[[Letter], Iterator[Span]]] = {
    Sort.NUMBER: _numbers,
    Sort.PERSON: _people,
    Sort.ADDRESS: _addresses,
}
