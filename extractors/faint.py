"""Find pale or broken traces where people sign: too faint to measure, too much for dirt.

A thin pen on a fax, pale blue on a copy: a person sees that something was written, a machine finds
specks. Whether it is a signature cannot be told, only that nobody may say there is none.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from extractors.document import PT_PER_MM, Box, PageImage
from extractors.inkmask import flatten, remove_blobs, remove_rules, without

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.uint8]  # 0 or 1

PALEST: Final = 0.95  # of the paper: a pen that is paler cannot be seen
NOISES: Final = 5.0  # times the grain of the paper
SPECK_MM: Final = 0.25
LARGEST_MM: Final = 25.0
PRINT_MARGIN_MM: Final = 0.8
GAP_MM: Final = (5.0, 3.5)
FEWEST: Final = 6  # pieces that stand together
LEAST_WIDTH_MM: Final = 6.0
LEAST_HEIGHT_MM: Final = 2.5
MOST_HEIGHT_MM: Final = 40.0
APART: Final = 3.0  # so many times more than the next group, or it is the paper that is so


def find_faint(image: PageImage, zone: Box, printed: Sequence[Box]) -> Box | None:
    """Return where in the zone faint pieces stand together as they do nowhere else in it."""
    grey = image.crop(zone)
    if min(grey.shape) < 8:
        return None
    per_mm = image.scale * PT_PER_MM
    marks = _marks(grey, per_mm)
    left, top = max(zone.x0, 0.0), max(zone.top, 0.0)
    _clear(marks, printed, (left, top), image.scale)
    groups = sorted(_groups(marks, per_mm), reverse=True)
    if not groups or (len(groups) > 1 and groups[0][0] < APART * groups[1][0]):
        return None
    x, y, wide, high = groups[0][1]
    x0, y0, x1, y1 = (side / image.scale for side in (x, y, x + wide, y + high))
    return Box(left + x0, top + y0, left + x1, top + y1)


def _marks(grey: "NDArray[np.uint8]", per_mm: float) -> "Mask":
    share = flatten(grey, per_mm)
    bright = share[share > 0.8]
    noise = 1.48 * float(np.median(1.0 - bright)) if bright.size else 0.0
    ink = (share < min(PALEST, 1.0 - NOISES * noise)).astype(np.uint8)
    return remove_rules(remove_blobs(ink, per_mm), per_mm)


def _clear(
    marks: "Mask", printed: Sequence[Box], corner: tuple[float, float], scale: float
) -> None:
    margin = PRINT_MARGIN_MM * PT_PER_MM
    left, top = corner
    for box in printed:
        x0, x1 = ((side - left) * scale for side in (box.x0 - margin, box.x1 + margin))
        y0, y1 = ((side - top) * scale for side in (box.top - margin, box.bottom + margin))
        marks[max(int(y0), 0) : max(int(y1), 0), max(int(x0), 0) : max(int(x1), 0)] = 0


def _groups(marks: "Mask", per_mm: float) -> list[tuple[int, tuple[int, int, int, int]]]:
    """Return how much ink each group has and its box; only groups that a hand may have made."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
    size = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) / per_mm
    kept = (size >= SPECK_MM) & (size <= LARGEST_MM)
    kept[0] = False
    pieces = without(marks, ~kept[labels])
    reach = np.ones([2 * round(gap * per_mm / 2) + 1 for gap in reversed(GAP_MM)], np.uint8)
    _, near = cv2.connectedComponents(cv2.dilate(pieces, reach))
    pairs = np.unique(np.stack([near[pieces > 0], labels[pieces > 0]]), axis=1)
    fields, counts = np.unique(pairs[0], return_counts=True)
    found = []
    for field in fields[counts >= FEWEST].tolist():
        rows, columns = np.nonzero((near == field) & (pieces > 0))
        wide, high = int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1
        is_large = wide >= LEAST_WIDTH_MM * per_mm and high >= LEAST_HEIGHT_MM * per_mm
        if is_large and high <= MOST_HEIGHT_MM * per_mm:
            found.append((len(rows), (int(columns.min()), int(rows.min()), wide, high)))
    return found
