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

from rapidfuzz.distance import Levenshtein

from extractors.contacts import is_phone
from extractors.date_roles import NO_YEAR, RoledDate, dates_of, yearless_of
from extractors.dates import MONTHS, find_dates
from extractors.document import Block, BlockRole, Letter, Line, Text
from extractors.element import Candidate, ElementId, evidence_of
from extractors.gazetteer import is_first_name, is_place
from extractors.language import load_words
from extractors.passages import body_of
from extractors.persons.person import is_organisation
from extractors.persons.reading import find_persons, parse_person
from extractors.providers import is_office
from extractors.spelling import fold

Found = Mapping[ElementId, Sequence[Candidate]]

ROLE = "onverklaard"
CONFIDENCE = 0.4  # below an even chance: it may be, and mostly is not
SEEN = 0.3  # what was found less surely explains nothing
FIRM = 0.5  # figures that may be a date are a number when they are so surely
# Each of these stands at a place of its own; a passage holds what other elements are.
VALUES = frozenset({
    ElementId.DATUM, ElementId.NAAM, ElementId.ADRES, ElementId.BSN, ElementId.RELATIENUMMER,
    ElementId.BESLUITDATUM, ElementId.KENMERK, ElementId.CONTACTPERSOON, ElementId.EMAIL,
    ElementId.TELEFOON, ElementId.ZORGAANBIEDER,
})  # fmt: skip
# Stamps and small print are not the sender's.
NOT_SAID = frozenset({BlockRole.STAMP, BlockRole.FOOTER})
NOT_OF_SENDER = frozenset({BlockRole.ADDRESSEE, BlockRole.ATTACHMENTS, BlockRole.LETTERHEAD})
NAME_WORDS = 5  # in a line that is nothing but a name
DATED_LINE = 8  # words: longer lines are running text, where nobody dates a letter

# Figures that were a date before a sign got lost or a figure became a letter.
_D = r"[0-9OolISZB]"
_BROKEN = re.compile(
    rf"(?<![\w.,/-])(?P<day>{_D}{{1,2}})[^\w\s,\u20ac()]{{0,2}}(?P<month>{_D}{{1,2}})"
    rf"[^\w\s,\u20ac()]{{0,2}}(?P<year>(?:19|20|2O|l9){_D}{{2}})(?![\w-])"
    rf"|(?<![\w.,/-])(?P<d>{_D}{{1,2}})\s?[^\w\s,\u20ac()]\s?(?P<m>{_D}{{1,2}})"
    rf"\s?[^\w\s,\u20ac()]\s?(?P<y>\d{{2}})(?![\w-])"
)
_WORDED = re.compile(
    r"(?<![\w.,/-])\d{1,2}(?:e|ste|de)?[\s.,'-]{1,3}(?P<name>[^\W\d_]{2,10})['.,]{0,2}"
    r"(?P<year>[\s,.-]{1,3}(?:20\s?\d\s?\d|['\u2019]\d\d))?(?![\w])"
)
_FIGURES = str.maketrans("OolISZB", "0011528")
MONTH_NAMES = tuple(name for name in MONTHS if len(name) > 4)
_ALIKE = 0.7  # of a word that was to be a month, without a year behind it
_BORN = re.compile(r"(?i)\bgeb|\*\s*$")
_OF_FILE = re.compile(r"(?i)\b(?:docx?|odt|pdf)\b|\b(?:file|https?|about) ?:|\\")
# What these dates are the dates of is settled.
SETTLED = frozenset({
    "geboorte", "ontvangen", "stempel", "afdruk", "voorval", "dossier", "termijn",
})  # fmt: skip
HAPPENED = frozenset({"voorval", "aanvraag"})
LONG_AGO = 3  # years before the letter: nobody objects to a decision so old
# "Ik heb op 3 mei de map gestuurd", "op 3 mei belden wij": the sender did that, no office.
_I_DID = re.compile(r"\b(?:ik|wij|we)\s(?:heb|hebben|ben|zijn|had|hadden|was|waren)\b[^.;:]{0,40}$")
_DID_I = re.compile(r"^\W*(?:\w+\s)?\w+\s(?:ik|wij|we)\b")
# "Het papier van 3 mei", "uw epistel (3-5-2026)": a thing of that day, not something that happened.
_THING_OF = re.compile(r"(?:\b(?:van|d\.?d\.?|gedateerd|datum)|[(:,])\s*(?:\w+dag,?\s)?$")
_OFFICE = re.compile(
    r"\b(?:u|uw|jullie|gemeente|zorgkantoor|kantoor|ciz|brief|post|mail|bericht|besluit|beschikking|"
    r"beslissing|indicatie|afgewezen|geweigerd|kenmerk|staat op)\b"
)
_OBJECTS = re.compile(r"\b(?:tegen|beza+r|bezwa\w+|niet eens|oneens)\b")
_CAME_TO_KNOW = re.compile(r"\b(?:weet|weten|gehoord|hoorde[n]?|lees|lezen|las|gelezen|vernomen)\b")

