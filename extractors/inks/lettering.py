"""Measure how regular the letters of some ink are: a typeface repeats itself, a hand does not.

Pure pixel work. Names are also set in a typeface that imitates a pen. Its letters stand on one
line to a tenth of a millimetre, reach up to one or two others, lean by one angle and are as dark
everywhere; of a hand that writes the same name hardly two letters do.
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
    Points = NDArray[np.float64]  # rows of x, y

OFF_LINE_MM: Final = 0.13  # less than a pixel: letters of type stand no further off their line
REACH_MM: Final = 1.3  # where a letter ends, its neighbours are that near
FALL_MM: Final = 0.3  # and the ink turns back by so much
SLOPES: Final = np.tan(np.radians(np.arange(-6.0, 6.01, 0.5)))  # skew of scans and photos
BINS: Final = 36  # directions of strokes, 5 degrees each
NO_STEM: Final = slice(12, 24)  # bins of strokes that lie flat


@dataclass(frozen=True, slots=True)
class Lettering:
    """How regular some ink is; shares from 0 to 1."""

    feet: int  # turning points at the foot of letters that stand on one line
    feet_share: float  # of all turning points there
    tops: int  # turning points at the top that stand on one line beside that of the feet
    tops_share: float  # of all turning points there, on that line or the next one
    tilt: float  # degrees, of these lines
    upright: float  # share of the edges that run along the commonest direction of the stems
    darkness_variation: float  # relative spread of how dark the middle of the lines is


def measure_lettering(mask: "Mask", paper_share: "Real", per_mm: float) -> Lettering:
    """Measure the ink in `mask`; `paper_share` is 1 for paper and 0 for black."""
    feet = _turns(_envelope(mask), per_mm)
    tops = _turns(_envelope(mask[::-1]), per_mm)
    tops[:, 1] = mask.shape[0] - 1 - tops[:, 1]
    off = OFF_LINE_MM * per_mm
    on_foot, slope, _ = _line(feet, SLOPES, off)
    along = np.array([slope])
    on_top, _, level = _line(tops, along, off)
    others = tops[np.abs(tops[:, 1] - slope * tops[:, 0] - level) > 2 * off]
    on_next, _, _ = _line(others, along, off)
    return Lettering(
        feet=on_foot,
        feet_share=on_foot / max(len(feet), 1),
        tops=on_top,
        tops_share=(on_top + on_next) / max(len(tops), 1),
        tilt=math.degrees(math.atan(slope)),
        upright=_upright(mask, paper_share),
        darkness_variation=_darkness_variation(mask, paper_share),
    )


def _envelope(mask: "Mask") -> "NDArray[np.int64]":
    """Return for each column the lowest row with ink, -1 without any."""
    low = mask.shape[0] - 1 - np.argmax(mask[::-1], axis=0)
    return np.where(mask.any(axis=0), low, -1)


def _turns(envelope: "NDArray[np.int64]", per_mm: float) -> "Points":
    """Return where the envelope is lowest on the page and turns back to both sides."""
    reach, fall = max(round(REACH_MM * per_mm), 3), FALL_MM * per_mm
    ends = np.flatnonzero(np.diff(envelope)) + 1
    runs = zip([0, *ends.tolist()], [*ends.tolist(), len(envelope)], strict=True)
    found = []
    for start, end in runs:
        low = envelope[start]
        sides = envelope[max(start - reach, 0) : start], envelope[end : end + reach]
        turns = (not side.size or (side.max() <= low and side.min() <= low - fall)
                 for side in sides)  # fmt: skip
        if low >= 0 and all(turns):
            found.append(((start + end - 1) / 2, float(low)))
    return np.array(found, dtype=np.float64).reshape(-1, 2)


def _line(points: "Points", slopes: "NDArray[np.float64]", off: float) -> tuple[int, float, float]:
    """Return how many points lie on the best line, its slope and level; flat ones win."""
    best, slope_of, level_of = 0, 0.0, 0.0
    for slope in sorted(slopes.tolist(), key=abs) if len(points) else ():
        levels = points[:, 1] - slope * points[:, 0]
        counts = (np.abs(levels[:, None] - levels[None, :]) <= off).sum(axis=1)
        at = int(counts.argmax())
        if counts[at] > best:
            best, slope_of, level_of = int(counts[at]), slope, float(levels[at])
    return best, slope_of, level_of


def _upright(mask: "Mask", paper_share: "Real") -> float:
    near = cv2.dilate(mask, np.ones((3, 3), np.uint8)) > 0
    dark = np.where(near, np.float32(1.0) - paper_share, np.float32(0.0)).astype(np.float32)
    soft = cv2.GaussianBlur(np.pad(dark, 3), (0, 0), 0.8)
    across, down = (cv2.Sobel(soft, cv2.CV_32F, *axis) for axis in ((1, 0), (0, 1)))
    bins = (np.arctan2(down, across) % math.pi / math.pi * BINS).astype(np.int64) % BINS
    weights = np.hypot(across, down).ravel()
    edges = np.bincount(bins.ravel(), weights=weights, minlength=BINS)
    three = edges + np.roll(edges, 1) + np.roll(edges, -1)
    three[NO_STEM] = 0.0
    return float(three.max() / max(float(edges.sum()), 1e-6))


def _darkness_variation(mask: "Mask", paper_share: "Real") -> float:
    depth = cv2.distanceTransform(np.pad(mask, 1), cv2.DIST_L2, 3)[1:-1, 1:-1]
    ridge = (depth > 0) & (depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8)))
    dark = 1.0 - paper_share[ridge]
    return float(np.std(dark) / max(float(np.mean(dark)), 0.05)) if dark.size else 0.0
