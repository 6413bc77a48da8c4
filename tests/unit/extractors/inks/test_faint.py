"""Traces too faint to measure are found where people sign, however often a zone is asked about."""

import cv2
import numpy as np

from extractors.document import PT_PER_MM, Box, PageImage
from extractors.inks.faint import find_faint
from extractors.once import for_one_file

SCALE = 160 / 72
ZONE = Box(0.0, 0.0, 160 * PT_PER_MM, 80 * PT_PER_MM)
LEFT = Box(0.0, 0.0, 80 * PT_PER_MM, 80 * PT_PER_MM)
RIGHT = Box(80 * PT_PER_MM, 0.0, 160 * PT_PER_MM, 80 * PT_PER_MM)


def signed_in_pale_ink() -> PageImage:
    """Return paper with a thin pale wave of a pen in its right half."""
    grey = np.full((round(ZONE.height * SCALE), round(ZONE.width * SCALE)), 250, np.uint8)
    x = np.arange(640, 860)
    y = 250 + 40 * np.sin(x / 12.0)
    points = np.stack([x, y], axis=1).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(grey, [points], False, 215, 1)
    return PageImage(grey, SCALE)


def test_a_pale_wave_is_found_where_it_stands_and_nowhere_else() -> None:
    image = signed_in_pale_ink()
    place = find_faint(image, ZONE, RIGHT, ())
    assert place is not None
    assert RIGHT.contains(place)
    assert find_faint(image, ZONE, LEFT, ()) is None


def test_what_was_print_at_the_first_look_is_there_again_at_the_second() -> None:
    image = signed_in_pale_ink()
    with for_one_file():
        assert find_faint(image, ZONE, RIGHT, (RIGHT,)) is None
        assert find_faint(image, ZONE, RIGHT, ()) == find_faint(image, ZONE, RIGHT, ())
        assert find_faint(image, ZONE, RIGHT, ()) is not None
