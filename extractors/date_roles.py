"""Tell what each date of a letter is the date of: the letter, the decision, a birth, a call ...

The words beside a date decide, then its place on the page. Roles stand in `cues/date_roles.toml`.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from extractors.date_lines import (
    is_dateline,
    is_time_of_mail,
    line_before,
    names_place,
    role_by_place,
    role_by_row,
)
from extractors.dates import FoundDate, find_dates, find_labelled_dates
from extractors.document import Block, BlockRole, Letter, LetterPage, Line, Span, Text, running
from extractors.labels import find_labelled, fold
from extractors.once import once

# How far (characters) a word may stand from the date that it explains.
REACH = 110
# The dot of "nr. ZIN-26-1190" ends no sentence; in capitals it takes a whole word before it.
_SENTENCE_END = re.compile(
    r"(?:(?<=[a-z0-9)])|(?<=[A-Z]{3}))(?<!\bnr)(?<!\bno)(?<!\bref)(?<!\bkenm)[.!?]\s+"
    r"(?=[A-Z'\"\u2018\u201c])"
)
_LINK = re.compile(
    r"^[\s,;/&()]*(en|of|alsmede|resp\.?|respectievelijk)?[\s,]*(van|d\.?d\.?|op)?\s*$"
)
# What a letter tells of has happened before it was written.
_PAST = frozenset(
    {"gedateerd", "verzonden", "bekendgemaakt", "ontvangen", "aanvraag", "voorval", "eigen_brief"}
)
# Nobody objects to a decision of many years ago, or writes a letter then.
_LATE = frozenset({"dagtekening", "gedateerd", "verzonden", "bekendgemaakt", "ontvangen"})
_BETWEEN = "tussenbericht"  # of an office that asks or confirms something and decides nothing
_DECISION_WORD = re.compile(r"besluit|beschikking|kenmerk|referentie|uw brief")
_DECISION = re.compile(r"besluit|beschikking|beslissing|\buw (?:brief|schrijven)")
# The heading of a part of a form, and that of another part.
_PART_OF_DECISION = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s)?(?:(?:gegevens|informatie)\s(?:van|over)\s(?:het|uw|de|dit)\s)?"
    r"(?:het\s|de\s|uw\s|bestreden\s){0,2}(?:besluit|brief|beschikking|beslissing)"
    r"(?:\swaartegen\b.*|\swaar\b.*)?\W*"
)
_OTHER_PART = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s)?(?:onderteken|handtekening|uw gegevens|gegevens|naam|adres|toelichting|"
    r"gronden|uw bezwaar|plaats)"
)
_LINES_OF_PART = 5
_DATED = frozenset({"gedateerd", "d.d.", "dd"})  # belongs to what is named before it
# "Datum brief gemeente: ..." is not the date of the letter that says so.
_OF_OFFICE = re.compile(
    r"^[^\d:]*\b(gemeente|zorgkantoor|ciz|instantie|uw|jullie|besluit|beschikking)\b"
)
_WEEKDAY = re.compile(
    r"\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag),?\s*(de\s*)?$"
)
# "A. Smit, 3 mei 1941" and "(23-02-2013)" behind a name; "Leiden, 3 mei" dates a letter.
_BEHIND_NAME = re.compile(r"[A-Z][\w'\u2019-]+\s*[,(*]\s*$")
_IN_BRACKETS = re.compile(r"[A-Z][\w'\u2019-]+\s*[(*]\s*$")
_CHILD = 3  # years: so long before the letter a date behind a name is a birth date
_ADULT = 22  # whatever words stand beside it
_NO_EARLIER = 2020  # letters of before this year are not read
_BY_ROW = 0.8  # how sure a date is something by what stands beside or above it
_UNDER_LABEL = 0.9  # how sure a label with nothing but a date below it is
NO_YEAR = 2000  # stands for a year that a letter nowhere names; people knew 29 February then
_NUMBER_OF_DECISION = re.compile(
    r"\W*(?:(?:nummer|nr\.?|kenmerk)\s(?:van\s)?(?:uw\s|het\s|de\s)?)?(?:besluit|beschikking)[\s-]?s?"
    r"(?:nummer|nr|kenmerk)?\b.{0,4}(?=.*\d)"
)
# What is done on a day: "ontvangen op 2 oktober, waarbij mijn aanvraag is afgewezen".
_DONE_ON = re.compile(
    r"\b(?:ontvangen|verzonden|verstuurd|toegezonden|toegestuurd|gepost|uitgereikt|bekendgemaakt|"
    r"bezorgd|overhandigd)\s(?:op|d\.?d\.?)\W*$"
)
_ADVERBIAL = re.compile(r"(\bop|^|,)\s*(de\s|maandag|dinsdag|woensdag|donderdag|vrijdag|\s)*$")


@dataclass(frozen=True, slots=True)
class RoledDate:
    """A date with what it is the date of and how sure that is (0..1, without the reading)."""

    found: FoundDate
    span: Span
    role: str
    score: float
    block: BlockRole
    sentence: str = ""  # the words around the date, in lower case
    told: bool = False  # a label or a place says so, not only where it stands
    below_number: bool = False  # the line above it gives the number of a decision
    then: str = ""  # the sentence behind that one, in lower case


@cache
def _cues() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    data = tomllib.loads((files("extractors") / "cues" / "date_roles.toml").read_text("utf-8"))
    return {
        side: [(cue["role"], re.compile(cue["pattern"])) for cue in data[side]]
        for side in ("before", "after")
    }


@cache
def _labels() -> dict[str, str]:
    data = tomllib.loads((files("extractors") / "cues" / "date_roles.toml").read_text("utf-8"))
    return {label: role for role, labels in data["labels"].items() for label in labels}


@once
def dates_of(pages: Letter | Sequence[LetterPage]) -> tuple[RoledDate, ...]:
    """Return the dates of the pages with their roles, in reading order.

    A letter stands for its own pages. A date without a year takes the latest year that stands
    elsewhere on the pages. A date that is on no calendar is among them (mark `bestaat_niet`).
    """
    chosen = pages.own_pages if isinstance(pages, Letter) else tuple(pages)
    return _roled(chosen, _latest_year(chosen))


def yearless_of(letter: Letter) -> tuple[RoledDate, ...]:
    """Return the dates without a year of a letter that names no year at all, with their roles.

    Their year is a leap year that means nothing: what is written is the span's text.
    """
    pages = letter.own_pages
    return () if _latest_year(pages) else _roled(pages, NO_YEAR)


def _roled(chosen: Sequence[LetterPage], year: int | None) -> tuple[RoledDate, ...]:
    labelled = {
        _place(dated.span): dated for dated in _labelled(chosen, year)
    }  # a label says more than the words around it
    running = [
        _in_row(dated, page)
        for page in chosen
        for block in page.blocks
        for dated in _in_block(block, year)
    ]
    every = [labelled.get(_place(dated.span), dated) for dated in running]
    every = _with_broken(every, labelled.values())
    return _in_the_past([_of_decision(each, every) for each in every])


def _in_row(dated: RoledDate, page: LetterPage) -> RoledDate:
    """Tell a date by itself that a program printed, or that ends the line above it."""
    role = role_by_row(page, dated.span) if dated.role in {"", "dagtekening"} else ""
    return replace(dated, role=role, score=_BY_ROW, told=False) if role else dated


def _with_broken(every: Sequence[RoledDate], labelled: Iterable[RoledDate]) -> list[RoledDate]:
    """Put a date that is broken over the lines of a column in place of its parts."""
    known = {id(word) for each in every for word in each.span.words}
    whole = [each for each in labelled if any(id(word) not in known for word in each.span.words)]
    words = {id(word) for each in whole for word in each.span.words}
    parts = [each for each in every if not all(id(word) in words for word in each.span.words)]
    return [*whole, *parts]


def _of_decision(dated: RoledDate, every: Sequence[RoledDate]) -> RoledDate:
    """Tell "Dagtekening: 3 mei" beside the letter's own date: it is the one of the decision.

    So is a "Datum:" right below the number of a decision.
    """
    says_so = dated.sentence.startswith(("dagtekening", "gedateerd")) or dated.below_number
    if dated.role != "dagtekening" or not says_so:
        return dated
    own = any(each.role == "dagtekening" and each.found.date > dated.found.date for each in every)
    return replace(dated, role="gedateerd") if own else dated


def _in_the_past(dated: Sequence[RoledDate]) -> tuple[RoledDate, ...]:
    """Put dates without a year before the letter's own: "12 december jl." in a January letter."""
    own = [each.found.date for each in dated if _is_full(each) and each.role == "dagtekening"]
    if not own:
        return tuple(dated)
    return tuple(
        _year_before(each)
        if "zonder_jaar" in each.found.marks and each.role in _PAST and each.found.date > own[0]
        else each
        for each in dated
    )


