"""Find numbers and codes by the label that announces them, in running text or in a grid."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.dates import find_dates
from extractors.document import Letter, LetterPage, Span, Text, running
from extractors.label_rows import words_apart
from extractors.labels import Labelled, find_labelled, fold
from extractors.once import once

# A code is one to four pieces; a piece has a figure in it or is short and in capitals.
_PIECE = re.compile(r"[A-Za-z0-9][\w./\\:#+\u2013-]*|[-/\u2013](?=\s)")
_CAPITALS = re.compile(r"(?:[A-Z][A-Za-z]{0,2}[A-Z]?[A-Z]{0,5}|[A-Z]{1,4}[-/.][A-Z]{1,5})[-/.:]?$")
_MOST_PIECES = 5
_FIGURE = re.compile(r"\d")  # no code is without
# "Z26/11861 - TN"; but "12345 - PGB" tells what the case is about.
_TOPICS = "PGB|WLZ|WMO|ZIN|ZVW|CIZ|VPT|MPT|BSN|AWB|SVB|CAK"
_LAST_LETTERS = re.compile(
    rf"(?<=\d [-/\u2013] )(?!(?:{_TOPICS})\b)[A-Z]{{1,3}}(?=\s*(?:$|[\n,;.)]))"
)
# "MZ 1188 JT": letters on both sides.
_FIRST_CAPITALS = re.compile(r"\b[A-Z]{1,4}[ -]?\d{2,} $")
_LAST_CAPITALS = re.compile(rf"(?!(?:{_TOPICS})\b)[A-Z]{{2,3}}(?=\s*(?:$|[\n,;.)]))")
# In the boxes of a form stands one sign in each.
_ONE_BY_ONE = re.compile(r"[\s:.]*(?:\w ){4}")
_MOST_SIGNS = 14
_STOP = frozenset(
    "d.d. dd dd. d.d van en op of de het te met bsn tel in is m.b.t. inzake".split()  # noqa: SIM905
)
# Who deals with a case signs in two or three small letters; other words may end a line as well.
_INITIALS = re.compile(r"\s[a-z]{2,3}")
_NO_INITIALS = frozenset(
    "aan als awb bij bsn cak ciz dat dd de die dit een en er het ik in is jl ll mbt met mij nog no "  # noqa: SIM905
    "nr of om ook op pgb per svb te tel tot uit uw van via was wij wlz wmo ze zij zvw".split()
)
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
    before: str = ""  # the words before it in running text


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
            yield Reference(span.text, hit.label, score * labels[hit.label], span)


def _with_initials(text: Text, span: Span, hit: Labelled) -> Span:
    """Take in the initials of who deals with it where they end the value: "WMO 26.3318 bz"."""
    rest = hit.value.text.partition(span.text)[2]
    if not _INITIALS.fullmatch(rest) or rest.strip() in _NO_INITIALS:
        return span
    begin = text.string.find(span.text)
    return text.span(begin, begin + len(span.text) + len(rest))


def _fills_line(hit: Labelled, span: Span) -> bool:
    """Tell a line that is nothing but a label and its code: it needs no colon."""
    starts = fold(hit.line.text).startswith(fold(hit.label))
    return hit.how == "bare" and starts and span.text == hit.value.text


def _in_text(pages: Sequence[LetterPage], labels: Mapping[str, float]) -> Iterator[Reference]:
    pattern = _pattern(tuple(labels))
    for page in pages:
        apart = words_apart(page)
        for block in page.blocks:
            text = running(block)
            for match in pattern.finditer(text.string) if _FIGURE.search(text.string) else ():
                if any(id(word) in apart for word in text.span(*match.span("label")).words):
                    continue  # what comes behind it on the page is not its value
                label = _canonical(match["label"], labels)
                span = code_at(text, match.end())
                if span is not None:
                    before = text.string[: match.end()]
                    yield Reference(span.text, label, 0.97 * labels[label], span, before)


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
    small = r"is|van|nummer|nr|no|met|luidt|als volgt|het|uw|de|besluit|brief|namelijk|te weten"
    whose = (
        r"bij (?:u|jullie)|mijn|onze|cli[eë]nte?|budgethouder|verzekerde|zorgvrager|indiener|"
        r"betrokkene|zorgkantoor|gemeente|moeder|vader|man|vrouw|zoon|dochter|partner|zus|broer"
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


def code_at(text: Text, start: int) -> Span | None:
    """Return the code that begins at `start`, or None when no code stands there."""
    end = start
    for _ in range(_MOST_PIECES if not _ONE_BY_ONE.match(text.string, start) else _MOST_SIGNS):
        match = re.compile(r"[\s:]*").match(text.string, end)
        piece = _PIECE.match(text.string, match.end() if match else end)
        if piece is None or not _is_piece(piece, text.string, first=end == start):
            break
        end = piece.end()
        if text.string[end : end + 1] in {",", ")", ";", "]"}:
            break
    code = text.string[start:end].strip(" .:,-/\u2013_(")
    if not _FIGURE.search(code) or len(re.sub(r"\W", "", code)) < 3:
        return None
    begin = text.string.find(code, start)
    return text.span(begin, begin + len(code))


def _is_piece(piece: re.Match[str], text: str, *, first: bool) -> bool:
    word = piece.group()
    if word.casefold().strip(":;") in _STOP:
        return False
    # A single sign behind a code is a speck or the edge of another column.
    if not first and len(word) == 1 and word.isalnum():
        return _may_end(text, piece)
    if word.endswith(":") and word[:-1].isalpha():
        return False  # another label
    rest = text[piece.start() : piece.start() + 22]
    if any(found.start == 0 for found in find_dates(rest)):
        return False
    if _FIGURE.search(word) or _ends_in_letters(text, piece.start()):
        return True
    is_separator = bool(re.fullmatch(r"[-/\u2013]", word))
    return (is_separator and not first) or bool(
        _CAPITALS.match(word) and _goes_on(text, piece.end())
    )


def _ends_in_letters(text: str, start: int) -> bool:
    """Tell the last letters of a code from words: "Z26/11861 - TN", "MZ 1188 JT"."""
    framed = _LAST_CAPITALS.match(text, start) and _FIRST_CAPITALS.search(text[:start])
    return bool(framed or _LAST_LETTERS.match(text, start))


def _may_end(text: str, piece: re.Match[str]) -> bool:
    """Tell the last sign of a code from a speck: figures one by one, a capital that ends a line."""
    if _goes_on(text, piece.end()):
        return True
    one_by_one = re.search(r"(?<!\w)\w \w $", text[: piece.start()])
    ends = re.match(r"\s*(?:$|[\n.,;)])", text[piece.end() :])
    return bool(one_by_one or (ends and piece.group().isupper()))


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a piece with a figure follows, so that capitals are part of a code."""
    return bool(re.match(r"[\s./-]*([A-Z]{1,5}[\s./-]+)?[\w./-]*\d", text[end : end + 25]))
