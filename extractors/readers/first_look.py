"""Read the top of a page behind a letter, to see whether the rest of it has to be read at all.

Only a page with nothing on it but rows of print is looked at so: a signature, a stamp, a drawing
or handwriting has it read whole. The cut runs between two rows. A page of which the rest is
needed is read whole afterwards, as if nobody had looked: no word of it depends on the look.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from extractors.document import (
    PT_PER_MM,
    Box,
    Line,
    Page,
    PageImage,
    TextSource,
    Word,
    around,
)
from extractors.inks.rules import remove_rules
from extractors.layout import lines_of
from extractors.pictures.images import pieces_of
from extractors.readers.enclosed import (
    is_enclosed,
    is_next_numbered,
    may_be_enclosed,
    may_prove_enclosed,
    place_of,
)
from extractors.readers.unread import find_print

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extractors.readers.work import Work

    Mask = NDArray[np.uint8]

FEWEST_ROWS: Final = 20  # with fewer a page costs little
SHARE: Final = 0.2  # of the rows that are read first
LEAST_ROWS: Final = 7
TOP_ROWS: Final = 4  # among which a title stands
DRAWN_MM: Final = (8.0, 3.0)  # ink at least so long and so wide was not printed in rows
MOST_LOOSE: Final = 12  # letters outside rows: more are a stamp put askew, or handwriting
LETTER_MM: Final = 1.2  # height of such a letter, at least
LARGE_MM, MOST_LARGE = 4.0, 5  # letters as high as that are of a stamp
TALLEST: Final = 1.7  # times the usual height of a row: beyond it stands a stamp, or handwriting
MARGIN_MM: Final = 1.2  # around a row: dots and accents
FEWEST_LETTERS: Final = 80  # in words that were read surely
SURE: Final = 0.7
LEAST_SURE: Final = 0.7  # share of the letters


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a page is cut, in points from the top.

    What stands above `top` and the last row, below `foot`, are read first; what stands above
    `head` only where these tell of an enclosure.
    """

    top: float
    head: float
    foot: float


def find_cut(image: PageImage) -> Cut | None:
    """Return where to cut a page; None when it has to be read whole, whatever it says."""
    seen = find_print(image)
    rows = _rows(seen.rows)
    if len(rows) < FEWEST_ROWS or _is_drawn_on(seen.ink, seen.rows, seen.scale):
        return None
    first = max(LEAST_ROWS, math.ceil(SHARE * len(rows)))
    usual = statistics.median(row.height for row in rows)
    if any(row.height > TALLEST * usual for row in rows[first:]):
        return None
    top, head = _gap(rows, TOP_ROWS), _gap(rows, first)
    if top is None or head is None or rows[-1].top <= rows[-2].bottom:
        return None
    return Cut(top, head, (rows[-2].bottom + rows[-1].top) / 2)


def _gap(rows: Sequence[Box], first: int) -> float | None:
    """Return the middle of the widest gap behind this many rows, or one or two more."""
    # Paragraphs part better than lines.
    width, at = max((rows[at].top - rows[at - 1].bottom, at) for at in range(first, first + 3))
    return (rows[at - 1].bottom + rows[at].top) / 2 if width > 0 else None


def _rows(boxes: Sequence[Box]) -> list[Box]:
    """Join pieces of print that stand side by side."""
    rows: list[Box] = []
    for box in sorted(boxes, key=lambda each: each.center[1]):
        if rows and box.shared_height(rows[-1]) > 0.5 * min(box.height, rows[-1].height):
            rows[-1] = around((rows[-1], box))
        else:
            rows.append(box)
    return rows


def _is_drawn_on(ink: "Mask", rows: Sequence[Box], scale: float) -> bool:
    """Tell whether ink outside the rows is more than rules and specks."""
    per_mm = scale * PT_PER_MM
    left = ink.copy()
    margin = MARGIN_MM * PT_PER_MM
    for row in rows:
        top, bottom = (row.top - margin) * scale, (row.bottom + margin) * scale
        x0, x1 = (row.x0 - margin) * scale, (row.x1 + margin) * scale
        left[max(int(top), 0) : int(bottom) + 1, max(int(x0), 0) : int(x1) + 1] = 0
    if not _is_more_than_specks(left, per_mm):
        return False
    return _is_more_than_specks(remove_rules(left, per_mm), per_mm)


def _is_more_than_specks(ink: "Mask", per_mm: float) -> bool:
    boxes = pieces_of(ink).boxes[1:]
    wide, high = boxes[:, 2] / per_mm, boxes[:, 3] / per_mm
    longest, shortest = np.maximum(wide, high), np.minimum(wide, high)
    drawn = (longest >= DRAWN_MM[0]) & (shortest >= DRAWN_MM[1])
    loose = (high >= LETTER_MM) & (longest < DRAWN_MM[0])
    large = loose & (high >= LARGE_MM)
    many = np.count_nonzero(loose) > MOST_LOOSE or np.count_nonzero(large) > MOST_LARGE
    return bool(drawn.any() or many)


def look(image: PageImage, *, work: "Work", number: int) -> tuple[Word, ...] | None:
    """Return the words of the first rows and the last when no more is needed; else None."""
    cut = find_cut(image)
    if cut is None:
        return None
    words = _read(image, 0.0, cut.top, work)
    head = _lines(words, image)
    if not may_be_enclosed(head):
        return None
    last = _read(image, cut.foot, image.pixels.shape[0] / image.scale, work)
    foot, before = _lines(last, image), work.enclosed_before(number)
    if not may_prove_enclosed(head, foot, before=before):
        return None
    place = place_of(head, foot)
    if place is not None and work.goes_on_with_letter(number, place):
        return None
    if not is_next_numbered(head, foot, before=before):  # its number is proof enough
        words = (*words, *_read(image, cut.top, cut.head, work))
        head = _lines(words, image)
    return (*words, *last) if _is_sure(words) and is_enclosed(head, foot, before=before) else None


def _read(image: PageImage, top: float, bottom: float, work: "Work") -> tuple[Word, ...]:
    """Read a part of the page, from side to side; boxes are those of the page."""
    first, last = round(top * image.scale), round(bottom * image.scale)
    part = PageImage(np.ascontiguousarray(image.pixels[first:last]), image.scale)
    words = work.engine.read(part, timeout_s=work.time_for_call())
    down = first / image.scale
    return tuple(replace(word, box=word.box.moved(0.0, down)) for word in words)


def _is_sure(words: Sequence[Word]) -> bool:
    """Tell whether the words were read so well that what they do not say is not there."""
    letters = sum(len(word.text) for word in words)
    sure = sum(len(word.text) for word in words if word.confidence >= SURE)
    return sure >= FEWEST_LETTERS and sure >= LEAST_SURE * letters


def _lines(words: tuple[Word, ...], image: PageImage) -> list[Line]:
    rows, columns = image.pixels.shape
    page = Page(1, columns / image.scale, rows / image.scale, words, TextSource.OCR)
    return sorted(lines_of(page), key=lambda line: line.box.top)
