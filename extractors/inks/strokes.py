"""Measure the shape of strokes, whatever their size: loops, straight runs, level edges, symmetry.

Pure pixel work on the mask of some ink. What the shape means is not decided here.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.uint8]  # 0 or 1
    Real = NDArray[np.float32]

TOLERANCE_MM: Final = 0.5  # what is drawn with straight lines may be so far off
STRAIGHT_MM: Final = 5.0  # a pen seldom goes on further without a bend
LEVEL_DEGREES: Final = 7.0  # off level or upright: print, frames and codes have such edges
SMALL_SIDE: Final = 40  # pixels of the longer side on which symmetry is looked for
LEAST_LOOP_MM2: Final = 0.4


@dataclass(frozen=True, slots=True)
class Shape:
    """What strokes look like; shares from 0 to 1."""

    straight: float  # share of the outline in long straight runs
    level: float  # share of the edges that run level or upright
    loop_share: float  # share of the box that the strokes enclose
    symmetry: float  # likeness to its mirror image, left to right or turned around


def measure_shape(mask: "Mask", share: "Real", per_mm: float) -> Shape:
    """Measure the strokes in `mask`; `share` is 1 for paper and 0 for black."""
    found, order = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    outlines = [np.asarray(each, dtype=np.int32) for each in found]
    inner = [each for each, up in zip(outlines, order[0], strict=True) if up[3] >= 0]
    holes = [hole for hole in map(cv2.contourArea, inner) if hole >= LEAST_LOOP_MM2 * per_mm**2]
    return Shape(
        straight=_straight(outlines, per_mm),
        level=_level(mask, share),
        loop_share=sum(holes) / mask.size,
        symmetry=_symmetry(mask),
    )


def _straight(outlines: "list[NDArray[np.int32]]", per_mm: float) -> float:
    straight, whole = 0.0, 0.0
    for outline in outlines:
        corners = cv2.approxPolyDP(outline, TOLERANCE_MM * per_mm, closed=True)[:, 0, :]
        sides = np.roll(corners, -1, axis=0) - corners
        lengths = np.hypot(sides[:, 0], sides[:, 1])
        straight += float(lengths[lengths >= STRAIGHT_MM * per_mm].sum())
        whole += float(lengths.sum())
    return straight / max(whole, 1.0)


def _level(mask: "Mask", share: "Real") -> float:
    near = cv2.dilate(mask, np.ones((3, 3), np.uint8)) > 0
    dark = np.where(near, np.float32(1.0) - share, np.float32(0.0)).astype(np.float32)
    soft = cv2.GaussianBlur(np.pad(dark, 3), (0, 0), 0.8)
    across, down = (np.abs(cv2.Sobel(soft, cv2.CV_32F, *axis)) for axis in ((1, 0), (0, 1)))
    most = math.tan(math.radians(LEVEL_DEGREES))
    steps = np.hypot(across, down)
    is_level = (across <= most * down) | (down <= most * across)
    return float(steps[is_level].sum() / max(float(steps.sum()), 1e-6))


def _symmetry(mask: "Mask") -> float:
    """Return how like ink is to its mirror image or to itself turned around."""
    scale = min(SMALL_SIDE / max(mask.shape), 1.0)
    sides = [max(round(side * scale), 4) for side in reversed(mask.shape)]
    small = cv2.resize(mask.astype(np.float32), sides, interpolation=cv2.INTER_AREA)
    soft = np.asarray(cv2.GaussianBlur(small, (0, 0), 1.0), dtype=np.float32)
    return max(_likeness(soft, soft[:, ::-1]), _likeness(soft, soft[::-1, ::-1]))


def _likeness(one: "Real", other: "Real") -> float:
    a, b = one - one.mean(), other - other.mean()
    return float((a * b).sum() / max(float((a * a).sum()), 1e-6))
