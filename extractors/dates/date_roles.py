"""Tell what each date of a letter is the date of: the letter, the decision, a birth, a call ...

The words beside a date decide (`date_words`), then its place on the page.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from extractors.dates.date_captions import (
    caption_of,
    is_below_number,
    is_for_office,
    is_under_decision,
)
from extractors.dates.date_lines import (
    is_dateline,
    is_time_of_mail,
    line_before,
    names_place,
    role_by_place,
    role_by_row,
)
from extractors.dates.date_words import (
    OF_LETTER,
    nearest_role,
    next_sentence,
    role_beside,
    role_in_row,
    sentence_of,
)
from extractors.dates.dates import ANY_YEAR, FoundDate, find_dates, find_labelled_dates
from extractors.document import Block, BlockRole, Letter, LetterPage, Line, Span, Text, running
from extractors.labels import find_labelled, fold
from extractors.once import once

_LINK = re.compile(
    r"^[\s,;/&()]*(en|of|alsmede|resp\.?|respectievelijk)?[\s,]*(van|d\.?d\.?|op)?\s*$|"
    # "niet over de brief van 1 oktober maar over die van 15 oktober"
    r"^[^.;:]{0,25}\b(?:die|dat)\s(?:van|d\.?d\.?|gedateerd)\s*$"
)
# What a letter tells of has happened before it was written.
_PAST = frozenset(
    {"gedateerd", "verzonden", "bekendgemaakt", "ontvangen", "aanvraag", "voorval", "eigen_brief"}
)
_BEGINNING = 14  # characters in which it does: "- woensdag 3 mei"
_SPECKS = re.compile(r"[^\w(]{1,2}\s")  # what a scan makes of dirt before a line: "- 3 mei 2026"
_BULLET = re.compile(r"[\W_]{0,3}(?:\d{1,2}[.)]\s)?")  # before the day that begins a row
_DECISION_WORD = re.compile(r"besluit|beschikking|kenmerk|referentie|uw brief")
_DECISION = re.compile(r"besluit|beschikking|beslissing|\buw (?:brief|schrijven)")
# "Op 15 oktober kreeg Luna het te horen. De beschikking is van diezelfde dag."
_OF_SAME_DAY = re.compile(
    r"\W*(?:er\s\w+\s)?(?:de|het|uw|die|dat|een|jullie)\s(?:\w*besluit|\w*beschikking|\w*beslissing|brief)\b"
    r"[^\d.;]{0,30}\bvan\s(?:dezelfde|diezelfde|die)\s(?:dag|datum)\b"
)
_APART = frozenset({"right", "column", "below", "above"})  # the label stands on another line
_DATED = frozenset({"gedateerd", "d.d.", "dd"})  # belongs to what is named before it
# "Datum brief gemeente: ..." is not the date of the letter that says so.
_OF_OFFICE = re.compile(
    r"^[^\d:]*\b(gemeente|zorgkantoor|ciz|instantie|uw|jullie|besluit|beschikking)\b"
)
# "A. Smit, 3 mei 1941" and "(23-02-2013)" behind a name; "Leiden, 3 mei" dates a letter.
_BEHIND_NAME = re.compile(r"[A-Z][\w'\u2019-]+\s*[,(*]\s*$")
_IN_BRACKETS = re.compile(r"[A-Z][\w'\u2019-]+\s*[(*]\s*$")
# Of which letter, they do not say.
_OF_A_LETTER = (
    "dagtekening",
    "gedateerd",
    "briefdatum",
    "datum brief",
    "brief d.d.",
    "brief van",
    "verzonden",
)
_OF_BILL = re.compile(r"(?i)(?:factuur|nota|reken)")  # the bill itself, which is then no letter
_CHILD = 3  # years: so long before the letter a date behind a name is a birth date
_ADULT = 22  # whatever words stand beside it
_NO_EARLIER = 2020  # letters of before this year are not read
_BY_ROW = 0.8  # how sure a date is something by what stands beside or above it
_UNDER_LABEL = 0.9  # how sure a label with nothing but a date below it is
NO_YEAR = 2000  # stands for a year that a letter nowhere names; people knew 29 February then


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
    stamped: bool = False  # it may be of a received stamp

    @property
    def around(self) -> tuple[str, str]:
        """What its sentence says before it and behind it, in lower case."""
        before, _, after = self.sentence.partition(self.span.text.casefold())
        return before, after


@cache
def _labels() -> dict[str, str]:
    data = tomllib.loads((files("extractors") / "cues" / "date_roles.toml").read_text("utf-8"))
    return {label: role for role, labels in data["labels"].items() for label in labels}


def labels_of(role: str) -> tuple[str, ...]:
    """Return the labels that give a date its role."""
    return tuple(sorted(label for label, own in _labels().items() if own == role))


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
    every = [_for_office(each, chosen) for each in every]
    return _in_the_past([_of_decision(each, every) for each in every])


def _in_row(dated: RoledDate, page: LetterPage) -> RoledDate:
    """Tell a date by itself that a program printed, or that ends the line above it."""
    if dated.role not in {"", "dagtekening"}:
        return dated
    role = role_by_row(page, dated.span) or _role_of_caption(caption_of(page, dated.span))
    return replace(dated, role=role, score=_BY_ROW, told=False) if role else dated


def _for_office(dated: RoledDate, pages: Sequence[LetterPage]) -> RoledDate:
    """Tell the day on which an office filled in its own part of a form."""
    if dated.role not in {"", "dagtekening"}:
        return dated
    words = {id(word) for word in dated.span.words}
    lines = (x for page in pages for x in page.lines if words & set(map(id, x.words)))
    if not any(is_for_office(line, pages) for line in lines):
        return dated
    return replace(dated, role="stempel", score=_BY_ROW, told=False)


def _role_of_caption(caption: str) -> str:
    """Return what a label makes of its date, or what its words would in a sentence."""
    known = _labels().get(fold(caption))
    if known is not None:
        return "" if known == "dagtekening" else known
    left = (
        None if _OF_BILL.match(caption) else nearest_role(caption.casefold().rstrip(" :.?") + " ")
    )
    # "Wat is de datum van uw bezwaarschrift?" asks for the day of this one.
    asks_own = "?" in caption and left is not None and left[0] == "eigen_brief"
    return left[0] if left is not None and not asks_own else ""


def _with_broken(every: Sequence[RoledDate], labelled: Iterable[RoledDate]) -> list[RoledDate]:
    """Put a date that is broken over the lines of a column in place of its parts."""
    known = {id(word) for each in every for word in each.span.words}
    whole = [each for each in labelled if any(id(word) not in known for word in each.span.words)]
    words = {id(word) for each in whole for word in each.span.words}
    parts = [each for each in every if not all(id(word) in words for word in each.span.words)]
    return [*whole, *parts]


def _of_decision(dated: RoledDate, every: Sequence[RoledDate]) -> RoledDate:
    """Tell "Dagtekening: 3 mei" beside the letter's own date: it is the one of the decision.

    So is a "Briefdatum:" before the "Datum:", and a "Datum:" right below the number of a decision.
    """
    says_so = dated.sentence.lstrip("\u2022*- ").startswith(_OF_A_LETTER) or dated.below_number
    if dated.role != "dagtekening" or not says_so:
        return dated
    own = any(each.role == "dagtekening" and each.found.date > dated.found.date for each in every)
    return replace(dated, role="gedateerd") if own else dated


def _in_the_past(dated: Sequence[RoledDate]) -> tuple[RoledDate, ...]:
    """Put dates without a year before the letter's own: "12 december jl." in a January letter.

    The latest year on the pages may be one in which something ends: "tot 1 januari 2029".
    """
    own = [each.found.date for each in dated if _is_full(each) and each.role == "dagtekening"]
    if not own:
        return tuple(dated)
    return tuple(
        _last_before(each, own[0])
        if "zonder_jaar" in each.found.marks and each.role in _PAST and each.found.date > own[0]
        else each
        for each in dated
    )


def _is_full(dated: RoledDate) -> bool:
    return not dated.found.marks & {"zonder_jaar", "zonder_dag"}


def _last_before(dated: RoledDate, own: dt.date) -> RoledDate:
    """Return the date with the last year in which that day was no later than the letter's own."""
    date = dated.found.date
    year = own.year if (date.month, date.day) <= (own.month, own.day) else own.year - 1
    earlier = dt.date(year, date.month, min(date.day, 28 if date.month == 2 else 31))
    return replace(dated, found=replace(dated.found, date=earlier))


