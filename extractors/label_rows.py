"""Find labels that do not stand before their value: in a row over a row of values, or below.

Business letters set "Uw kenmerk", "Ons kenmerk" and "Datum" side by side over what they are, and
forms "Plaats", "Datum" and "Handtekening". Read line by line the label beside a label would be its
value. On lines to write on, "(datum)" stands below the date.
"""

import math
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Box, LetterPage, Line, Word, around
from extractors.label_words import is_known, is_label
from extractors.layout import em_of, rows_of
from extractors.once import once

MOST_WORDS = 5  # of a label
MOST_ROWS = 3  # of a value: one that is broken in a narrow column
# Distances in em: from the labels to their values, between the lines of one value, between two
# words of one value, and how far a value may begin beside its label.
UNDER, FOLLOWING, WORD_GAP, ASIDE = 2.4, 0.8, 0.8, 1.0
SHORT = 3  # words of a label that is not known
CELL_GAP = 0.7  # of its height: between two words of one line that are of two labels
PROSE = 5  # words that run on under two labels or more
# How far the second line of a label may stand beside and below its first, in em.
WRAPPED_ASIDE, WRAPPED_UNDER = 0.4, 0.8
RULES = frozenset("_|~\u00a6")  # what a scan makes of specks and of the lines of a table
SMALL = 0.9  # a caption is no higher, of what it belongs to
# Of the type: how far letters reach above the line and below it.
TALL, LOW, BELOW = 0.72, 0.5, 0.2
_HIGH, _DEEP = re.compile(r"[A-ZÀ-Þ0-9bdfhklt]"), re.compile(r"[gjpqy]")
PAIRS = 2  # of a label and its value, side by side
# "Uw besluit van 3 mei" is as well what a letter is about.
POSSESSIVES = frozenset({"uw", "mijn", "ons", "onze", "het", "je", "jullie"})
CAPTIONS = 3  # so many say that a form has its labels under the lines to write on


@dataclass(frozen=True, slots=True)
class LabelCell:
    """A label in a row of labels, with what stands under it."""

    words: tuple[Word, ...]
    line: Line  # the line that the label stands in
    value: Line | None  # None: an empty place

    @property
    def box(self) -> Box:
        """The place of the label."""
        return around(word.box for word in self.words)


@once
def label_rows(page: LetterPage) -> tuple[LabelCell, ...]:
    """Return the labels of the page that stand side by side over a row of values."""
    em = em_of(page.page)
    rows = [sorted(row, key=lambda line: line.box.x0) for row in rows_of(page.lines, em)]
    found: list[LabelCell] = []
    under = {id(cell.line) for cell in captions_of(page)}
    for index, row in enumerate(rows):
        if any(id(line) in under for line in row):
            continue
        below = rows[index + 1] if index + 1 < len(rows) else ()
        if _are_pairs(row) or (_begin_as_labels(row) and _begin_as_labels(below)):
            continue
        labels = _labels_in(row, below, em)
        if labels:
            found += _with_values(labels, _values_under(labels, rows[index + 1 :], em), em)
    return tuple(found)


@once
def captions_of(page: LetterPage) -> tuple[LabelCell, ...]:
    """Return the labels of the page that stand under what is written on a line.

    They stand in brackets, or in smaller type, and nearer to what is above than to what is below.
    Of a form that has three of these, every label is one: under an empty line it has no value.
    """
    em = em_of(page.page)
    form = tuple(_captions_of_form(page.lines, em))
    if form:
        return form
    return tuple(
        LabelCell(line.words, line, above)
        for line in page.lines
        if _is_caption(line)
        for above in _written_above(line, page.lines, em)
    )


@once
def words_apart(page: LetterPage) -> frozenset[int]:
    """Return the ids of the words of labels whose value does not stand behind them."""
    cells = (*label_rows(page), *captions_of(page))
    return frozenset(id(word) for cell in cells for word in cell.words)


