"""Find what stands on the page and nobody explained: it may be an element that was not found.

Absence is a claim. A careful clerk says that a letter names no date, reference or provider only
when nothing is left on it that could be one: a date in an odd form, a code that no label tells, a
name. What is found here is no candidate; it only stands in the way of "this is not in the letter".
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.absence.odd_addresses import find_placed_addresses, find_told_addresses
from extractors.absence.odd_dates import (
    NOT_SAID,
    find_cut_dates,
    find_damaged_dates,
    find_open_dates,
    find_relative_dates,
    find_short_dates,
    find_told_dates,
)
from extractors.absence.odd_names import find_open_names
from extractors.absence.odd_numbers import codes_in
from extractors.absence.odd_steps import find_open_outcomes, find_open_steps
from extractors.absence.told_by_words import find_told
from extractors.absence.told_reasons import find_told_reason
from extractors.dates.date_roles import NO_YEAR, RoledDate
from extractors.dates.dates import MONTHS, find_dates
from extractors.document import Block, BlockRole, Letter, Line, Span, Text, of_line
from extractors.element import Candidate, ElementId, evidence_of
from extractors.language import load_words
from extractors.numbers.other_numbers import (
    is_explained,
    is_named_near,
    is_no_client_number,
    is_no_code,
    is_own,
    is_told_of_another,
    letters_before,
)
from extractors.people.persons.person import is_organisation
from extractors.people.persons.reading import find_persons, parse_person
from extractors.story.passages import addressee_of, body_of
from extractors.story.providers import is_office
from extractors.text.gazetteer import is_first_name, is_place
from extractors.text.spelling import fold

Found = Mapping[ElementId, Sequence[Candidate]]

ROLE = "onverklaard"
CONFIDENCE = 0.4  # below an even chance: it may be, and mostly is not
SEEN = 0.3  # what was found less surely explains nothing
FIRM = 0.55  # less surely, figures may as well be a date, or a code of another sort
# Each of these stands at a place of its own; a passage holds what other elements are.
VALUES = frozenset({
    ElementId.DATUM, ElementId.NAAM, ElementId.ADRES, ElementId.BSN, ElementId.RELATIENUMMER,
    ElementId.BESLUITDATUM, ElementId.KENMERK, ElementId.CONTACTPERSOON, ElementId.EMAIL,
    ElementId.TELEFOON, ElementId.ZORGAANBIEDER,
})  # fmt: skip
DATES = frozenset({ElementId.DATUM, ElementId.BESLUITDATUM})
NOT_OF_SENDER = frozenset({BlockRole.ADDRESSEE, BlockRole.ATTACHMENTS, BlockRole.LETTERHEAD})
OF_SENDER = frozenset({BlockRole.SENDER, BlockRole.CLOSING})
NAME_WORDS = 5  # in a line that is nothing but a name
DATED_LINE = 8  # words: longer lines are running text, where nobody dates a letter
PUT_OFF = "pro_forma"  # the mark of what says that the grounds follow

# Nine figures as people group them, of which letters were made.
_BSN_SHAPE = re.compile(
    # Two capitals side by side, or one in front, are of a reference.
    r"(?<![\w.,/@-])(?!\S*[A-Z]{2}|[AC-HJ-NP-RT-Y])"
    r"(?:\w{3}[ .]\w{3}[ .]\w{3}|\w{4}[ .-]\w{2}[ .-]\w{3}|\w{9})(?![\w@-])"
)
MOST_LETTERS = 2
# Behind the label stand some of the figures; a fold or a stamp took the others.
_BSN_LOST = re.compile(
    r"(?i)\b(?:bsn|burgerservice\w*)\b[^\d\n]{0,25}(?P<figures>\d[\d .]{1,8})\W*$"
)

# A number of which no word says whose or what it is: offices give clients such ones.
_CLIENT_NUMBER = re.compile(r"(?<![\w.,/@+-])[1-9]\d{2,4}[ .]?\d{3,5}(?![\w@-]|[.,/]\d)")
_OF_CASE = re.compile(
    r"(?i)\b(?:kenmerk|zaak|besluit|beschikking|dossier)\w*[\s.:()#-]*(?:\w+[\s.:]+)?$"
)

# "S.J. ult den Bogaard": initials, and a word with a capital soon after.
_INITIALS = re.compile(r"^(?:\w{1,5}[.:]?\s)?(?:[^\W\d_]\.\s?){1,5}(?:\w+\s){0,3}[A-Z][\w'-]{2,}")
_NAME = re.compile(
    r"(?<![\w.@])[A-Z\u00c0-\u00dd][\w'\u2019&-]{2,}(?:\s[A-Z\u00c0-\u00dd][\w'\u2019&-]+)*"
)
_OF_PERSON = re.compile(
    r"(?i)\b(?:mevrouw|mevr|mw|meneer|mijnheer|heer|dhr|hr|dokter|dr|drs|mr|zuster|broeder|familie|fam|"
    r"juffrouw|vader|moeder|man|vrouw|zoon|dochter|zus|broer|partner|oma|opa|ik|namens|collega)\b\.?"
    r"(?:\s(?:van|de|der|den|ten|ter|el|al|'t))*\s*$|\b[A-Z]\.(?:\s(?:van|de|der|den))*\s*$"
)
# "Krimpen aan de Lek", "Laan van de Vrede 12".
_OF_PLACE = re.compile(r"\b[A-Z]\w+\s(?:aan (?:de|den|het)|op|bij|onder|van(?: de[nr]?| het)?)\s$")
_OF_STREET = re.compile(r"(?:\s(?:van|de|der|den|het|[A-Z][\w-]+)){0,4}\s?\d|,?\s?\d{4}\s?[A-Z]{2}")
_OF_LAW = re.compile(r"(?i)\s(?:wet|ombudsman|wetboek|besluit|verordening|grondwet)\b")


@dataclass(frozen=True, slots=True)
class _Read:
    """A letter with the places of what was found in it, for each element."""

    letter: Letter
    found: Found

    def explains(self, line: Line, start: int, end: int, *, least: float = SEEN) -> bool:
        """Tell whether part of a line is an element already, be it the sender's own number."""
        return self.holds(of_line(line).span(start, end), least=least)

    def holds(self, span: Span, *, least: float = SEEN) -> bool:
        """Tell whether a word of a span is of an element already."""
        words = [(word.box, page) for word, page in zip(span.words, span.pages, strict=True)]
        return any(
            any(place.page == page and place.box.contains(box) for box, page in words)
            for element, candidates in self.found.items()
            if element in VALUES
            for each in candidates
            if each.confidence >= least or _says_what_it_is(element, each)
            for place in each.evidence
        )


