"""Lines that were read badly or are printed small are read once more, larger.

About 3 % of the lines of a scan; the gain is in dates and numbers, where one sign matters.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from extractors.document import Box, PageImage, Word, around
from extractors.ocr import OcrEngine, Segmentation

WEAK: Final = 0.7
SURE: Final = 0.85  # small print of which every word was read so surely is right
WHOLE: Final = 0.9  # on the whole: of 28 such lines with a weak word none was read better
SMALL_PRINT: Final = 6.6  # points from the top of "l" to the bottom of "p": 7 point print
MOST_LINES: Final = 12  # of one page: beyond it the page is poor, and larger does not help
MARGIN: Final = 3.0  # points around a line
COVERED: Final = 0.3  # of one word by another: the same place
HARDLY: Final = 0.5  # less sure than this no word may be print
TALL: Final = 1.6  # times as high as print usually is on this page: a pen, a drawing
WIDE: Final = 3.0  # times as wide as it is high, for each sign: a rule, a row of dots
CLEARLY: Final = 0.03  # by how much the second reading must be surer

Crop = Callable[[Box], PageImage]


def lines_of(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the words of each line, from words in reading order."""
    line: list[Word] = []
    for word in words:
        if line and not _goes_on(line[-1].box, word.box):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _goes_on(left: Box, right: Box) -> bool:
    if right.x0 <= left.x0:
        return False
    lower = min(left.bottom - left.top, right.bottom - right.top)
    shared = min(left.bottom, right.bottom) - max(left.top, right.top)
    return shared > 0 and shared > 0.3 * lower


def is_small(line: Sequence[Word]) -> bool:
    """Tell whether a line of more than a few letters is printed small."""
    letters = sum(len(word.text) for word in line)
    return letters >= 6 and around(word.box for word in line).height < SMALL_PRINT


def is_weak(line: Sequence[Word]) -> bool:
    """Tell whether a word of the line may be wrong."""
    return any(word.confidence < WEAK and signs_of(word) >= 2 for word in line)


def read_again(
    words: tuple[Word, ...], *, crop: Crop, engine: OcrEngine, time_for_call: Callable[[], float]
) -> tuple[Word, ...]:
    """Return the words with weak and small lines replaced where a second look is surer.

    `crop` gives the picture of a part of the page at the larger scale.
    """
    lines = list(lines_of(words))
    usual = _usual_height(words)
    doubtful = [
        index
        for index, line in enumerate(lines)
        if _is_doubtful(line) and not _is_no_print(line, usual)
    ]
    # Numbers first: a wrong letter in a sentence does less harm than one in a date.
    doubtful.sort(key=lambda index: not any(_has_digit(word) for word in lines[index]))
    for index in doubtful[:MOST_LINES]:
        box = with_margin(around(word.box for word in lines[index]))
        image = crop(box)
        if min(image.pixels.shape) < 8:
            continue
        again = engine.read(image, timeout_s=time_for_call(), segmentation=Segmentation.LINE)
        if _is_surer(again, lines[index]):
            lines[index] = [replace(word, box=word.box.moved(box.x0, box.top)) for word in again]
    return tuple(word for line in lines for word in line)


def _is_doubtful(line: Sequence[Word]) -> bool:
    if min(word.confidence for word in line) >= SURE:
        return False
    return is_small(line) or (is_weak(line) and _sureness(line) < WHOLE)


def _usual_height(words: Sequence[Word]) -> float:
    """Return how high words are on this page, of those that were read surely."""
    heights = [word.box.height for word in words if word.confidence >= SURE]
    return float(np.median(heights)) if heights else 0.0


def _is_no_print(line: Sequence[Word], usual: float) -> bool:
    """Tell what strokes of a pen, rules and rows of dots are read as: the engine reads no more.

    No word of it is half sure, and it is higher than print is here, or wider than its signs. A
    line with a figure or of an e-mail address is print sooner, and worth a look.
    """
    if any(word.confidence >= HARDLY or _has_digit(word) or "@" in word.text for word in line):
        return False
    box = around(word.box for word in line)
    signs = sum(len(word.text) for word in line)
    return box.height > TALL * usual > 0 or box.width > WIDE * box.height * signs


def _is_surer(again: Sequence[Word], before: Sequence[Word]) -> bool:
    if sum(signs_of(word) for word in again) < 0.8 * sum(signs_of(word) for word in before):
        return False
    return _sureness(again) > _sureness(before) + CLEARLY


def _sureness(line: Sequence[Word]) -> float:
    if not line:
        return 0.0
    weights = [len(word.text) for word in line]
    return float(np.average([word.confidence for word in line], weights=weights))


def signs_of(word: Word) -> int:
    """Return how many letters and figures a word has."""
    return sum(char.isalnum() for char in word.text)


def _has_digit(word: Word) -> bool:
    return any(char.isdigit() for char in word.text)


def with_margin(box: Box) -> Box:
    """Return the box of a line with the paper around it that the engine asks for."""
    return box.grown(2 * MARGIN, MARGIN).on_sheet()


def is_same_place(one: Word, other: Word) -> bool:
    """Tell whether two words cover so much of each other that they are readings of one place."""
    a, b = one.box, other.box
    return a.overlaps(b) and a.shared_area(b) > COVERED * min(a.area, b.area)
