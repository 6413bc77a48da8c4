"""Tell by its flag whether a stroke that was read as a 1 is one, or the I of a floor: "27-II".

An engine reads "II" as "11" and is sure of it, at every scale. A 1 has a flag on the left of its
top and nothing on the right; an I is the same on both sides, with serifs or without. Measured in
41 fonts at 200 and 300 dpi: a 1 leans left by 0.1 to 0.3 of its height, an I by no more than
0.08; but the 1 of one Times-like typeface by 0.02 to 0.07 only, and slanted ones do not: what
lies between is unclear.
"""

from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from extractors.readers.strokes import LEAST_PX, TALL, signs_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Shares of the height.
LEAST_FLAG: Final = 0.09  # by which the top of a 1 reaches further left than right
LEAST_SERIF: Final = 0.05  # on the right of an I; upright, a 1 has none there
ALIKE: Final = 0.05  # serifs on the left and the right
BARE: Final = 0.02  # on either side of a bar
NARROW: Final = 0.75  # of its height: two strokes that touch are wider
STEM: Final = (0.45, 0.7)  # of its height: there is nothing beside the stem
TOP: Final = (0.03, 0.32)
HALF: Final = 0.5  # of full ink: the edge of a stroke


class Seen(Enum):
    """What strokes are by their tops."""

    ONES = auto()
    FLOOR = auto()  # "I", "II"
    UNCLEAR = auto()


def look_at(picture: "NDArray[np.uint8]", count: int) -> Seen | None:
    """Tell what the last `count` signs of a word are; None when there are no signs at all.

    Of signs that touch nobody sees a flag.

    `picture` is the word by itself, its ink black and its paper white.
    """
    ink = 255.0 - picture.astype(np.float32)
    boxes = signs_of(ink)
    if not boxes:
        return None
    if len(boxes) < count or any(left[2] > right[0] for left, right in pairwise(boxes)):
        return Seen.UNCLEAR
    last = boxes[-count:]
    if any(right - left > NARROW * (bottom - top) for left, top, right, bottom in last):
        return Seen.UNCLEAR
    tops = [_top_of(ink[top:bottom, left:right]) for left, top, right, bottom in last]
    if all(left - right >= LEAST_FLAG for left, right in tops):
        return Seen.ONES
    return Seen.FLOOR if all(_is_capital(*each) for each in tops) else Seen.UNCLEAR


def _is_capital(left: float, right: float) -> bool:
    has_serifs = right >= LEAST_SERIF and abs(left - right) <= ALIKE
    return has_serifs or max(abs(left), abs(right)) <= BARE


def signs_of(ink: "NDArray[np.float32]") -> list[tuple[int, int, int, int]]:
    """Return the boxes of the tall signs of a word, from left to right."""
    found = [(x.left, x.top, x.right, x.bottom) for x in signs_in(ink)]
    highest = max((bottom - top for _, top, _, bottom in found), default=0)
    least = max(TALL * highest, LEAST_PX)
    return sorted(each for each in found if each[3] - each[1] >= least)


def _top_of(sign: "NDArray[np.float32]") -> tuple[float, float]:
    """Return how far the top of a sign reaches to the left and the right of its stem.

    As shares of its height.
    """
    height = len(sign)
    stem = sign[int(STEM[0] * height) : int(STEM[1] * height)].mean(axis=0)
    top = sign[int(TOP[0] * height) : int(TOP[1] * height)].max(axis=0)
    (left, right), (far_left, far_right) = _edges(stem), _edges(top)
    return (left - far_left) / height, (far_right - right) / height


def _edges(profile: "NDArray[np.float32]") -> tuple[float, float]:
    """Return where ink begins and ends in a row of pixels, to a part of a pixel."""
    padded = np.pad(profile, 1)
    half = HALF * float(padded.max())
    inside = np.flatnonzero(padded > half)
    first, last = int(inside[0]), int(inside[-1])
    begin = first - (padded[first] - half) / max(padded[first] - padded[first - 1], 1e-6)
    end = last + (padded[last] - half) / max(padded[last] - padded[last + 1], 1e-6)
    return float(begin) - 1.0, float(end) - 1.0
