"""Take away the lines that dirt on the glass of a scanner draws from the top of a page to its foot.

A speck on the glass of a feeder shows on every row of the picture, always in the same column: a
straight thin line through all words that it meets. What runs along less than half of the page is
the letter's own: a table, a frame, a signature.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROWS: Final = 240  # of a page: so many tell what its columns are like
WIDEST: Final = 0.0032  # of the page's width: half a millimetre
AROUND: Final = 0.012  # of it: the columns beside a line show the paper
DARKER: Final = 18  # levels of grey than the paper: less harms no letter
EDGE: Final = 3  # levels of grey: the blurred sides of a line
SEEN_THROUGH: Final = 0.3  # of the paper's brightness: print under a darker line is lost
NARROWEST: Final = 300  # pixels of a page: on less a line is no thinner than a letter


def without_lines(grey: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """Return the picture without such lines; the picture itself when it has none."""
    if min(grey.shape) < NARROWEST:
        return grey
    columns, paper = _columns(grey)
    lines = list(_lines(columns, paper))
    if not lines:
        return grey
    mended = grey.copy()
    for first, last in lines:
        _mend(mended, columns, paper, (first, last))
    return mended


def _columns(grey: "NDArray[np.uint8]") -> tuple["NDArray[np.uint8]", "NDArray[np.uint8]"]:
    """Return how bright most of each column is, and how bright it would be without a line."""
    some = grey[:: max(grey.shape[0] // ROWS, 1)]
    columns = _middles(some)
    window = min(round(AROUND * len(columns)) | 1, 255)
    paper = cv2.medianBlur(columns.reshape(1, -1), max(window, 3)).reshape(-1)
    return columns, np.asarray(paper, dtype=np.uint8)


def _middles(rows: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """Return the median of each column, the upper of two: bit by bit, in a third of the time."""
    middles = np.zeros(rows.shape[1], np.uint8)
    for bit in (128, 64, 32, 16, 8, 4, 2, 1):
        higher = middles | np.uint8(bit)
        below = (rows < higher).sum(axis=0, dtype=np.uint16)
        middles = np.where(below <= len(rows) // 2, higher, middles)
    return middles


def _lines(columns: "NDArray[np.uint8]", paper: "NDArray[np.uint8]") -> Iterator[tuple[int, int]]:
    """Yield the first and the last column of each line, with its blurred sides."""
    darker = paper.astype(np.int16) - columns
    if darker.max() <= DARKER:
        return
    widest = max(round(WIDEST * len(columns)), 2)
    index = 1
    while index < len(columns) - 1:
        first = index
        while index < len(columns) - 1 and darker[index] > EDGE:
            index += 1
        if 0 < index - first <= widest + 2 and darker[first:index].max() > DARKER:
            yield first, index - 1
        index += 1


def _mend(
    grey: "NDArray[np.uint8]",
    columns: "NDArray[np.uint8]",
    paper: "NDArray[np.uint8]",
    line: tuple[int, int],
) -> None:
    """Make a line as bright as the paper; where nothing shows through, as what is beside it."""
    first, last = line
    own = columns[first : last + 1].astype(np.float32)
    wanted = paper[first : last + 1].astype(np.float32)
    if own.min() >= SEEN_THROUGH * wanted.max():
        lit = grey[:, first : last + 1] * (wanted / own)
    else:
        share = np.linspace(0.0, 1.0, last - first + 3, dtype=np.float32)[1:-1]
        left, right = (grey[:, [at]].astype(np.float32) for at in (first - 1, last + 1))
        lit = left * (1.0 - share) + right * share
    grey[:, first : last + 1] = np.clip(lit, 0, 255).astype(np.uint8)
