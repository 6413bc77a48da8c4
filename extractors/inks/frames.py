"""Find drawn frames: of a stamp that an office sets on a letter, or of a place on a form.

Pure pixel work; what a frame is of is not decided here.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from extractors.document import PT_PER_MM, Box, PageImage
from extractors.inks.inkmask import flatten

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.uint8]  # 0 or 1

DARK: Final = 0.82  # of the paper: the line of a stamp may be pale
WIDE_MM, HIGH_MM = (30.0, 100.0), (14.0, 50.0)
BREAK_MM: Final = 1.6  # a worn stamp leaves gaps in its frame
FULL: Final = 0.85  # of the slanting box around it: a frame has four straight sides
LEAST_SIDE: Final = 8  # pixels


def frames_in(image: PageImage, zone: Box) -> tuple[Box, ...]:
    """Return where in the zone something the size of a stamp is framed, in points of the page."""
    grey = image.crop(zone)
    per_mm = image.scale * PT_PER_MM
    if min(grey.shape) < LEAST_SIDE:
        return ()
    ink = (flatten(grey, per_mm) < DARK).astype(np.uint8)
    left, top = max(zone.x0, 0.0), max(zone.top, 0.0)
    return tuple(
        Box(
            left + x / image.scale,
            top + y / image.scale,
            left + (x + wide) / image.scale,
            top + (y + high) / image.scale,
        )
        for x, y, wide, high in _frames(ink, per_mm)
    )


def _frames(ink: "Mask", per_mm: float) -> Iterator[tuple[int, int, int, int]]:
    size = round(BREAK_MM * per_mm) | 1
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    found, order = cv2.findContours(closed, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    for outline, links in zip(found, order[0] if order is not None else (), strict=True):
        _, _, wide, high = place = cv2.boundingRect(outline)
        is_hole = links[3] >= 0
        if not is_hole or not _fits(wide / per_mm, WIDE_MM) or not _fits(high / per_mm, HIGH_MM):
            continue
        (_, sides, _) = cv2.minAreaRect(outline)
        if cv2.contourArea(outline) >= FULL * sides[0] * sides[1]:
            yield place[0], place[1], wide, high


def _fits(length: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= length <= limits[1]