def _is_full(dated: RoledDate) -> bool:
    return not dated.found.marks & {"zonder_jaar", "zonder_dag"}


def _year_before(dated: RoledDate) -> RoledDate:
    date = dated.found.date
    earlier = dt.date(date.year - 1, date.month, min(date.day, 28 if date.month == 2 else 31))
    return replace(dated, found=replace(dated.found, date=earlier))


def _place(span: Span) -> tuple[int, float, float]:
    page, box = span.boxes()[0]
    return page, round(box.top), round(box.x0)


def _latest_year(pages: Sequence[LetterPage]) -> int | None:
    years = [
        found.date.year
        for page in pages
        for found in find_dates(Text.of(page.lines).string)
        if found.date.year >= 2000
    ]
    return max(years, default=None)


def _labelled(pages: Sequence[LetterPage], year: int | None) -> Iterator[RoledDate]:
    roles = _labels()
    prose = {
        line
        for page in pages
        for block in page.blocks
        if block.role is BlockRole.BODY
        for line in block.lines
    }
    for hit in find_labelled(pages, tuple(roles)):
        # In running text the words around a date say more than a label in mid-sentence.
        starts = hit.how != "bare" and fold(hit.line.text).startswith(fold(hit.label))
        begins = starts or hit.how in {"right", "column", "above"}  # a label by itself
        # "Datum" over a date in a column beside the text.
        begins = begins or (hit.how == "below" and _is_date_alone(hit.line, year))
        if hit.line in prose and not begins:
            continue
        text = Text.of([hit.line])
        offset = max(text.string.find(hit.value.text[:40]), 0)
        for found in find_labelled_dates(text.string, default_year=year):
            if found.start >= offset and found.start - offset < 30:
                span = text.span(found.start, found.end)
                sentence = hit.line.text.casefold()
                role = _role_of_label(roles[hit.label], hit.label, sentence)
                if role == "dagtekening" and _is_under_decision(hit.line, pages):
                    role = "gedateerd"
                is_all = found.end - found.start >= len(hit.value.text)
                score = max(hit.score, _UNDER_LABEL) if is_all else hit.score
                below = role == "dagtekening" and _is_below_number(hit.line, pages)
                yield RoledDate(
                    found, span, role, score, BlockRole.REFERENCE, sentence, True, below
                )
                break


