"""What looks like a stamp is found and turned upright; what does not costs nothing."""

import cv2
import numpy as np
import pytest

from extractors.document import PT_PER_MM, Box, PageImage, Word
from extractors.pictures.images import ink_mask, skew_of
from extractors.readers.stamp_zone import Zone, find_zones, upright
from tests.unit.extractors.drawn import CLOSED, PX_PER_MM, Paper
from tests.unit.extractors.readers.stamped import LETTER, MIDDLE, image, stamp, zones

FRAMES = ("rechthoek", "ovaal", "geen")


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("tilt", [-18, -6, 4, 11])
def test_a_tilted_stamp_is_found_where_it_stands(frame: str, tilt: float) -> None:
    (zone,) = zones(stamp(tilt=tilt, frame=frame))
    assert zone.tilt == pytest.approx(tilt, abs=1.5)
    assert (zone.x, zone.y) == pytest.approx([side * PT_PER_MM for side in MIDDLE], abs=8)


@pytest.mark.parametrize("ink", [40, 140, 190])
def test_pale_ink_is_found(ink: int) -> None:
    assert len(zones(stamp(tilt=5, ink=ink))) == 1


@pytest.mark.parametrize("frame", FRAMES)
def test_a_zone_is_turned_upright(frame: str) -> None:
    paper = stamp(tilt=9, frame=frame)
    (zone,) = zones(paper)
    level = upright(image(paper), zone, scale=200 / 72)
    assert abs(skew_of(ink_mask(level.pixels), reach=15)) < 1.5


def test_the_frame_is_cut_off() -> None:
    paper = stamp(tilt=5)
    (zone,) = zones(paper)
    level = upright(image(paper), zone, scale=200 / 72).pixels
    assert min(level[:6].min(), level[-6:].min(), level[:, :6].min(), level[:, -6:].min()) > 200


def test_a_level_frame_that_was_read_is_left_alone() -> None:
    paper = stamp(tilt=0)
    x, y = (side * PT_PER_MM for side in MIDDLE)
    box = Box(x - 50, y - 10, x + 50, y + 10)
    assert zones(paper, (*paper.words, Word("Registratienummer", box, 0.95))) == ()


def test_a_letter_without_a_stamp_has_no_zone() -> None:
    assert zones(Paper(CLOSED)) == ()


def test_a_signature_is_no_stamp() -> None:
    assert zones(Paper(LETTER).scribble(120, 50)) == ()


def test_a_picture_is_no_stamp() -> None:
    paper = Paper(LETTER)
    corners = [(round(x * PX_PER_MM), round(y * PX_PER_MM)) for x, y in ((120, 40), (170, 70))]
    cv2.rectangle(paper.pixels, *corners, 60, -1)
    assert zones(paper) == ()


def test_the_lower_part_of_a_page_is_not_searched() -> None:
    paper = stamp(tilt=5)
    paper.pixels = np.ascontiguousarray(paper.pixels[::-1])
    assert zones(paper, ()) == ()


def test_at_most_three_zones_are_returned() -> None:
    paper = Paper(LETTER)
    for row in range(5):
        top = round((20 + 28 * row) * PX_PER_MM)
        left, right = round(120 * PX_PER_MM), round(170 * PX_PER_MM)
        cv2.rectangle(paper.pixels, (left, top), (right, top + round(20 * PX_PER_MM)), 60, 3)
    assert len(zones(paper)) == 3


@pytest.mark.parametrize("shape", [(1, 1), (99, 700), (700, 99), (120, 4000)])
def test_odd_pictures_have_no_zones(shape: tuple[int, int]) -> None:
    assert find_zones(PageImage(np.full(shape, 255, np.uint8), 2.0), ()) == ()


def test_levelling_turns_back_about_the_middle() -> None:
    zone = Zone(100, 100, 80, 40, 90)
    assert zone.levelled(100, 130) == pytest.approx((130, 100))
    assert zone.holds(Box(99, 125, 101, 127))
    assert not zone.holds(Box(125, 99, 127, 101))


@pytest.mark.parametrize(
    ("tilt", "lines", "number"),
    [(0, ("n.dijk@example.nl",), 0), (5, ("INGEKOMEN 2026",), 1), (0, ("INGEKOMEN", "2026"), 1)],
)
def test_one_level_row_is_a_line_of_the_letter(
    tilt: float, lines: tuple[str, ...], number: int
) -> None:
    assert len(zones(stamp(tilt=tilt, frame="geen", lines=lines))) == number


@pytest.mark.parametrize(("sure", "number"), [(0.95, 0), (0.6, 1)])
def test_a_level_word_of_stamps_is_looked_at_unless_it_was_read_surely(
    sure: float, number: int
) -> None:
    paper = stamp(tilt=0, frame="geen", lines=("ontvangen.in.mei",))
    x, y = (side * PT_PER_MM for side in MIDDLE)
    read = Word("ontvangen", Box(x - 60, y - 30, x + 60, y), sure)
    assert len(find_zones(image(paper), (*paper.words, read))) == number
