"""Find numbers and codes by the label that announces them, in running text or in a grid."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.document import (
    Block,
    BlockRole,
    Letter,
    LetterPage,
    Line,
    Span,
    Text,
    Word,
    running,
)
from extractors.label_rows import words_apart
from extractors.labels import Labelled, find_labelled, fold
from extractors.numbers.codes import code_at
from extractors.once import once

_FIGURE = re.compile(r"\d")  # no code is without
# Who deals with a case signs in two or three small letters, or as "JvD", also behind a dash; other
# words may end a line as well.
_INITIALS = re.compile(r"\s(?:[-/\u2013]\s?)?(?P<name>[a-z]{2,3}|[A-Z]?[a-z]{1,2}[A-Z])")
_NO_INITIALS = frozenset(
    "aan afd als awb ben bij bsn cak ciz dan dat dd de dhr die dit doe door dus een en er fam geb "  # noqa: SIM905
    "gem had heb hem het hij hr hun ihb iem ik in inz is ivm jl kan kon kreeg ll mag mbt met mij "
    "mpt mr mw mwv nog no nr nu of om ons ook op pag pgb per svb tav te tel tnv tot uit uw van via "
    "vpt was wat we wij wil wlz wmo zag zat ze zei zie zij zo zou zvw zzp".split()
)
# The rest of a code that was broken over a line; and how far below it stands, in heights.
_REST = re.compile(r"(?:[A-Z]{1,6}\b|(?=[\w./-]*\d)[A-Z0-9])[\w./-]*[.,;)]?$")
_NEXT = 1.8
_BEGINS_CODE = re.compile(r"(?:[A-Z]{1,5})?")  # the letters before the figures, or nothing
_FILLS_LINE = 0.93  # how sure a label without a colon is that has its line to itself
# A number with a bracket or "is" behind it.
_NAMED_BEHIND = re.compile(r"\d[\w./-]*(?:\s?\(|\s(?:dat |dit )?is )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A code with the label that announced it; `score` is how sure label and value belong."""

    value: str
    label: str
    score: float
    span: Span
    before: str = ""  # the words before it on its line, or in running text


def find_references(
    pages: Letter | Sequence[LetterPage], labels: Mapping[str, float]
) -> tuple[Reference, ...]:
    """Return every code that one of the labels announces; `labels` gives each label's weight.

    A letter stands for its own pages. The same code found twice is returned twice.
    """
    chosen = pages.own_pages if isinstance(pages, Letter) else tuple(pages)
    return (*_in_grid(chosen, labels), *_in_text(chosen, labels), *_named_after(chosen, labels))


def _in_grid(pages: Sequence[LetterPage], labels: Mapping[str, float]) -> Iterator[Reference]:
    for hit in find_labelled(pages, tuple(labels)):
        text = Text.of([hit.line])
        start = max(text.string.find(hit.value.text[:30]), 0)
        span = code_at(text, start)
        if span is not None:
            span = _with_initials(text, span, hit)
            score = _FILLS_LINE if _fills_line(hit, span) else hit.score
            before = text.string[: text.string.find(span.text)]
            yield Reference(span.text, hit.label, score * labels[hit.label], span, before)


def _with_initials(text: Text, span: Span, hit: Labelled) -> Span:
    """Take in the initials of who deals with it where they end the value: "WMO 26.3318 bz"."""
    rest = hit.value.text.partition(span.text)[2]
    initials = _INITIALS.fullmatch(rest)
    if initials is None or initials["name"] in _NO_INITIALS:
        return span
    begin = text.string.find(span.text)
    return text.span(begin, begin + len(span.text) + len(rest))


def _fills_line(hit: Labelled, span: Span) -> bool:
    """Tell a line that is nothing but a label and its code: it needs no colon."""
    starts = fold(hit.line.text).startswith(fold(hit.label))
    return hit.how == "bare" and starts and span.text == hit.value.text


def _in_text(pages: Sequence[LetterPage], labels: Mapping[str, float]) -> Iterator[Reference]:
    pattern, small = _pattern(tuple(labels)), _in_small_letters(tuple(labels))
    for page in pages:
        apart = words_apart(page)
        for block in page.blocks:
            text = running(block)
            may_hold = _may_hold(block, text) and small.search(text.string.casefold())
            for match in pattern.finditer(text.string) if may_hold else ():
                if any(id(word) in apart for word in text.span(*match.span("label")).words):
                    continue  # what comes behind it on the page is not its value
                label = _canonical(match["label"], labels)
                span = code_at(text, match.end()) or _on_next_line(page, text, match.end())
                if span is not None:
                    before = text.string[: match.end()]
                    span = _over_the_line(page, text, span)
                    yield Reference(span.text, label, 0.97 * labels[label], span, before)


def _may_hold(block: Block, text: Text) -> bool:
    """Tell whether a block has a code, or is a subject that may have it on the next line."""
    return bool(_FIGURE.search(text.string)) or block.role is BlockRole.REFERENCE


def _on_next_line(page: LetterPage, text: Text, start: int) -> Span | None:
    """Return the code below a block that ends in its label, or in the letters it begins with.

    A subject that is too long for its line: "Betreft: bezwaar, klantnummer" with "WB 60.117" or
    "60.117" under it. A label with a colon is one of a form, that may be left open.
    """
    rest = text.string[start:].strip()
    if text.string[:start].rstrip().endswith(":") or not _BEGINS_CODE.fullmatch(rest):
        return None
    below = line_below(page, text.words[-1])
    if below is None:
        return None
    begin = [word for word in text.words[-1:] if rest]
    whole = Text.of([Line((*begin, *below.words), below.page)])
    return code_at(whole, 0)


