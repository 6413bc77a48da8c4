"""Find printed labels and the values that belong to them.

People write "Naam: J. Jansen", "NAAM    J. Jansen" in two columns, "Naam" with the value below,
and scanners lose the colon. Every form gives the same `Labelled`; how sure it is differs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Self

from rapidfuzz import fuzz, process

from extractors.document import BlockRole, Letter, LetterPage, Line, Span, Word
from extractors.label_rows import (
    POSSESSIVES,
    LabelCell,
    captions_of,
    has_own_value,
    label_rows,
    next_labels,
)
from extractors.label_words import is_label
from extractors.layout import em_of
from extractors.once import once
from extractors.text import spelling

# How much a value is trusted that stands after a colon, beside, behind without colon, below, under
# its label in a row of labels, or on a line to write on with its label below it.
SCORES = {"line": 1.0, "right": 0.95, "bare": 0.8, "below": 0.75, "column": 0.95, "above": 0.9}
# A label of five letters or more may have one letter in seven misread.
FUZZY = 84
MOST_WORDS = 8  # of a label
# How far in em a value under its label stands below and aside; and the figures of a number.
STACKED, APART, FEWEST_FIGURES = 0.5, 0.9, 4
# What dots and lines to write on leave before and behind a value.
STRAY = " .:;_|\u2026\u201e"
UPRIGHT = 0.2  # of its height: no letter is so narrow

# The number of words of what may be a label, and how it is compared.
_Read = tuple[int, str]
# A word at which a label may begin, and what is read from there on.
_Place = tuple[int, Sequence[_Read]]

# "4. Datum besluit", "b) Uw adres": the number of a question.
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]{1,2}")
# What may stand behind a label in its own column: "Mijn klantnummer bij u", "Datum op de brief".
_BEHIND_LABEL = frozenset(
    {"bij", "u", "jullie", "ons", "het", "uw", "de", "deze", "van", "op", "in", "brief", "besluit"}
    | {"zorgkantoor", "gemeente", "ciz", "staat", "zie", "rechtsboven", "linksboven", "bovenaan"}
    | {"eventueel", "indien", "bekend", "verplicht", "invullen", "s", "v", "p", "svp"}
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the label that announces it."""

    label: str  # the canonical label that was asked for
    score: float  # 0..1
    value: Span
    line: Line  # the line that holds the value
    how: str  # "line", "right", "bare", "below", "column" or "above"


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower the case and drop diacritics and punctuation, so that scans compare well.

    >>> fold("Cliënt-nr.:")
    'client nr'
    """
    plain = spelling.fold(text)
    kept = "".join(char if char.isalnum() or char == "+" else " " for char in plain)
    return " ".join(kept.split())


def find_labelled(
    pages: Letter | Sequence[LetterPage], labels: Sequence[str]
) -> tuple[Labelled, ...]:
    """Return every value announced by one of the labels, in reading order.

    A letter stands for its own pages: the letter and its continuation.
    """
    chosen = pages.own_pages if isinstance(pages, Letter) else tuple(pages)
    return tuple(hit for page in chosen for hit in _on_page(page, labels))


def _on_page(page: LetterPage, labels: Sequence[str]) -> Iterator[Labelled]:
    em = em_of(page.page)
    groups = _by_length(tuple(labels))
    rows, captions = label_rows(page), captions_of(page)
    done = {id(cell.line) for cell in (*rows, *captions)}
    yield from _of_cells(rows, groups, "column")
    yield from _of_cells(captions, groups, "above")
    for line, places in _likely_on(page, len(_known().labels)):
        if id(line) in done:
            continue
        for start, read in places:
            match = _match(read, groups)
            if match is None:
                continue
            label, length, score = match
            hit = _value(page, line, start + length, em=em)
            if hit is not None:
                value, home, how = hit
                yield Labelled(label, score * SCORES[how], value, home, how)
            break


def _of_cells(
    cells: Sequence[LabelCell], groups: Mapping[int, "_Labels"], how: str
) -> Iterator[Labelled]:
    """Yield what belongs to the labels of a row or the captions; an empty place gives nothing."""
    for cell in cells:
        if cell.value is None:
            continue
        whose = cell.words[0].text.casefold() in POSSESSIVES
        for words in (cell.words, cell.words[1:] if whose else ()):
            match = _match(_readings(Line(words, cell.line.page), 0), groups) if words else None
            if match is not None and match[1] == len(words):
                value = _whole(cell.value)
                yield Labelled(match[0], match[2] * SCORES[how], value, cell.value, how)
                break


def _label_places(line: Line) -> Iterator[int]:
    """Yield the words at which a label may begin: the first, and after a separator.

    Of the lines of a form a scanner makes signs: "| Postcode", "[ Datum".
    """
    yield next((at for at, word in enumerate(line.words) if fold(word.text)), 0)
    first = 1 if len(line.words) > 1 and _NUMBERED.fullmatch(line.words[0].text) else 0
    if first:
        yield first
    if len(line.words) > first + 1 and line.words[first].text.casefold() in POSSESSIVES:
        yield first + 1
    for index, word in enumerate(line.words[:-1], start=1):
        if word.text[-1] in ",;|(" or word.text in {"-", "/", "en", "•"}:
            yield index
    yield from next_labels(line)


@once
def _read_on(page: LetterPage) -> Sequence[tuple[Line, Sequence[_Place]]]:
    """Return for each line the places of labels, and what is read there in one word, two, ..."""
    return [
        (line, [(start, _readings(line, start)) for start in _label_places(line)])
        for line in page.lines
    ]


@once
def _likely_on(page: LetterPage, known: int) -> Sequence[tuple[Line, Sequence[_Place]]]:
    """Return the lines of a page on which any label stands that was ever asked for.

    Two dozen lists of labels are sought on a page, and most of its lines hold none of them.
    `known` is how many labels that are.
    """
    del known
    groups = _known().groups
    kept = ((line, list(_likely(places, groups))) for line, places in _read_on(page))
    return [(line, places) for line, places in kept if places]


def _likely(places: Sequence[_Place], groups: Mapping[int, "_Labels"]) -> Iterator[_Place]:
    """Yield the places where one of the labels was read, no further than the longest of them."""
    for start, read in places:
        match = _match(read, groups)
        if match is not None:
            yield start, read[: match[1]]


def _readings(line: Line, start: int) -> Sequence[_Read]:
    """Return what one word, two, ... from `start` on say as a label, up to the first colon."""
    found: list[_Read] = []
    parts: list[str] = []
    for word in line.words[start : start + MOST_WORDS]:
        # "Naam:J.Jansen" without a space after the colon: only before it is the label.
        before, colon, _ = word.text.partition(":")
        parts += fold(before).split()  # "Postcode/plaats" is one word on paper and two here
        found.append((len(parts), _short(" ".join(parts))))
        if colon:
            break
    return found


def _match(read: Sequence[_Read], groups: Mapping[int, "_Labels"]) -> tuple[str, int, float] | None:
    """Return (label, number of words, score) of the longest label that was read."""
    for length in range(min(max(groups, default=0), len(read)), 0, -1):
        words, printed = read[length - 1]
        group = groups.get(words or length)
        found = group.nearest(printed) if group else None
        if found is not None:
            return found[0], length, found[1]
    return None


@dataclass(frozen=True, slots=True)
class _Labels:
    """Labels of as many words as each other, by the spelling that is compared."""

    exact: Mapping[str, str]
    near: Mapping[int, Sequence[str]]  # that may be a reading of so many letters, some misread

    def nearest(self, read: str) -> tuple[str, float] | None:
        """Return the label that was read and how far it is the same (0..1)."""
        if read in self.exact:
            return self.exact[read], 1.0
        # "Datum brief 2" is no misread "datum brief ciz", nor "Voorletters J" "voorletter(s)": a
        # figure and an initial belong to the value.
        last = read.rsplit(" ", 1)[-1]
        choices = None if last.isdigit() or len(last) == 1 else self.near.get(len(read))
        found = choices and process.extractOne(read, choices, scorer=fuzz.ratio, score_cutoff=FUZZY)
        return (self.exact[found[0]], found[1] / 100) if found else None

    @classmethod
    def of(cls, exact: Mapping[str, str]) -> Self:
        """Sort the labels by length; a short one may not be misread."""
        near: dict[int, list[str]] = {}
        for wanted in exact:
            for size in range(len(wanted) - 2, len(wanted) + 3) if len(wanted) >= 5 else ():
                near.setdefault(size, []).append(wanted)
        return cls(exact, near)


class _Known:
    """All labels that were ever asked for; only what nobody asks for is passed over."""

    def __init__(self) -> None:
        self.labels: set[str] = set()
        self.groups: Mapping[int, _Labels] = {}

    def add(self, labels: Iterable[str]) -> None:
        if not self.labels.issuperset(labels):
            self.labels.update(labels)
            self.groups = _grouped(sorted(self.labels))


@cache
def _known() -> _Known:
    return _Known()


@lru_cache(maxsize=256)
def _by_length(labels: tuple[str, ...]) -> Mapping[int, _Labels]:
    """Return the labels by their number of words."""
    _known().add(labels)
    return _grouped(labels)


def _grouped(labels: Iterable[str]) -> Mapping[int, _Labels]:
    """Return the labels by their number of words; of equals the first one counts."""
    groups: dict[int, dict[str, str]] = {}
    for label in labels:
        length, short = _shape(label)
        groups.setdefault(length, {}).setdefault(short, label)
    return {length: _Labels.of(group) for length, group in groups.items()}


@lru_cache(maxsize=4096)
def _shape(label: str) -> tuple[int, str]:
    """Return the number of words of a label, and how it is compared."""
    folded = fold(label)
    length = len(folded.split())
    if length > MOST_WORDS:
        raise ValueError(f"a label of more than {MOST_WORDS} words: {label}")
    return length, _short(folded)


def _short(label: str) -> str:
    """Write "nummer" at the end as "nr", as half of all people do.

    >>> _short("burgerservicenummer"), _short("bsn nummer"), _short("relatie nr")
    ('burgerservicenr', 'bsnnr', 'relatienr')
    """
    if not label.endswith(("er", "nr", "no")):
        return label
    return re.sub(r"\s?(nu(m|rn){2}er|nr|no)$", "nr", label)


def _value(page: LetterPage, line: Line, after: int, *, em: float) -> tuple[Span, Line, str] | None:
    last = line.words[after - 1].text
    inside = re.search(r"[:;](?=\S)", last)
    rest = line.words[after:]
    colon = last.endswith((":", ";")) or (bool(rest) and rest[0].text in {":", ";", "-", "="})
    if rest and not inside and not colon and _only_explains(rest):
        beside = _beside(_unstamped(page), line, em)
        if beside is not None:
            return _whole(beside), beside, "right"
    if inside or rest:
        start = after - 1 if inside else after + (rest[0].text in {":", ";", "-", "=", "."})
        value = _rest_of_line(line, start, skip=inside.end() if inside else 0)
        if value.text:
            return value, line, "line" if colon or inside else "bare"
    beside, below = _beside(_unstamped(page), line, em), _below(page.lines, line, em)
    if beside is not None and not (below is not None and _is_stacked(line, below, beside, em)):
        return _whole(beside), beside, "right"
    return (_whole(below), below, "below") if below is not None else None


@once
def _unstamped(page: LetterPage) -> tuple[Line, ...]:
    """Return the lines but those of a received stamp: it is no value of a label beside it."""
    stamped = (block for block in page.blocks if block.role is BlockRole.STAMP)
    of_stamps = {id(line) for block in stamped for line in block.lines}
    return tuple(line for line in page.lines if id(line) not in of_stamps)


def _is_stacked(label: Line, below: Line, beside: Line, em: float) -> bool:
    """Tell a number or an address right under its label from the next line of a form.

    In a column beside the text each label stands over its value, and text at its height.
    """
    # What has no figures, such as a name, is hardly the number that stands beside a label.
    is_name = not any(map(str.isdigit, beside.text))
    near = below.box.top - label.box.bottom < (APART if is_name else STACKED) * em
    aligned = abs(below.box.x0 - label.box.x0) < STACKED * em
    has_own = ":" in below.text or is_label(below.words[0].text)
    figures = sum(map(str.isdigit, below.text))
    return near and aligned and not has_own and (figures >= FEWEST_FIGURES or "@" in below.text)


def _only_explains(rest: Sequence[Word]) -> bool:
    """Tell words that are part of a label from its value ("bij u", "(zie de brief)")."""
    return all(_BEHIND_LABEL.issuperset(fold(word.text).split()) for word in rest)


def _rest_of_line(line: Line, start: int, *, skip: int) -> Span:
    """Return the words from `start` up to the next word that ends as a label does."""
    end = min((at for at in next_labels(line) if at > start), default=len(line.words))
    for index in range(start + 1, end):
        text = line.words[index].text
        if text.endswith(":") and text[:-1].isalpha():
            end = index
            break
    words = line.words[start:end]
    text = " ".join(word.text for word in words)[skip:].strip(STRAY)
    return Span(text, words, (line.page,) * len(words))


def _whole(line: Line) -> Span:
    # The rest of the line of a box: "-Amersfoort".
    text = line.text.strip(STRAY.replace(".", "")).lstrip(".").lstrip()
    text = re.sub(r"^[-\u2013\u2014]+\s*(?=[^\W\d])", "", text)
    return Span(text, line.words, (line.page,) * len(line.words))


def _beside(lines: Sequence[Line], label: Line, em: float) -> Line | None:
    """Return the nearest line to the right at the same height."""
    box = label.box
    row = [
        line
        for line in lines
        if line.box.x0 >= box.x1 - 0.2 * em and line.box.shared_height(box) > 0.4 * box.height
    ]
    row = [line for line in row if line.text.strip(" :;._-|") and not _is_upright(line)]
    nearest = min(row, key=lambda line: line.box.x0, default=None)
    # "Datum:   Naam:   Handtekening:" above three empty places: the next label is no value.
    if nearest is None or nearest.text.endswith(":") or is_label(nearest.text):
        return None
    return None if has_own_value(nearest) else nearest


def _is_upright(line: Line) -> bool:
    """Tell a piece of a line between two cells, which a scan gives as an "i", from print."""
    return len(line.text) == 1 and line.box.width < UPRIGHT * line.box.height


def _below(lines: Sequence[Line], label: Line, em: float) -> Line | None:
    """Return the nearest line under the label, if it is near and itself no label."""
    box = label.box
    under = [
        line
        for line in lines
        if -0.3 * em <= line.box.top - box.bottom < 1.9 * em and abs(line.box.x0 - box.x0) < 3 * em
    ]
    nearest = min(under, key=lambda line: line.box.top, default=None)
    if nearest is None or re.match(r"^[\w ]+:|.*:$", nearest.text) or is_label(nearest.text):
        return None
    return None if has_own_value(nearest) else nearest