def _says_what_it_is(element: ElementId, candidate: Candidate) -> bool:
    """Tell a number that is explained, though it is the sender's own or somebody else's."""
    is_bsn = element is ElementId.BSN and "gelabeld" in candidate.marks
    return is_bsn or "van_afzender" in candidate.marks


def find_unexplained(letter: Letter, found: Found) -> Mapping[ElementId, Candidate]:
    """Return, for each element that may be there unseen, the first place where it may be."""
    read = _Read(letter, found)
    first = {element: next(_looked(read, element), None) for element in _LOOKS}
    return {element: each for element, each in first.items() if each is not None}


def _looked(read: _Read, element: ElementId) -> Iterator[Candidate]:
    yield from _LOOKS[element](read)
    # A decision may have come on the day that it bears: that alone is not the day of it.
    found = (each for each in read.found.get(element, ()) if each.role != "ontvangen")
    if any(each.confidence >= SEEN for each in found):
        return  # not absent
    for span in find_told(read.letter, element):
        # A date may be of two things: the finders took the only one of a letter for the other.
        if element in DATES or not read.holds(span):
            yield _of_span(span, _date_in(span) if element in DATES else span.text)


def _date_in(span: Span) -> str | dt.date:
    found = find_dates(span.text, default_year=None)
    return found[0].date if found else ""