def _place(span: Span) -> tuple[int, float, float]:
    page, box = span.boxes()[0]
    return page, round(box.top), round(box.x0)


def _latest_year(pages: Sequence[LetterPage]) -> int | None:
    years = [
        found.date.year
        for page in pages
        for found in find_dates("\n".join(line.text for line in page.lines))
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
                if hit.how in _APART:
                    sentence = f"{hit.label} {sentence}"
                role = _role_of_label(roles[hit.label], hit.label, sentence)
                # Of labels side by side the one of the decision is no heading over the others.
                in_part = hit.how != "column" and is_under_decision(hit.line, pages)
                if role == "dagtekening" and in_part:
                    role = "gedateerd"
                is_all = found.end - found.start >= len(hit.value.text)
                score = max(hit.score, _UNDER_LABEL) if is_all else hit.score
                below = role == "dagtekening" and is_below_number(hit.line, pages)
                yield RoledDate(
                    found, span, role, score, BlockRole.REFERENCE, sentence, True, below
                )
                break


def _is_date_alone(line: Line, year: int | None) -> bool:
    text = Text.of([line]).string
    specks = _SPECKS.match(text)
    start = specks.end() if specks is not None else 0
    return any(
        found.start <= start and found.end >= len(text.rstrip(" ."))
        for found in find_labelled_dates(text, default_year=year)
    )


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
    rows, marked = _rows(block, text), _with_line_ends(block, text)
    previous_end, previous_role = 0, ""
    for found in find_dates(marked, default_year=year, impossible=True):
        span = text.span(found.start, found.end)
        if not span.words:
            continue
        between = marked[previous_end : found.start]
        is_timed = is_time_of_mail(block, text, found)  # or of a stamp: it tells nothing
        if is_dateline(block, text, found):  # whatever the line above it says
            role, score = "dagtekening", 0.95
        elif is_timed:
            role, score = "dagtekening", 0.92
        elif found.start in rows:
            role, score = role_in_row(rows[found.start])
        elif previous_role and _LINK.match(between) and between.strip(" ") != "\n":
            role, score = previous_role, 0.8
        else:
            role, score = role_beside(text.string, found, previous_end)
        told = role == "dagtekening" and not is_timed
        if not role or block.role is BlockRole.STAMP:
            role, score = role_by_place(block, text, found)
            told = role == "dagtekening" and names_place(line_before(block, text, found))
        behind = _IN_BRACKETS if role == "dagtekening" else _BEHIND_NAME
        if (not role or role in OF_LETTER) and _is_birth(
            behind, text.string[previous_end : found.start], found, year
        ):
            role = "geboorte"
        sentence, then = sentence_of(text.string, found), next_sentence(text.string, found)
        if _OF_SAME_DAY.match(then):
            role, score = "gedateerd", _BY_ROW
        yield RoledDate(found, span, role, score, block.role, sentence, told, then=then)
        previous_end, previous_role = found.end, role


def _rows(block: Block, text: Text) -> dict[int, str]:
    """Return what stands behind the days that lines of a list begin with, by where they stand.

    "28-08-2026 verslag ontvangen" / "30-09-2026 besluit: afgewezen": no line says anything of the
    day of another one.
    """
    starts, rests, word = [], [], 0
    for line in block.lines:
        may_begin = any(map(str.isdigit, line.text[:_BEGINNING]))
        dates = find_dates(line.text, default_year=ANY_YEAR) if may_begin else ()
        found = next(iter(dates), None)
        begins = found is not None and bool(_BULLET.fullmatch(line.text[: found.start]))
        starts.append(text.starts[word] + (found.start if found is not None else 0))
        rests.append(line.text[found.end :].strip() if found is not None and begins else "")
        word += len(line.words)
    beside = zip(["", *rests], [*rests[1:], ""], strict=False)
    return {
        start: rest
        for start, rest, (above, below) in zip(starts, rests, beside, strict=True)
        if rest and (above or below)
    }


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
