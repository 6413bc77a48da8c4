"""Strokes of a pen in a PDF are told from outlines, waves and charts by how they run."""

import math

import pytest

from extractors.document import PT_PER_MM, Box, around
from extractors.readers.pdf_pen import Stroke, is_by_pen, stroke_of


def path(*points: tuple[float, float], width: float = 1.2) -> Stroke | None:
    """Return the stroke through points in millimetres."""
    placed = [(x * PT_PER_MM, y * PT_PER_MM) for x, y in points]
    across, down = zip(*placed, strict=True)
    return stroke_of(placed, Box(min(across), min(down), max(across), max(down)), width=width)


def loops(wide: float, high: float, times: int) -> Stroke:
    """Return a row of loops, as a hand writes "eeee"."""
    steps = [(at / 12, at * math.tau / 12) for at in range(12 * times + 1)]
    points = [
        (20 + wide * done / times + 2 * math.sin(angle), 20 + high / 2 * (1 - math.cos(angle)))
        for done, angle in steps
    ]
    stroke = path(*points)
    assert stroke is not None
    return stroke


def is_written(*strokes: Stroke, others: tuple[Box, ...] = ()) -> bool:
    return is_by_pen(around(each.box for each in strokes), strokes, others)


def test_loops_as_large_as_a_signature_are_by_pen() -> None:
    assert is_written(loops(45, 9, 6))


@pytest.mark.parametrize(
    "points",
    [
        [(20, 20), (60, 20), (60, 35), (20, 35), (20, 20)],  # an outline
        [(20, 20)],
    ],
)
def test_outlines_are_no_strokes(points: list[tuple[float, float]]) -> None:
    assert path(*points) is None


def test_a_thick_line_is_no_pen() -> None:
    assert path((20, 20), (60, 35), width=9.0) is None


def test_a_single_swing_is_no_signature() -> None:
    swing = path((20, 20), (40, 30), (70, 22))
    assert swing is not None
    assert not is_written(swing)


def test_what_is_as_large_as_a_picture_is_no_signature() -> None:
    assert not is_written(loops(150, 60, 8))


def test_strokes_with_a_filled_shape_between_them_are_a_logo() -> None:
    shape = loops(45, 9, 6)
    assert not is_written(shape, others=(shape.box,))
