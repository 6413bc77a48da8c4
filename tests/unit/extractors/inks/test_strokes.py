"""The shape of strokes is measured alike, however large they are drawn."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.inks.strokes import Shape, measure_shape

PER_MM = 160 / 25.4


def drawn(*lines: object, size: float = 1.0, pen: int = 3) -> Shape:
    """Draw lines, in millimetres, on a sheet that fits them."""
    points = [np.asarray(line, dtype=np.float64) * size * PER_MM for line in lines]
    low = np.vstack(points).min(axis=0) - 4
    wide, high = (np.vstack(points).max(axis=0) - low + 5).astype(int).tolist()
    mask = np.zeros((high, wide), np.uint8)
    for line in points:
        cv2.polylines(mask, [np.round(line - low).astype(np.int32)], False, 1, pen)
    share = (1.0 - 0.8 * mask).astype(np.float32)
    return measure_shape(mask, share, PER_MM)


def signature() -> NDArray[np.float64]:
    t = np.linspace(0, 1, 300)
    x = 40 * (t + 0.08 * np.sin(14 * t))
    y = 6 * np.sin(22 * t + 1) * (1 - 0.6 * t) + 2 * np.sin(9 * t)
    return np.stack([x, y], axis=1)


def curl(side: int) -> NDArray[np.float64]:
    t = np.linspace(0, 1, 100)
    return np.stack([side * 20 * t, 4 * np.sin(9 * t) * (1 - t)], axis=1)


def ring(radius: float = 8.0) -> NDArray[np.float64]:
    t = np.linspace(0, 2 * np.pi, 90)
    return radius * np.stack([np.cos(t), np.sin(t)], axis=1)


@pytest.mark.parametrize("size", [0.7, 1.0, 1.6])
def test_a_flourish_is_the_same_on_both_sides_and_a_name_is_not(size: float) -> None:
    assert drawn(curl(1), curl(-1) * (1, -1), size=size).symmetry > 0.9
    assert drawn(signature(), size=size).symmetry < 0.5


def test_a_closed_outline_goes_around_more_than_a_name_does() -> None:
    assert drawn(ring()).loop_share > 0.5
    assert drawn(signature()).loop_share < 0.2


def test_bars_run_level_and_upright() -> None:
    bars = [[(x, 0), (x, 12)] for x in range(0, 20, 2)]
    assert drawn(*bars).level > 0.9
    assert drawn(signature()).level < 0.5


def test_a_tick_is_straight_and_a_name_is_not() -> None:
    assert drawn([(0, 8), (5, 14), (15, 0)]).straight > 0.9
    assert drawn(signature()).straight < drawn([(0, 8), (5, 14), (15, 0)]).straight
