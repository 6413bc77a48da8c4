"""Rows of boxes with one figure in each, as forms have them for numbers and dates.

The engine takes the lines between the boxes for letters and signs. So the row is looked for by its
lines, which stand upright at equal distances; what stands between them is set side by side without
the lines and read as one line. Only a reading with one sign for each box that holds ink counts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from extractors.document import Box, PageImage, Word, around
from extractors.ocr import Segmentation
from extractors.pictures.images import darker_than_around, with_full_contrast
from extractors.pictures.runs import upright_runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extractors.readers.work import Work

Crop = Callable[[Box, float], PageImage]

FEWEST: Final = 6  # boxes of a row: a BSN has nine, a date six or eight, a postcode six
MOST_LINES: Final = 1000  # upright, of one page: more are a pattern
MOST_ROWS: Final = 12  # of one page
# In points: how high a line between boxes is, how thick at most, and how far from the next.
HEIGHT_PT: Final = (8.5, 40.0)
THICK_PT: Final = 3.0
WIDTH_PT: Final = (9.5, 29.0)
AROUND: Final = 31  # pixels of paper to which a line is compared
DARK: Final = 14  # levels of grey darker than that paper
POINTS_PER_INCH: Final = 72.0
ALIKE: Final = 0.12  # how much boxes of one row may differ in width
LEVEL: Final = 0.15  # of the height of a line: how much higher or lower another may stand
MOST_BETWEEN: Final = 0.4  # of the width of a box: what lies wider apart may hide one
HIGH: Final = 0.4  # of the height of a box: a figure; a dash between is lower
LOOKS_DPI: Final = (210.0, 280.0)
INSET: Final = 0.1  # of a box, along each of its sides: there its lines are
DARKER: Final = 60  # than the paper is ink
FEW: Final = 3  # figures that are read by themselves
INKED: Final = 0.015  # of a box with a figure in it is ink
GAP: Final = 0.2  # of the height, between two figures that are set side by side
AGREED: Final = 0.85
SURE: Final = 0.45  # less sure is what somebody wrote by hand
COVERED: Final = 0.5  # of a word: then it is one of the row
_SMALL: Final = str.maketrans("gqolisz|", "99011521")


@dataclass(frozen=True, slots=True)
class _Row:
    """The boxes of one row from left to right, and which of them a gap follows."""

    boxes: tuple[Box, ...]
    ends: frozenset[int]

    @property
    def box(self) -> Box:
        return around(self.boxes)


def read_boxed(
    page: PageImage, words: tuple[Word, ...], *, crop: Crop, work: "Work"
) -> tuple[Word, ...]:
    """Return the words with those in rows of boxes read anew, where that gives a sign for each."""
    for row in [each for each in _rows(page) if _is_whole(page, each)][:MOST_ROWS]:
        found = _read(row, crop, work)
        if found:
            words = _with_row(words, row, found)
    return words


def _rows(page: PageImage) -> Iterator[_Row]:
    """Yield the rows of boxes, from the lines that stand between them."""
    left = sorted(_uprights(page), key=lambda box: (box.top, box.x0))
    if len(left) > MOST_LINES:
        return
    while left:
        level = {box for box in _as_high(left) if _is_level(left[0], box)}
        left = [box for box in left if box not in level]
        for run in _runs(sorted(level, key=lambda box: (box.x0, box.top))):
            yield from _boxes_between(page, run)


def _uprights(page: PageImage) -> Iterator[Box]:
    """Yield the upright lines of the page that are as high as a box."""
    scale = page.scale
    dark = darker_than_around(page.pixels, AROUND, DARK)
    lines = upright_runs(dark, max(round(HEIGHT_PT[0] * scale), 3))
    if lines is None:
        return
    # Little is left: to follow its outlines costs a fifth of numbering all pixels of the page.
    outlines, _ = cv2.findContours(lines, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for x, y, width, height in map(cv2.boundingRect, outlines):
        if width <= THICK_PT * scale and height <= HEIGHT_PT[1] * scale:
            yield Box(x / scale, y / scale, (x + width) / scale, (y + height) / scale)


def _as_high(lines: Sequence[Box]) -> Iterator[Box]:
    """Yield the lines, which come from the top down, that begin no lower than the first may."""
    lowest = lines[0].top + LEVEL * lines[0].height
    return takewhile(lambda box: box.top <= lowest, lines)


def _is_level(one: Box, other: Box) -> bool:
    reach = LEVEL * one.height
    return abs(one.top - other.top) <= reach and abs(one.bottom - other.bottom) <= reach


def _runs(level: Sequence[Box]) -> Iterator[list[Box]]:
    """Part lines at the same height where more than a box lies between two."""
    run: list[Box] = []
    for line in level:
        if run and line.x0 - run[-1].x1 > WIDTH_PT[1]:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _boxes_between(page: PageImage, lines: Sequence[Box]) -> Iterator[_Row]:
    """Yield the row that these lines part, if most of its boxes are as wide as each other."""
    spaces = [(left, right) for left, right in pairwise(lines) if _may_be_box(left, right)]
    if len(spaces) < FEWEST:
        return
    wide = median(right.x0 - left.x1 for left, right in spaces)
    spaces = [each for each in spaces if abs(each[1].x0 - each[0].x1 - wide) <= ALIKE * wide]
    if len(spaces) < FEWEST:
        return
    top, bottom = _reach(page, spaces)
    boxes = tuple(Box(left.x1, top, right.x0, bottom) for left, right in spaces)
    near = 0.4 * wide
    ends = {at for at, (one, two) in enumerate(pairwise(boxes)) if two.x0 - one.x1 > near}
    yield _Row(boxes, frozenset(ends))


def _may_be_box(left: Box, right: Box) -> bool:
    return WIDTH_PT[0] <= right.x0 - left.x1 <= WIDTH_PT[1]


def _reach(page: PageImage, spaces: Sequence[tuple[Box, Box]]) -> tuple[float, float]:
    """Return from where to where a figure may stand: above the teeth of a comb, inside a box."""
    top = median(box.top for each in spaces for box in each)
    bottom = median(box.bottom for each in spaces for box in each)
    if _is_closed(page, spaces[0][0].x1, spaces[-1][1].x0, top):
        return top, bottom
    return max(top - (bottom - top), 0.0), bottom


def _is_closed(page: PageImage, x0: float, x1: float, top: float) -> bool:
    """Tell whether a line runs along the top of the boxes."""
    around_top = page.crop(Box(x0, max(top - 1.5, 0.0), x1, top + 1.5))
    if not around_top.size:
        return True
    paper = float(np.percentile(page.crop(Box(x0, top, x1, top + 8.0)), 90))
    dark = np.min(around_top, axis=0) < paper - 40.0
    return float(np.mean(dark)) > 0.7


def _is_whole(page: PageImage, row: _Row) -> bool:
    """Tell whether nothing as high as a figure stands between the boxes that were found."""
    for one, two in pairwise(row.boxes):
        edge = INSET * one.height
        between = page.crop(Box(one.x1 + edge, one.top + edge, two.x0 - edge, one.bottom - edge))
        if two.x0 - one.x1 < MOST_BETWEEN * one.width or not between.size:
            continue
        rows = np.flatnonzero((between < np.percentile(between, 90) - DARKER).any(axis=1))
        if rows.size and rows[-1] - rows[0] > HIGH * between.shape[0]:
            return False
    return True


def _read(row: _Row, crop: Crop, work: "Work") -> list[Word]:
    """Return a word for each group of boxes side by side, none without a sure sign for each."""
    seen: dict[str, float] = {}
    for places, signs, sure in _looks(row, crop, work):
        if signs in seen:  # two looks that agree are seldom wrong
            return list(_words(row, places, signs, max(sure, seen[signs], AGREED)))
        if sure >= AGREED:
            return list(_words(row, places, signs, sure))
        seen[signs] = sure
        last = places
    best = max(seen, key=lambda signs: seen[signs], default="")
    return list(_words(row, last, best, seen[best])) if len(seen) == 1 else []


def _looks(row: _Row, crop: Crop, work: "Work") -> Iterator[tuple[list[int], str, float]]:
    """Yield what the boxes say at each look, and which of them, where each gave one sign."""
    for dpi in LOOKS_DPI:
        figures = _figures(row, crop(row.box, dpi))
        # The engine gives one of several equal figures twice; in few of them it does not.
        for most in (len(figures), FEW) if figures else ():
            signs, sure = _signs(figures, most, dpi, work)
            if len(signs) == len(figures) and sure >= SURE:
                yield list(figures), _as_figures(signs), sure


def _figures(row: _Row, image: PageImage) -> dict[int, "NDArray[np.uint8]"]:
    """Return the ink of each box that has any, cut out."""
    found = {}
    for at, box in enumerate(row.boxes):
        inside = _inside(image, box, row.box)
        ink = inside < np.percentile(inside, 90) - DARKER if inside.size else inside
        if np.any(ink) and float(np.mean(ink)) > INKED:
            columns = np.flatnonzero(ink.any(axis=0))
            whole = with_full_contrast(inside)
            found[at] = whole[:, max(columns[0] - 1, 0) : columns[-1] + 2]
    return found


def _signs(
    figures: Mapping[int, "NDArray[np.uint8]"], most: int, dpi: float, work: "Work"
) -> tuple[str, float]:
    """Return what the figures say, so many read at a time, and how sure the least sure one is."""
    said, sure = "", 1.0
    every = list(figures.values())
    for part in (every[at : at + most] for at in range(0, len(every), most)):
        read = work.engine.read(
            PageImage(_side_by_side(part), dpi / POINTS_PER_INCH),
            timeout_s=work.time_for_call(),
            segmentation=Segmentation.LINE,
        )
        signs = "".join(each.text for each in read)
        if len(signs) != len(part):
            return "", 0.0
        said, sure = said + signs, min(sure, *(each.confidence for each in read))
    return said, sure


def _as_figures(signs: str) -> str:
    """Turn small letters among figures back: in boxes people write capitals.

    >>> _as_figures("99g990o1g"), _as_figures("jansen")
    ('999990019', 'jansen')
    """
    is_number = 2 * sum(map(str.isdigit, signs)) >= len(signs)
    return signs.translate(_SMALL) if is_number else signs


def _side_by_side(figures: Sequence["NDArray[np.uint8]"]) -> "NDArray[np.uint8]":
    """Return one line of print."""
    rows = min(each.shape[0] for each in figures)
    gap = np.full((rows, max(round(GAP * rows), 1)), 255, np.uint8)
    line = np.hstack([part for each in figures for part in (gap, each[:rows])])
    edge = rows // 3
    framed = cv2.copyMakeBorder(line, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=255)
    return np.ascontiguousarray(framed, np.uint8)


def _inside(image: PageImage, box: Box, whole: Box) -> "NDArray[np.uint8]":
    """Return what a box holds, without its lines."""
    x, y = INSET * box.width, INSET * box.height
    return image.crop(Box(box.x0 + x - whole.x0, y, box.x1 - x - whole.x0, box.height - y))


def _words(row: _Row, places: Sequence[int], signs: str, sure: float) -> Iterator[Word]:
    """Part the signs where a box is empty or boxes stand apart."""
    group: list[tuple[int, str]] = []
    for at, sign in zip(places, signs, strict=True):
        if group and (at - group[-1][0] > 1 or group[-1][0] in row.ends):
            yield _word(row, group, sure)
            group = []
        group.append((at, sign))
    yield _word(row, group, sure)


def _word(row: _Row, group: Sequence[tuple[int, str]], sure: float) -> Word:
    box = around(row.boxes[at] for at, _ in group)
    return Word("".join(sign for _, sign in group), box, sure)


def _with_row(words: Sequence[Word], row: _Row, found: Sequence[Word]) -> tuple[Word, ...]:
    """Put the words of a row in the place of what was read there."""
    old = [at for at, word in enumerate(words) if _is_of_row(word.box, row.box)]
    later = (at for at, word in enumerate(words) if word.box.top > row.box.bottom)
    place = old[0] if old else next(later, len(words))
    gone = set(old)
    before = [word for at, word in enumerate(words[:place]) if at not in gone]
    after = [word for at, word in enumerate(words) if at >= place and at not in gone]
    return (*before, *found, *after)


def _is_of_row(box: Box, row: Box) -> bool:
    return box.shared_area(row) > COVERED * box.area