# What offices number their letters with, and whatever else may be such a number.
_CODE = re.compile(
    r"(?<![\w@./:\u20ac-])(?P<code>[A-Za-z]{0,6}(?:\s?[-/]\s?|\.)?\d\w*(?:(?:\s?[-/]\s?|\.)\w+)*)(?![\w@])"
)
_NO_CODE = re.compile(
    r"(?i)^\d{4}\s?[a-z]{2}$|^nl\d\d|^\d{1,3}(?:\.\d{3}){0,2}$|^\d{1,5}[a-z]{0,4}$|^\d{1,5}[-/]\d{1,4}$"
)
_OTHER_NUMBER = re.compile(
    r"(?i)\b(?:bsn|burgerservice|tel|mobiel|mob|relatie|klant|cli[e\u00eb]nt|polis|geb|iban|rekening|postbus|kvk|"
    r"factuur|sofi|\u20ac|eur|artikel|art|lid|awb|wlz|wmo|agb|pati[e\u00eb]nt|verzekerd|ons|onze|mijn)\w*"
    r"[\s.:()-]*(?:\w+[\s.:]+)?$"
)
FEWEST_FIGURES = 4

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
        words = Text.of([line]).span(start, end).words
        return any(
            place.page == line.page and any(place.box.contains(word.box) for word in words)
            for element, candidates in self.found.items()
            if element in VALUES
            for each in candidates
            if each.confidence >= least or "van_afzender" in each.marks
            for place in each.evidence
        )


def find_unexplained(letter: Letter, found: Found) -> Mapping[ElementId, Candidate]:
    """Return, for each element that may be there unseen, the first place where it may be."""
    read = _Read(letter, found)
    first = {element: next(look(read), None) for element, look in _LOOKS.items()}
    return {element: each for element, each in first.items() if each is not None}


def _candidate(line: Line, start: int, end: int, *, is_value: bool = False) -> Candidate:
    span = Text.of([line]).span(start, end)
    value = span.text if is_value else ""
    return Candidate(value, span.text, evidence_of(span), CONFIDENCE, ROLE)


def _said(letter: Letter) -> Iterator[tuple[Block, Line]]:
    for block in letter.blocks:
        if block.role not in NOT_SAID:
            yield from ((block, line) for line in block.lines)


def _damaged_dates(letter: Letter) -> Iterator[tuple[Line, int, int]]:
    """Yield what was a date once, with its line: no date can be read there."""
    for _, line in _said(letter):
        text = line.text
        if not re.search(r"\d", text) or _OF_FILE.search(text):
            continue
        known = find_dates(text, default_year=2024, impossible=True)
        for match in (*_BROKEN.finditer(text), *_WORDED.finditer(text)):
            start, end = match.span()
            is_known = any(start < each.end and each.start < end for each in known)
            if not is_known and _was_date(match) and not _BORN.search(text[:start]):
                yield line, start, end