def _is_date_alone(line: Line, year: int | None) -> bool:
    text = Text.of([line]).string
    return any(
        found.start == 0 and found.end >= len(text.rstrip(" ."))
        for found in find_labelled_dates(text, default_year=year)
    )


def _is_under_decision(line: Line, pages: Sequence[LetterPage]) -> bool:
    """Tell "Datum" in the part of a form that is about the decision."""
    above = [
        each
        for page in pages
        if page.page.number == line.page
        for each in page.lines
        if each.box.top < line.box.top
    ]
    for each in sorted(above, key=lambda other: -other.box.top)[:_LINES_OF_PART]:
        text = each.text.casefold()
        if _PART_OF_DECISION.fullmatch(text):
            return True
        if _OTHER_PART.match(text):
            return False
    return False


def _is_below_number(line: Line, pages: Sequence[LetterPage]) -> bool:
    """Tell whether the line right above gives the number of a decision."""
    box = line.box
    above = [
        each
        for page in pages
        if page.page.number == line.page
        for each in page.lines
        if 0 < box.top - each.box.top < 2.2 * box.height and abs(each.box.x0 - box.x0) < box.height
    ]
    nearest = max(above, key=lambda each: each.box.top, default=None)
    return nearest is not None and bool(_NUMBER_OF_DECISION.match(nearest.text.casefold()))


def _role_of_label(role: str, label: str, line: str) -> str:
    """Tell "Verzonden: maandag" of an e-mail from "uw besluit, verzonden op"."""
    if label.startswith("verzonden") and _DECISION_WORD.search(line):
        return "verzonden"
    if role != "dagtekening":
        return role
    of_what = line[: max(line.rfind(label), 0)] if label in _DATED else ""
    return "gedateerd" if _OF_OFFICE.match(line) or _DECISION.search(of_what) else role


