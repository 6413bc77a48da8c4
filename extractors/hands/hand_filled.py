"""Notice that a printed form was filled in by hand: labels in print with ink behind them.

Of such a page most ink is print and was read, so that it does not look like handwriting as a
whole. What stands in its fields, and in the free space between, is not missing when it gave no
words.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import cv2

from extractors.absence.legibility import SURE_WORD, strokes_of
from extractors.document import Box, Letter, LetterPage, Line, TextSource, Word, around
from extractors.element import ElementId
from extractors.inks.closing import SIGN_HERE
from extractors.label_rows import captions_of
from extractors.label_words import is_label
from extractors.labels import fold
from extractors.layout import em_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FIELDS: Final = 2  # with ink and without words: fewer is a remark, or a word that was misread
RIGHT_MARGIN_PT: Final = 30.0
LONGEST_LABEL: Final = 5  # words
MOST_ASKED: Final = 8  # words of a question
ROOM_EM: Final = 2.2  # under or over a label is where one line is written
# Letters by hand are as high; dots to write on and specks are not.
LEAST_HEIGHT_PT: Final = 4.5
LEAST_INK_PT: Final = 12.0  # of letters side by side
# A box to write one figure in fills its own outline; no letter does.
BOX_FILL: Final = 0.88
# Print that gives a word at all gives it so surely, as a rule.
BY_HAND: Final = 0.7
# A code of which one sign was doubted is as unsure, and is what no handwriting is read as.
CODE_READ: Final = 0.6
_CODE: Final = re.compile(r"(?=(?:\D*\d){4})[A-Za-z\d./-]{6,}\W*")
READ_BY_HAND = frozenset(ElementId) - {ElementId.HANDTEKENING}


def find_hand_filled(letter: Letter) -> frozenset[ElementId]:
    """Return the elements that may stand in the handwriting on a printed form."""
    scanned = [page for page in letter.own_pages if page.page.source is TextSource.OCR]
    filled = sum(len(list(_filled(page))) for page in scanned)
    return READ_BY_HAND if filled >= FIELDS else frozenset()


@cache
def _of_elements() -> Mapping[ElementId, frozenset[str]]:
    labels = _cues()["labels"]
    return {ElementId(element): frozenset(map(fold, each)) for element, each in labels.items()}


@cache
def _labels() -> frozenset[str]:
    return frozenset().union(*_of_elements().values(), map(fold, _cues()["velden"]["ook"]))


@cache
def _cues() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("extractors") / "cues" / "half_read.toml").read_text("utf-8"))


def _filled(page: LetterPage) -> Iterator[Box]:
    """Yield the fields behind a printed label that hold ink and no words."""
    fields = [field for line in page.lines for field in _fields(page, line)]
    if not fields or page.page.image is None:
        return
    scale = page.page.image.scale
    ink = strokes_of(page.page.image.pixels, scale)
    for field in fields:
        part = _part(ink, field, scale)
        if not _is_read(page, field) and _length(part, scale) >= LEAST_INK_PT:
            yield field


def find_inked(letter: Letter) -> frozenset[ElementId]:
    """Return the elements in whose field stands ink of which no word was made.

    Of "21-11-2026" a scan may have given the year alone, too far from its label to be its value.
    """
    scanned = [page for page in letter.own_pages if page.page.source is TextSource.OCR]
    inked = {label for page in scanned for label in _with_ink(page)}
    return frozenset(element for element, labels in _of_elements().items() if inked & labels)


def _with_ink(page: LetterPage) -> Iterator[str]:
    """Yield the labels, folded, with ink in their field that belongs to no word."""
    labelled = [(line, label) for line in page.lines if (label := _said_by(line))]
    if not labelled or page.page.image is None:
        return
    scale = page.page.image.scale
    ink = strokes_of(page.page.image.pixels, scale).copy()  # others ask for it too
    for word in page.page.words:
        box = word.box.grown(1, 1)
        ink[round(max(box.top, 0) * scale) : round(box.bottom * scale),
            round(max(box.x0, 0) * scale) : round(box.x1 * scale)] = 0  # fmt: skip
    for line, label in labelled:
        if any(_length(_part(ink, field, scale), scale) >= LEAST_INK_PT
               for field in _fields(page, line)):  # fmt: skip
            yield label


def _part(ink: "NDArray[np.uint8]", field: Box, scale: float) -> "NDArray[np.uint8]":
    top, left = max(field.top, 0), max(field.x0, 0)
    return ink[round(top * scale) : round(field.bottom * scale),
               round(left * scale) : round(field.x1 * scale)]  # fmt: skip


def _fields(page: LetterPage, line: Line) -> Iterator[Box]:
    """Yield where the value of a label or the answer to a question is written."""
    label = _label_of(line)
    if label is None:
        if _is_question(line):
            yield _below(page, line, line.box)
        return
    if any(cell.line is line for cell in captions_of(page)):
        yield _above(page, line)
        return
    start, height = label.x1 + 2, label.height
    others = (
        word.box.x0
        for other in page.lines
        for word in other.words
        if word.box.x0 > start + 1
        and word.confidence >= SURE_WORD
        and word.text.endswith(":")
        and word.box.shared_height(label) > 0.5 * min(height, word.box.height)
    )
    end = min(others, default=page.page.width - RIGHT_MARGIN_PT)
    if end > start:
        yield Box(start, label.top - 0.8 * height, end, label.bottom + 0.4 * height)
    if _is_alone(line) and not _has_beside(page, line):
        yield _below(page, line, label)


def _is_question(line: Line) -> bool:
    """Tell "Wie bent u?" of a form: short, in print, and nothing behind it."""
    is_asked = line.text.endswith("?") and len(line.words) <= MOST_ASKED
    return is_asked and _is_sure(line.words)


def _is_alone(line: Line) -> bool:
    return _label_words(line) == line.words


def _has_beside(page: LetterPage, line: Line) -> bool:
    """Tell whether a value stands at the height of a label, and not below it."""
    box = line.box
    others = (each for each in page.lines if each.box.x0 > box.x1)
    row = [each for each in others if each.box.shared_height(box) > 0.4 * box.height]
    return not all(is_label(x.text) or _is_alone(x) or SIGN_HERE.search(x.text) for x in row)


def _below(page: LetterPage, line: Line, label: Box) -> Box:
    """Return the room under a label or question, as far as the next of them."""
    em = em_of(page.page)
    labels = [x.box for x in page.lines if x is not line and (_label_of(x) or _is_question(x))]
    reach = label.bottom + ROOM_EM * em
    under = (box.top for box in labels if label.bottom < box.top < reach and box.x0 <= label.x1)
    bottom = min(under, default=reach)
    return Box(label.x0 - 2, label.bottom + 1, _room_right(page, label, labels), bottom)


def _above(page: LetterPage, line: Line) -> Box:
    """Return the room over a label that stands under the line to write on."""
    box = line.box
    labels = [cell.line.box for cell in captions_of(page) if cell.line is not line]
    top = max(box.top - ROOM_EM * em_of(page.page), 0.0)
    return Box(box.x0 - 2, top, _room_right(page, box, labels), box.top - 1)


def _room_right(page: LetterPage, label: Box, labels: list[Box]) -> float:
    right = (x.x0 for x in labels if x.x0 > label.x1 and x.shared_height(label) > 0)
    return min(right, default=page.page.width - RIGHT_MARGIN_PT)


def _label_of(line: Line) -> Box | None:
    words = _label_words(line)
    return around(word.box for word in words) if words else None


def _said_by(line: Line) -> str:
    return fold(" ".join(word.text for word in _label_words(line)))


def _label_words(line: Line) -> tuple[Word, ...]:
    """Return the words of the label that a line begins with, none when it has none."""
    for count in range(min(LONGEST_LABEL, len(line.words)), 0, -1):
        words = line.words[:count]
        if fold(" ".join(word.text for word in words)) in _labels() and _is_sure(words):
            return words
    return ()


def _is_sure(words: tuple[Word, ...]) -> bool:
    return min(word.confidence for word in words) >= SURE_WORD


def _is_read(page: LetterPage, field: Box) -> bool:
    """Tell whether the words in a field were read as print is."""
    words = [word for word in page.page.words if field.contains(word.box)]
    letters = [word for word in words if re.search(r"\w", word.text)]
    weight = sum(len(word.text) for word in letters)
    sure = sum(len(word.text) * _sureness(word) for word in letters)
    return weight > 0 and sure / weight >= BY_HAND


def _sureness(word: Word) -> float:
    is_code = word.confidence >= CODE_READ and _CODE.fullmatch(word.text)
    return 1.0 if is_code else word.confidence


def _length(ink: "NDArray[np.uint8]", scale: float) -> float:
    """Return over how many points letters stand in a field."""
    if not ink.size:
        return 0.0
    outlines, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    length = 0.0
    for outline in outlines:
        _, _, wide, high = cv2.boundingRect(outline)
        is_box = cv2.contourArea(outline) > BOX_FILL * (wide - 1) * (high - 1)
        if high >= LEAST_HEIGHT_PT * scale and not is_box:
            length += wide / scale
    return length