def _candidate(line: Line, start: int, end: int, *, is_value: bool = False) -> Candidate:
    span = Text.of([line]).span(start, end)
    value = span.text if is_value else ""
    return Candidate(value, span.text, evidence_of(span), CONFIDENCE, ROLE)


def _said(letter: Letter) -> Iterator[tuple[Block, Line]]:
    for block in letter.blocks:
        if block.role not in NOT_SAID:
            yield from ((block, line) for line in block.lines)


def _maybe_datum(read: _Read) -> Iterator[Candidate]:
    for line, start, end in find_damaged_dates(read.letter):
        is_short = len(line.words) <= DATED_LINE
        if is_short and not read.explains(line, start, end, least=FIRM):
            yield _candidate(line, start, end)
    yield from map(_of_date, find_told_dates(read.letter))
    yield from map(_of_span, find_cut_dates(read.letter))


def _of_date(dated: RoledDate) -> Candidate:
    return _of_span(dated.span, "" if dated.found.date.year == NO_YEAR else dated.found.date)


def _maybe_adres(read: _Read) -> Iterator[Candidate]:
    placed = (span for span in find_placed_addresses(read.letter) if not read.holds(span))
    yield from map(_of_span, (*placed, *find_told_addresses(read.letter)))


def _maybe_naam(read: _Read) -> Iterator[Candidate]:
    for block, line in _said(read.letter):
        if block.role in NOT_OF_SENDER or is_organisation(line.text):
            continue
        initials = _INITIALS.search(line.text) if block.role in OF_SENDER else None
        person = parse_person(line.text) if len(line.words) <= NAME_WORDS else None
        if initials is not None or (person is not None and person.is_full):
            end = initials.end() if initials is not None else len(line.text)
            yield _candidate(line, 0, end, is_value=True)
    yield from (_of_span(span) for span in find_open_names(read.letter) if not read.holds(span))


def _of_span(span: Span, value: str | dt.date = "") -> Candidate:
    return Candidate(value, span.text, evidence_of(span), CONFIDENCE, ROLE)


def _maybe_besluitdatum(read: _Read) -> Iterator[Candidate]:
    own = _own_date(read)
    yield from map(_of_date, find_open_dates(read.letter, own))
    yield from map(_of_span, find_relative_dates(read.letter))
    yield from map(_of_span, find_short_dates(read.letter, own))
    for line, start, end in find_damaged_dates(read.letter):
        if own is not None or len(line.words) > DATED_LINE:
            yield _candidate(line, start, end)


def _own_date(read: _Read) -> dt.date | None:
    """Return the latest date that may be the letter's own, None when it has no full one."""
    dated = read.found.get(ElementId.DATUM, ())
    full = [each.value for each in dated if "zonder_dag" not in each.marks]
    return max((value for value in full if isinstance(value, dt.date)), default=None)


def _maybe_kenmerk(read: _Read) -> Iterator[Candidate]:
    above = ""
    addressed = addressee_of(read.letter)
    for block, line in _said(read.letter):
        if block.role in {BlockRole.ADDRESSEE, BlockRole.ATTACHMENTS}:
            continue
        above = above if line is not block.lines[0] else ""
        lead, above = above, f"{above} {line.text}"
        for start, end in codes_in(line.text):
            is_code = _is_code(line.text, start, end, above=lead, addressed=addressed)
            if is_code and not read.explains(line, start, end, least=FIRM):
                yield _candidate(line, start, end, is_value=True)


def _is_code(text: str, start: int, end: int, *, above: str, addressed: str) -> bool:
    code = text[start:end]
    # The word that explains it may end the line above: "BIG" / "29048812725".
    before = f"{above} {text[:start]}{letters_before(code)}"
    near = text[:start]
    if is_no_code(code) or is_named_near(near) or is_own(near) or is_explained(before):
        return False
    return not is_told_of_another(before, "", addressed)