def _in_block(block: Block, year: int | None) -> Iterator[RoledDate]:
    text = running(block)
    previous_end, previous_role = 0, ""
    for found in find_dates(_with_line_ends(block, text), default_year=year, impossible=True):
        span = text.span(found.start, found.end)
        if not span.words:
            continue
        between = text.string[previous_end : found.start]
        if is_dateline(block, text, found):  # whatever the line above it says
            role, score = "dagtekening", 0.95
        elif is_time_of_mail(block, text, found):
            role, score = "dagtekening", 0.92
        elif previous_role and _LINK.match(between):
            role, score = previous_role, 0.8
        else:
            role, score = role_beside(text.string, found, previous_end)
        told = role == "dagtekening"
        if not role or block.role is BlockRole.STAMP:
            role, score = role_by_place(block, text, found)
            told = role == "dagtekening" and names_place(line_before(block, text, found))
        behind = _IN_BRACKETS if role == "dagtekening" else _BEHIND_NAME
        if (not role or role in _LATE) and _is_birth(
            behind, text.string[previous_end : found.start], found, year
        ):
            role = "geboorte"
        sentence, then = _sentence(text.string, found), _next_sentence(text.string, found)
        yield RoledDate(found, span, role, score, block.role, sentence, told, then=then)
        previous_end, previous_role = found.end, role


def _is_birth(
    behind_name: re.Pattern[str], before: str, found: FoundDate, year: int | None
) -> bool:
    """Tell a day too long before the letter for anything else, sooner so behind a name."""
    age = max(year or 0, _NO_EARLIER) - found.date.year
    return age >= _ADULT or (age >= _CHILD and bool(behind_name.search(before)))


def _with_line_ends(block: Block, text: Text) -> str:
    """Return the text with its line ends: a number above a date is no part of it."""
    chars, last = list(text.string), -1
    for line in block.lines[:-1]:
        last += len(line.words)
        place = text.starts[last + 1] - 1
        if chars[place] == " ":
            chars[place] = "\n"
    return "".join(chars)


def role_beside(text: str, found: FoundDate, previous_end: int = 0) -> tuple[str, float]:
    """Return the role that the words beside the date give, or an empty one.

    Words before `previous_end` explain an earlier date.
    """
    before = text[max(previous_end, found.start - REACH) : found.start]
    # "van donderdag 4 juni": the day of the week stands between the words and the date.
    before = _WEEKDAY.sub("", before[_last_sentence_start(before) :].casefold())
    after = text[found.end : found.end + REACH]
    end = _SENTENCE_END.search(after)
    after = after[: end.start() + 1 if end else None].casefold()
    left = _nearest(before)
    right = next((role for role, cue in _cues()["after"] if cue.search(after)), "")
    # "het besluit is op 2 oktober verzonden": what follows explains a date that "op" announces.
    # "De therapeut heeft dat op 15 januari op papier gezet": no office did.
    by_another = left is not None and left[0] == "dossier" and right == "gedateerd"
    by_another = by_another or bool(_DONE_ON.search(before))
    if right == _BETWEEN and left is not None and left[0] in _LATE:
        return right, 0.9  # whatever the letter of that day is called
    if right and not by_another and (left is None or left[1] >= 25 or _ADVERBIAL.search(before)):
        return right, 0.85
    if left is None:
        return "", 0.0
    return left[0], 0.95 if left[1] < 12 else (0.85 if left[1] < 25 else 0.7)


def _sentence(text: str, found: FoundDate) -> str:
    """Return the sentence in which the date stands, in lower case."""
    start = _last_sentence_start(text[: found.start])
    end = _SENTENCE_END.search(text, found.end)
    return text[start : end.start() if end else None].casefold()


def _next_sentence(text: str, found: FoundDate) -> str:
    """Return the sentence behind the one in which the date stands, in lower case."""
    end = _SENTENCE_END.search(text, found.end)
    if end is None:
        return ""
    stop = _SENTENCE_END.search(text, end.end())
    return text[end.end() : stop.start() if stop else None].casefold()


def _last_sentence_start(text: str) -> int:
    ends = list(_SENTENCE_END.finditer(text))
    return ends[-1].end() if ends else 0


def _nearest(before: str) -> tuple[str, int] | None:
    """Return the role whose words end nearest to the date, and the distance in characters.

    Of expressions that overlap, the one that begins first says more ("mijn brief" over "brief").
    """
    hits = [
        (match.start(), match.end(), role)
        for role, pattern in _cues()["before"]
        for match in pattern.finditer(before)
    ]
    if not hits:
        return None
    nearest = max(hits, key=lambda hit: (hit[1], -hit[0]))
    _, end, role = min((hit for hit in hits if hit[1] > nearest[0]), key=lambda hit: hit[0])
    return role, len(before) - max(end, nearest[1])