def _was_date(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    if "name" in groups:
        name = groups["name"].casefold()
        alike = max(Levenshtein.normalized_similarity(name, month) for month in MONTH_NAMES)
        return bool(groups["year"]) or alike >= _ALIKE
    day, month = groups["day"] or groups["d"], groups["month"] or groups["m"]
    if not any(map(str.isdigit, match.group())):
        return False
    return _in(day, 31) and _in(month, 12)


def _in(figures: str, most: int) -> bool:
    read = figures.translate(_FIGURES)
    return read.isdigit() and 0 < int(read) <= most


def _maybe_datum(read: _Read) -> Iterator[Candidate]:
    for line, start, end in _damaged_dates(read.letter):
        is_short = len(line.words) <= DATED_LINE
        if is_short and not read.explains(line, start, end, least=FIRM):
            yield _candidate(line, start, end)


def _maybe_naam(read: _Read) -> Iterator[Candidate]:
    for block, line in _said(read.letter):
        if block.role in NOT_OF_SENDER or len(line.words) > NAME_WORDS:
            continue
        person = parse_person(line.text)
        if person is not None and person.is_full and not is_organisation(line.text):
            yield _candidate(line, 0, len(line.text), is_value=True)


def _maybe_besluitdatum(read: _Read) -> Iterator[Candidate]:
    every = dates_of(read.letter) or yearless_of(read.letter)
    own = _own_date(read)
    settled = {each.found.date for each in every if each.role in SETTLED}
    for each in every:
        is_own = each.role == "dagtekening" and each.found.date == own
        if each.found.date in settled or is_own or not _may_be_decided(each, own):
            continue
        if _is_open(each, every):
            value = "" if each.found.date.year == NO_YEAR else each.found.date
            places = evidence_of(each.span)
            yield Candidate(value, each.span.text, places, CONFIDENCE, ROLE)
    for line, start, end in _damaged_dates(read.letter):
        if own is not None or len(line.words) > DATED_LINE:
            yield _candidate(line, start, end)


def _own_date(read: _Read) -> dt.date | None:
    """Return the latest date that may be the letter's own, None when it has no full one."""
    dated = read.found.get(ElementId.DATUM, ())
    full = [each.value for each in dated if "zonder_dag" not in each.marks]
    return max((value for value in full if isinstance(value, dt.date)), default=None)


def _may_be_decided(dated: RoledDate, own: dt.date | None) -> bool:
    """Tell whether a decision of that day can be objected to in this letter."""
    if dated.block in NOT_SAID or dated.found.marks & {"zonder_dag", "bestaat_niet"}:
        return False
    if own is None or dated.found.date.year == NO_YEAR:
        return dated.role != "dagtekening"
    return own.year - LONG_AGO <= dated.found.date.year and dated.found.date <= own


def _is_open(dated: RoledDate, every: Sequence[RoledDate]) -> bool:
    """Tell whether a date may be the decision's for all that the letter says of it."""
    if dated.role == "ingang":
        return bool(_CAME_TO_KNOW.search(dated.sentence))
    if dated.role == "aanvraag":
        return bool(_OBJECTS.search(dated.sentence))
    if dated.role in {"dagtekening", "eigen_brief"}:
        return True
    beside = [each for each in every if each.sentence == dated.sentence]
    if dated.role or any(each.role in HAPPENED for each in beside):
        return False
    before, _, after = dated.sentence.partition(dated.span.text.casefold())
    if _I_DID.search(before) or _DID_I.search(after):
        return False
    told = dated.sentence
    return bool(_THING_OF.search(before) or _OFFICE.search(told) or _OBJECTS.search(told))


def _maybe_kenmerk(read: _Read) -> Iterator[Candidate]:
    for block, line in _said(read.letter):
        if block.role in {BlockRole.ADDRESSEE, BlockRole.ATTACHMENTS}:
            continue
        for match in _CODE.finditer(line.text):
            start, end = match.span("code")
            if _is_code(line.text, match) and not read.explains(line, start, end):
                yield _candidate(line, start, end, is_value=True)


def _is_code(text: str, match: re.Match[str]) -> bool:
    code = match["code"]
    if sum(map(str.isdigit, code)) < FEWEST_FIGURES or _NO_CODE.match(code.strip()):
        return False
    if is_phone(code) or _OTHER_NUMBER.search(text[: match.start()]):
        return False
    return not find_dates(text[match.start() : match.end()], default_year=2024, impossible=True)


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


_LOOKS: Mapping[ElementId, Callable[[_Read], Iterator[Candidate]]] = {
    ElementId.DATUM: _maybe_datum,
    ElementId.NAAM: _maybe_naam,
    ElementId.BESLUITDATUM: _maybe_besluitdatum,
    ElementId.KENMERK: _maybe_kenmerk,
    ElementId.ZORGAANBIEDER: _maybe_zorgaanbieder,
}