def _captions_of_form(lines: Sequence[Line], em: float) -> Iterator[LabelCell]:
    """Yield the labels of a form that has them under its lines, none of another page."""
    labels = [line for line in lines if _is_caption(line)]
    among = [line for line in labels if _is_among_labels(line, lines)]
    above = {id(line): _above(line, lines) for line in among}
    told = [line for line in among if (over := above[id(line)]) and not _names_something(over.text)]
    under = [line for line in told if _is_right_under(line, above[id(line)], lines, em)]
    small = [line for line in under if _is_smaller(line, above[id(line)])]
    if len(small) < CAPTIONS or 2 * len(small) <= len(told):
        return
    for line in among:
        yield LabelCell(line.words, line, above[id(line)] if line in under else None)


def _is_among_labels(label: Line, lines: Sequence[Line]) -> bool:
    """Tell whether nothing but labels stands at the height of a label."""
    box = label.box
    beside = [x for x in lines if x.box.shared_height(box) > 0.4 * min(box.height, x.box.height)]
    return all(is_label(line.text) for line in beside)


def _above(label: Line, lines: Sequence[Line]) -> Line | None:
    box = label.box
    column = (line for line in lines if line is not label and line.box.shared_width(box) > 0)
    over = (line for line in column if line.box.center[1] < box.top)
    return max(over, key=lambda line: line.box.bottom, default=None)


def _is_right_under(label: Line, over: Line | None, lines: Sequence[Line], em: float) -> bool:
    """Tell a label of what stands above it from one over its own box."""
    if over is None:
        return False
    near = label.box.top - over.box.bottom
    under = [line.box.top for line in lines if line.box.shared_width(label.box) > 0]
    below = min((top for top in under if top > label.box.bottom), default=math.inf)
    return near <= em and near < 0.6 * (below - label.box.bottom)


def _is_smaller(label: Line, over: Line | None) -> bool:
    return over is not None and _size(label) < SMALL * _size(over)


def _size(line: Line) -> float:
    """Return how large the type is: without high and low letters a word is half as high."""
    return statistics.median(word.box.height / _reach(word.text) for word in line.words)


def _reach(text: str) -> float:
    high = TALL if _HIGH.search(text) else LOW
    return high + (BELOW if _DEEP.search(text) else 0.0)


def _is_caption(line: Line) -> bool:
    return is_label(line.text) and not line.text.endswith(":")


def _in_brackets(text: str) -> bool:
    """Tell a caption in brackets, of which a scan may have lost the first."""
    return text.endswith(")") and (text.startswith("(") or "(" not in text)


def _written_above(caption: Line, lines: Sequence[Line], em: float) -> Iterator[Line]:
    """Yield the line right above a caption, if it is that and not the label of what follows."""
    box = caption.box
    above = _above(caption, lines)
    in_brackets = _in_brackets(caption.text)
    most = (2 if in_brackets else 1) * em
    if above is None or box.top - above.box.bottom > most or _names_something(above.text):
        return
    if in_brackets or _is_under(caption, above, [line for line in lines if line is not caption]):
        yield above


def _is_under(caption: Line, above: Line, others: Sequence[Line]) -> bool:
    """Tell small type close under a number from a label with its value behind or below it."""
    box = caption.box
    near = box.top - above.box.bottom
    under = [line for line in others if line.box.shared_width(box) > 0]
    below = min((x.box.top for x in under if x.box.center[1] > box.bottom), default=math.inf)
    is_nearer = near < 0.6 * (below - box.bottom)
    is_smaller = box.height < SMALL * above.box.height
    alone = not any(x.box.shared_height(box) > 0.4 * box.height for x in others)
    return is_nearer and is_smaller and alone and any(map(str.isdigit, above.text))


def _names_something(text: str) -> bool:
    """Tell a line that is a label or has one of its own from something to put a caption under."""
    return is_label(text) or ":" in text.split(" ", 1)[0]


