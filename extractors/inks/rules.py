"""Take away rules: long straight lines that stand nearly level or upright, whatever they are of.

Frames, lines to write on, underlines, folds. Through a row of letters in a hand a straight line can
be laid too, and a signature would fall apart with it: there ink goes on above or below in most
places, where beside a rule is paper.
"""

import math
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from extractors.inks.inkmask import without

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.uint8]  # 0 or 1
    Lines = NDArray[np.int64]  # rows of x, y of both ends, in pixels

# Straighter and longer than this is a rule, the side of a stamp or a fold: nobody signs so.
RULE_MM: Final = 12.0
LEVEL_DEGREES: Final = 12.0  # off level or upright
# Share of a rule beside which is paper, of one that is longer than any row of writing, and how long
# that is.
BARE, LONG_BARE, LONG_MM = 0.65, 0.35, 40.0
BESIDE_MM: Final = (0.8, 0.95, 1.1)  # from the middle of a rule
OFF_MM: Final = 0.8  # from a rule stands what goes on with it
PLACES: Final = 64  # along a line at which is looked


def remove_rules(ink: "Mask", per_mm: float) -> "Mask":
    """Take rules away; heal what crossed them."""
    lines = _found(ink, per_mm)
    bare = _are_bare(ink, lines, per_mm)
    rules = lines[bare | _go_on(lines, lines[bare], per_mm)]
    if not rules.size:
        return ink
    erased = np.zeros_like(ink)
    for x0, y0, x1, y1 in rules.tolist():
        # Faint rules break off; what goes on in the same direction is the same rule.
        more = RULE_MM / 2 * per_mm / math.hypot(x1 - x0, y1 - y0)
        dx, dy = more * (x1 - x0), more * (y1 - y0)
        ends = (round(x0 - dx), round(y0 - dy)), (round(x1 + dx), round(y1 + dy))
        cv2.line(erased, *ends, color=1, thickness=round(0.7 * per_mm))
    left = without(ink, erased > 0)
    bridge = np.ones((round(1.3 * per_mm), 1), np.uint8)
    closed = cv2.morphologyEx(left, cv2.MORPH_CLOSE, bridge) > 0
    return without(ink, (erased > 0) & ~closed)


def _found(ink: "Mask", per_mm: float) -> "Lines":
    """Return the long straight lines that stand nearly level or upright."""
    found = cv2.HoughLinesP(
        ink * 255,
        1,
        math.pi / 360,
        threshold=round(0.7 * RULE_MM * per_mm),
        minLineLength=RULE_MM * per_mm,
        maxLineGap=0.8 * per_mm,
    )
    if found is None:
        return np.zeros((0, 4), np.int64)
    lines = found.reshape(-1, 4).astype(np.int64)
    across, down = (np.abs(lines[:, side + 2] - lines[:, side]) for side in (0, 1))
    angles = np.degrees(np.arctan2(down, across))
    return np.asarray(lines[np.minimum(angles, 90.0 - angles) < LEVEL_DEGREES])


def _go_on(lines: "Lines", rules: "Lines", per_mm: float) -> "NDArray[np.bool_]":
    """Tell for each line whether it goes on where a long rule ran: a fold does, through print."""
    ways = (rules[:, 2:] - rules[:, :2]).astype(np.float64)
    lengths = np.hypot(ways[:, 0], ways[:, 1])
    is_long = lengths >= LONG_MM * per_mm
    starts, aside = rules[is_long, :2], ways[is_long][:, ::-1] * (-1.0, 1.0)
    aside /= lengths[is_long, None]
    ends = lines.reshape(-1, 2, 2)
    off = np.abs(((ends[:, :, None, :] - starts) * aside).sum(axis=3))
    return np.asarray((off < OFF_MM * per_mm).all(axis=1).any(axis=1))


def _are_bare(ink: "Mask", lines: "Lines", per_mm: float) -> "NDArray[np.bool_]":
    """Tell for each line whether little but paper stands beside its ink."""
    ways = (lines[:, 2:] - lines[:, :2]).astype(np.float64)
    lengths = np.hypot(ways[:, 0], ways[:, 1])
    aside = ways[:, ::-1] * (-1.0, 1.0) / lengths[:, None]
    steps = np.linspace(0.0, 1.0, PLACES)[None, :, None]
    middles = lines[:, None, :2] + steps * ways[:, None, :]

    def inked_at(*offsets: float) -> "NDArray[np.bool_]":
        far = np.array(offsets)[:, None]
        places = np.rint(middles[:, :, None, :] + far * aside[:, None, None, :]).astype(np.int64)
        rows = np.clip(places[..., 1], 0, ink.shape[0] - 1)
        columns = np.clip(places[..., 0], 0, ink.shape[1] - 1)
        return np.asarray(ink[rows, columns].any(axis=2))

    on = inked_at(-1.0, 0.0, 1.0)
    above = inked_at(*(-each * per_mm for each in BESIDE_MM))
    below = inked_at(*(each * per_mm for each in BESIDE_MM))
    least = np.where(lengths >= LONG_MM * per_mm, LONG_BARE, BARE)
    bare = np.count_nonzero(on & ~above & ~below, axis=1)
    return np.asarray(bare >= least * np.maximum(np.count_nonzero(on, axis=1), 1))
