"""Find pale or broken traces where people sign: too faint to measure, too much for dirt.

A thin pen on a fax, pale blue on a copy: a person sees that something was written, a machine finds
specks. Whether it is a signature cannot be told, only that nobody may say there is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from extractors.document import PT_PER_MM, Box, PageImage
from extractors.inks.inkmask import flatten, remove_blobs, remove_rings, without
from extractors.inks.rules import remove_rules
from extractors.once import once
from extractors.pictures.images import inked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.uint8]  # 0 or 1

LEAST_SIDE: Final = 8  # pixels
PALEST: Final = 0.95  # of the paper: a pen that is paler cannot be seen
NOISES: Final = 5.0  # times the grain of the paper
PEN_MM: Final = 1.4  # what is wider is a smudge
SPECK_MM: Final = 0.25
LARGEST_MM: Final = 45.0
PRINT_MARGIN_MM: Final = 0.8
GAP_MM: Final = (7.0, 4.5)
FEWEST: Final = 4  # pieces that stand together
LEAST_MM: Final = 2.5  # of all pieces together, each along its longer side
LONG_MM: Final = 6.0  # so much needs no number of pieces
LEAST_WIDTH_MM: Final = 4.0
LEAST_HEIGHT_MM: Final = 1.5
MOST_HEIGHT_MM: Final = 28.0
MOST_WIDTH_MM: Final = 90.0
# So many times more than groups where nobody signs, or it is the paper that is so.
APART: Final = 2.5
# So many times more pieces than dirt leaves on as much paper elsewhere.
THICKER: Final = 4.0


@dataclass(frozen=True, slots=True)
class _Group:
    """Pieces that stand together: pixels of the zone, lengths in millimetres."""

    x: int
    y: int
    wide: int
    high: int
    pieces: int
    length: float  # of all pieces, each along its longer side

    def is_written(self, per_mm: float) -> bool:
        """Tell whether a hand may have left it."""
        wide, high = self.wide / per_mm, self.high / per_mm
        many = self.pieces >= FEWEST and self.length >= LEAST_MM
        is_line = high < LEAST_HEIGHT_MM or wide < LEAST_WIDTH_MM
        fits = high <= MOST_HEIGHT_MM and wide <= MOST_WIDTH_MM
        return fits and not is_line and (many or self.length >= LONG_MM)


def find_faint(image: PageImage, zone: Box, signed: Box, printed: Sequence[Box]) -> Box | None:
    """Return where in `signed` faint pieces stand together as they do nowhere else in the zone."""
    per_mm = image.scale * PT_PER_MM
    marks = _marks_in(image, zone).copy()
    if min(marks.shape) < LEAST_SIDE:
        return None
    corner = max(zone.x0, 0.0), max(zone.top, 0.0)
    _clear(marks, printed, corner, image.scale)
    groups = [(each, _place(each, corner, image.scale)) for each in _groups(marks, per_mm)]
    near = [(group, place) for group, place in groups if signed.contains(place)]
    far = [group for group, place in groups if not signed.contains(place)]
    return _most(near, far, _elsewhere(zone, signed), per_mm)


def _most(
    near: Sequence[tuple[_Group, Box]], far: Sequence[_Group], paper_mm2: float, per_mm: float
) -> Box | None:
    """Return the place of the largest group that is more than the dirt of this paper."""
    written = [(group, place) for group, place in near if group.is_written(per_mm)]
    if not written:
        return None
    group, place = max(written, key=lambda each: each[0].length)
    # The largest may be a note or a hair, and tells nothing of the paper.
    dirt = sorted((each.length for each in far), reverse=True)[1:2] or [0.0]
    usual = sum(each.pieces for each in far) / max(paper_mm2, 1.0)
    area = group.wide * group.high / per_mm**2
    is_dirt = group.length < APART * dirt[0] or group.pieces < THICKER * usual * area
    return None if is_dirt else place


def _elsewhere(zone: Box, signed: Box) -> float:
    """Return how much of the zone lies outside of where people sign, in square millimetres."""
    return (zone.area - zone.shared_area(signed)) / PT_PER_MM**2


def _place(group: _Group, corner: tuple[float, float], scale: float) -> Box:
    left, top = corner
    sides = (group.x, group.y, group.x + group.wide, group.y + group.high)
    x0, y0, x1, y1 = (side / scale for side in sides)
    return Box(left + x0, top + y0, left + x1, top + y1)


@once  # of one zone several places are asked for
def _marks_in(image: PageImage, zone: Box) -> "Mask":
    grey = image.crop(zone)
    return _marks(grey, image.scale * PT_PER_MM) if min(grey.shape) >= LEAST_SIDE else grey


def _marks(grey: "NDArray[np.uint8]", per_mm: float) -> "Mask":
    """Mark thin lines, however pale; not what stands within a stamp, nor wide smudges."""
    share = flatten(grey, per_mm)
    bright = share[share > 0.8]
    noise = 1.48 * float(np.median(1.0 - bright)) if bright.size else 0.0
    size = round(PEN_MM * per_mm)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    depth = cv2.morphologyEx(share, cv2.MORPH_BLACKHAT, kernel)
    least = max(1.0 - PALEST, NOISES * noise)
    dark = (share < 1.0 - least).astype(np.uint8)
    blobs = (dark > 0) & (remove_blobs(dark, per_mm) == 0)  # with their corners, which are thin
    ink = remove_rules(without((depth > least).astype(np.uint8), blobs), per_mm)
    free, rings = remove_rings(ink, per_mm)
    for x, y, radius in rings:
        cv2.circle(free, (round(x), round(y)), round(radius), 0, -1)
    return free


def _clear(
    marks: "Mask", printed: Sequence[Box], corner: tuple[float, float], scale: float
) -> None:
    margin = PRINT_MARGIN_MM * PT_PER_MM
    left, top = corner
    for box in printed:
        x0, x1 = ((side - left) * scale for side in (box.x0 - margin, box.x1 + margin))
        y0, y1 = ((side - top) * scale for side in (box.top - margin, box.bottom + margin))
        marks[max(int(y0), 0) : max(int(y1), 0), max(int(x0), 0) : max(int(x1), 0)] = 0


def _groups(marks: "Mask", per_mm: float) -> list[_Group]:
    """Return the pieces that are no specks and no edges, put together where they stand close."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
    size = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) / per_mm
    kept = (size >= SPECK_MM) & (size <= LARGEST_MM)
    kept[0] = False
    pieces = without(marks, ~kept[labels])
    reach = np.ones([2 * round(gap * per_mm / 2) + 1 for gap in reversed(GAP_MM)], np.uint8)
    _, near = cv2.connectedComponents(cv2.dilate(pieces, reach))
    rows, columns = inked(pieces)
    field_of = np.zeros(count, np.int64)
    field_of[labels[rows, columns]] = near[rows, columns]
    found = []
    for field in np.unique(field_of[kept]).tolist():
        own = stats[kept & (field_of == field)]
        x, y = (int(own[:, side].min()) for side in (cv2.CC_STAT_LEFT, cv2.CC_STAT_TOP))
        right = int((own[:, cv2.CC_STAT_LEFT] + own[:, cv2.CC_STAT_WIDTH]).max())
        foot = int((own[:, cv2.CC_STAT_TOP] + own[:, cv2.CC_STAT_HEIGHT]).max())
        length = float(size[kept & (field_of == field)].sum())
        found.append(_Group(x, y, right - x, foot - y, len(own), length))
    return found