def _labels_in(row: Sequence[Line], below: Sequence[Line] = (), em: float = 0.0) -> list[LabelCell]:
    """Return the labels of a row that has two known ones and holds nothing but labels."""
    labels: list[LabelCell] = []
    known = 0
    for line in row:
        parts = tuple(_split(line.words)) or tuple(_wrapped(line, below, em))
        parts = parts or tuple(_pieces(line))
        of_known = [words for words in parts if is_label(_said(words))]
        if not all(words in of_known or _may_be_label(words) for words in parts):
            return []
        known += len(of_known)
        labels += [LabelCell(words, line, None) for words in parts]
    return labels if known > 1 else []


def _are_pairs(row: Sequence[Line]) -> bool:
    """Tell "Naam Muller    Voorletters J." of a form: each label has its value behind it."""
    return sum(has_own_value(line) for line in row) >= PAIRS


def _begin_as_labels(row: Sequence[Line]) -> bool:
    """Tell a row of which two lines begin as a label, one of them with its value behind it.

    Of two such rows the lower one is no row of values.
    """
    begun = [line for line in row if is_label(line.text) or has_own_value(line)]
    return len(begun) >= PAIRS and any(map(has_own_value, begun))


def has_own_value(line: Line) -> bool:
    """Tell whether a line begins with a known label and goes on with what is none."""
    if line.words[0].text.casefold() in POSSESSIVES or tuple(_split(line.words)):
        return False
    counts = range(min(MOST_WORDS, len(line.words) - 1), 0, -1)
    begun = (count for count in counts if is_label(_said(line.words[:count])))
    length = next(begun, 0)
    return bool(length) and not is_label(_said(line.words[length:]))


def next_labels(line: Line) -> tuple[int, ...]:
    """Return where the other labels begin of a line that has several, each with its value.

    "Straat Kade ____ Nr. 12" of a form: the gap before a label is wider than between words.
    """
    if not has_own_value(line):
        return ()
    least = CELL_GAP * line.box.height
    return tuple(
        at
        for at in range(2, len(line.words) - 1)
        if line.words[at].box.x0 - line.words[at - 1].box.x1 > least
        and any(is_label(_said(line.words[at : at + count])) for count in range(1, MOST_WORDS + 1))
    )


def _pieces(line: Line) -> Iterator[tuple[Word, ...]]:
    """Part a line of small print where a gap is wider than between two words of it."""
    start = 0
    for at, (before, word) in enumerate(pairwise(line.words), start=1):
        if word.box.x0 - before.box.x1 > CELL_GAP * line.box.height:
            yield line.words[start:at]
            start = at
    yield line.words[start:]


def _wrapped(line: Line, below: Sequence[Line], em: float) -> Iterator[tuple[Word, ...]]:
    """Yield a known label of two lines: "Postcode en" over "woonplaats" in a narrow box."""
    for other in below:
        aside, under = other.box.x0 - line.box.x0, other.box.top - line.box.bottom
        near = abs(aside) < WRAPPED_ASIDE * em and under < WRAPPED_UNDER * em
        if near and is_label(f"{line.text} {other.text}"):
            yield (*line.words, *other.words)
            return


