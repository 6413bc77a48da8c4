"""Measure the line that a pen drew: how wide, how sharp, how straight it is.

Pure pixel work on masks with 1 for ink and 0 for paper.
"""

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from extractors.pictures.images import inked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.uint8]
    Real = NDArray[np.float32]


def pen_of(mask: "Mask") -> tuple[float, float]:
    """Return the usual width of the line in pixels and its relative spread."""
    depth = cv2.distanceTransform(np.pad(mask, 1), cv2.DIST_L2, 3)
    ridge = depth[(depth > 0) & (depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8)))]
    # The ridge of an odd line lies half a pixel deeper than half its width.
    width = max(2.0 * float(np.median(ridge)) - 1.0, 1.0)
    return width, float(np.std(2.0 * ridge) / width)


def sharpness_of(paper_share: "Real", mask: "Mask") -> float:
    """Return how steeply the ink darkens at its edges, of how dark it is."""
    steps = np.hypot(
        cv2.Sobel(paper_share, cv2.CV_32F, 1, 0, scale=1 / 8),
        cv2.Sobel(paper_share, cv2.CV_32F, 0, 1, scale=1 / 8),
    )
    depth = float(np.percentile(1.0 - paper_share[mask > 0], 80))
    return float(np.percentile(steps[mask > 0], 80)) / max(depth, 0.05)


def outline_of(stroke: "Mask", per_mm: float) -> float:
    """Return the share of the convex hull's edge that is inked."""
    ys, xs = inked(stroke)
    hull = cv2.convexHull(np.stack([xs, ys], axis=1).astype(np.int32))
    edge = np.zeros_like(stroke)
    cv2.polylines(edge, [hull], isClosed=True, color=1)
    thick = cv2.dilate(stroke, np.ones((round(1.2 * per_mm),) * 2, np.uint8))
    return float(np.mean(thick[edge > 0]))


def slenderness_of(stroke: "Mask") -> float:
    """Return 0 for a straight line, 1 for what is as broad as long."""
    ys, xs = inked(stroke)
    if xs.size < 3:
        return 0.0
    minor, major = np.linalg.eigvalsh(np.cov(np.stack([xs, ys])))
    return float(math.sqrt(max(minor, 0.0) / max(major, 1e-6)))


def corners_of(stroke: "Mask", per_mm: float) -> int:
    """Return how many corners the stroke has, drawn with straight lines."""
    outlines, _ = cv2.findContours(stroke, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return max(
        (len(cv2.approxPolyDP(each, 0.6 * per_mm, closed=True)) for each in outlines), default=0
    )
