"""Frames of the size of a stamp are found, straight or askew; other outlines are none."""

import numpy as np
import pytest

from extractors.document import PT_PER_MM, Box, PageImage
from extractors.inks.frames import frames_in
from tests.factories import A4
from tests.unit.extractors.drawn import CLOSING_MM, SCALE, Paper

ZONE = Box(14.0, 60 * PT_PER_MM, 580.0, 160 * PT_PER_MM)


def frames_of(paper: Paper) -> tuple[Box, ...]:
    return frames_in(PageImage(paper.pixels, SCALE), ZONE)


def framed(
    *, wide: float = 60.0, high: float = 26.0, slope: float = 0.0, gap: float = 0.0
) -> Paper:
    """Draw a frame below the closing."""
    x, y = 90.0, CLOSING_MM + 8
    ways = np.array([(wide, slope * wide), (-slope * high, high)])
    corners = [(x, y), (x, y) + ways[0], (x, y) + ways[0] + ways[1], (x, y) + ways[1], (x + gap, y)]
    return Paper().stroke(corners, pen=0.5)


@pytest.mark.parametrize("slope", [0.0, 0.08])
def test_a_frame_is_found_where_it_stands(slope: float) -> None:
    (frame,) = frames_of(framed(slope=slope))
    assert frame.x0 == pytest.approx(90 * PT_PER_MM, abs=10)
    assert frame.width == pytest.approx(60 * PT_PER_MM, abs=12)


def test_a_worn_frame_is_still_one() -> None:
    assert frames_of(framed(gap=1.0))


@pytest.mark.parametrize(("wide", "high"), [(160.0, 26.0), (60.0, 70.0), (12.0, 10.0)])
def test_what_is_larger_or_smaller_than_a_stamp_is_none(wide: float, high: float) -> None:
    assert not frames_of(framed(wide=wide, high=high))


def test_a_ring_and_a_scribble_are_none() -> None:
    paper = Paper().circle(120, CLOSING_MM + 25, 16).scribble(30, CLOSING_MM + 5, height=20)
    assert not frames_of(paper)


def test_outside_of_the_page_is_none() -> None:
    paper = Paper()
    beyond = Box(A4[0] - 2, 0.0, A4[0], 10.0)
    assert frames_in(PageImage(paper.pixels, SCALE), beyond) == ()
