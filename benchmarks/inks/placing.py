"""Where a mark comes on the sheet."""

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.inks.desk import HIGH_MM, SPREAD, WIDE_MM, Desk

Grey = NDArray[np.uint8]


def paper(wide_mm: float, high_mm: float) -> Grey:
    """Return white paper."""
    return np.full((round(high_mm * SPREAD), round(wide_mm * SPREAD)), 255, np.uint8)


def dots(*points: tuple[float, float]) -> NDArray[np.int32]:
    """Return places in millimetres as pixels."""
    return np.round(np.array(points) * SPREAD).astype(np.int32)


def near(desk: Desk, mark: Grey, strength: float = 0.9) -> None:
    """Put a mark somewhere about where people sign."""
    dice, (x, y) = desk.dice, desk.place
    wide = mark.shape[1] / SPREAD
    right = dice.between(0, 45) if dice.chance(0.75) else dice.between(45, 100)
    desk.lay(mark, min(x + right, WIDE_MM - wide - 4), y + dice.between(-6, 10), strength)


def anywhere(desk: Desk, mark: Grey, strength: float = 0.9) -> None:
    """Put a mark anywhere on the sheet."""
    dice, (high, wide) = desk.dice, (side / SPREAD for side in mark.shape)
    x, y = dice.between(6, max(WIDE_MM - wide - 6, 7)), dice.between(4, HIGH_MM - high - 4)
    desk.lay(mark, x, y, strength)


def stroke(desk: Desk, line: NDArray[np.float64]) -> None:
    """Draw a line with a pen right on the page, in millimetres."""
    dice = desk.dice
    points, level = np.round(line * SPREAD).astype(np.int32), dice.whole(10, 110)
    cv2.polylines(desk.page, [points], isClosed=False, color=level, thickness=dice.whole(2, 7),
                  lineType=cv2.LINE_AA)  # fmt: skip