def _split(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the known labels that a line consists of, none when it holds anything else."""
    parts: list[tuple[Word, ...]] = []
    start = 0
    while start < len(words):
        length = next(
            (
                count
                for count in range(min(MOST_WORDS, len(words) - start), 0, -1)
                if is_label(_said(words[start : start + count]))
            ),
            0,
        )
        if not length:
            return
        parts.append(words[start : start + length])
        start += length
    yield from parts


def _may_be_label(words: Sequence[Word]) -> bool:
    """Tell a label that is not known from a value: short and without figures.

    One may be longer that begins as a known one does: "Nummer van uw brief".
    """
    said = _said(words)
    begins = len(words) <= MOST_WORDS and is_known(words[0].text)
    short = len(words) <= SHORT or begins
    return short and not any(char.isdigit() or char in ",@" for char in said)


def _said(words: Sequence[Word]) -> str:
    return " ".join([word.text for word in words])


def _values_under(
    labels: Sequence[LabelCell], below: Sequence[list[Line]], em: float
) -> list[list[list[Word]]]:
    """Return the rows of values, each as runs of words that belong together."""
    rows: list[list[list[Word]]] = []
    bottom, left = max(label.box.bottom for label in labels), labels[0].box.x0
    known = {id(word) for label in labels for word in label.words}
    for row in below[:MOST_ROWS]:
        printed = filter(None, map(_printed, row))
        own = [line for line in printed if line.box.x1 > left - ASIDE * em]
        own = [line for line in own if id(line.words[0]) not in known]
        if not own:
            continue
        gap = min(line.box.top for line in own) - bottom
        if gap > (FOLLOWING if rows else UNDER) * em or _labels_in(own) or _announces(own):
            break
        if any(_is_prose(line, labels, em) for line in own):
            break
        rows.append([run for line in own for run in _runs(line, labels, em)])
        bottom = max(line.box.bottom for line in own)
    return rows


def _printed(line: Line) -> Line | None:
    """Return a line without the specks and rules in it, None when it is nothing else."""
    words = tuple(word for word in line.words if not RULES.issuperset(word.text))
    return line if len(words) == len(line.words) else Line(words, line.page) if words else None


def _announces(row: Sequence[Line]) -> bool:
    """Tell whether a line begins with a label of its own ("Betreft: bezwaar")."""
    return any(word.text.endswith(":") for line in row for word in line.words[:MOST_WORDS])


def _runs(line: Line, labels: Sequence[LabelCell], em: float) -> list[list[Word]]:
    """Part the words of a line where a gap is or where a label begins above."""
    starts = [label.box.x0 for label in labels]
    runs = [[line.words[0]]]
    for before, word in pairwise(line.words):
        gap = word.box.x0 - before.box.x1
        begins = any(abs(word.box.x0 - start) < 0.3 * em for start in starts)
        if gap > WORD_GAP * em or (begins and gap > 0.3 * em):
            runs.append([])
        runs[-1].append(word)
    return runs


def _is_prose(line: Line, labels: Sequence[LabelCell], em: float) -> bool:
    """Tell words that run on under several labels; of values side by side many are numbers."""
    over = [label for label in labels if label.box.shared_width(line.box) > 0]
    runs_on = all(b.box.x0 - a.box.x1 < WORD_GAP * em for a, b in pairwise(line.words))
    numbers = sum(any(map(str.isdigit, word.text)) for word in line.words)
    is_long = len(line.words) >= PROSE and 3 * numbers < len(line.words)
    return is_long and runs_on and len(over) > 1


def _with_values(
    labels: Sequence[LabelCell], rows: Sequence[Sequence[list[Word]]], em: float
) -> Iterator[LabelCell]:
    under: dict[int, list[Word]] = {}
    for run in (run for row in rows for run in row):
        under.setdefault(_column_of(run, labels, em), []).extend(run)
    for index, label in enumerate(labels):
        words = under.get(index)
        page = label.line.page
        value = Line(tuple(words), page) if words and _says_something(words) else None
        yield LabelCell(label.words, label.line, value)


def _column_of(run: Sequence[Word], labels: Sequence[LabelCell], em: float) -> int:
    """Return which label a run of words stands under: the only one above it, else by its begin."""
    box = around(word.box for word in run)
    above = [i for i, label in enumerate(labels) if label.box.shared_width(box) > 0]
    if len(above) == 1:
        return above[0]
    begun = [i for i, label in enumerate(labels) if label.box.x0 - ASIDE * em <= box.x0]
    return max(begun, default=0)


def _says_something(words: Sequence[Word]) -> bool:
    return any(char.isalnum() for word in words for char in word.text)