def _over_the_line(page: LetterPage, text: Text, span: Span) -> Span:
    """Take in the rest of a code that was broken over a line behind its sign, below its block.

    "kenmerk BS2026/0443-" with "AMS/12" under it.
    """
    sign = re.search(re.escape(span.text) + r"([-/])\s*$", text.string)
    below = line_below(page, span.words[-1]) if sign else None
    if sign is None or below is None or not _REST.match(below.words[0].text):
        return span
    rest = below.words[0]
    printed = f"{span.text}{sign[1]}{rest.text.rstrip('.,;)')}"
    return Span(printed, (*span.words, rest), (*span.pages, below.page))


def line_below(page: LetterPage, word: Word) -> Line | None:
    """Return the line on which a text goes on that was broken behind a word, if there is one."""
    of_word = next((line for line in page.lines if any(each is word for each in line.words)), None)
    if of_word is None or of_word.words[-1] is not word:
        return None
    box = of_word.box
    under = [
        line
        for line in page.lines
        if 0 < line.box.top - box.top < _NEXT * box.height
        and box.x0 < line.box.x1  # not of a column beside it
        and line.box.x0 < box.center[0]
    ]
    return min(under, key=lambda line: line.box.top, default=None)


def _named_after(pages: Sequence[LetterPage], labels: Mapping[str, float]) -> Iterator[Reference]:
    """Take a code that is named behind it: "53.70 (relatienummer)", "53.70 is mijn klantnummer"."""
    for page in pages:
        for block in page.blocks:
            text = running(block)
            if not _may_end_code(text.string):
                continue
            for match in _behind(tuple(labels)).finditer(text.string):
                span = text.span(*match.span("code"))
                label = _canonical(match["label"] or match["name"], labels)
                yield Reference(match["code"].rstrip("."), label, 0.95 * labels[label], span)


@once
def _may_end_code(text: str) -> bool:
    """Tell whether a number is followed by what may name it: few texts need the slow pattern."""
    return _NAMED_BEHIND.search(text) is not None


def _forms(labels: tuple[str, ...]) -> str:
    """Return the labels as alternatives of a pattern, the longest first."""
    return "|".join(_loose(label) for label in sorted(labels, key=len, reverse=True))


@lru_cache(maxsize=64)
def _behind(labels: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for a code with its label behind it."""
    own = r"(?:mijn |uw |het |ons |onze |haar |zijn )"
    return re.compile(
        r"(?<![\w./-])(?P<code>[A-Za-z]{0,5}[\w./-]*\d[\w./-]*)"
        rf"(?:\s?\((?:(?:dat|dit) is )?{own}?(?P<label>{_forms(labels)})\)"
        rf"|\s(?:dat |dit )?is {own}(?P<name>{_forms(labels)})(?!\w|\W{{0,4}}\d|:))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the labels with the small words that may follow them."""
    forms = _forms(labels)
    small = (
        r"is|van|nummer|nr|no|met|luidt|als volgt|het|uw|de|besluit|brief|namelijk|te weten|"
        r"beslissing|beschikking|afwijzing|weigering|toekenning|terugvordering|intrekking|verlaging|herziening"
    )
    whose = (
        r"bij (?:u|jullie)|mijn|onze|cli[eë]nte?|budgethouder|verzekerde|zorgvrager|indiener|"
        r"betrokkene|zorgkantoor|gemeente|mij|ons|"
        r"moeder|vader|man|vrouw|zoon|dochter|partner|zus|broer"
    )
    filler = rf"(\W{{0,4}}\b({small}|{whose})\b){{0,5}}"
    # Words may stand between: the kenmerk "dat boven uw brief staat is" AB-12.
    # The dot of "mevrouw A. de Boer" ends no sentence.
    short = r"(?<=\W[A-Z])\.|(?<=\bmw)\.|(?<=\bdhr)\.|(?<=\bmevr)\."
    far = rf"(?:(?:[^\d.;:]|{short}){{0,48}}?(?::|\bis\b|\bluidt\b))?"
    after = r"[\s.:;=(\[#\u2013-]{0,5}"
    return re.compile(
        rf"(?<!\w)(?P<label>{forms})(?:(?!\w)|(?<=nummer)(?=\d)){far}{filler}{after}", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _in_small_letters(labels: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the labels alone: that none stands in a text it tells much sooner."""
    return re.compile(rf"(?<!\w)(?:{_forms(tuple(map(str.casefold, labels)))})")


def _loose(label: str) -> str:
    """Let scanners read rn for m, and writers leave out spaces, hyphens and diaereses."""
    stem = re.sub(r"\s?(nummer|nr)$", "", label)
    escaped = re.escape(stem).replace(r"\ ", r"[\s-]?").replace("m", "(?:m|rn)")
    number = r"[\s.-]?(?:nu(?:m|rn)(?:m|rn)er|nr\.?)" if stem != label else ""
    return escaped.replace("ë", "[eë]") + number


def _canonical(printed: str, labels: Mapping[str, float]) -> str:
    """Return the label that was asked for; labels differ in spaces and case only."""
    return _squeezed(tuple(labels)).get(_squeeze(printed)) or next(iter(labels))


@lru_cache(maxsize=64)
def _squeezed(labels: tuple[str, ...]) -> Mapping[str, str]:
    """Return the labels by their spelling without spaces; of equals the first one counts."""
    return {_squeeze(label): label for label in reversed(labels)}


def _squeeze(text: str) -> str:
    squeezed = re.sub(r"[\s.-]", "", text.casefold().replace("rn", "m").replace("ë", "e"))
    return re.sub(r"(nummer|nr)$", "nr", squeezed)
