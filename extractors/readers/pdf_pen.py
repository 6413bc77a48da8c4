"""Tell strokes of a pen in the content of a PDF from logos, charts and ornaments.

Who signs on a screen draws lines: programs that fill in forms write them into the page itself, as
bends or as many short straight parts. A name traced from a typeface or a logo is filled.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from extractors.document import PT_PER_MM, Box

if TYPE_CHECKING:
    from pdfminer.utils import Point

MOST_PEN_PT: Final = 4.0  # width of a line of a pen
# Of a whole signature: along its strokes, across its box, how often it turns back, its strokes.
LEAST_LONG_MM: Final = 45.0
TO_AND_FRO: Final = 1.8  # times the width of its box
LEAST_TURNS: Final = 8
MOST_STROKES: Final = 2_000
WIDE_MM, HIGH_MM = (15.0, 110.0), (4.0, 45.0)
CLOSED_PT: Final = 1.0  # between the ends of an outline
_STILL: Final = 0.05  # points: no move


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line that is drawn, not filled; `turns` is how often it goes back, across or upward."""

    box: Box
    length: float  # points along the line
    turns: int


def stroke_of(points: Sequence["Point"], box: Box, *, width: float) -> Stroke | None:
    """Return the line through the points, None when it is an outline or too thick for a pen."""
    if len(points) < 2 or width > MOST_PEN_PT:
        return None
    if len(points) > 3 and math.dist(points[0], points[-1]) < CLOSED_PT:
        return None
    steps = list(pairwise(points))
    length = sum(math.dist(one, other) for one, other in steps)
    turns = sum(_turns(other[axis] - one[axis] for one, other in steps) for axis in (0, 1))
    return Stroke(box, length, turns)


def _turns(moves: Iterable[float]) -> int:
    """Return how often a row of moves changes its direction."""
    signs = [move > 0 for move in moves if abs(move) > _STILL]
    return sum(one != other for one, other in pairwise(signs))


def is_by_pen(group: Box, strokes: Sequence[Stroke], others: Sequence[Box]) -> bool:
    """Tell whether what is drawn in a box was written: by strokes alone, to and fro.

    `others` are the free paths of the page that are no strokes.
    """
    own = [each for each in strokes if group.contains(each.box)]
    if not 0 < len(own) <= MOST_STROKES or any(group.overlaps(box) for box in others):
        return False
    width, height = group.width / PT_PER_MM, group.height / PT_PER_MM
    if not (WIDE_MM[0] <= width <= WIDE_MM[1] and HIGH_MM[0] <= height <= HIGH_MM[1]):
        return False
    length = sum(each.length for each in own) / PT_PER_MM
    turns = sum(each.turns for each in own) + len(own) - 1
    return length >= max(LEAST_LONG_MM, TO_AND_FRO * width) and turns >= LEAST_TURNS
