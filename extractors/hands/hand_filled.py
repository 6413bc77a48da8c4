"""Notice that a printed form was filled in by hand: labels in print with ink behind them.

Of such a page most ink is print and was read, so that it does not look like handwriting as a
whole. What stands in its fields, and in the free space between, is not missing when it gave no
words.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import cv2

from extractors.absence.legibility import SURE_WORD, strokes_of
from extractors.document import Box, Letter, LetterPage, Line, TextSource, Word
from extractors.element import ElementId
from extractors.labels import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FIELDS: Final = 2  # with ink and without words: fewer is a remark, or a word that was misread
RIGHT_MARGIN_PT: Final = 30.0
LONGEST_LABEL: Final = 5  # words
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
def _labels() -> frozenset[str]:
    data = tomllib.loads((files("extractors") / "cues" / "half_read.toml").read_text("utf-8"))
    named = (label for labels in data["labels"].values() for label in labels)
    return frozenset(fold(label) for label in (*named, *data["velden"]["ook"]))


def _filled(page: LetterPage) -> Iterator[Box]:
    """Yield the fields behind a printed label that hold ink and no words."""
    fields = [field for line in page.lines for field in _fields(page, line)]
    if not fields or page.page.image is None:
        return
    scale = page.page.image.scale
    ink = strokes_of(page.page.image.pixels, scale)
    for field in fields:
        part = ink[round(max(field.top, 0) * scale) : round(field.bottom * scale),
                   round(field.x0 * scale) : round(field.x1 * scale)]  # fmt: skip
        if part.size and not _is_read(page, field) and _length(part, scale) >= LEAST_INK_PT:
            yield field


def _fields(page: LetterPage, line: Line) -> Iterator[Box]:
    """Yield where the value of a label at the beginning of the line is written."""
    label = _label_of(line)
    if label is None:
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


def _label_of(line: Line) -> Box | None:
    for count in range(min(LONGEST_LABEL, len(line.words)), 0, -1):
        words = line.words[:count]
        if fold(" ".join(word.text for word in words)) in _labels() and _is_sure(words):
            boxes = [word.box for word in words]
            return Box(boxes[0].x0, min(box.top for box in boxes), boxes[-1].x1,
                       max(box.bottom for box in boxes))  # fmt: skip
    return None


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
    outlines, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    length = 0.0
    for outline in outlines:
        _, _, wide, high = cv2.boundingRect(outline)
        is_box = cv2.contourArea(outline) > BOX_FILL * (wide - 1) * (high - 1)
        if high >= LEAST_HEIGHT_PT * scale and not is_box:
            length += wide / scale
    return length