def _maybe_relatienummer(read: _Read) -> Iterator[Candidate]:
    for _, line in _said(read.letter):
        for match in _CLIENT_NUMBER.finditer(line.text):
            before = line.text[: match.start()]
            other = _OF_CASE.search(before) or is_no_client_number(before)
            if not (other or read.explains(line, *match.span())):
                yield _candidate(line, *match.span(), is_value=True)


def _maybe_bsn(read: _Read) -> Iterator[Candidate]:
    for _, line in _said(read.letter):
        lost = _BSN_LOST.search(line.text)
        if lost is not None and not read.explains(line, *lost.span("figures")):
            yield _candidate(line, *lost.span("figures"))
        for match in _BSN_SHAPE.finditer(line.text):
            letters = sum(map(str.isalpha, match.group()))
            if 0 < letters <= MOST_LETTERS and not read.explains(line, *match.span()):
                yield _candidate(line, *match.span())


def _maybe_ondernomen(read: _Read) -> Iterator[Candidate]:
    yield from map(_of_span, find_open_steps(read.letter))


def _maybe_resultaat(read: _Read) -> Iterator[Candidate]:
    yield from map(_of_span, find_open_outcomes(read.letter))


def _maybe_zorgaanbieder(read: _Read) -> Iterator[Candidate]:
    body = body_of(read.letter)
    for sentence in body.sentences:
        words = body.wording(sentence)
        people = [(each.start, each.end) for each in find_persons(words)]
        for match in _NAME.finditer(words):
            start, end = match.span()
            is_person = any(first < end and start < last for first, last in people)
            if not is_person and _is_named_so(words[:start], words[end:]) and _is_own(match[0]):
                span = body.text.span(sentence.start + start, sentence.start + end)
                yield Candidate(span.text, span.text, evidence_of(span), CONFIDENCE, ROLE)


def _is_named_so(before: str, after: str) -> bool:
    """Tell a name inside a sentence from its first word, a person, a street and a law."""
    if not before.strip() or before.rstrip()[-1] in ".:!?\"'\u201c\u201d\u2018*\u2022-)":
        return False
    is_other = _OF_PERSON.search(before) or _OF_PLACE.search(before)
    return not (is_other or _OF_STREET.match(after) or _OF_LAW.match(after))


def _is_own(name: str) -> bool:
    if name.isupper() or is_office(name) or is_place(name):
        return False
    return not any(
        is_first_name(word) or is_place(word) or fold(word) in _known() for word in name.split()
    )


@cache
def _known() -> frozenset[str]:
    lists = ("geen_zorgnaam", "geen_naambegin", "zinsopeners")
    return frozenset(MONTHS).union(*(load_words(name) for name in lists))


def _maybe_reason(element: ElementId) -> Callable[[_Read], Iterator[Candidate]]:
    """Return a look for a reason in a letter in which finders found nothing like one.

    Nor one that they took for an announcement, where they found nothing but that and bare words.
    """

    def look(read: _Read) -> Iterator[Candidate]:
        found = read.found.get(element, ())
        is_put_off = all(each.marks for each in found) and any(PUT_OFF in x.marks for x in found)
        is_open = not found or is_put_off
        span = find_told_reason(read.letter, element) if is_open else None
        if span is not None:
            yield _of_span(span, span.text)

    return look


_LOOKS: Mapping[ElementId, Callable[[_Read], Iterator[Candidate]]] = {
    ElementId.DATUM: _maybe_datum,
    ElementId.NAAM: _maybe_naam,
    ElementId.ADRES: _maybe_adres,
    ElementId.BSN: _maybe_bsn,
    ElementId.RELATIENUMMER: _maybe_relatienummer,
    ElementId.BESLUITDATUM: _maybe_besluitdatum,
    ElementId.KENMERK: _maybe_kenmerk,
    ElementId.ZORGAANBIEDER: _maybe_zorgaanbieder,
    ElementId.ONDERBOUWING: _maybe_reason(ElementId.ONDERBOUWING),
    ElementId.OMSCHRIJVING: _maybe_reason(ElementId.OMSCHRIJVING),
    ElementId.ONDERNOMEN: _maybe_ondernomen,
    ElementId.RESULTAAT: _maybe_resultaat,
}
