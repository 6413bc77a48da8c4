"""Strokes of a pen are told from print and measured."""

import cv2
import numpy as np
import pytest

from extractors.document import Box, PageImage
from extractors.inks.ink import Ink, find_ink
from tests.unit.extractors.drawn import PX_PER_MM, SCALE, Paper

PAGE = Box(0, 0, 595, 842)


def inks(paper: Paper) -> tuple[Ink, ...]:
    return find_ink(PageImage(paper.pixels, SCALE), PAGE, [word.box for word in paper.words])


def blank() -> Paper:
    return Paper("")


def test_a_typed_page_has_no_ink() -> None:
    assert inks(Paper()) == ()


def test_an_empty_zone_has_no_ink() -> None:
    image = PageImage(np.full((10, 10), 255, np.uint8), SCALE)
    assert find_ink(image, Box(500, 500, 600, 600)) == ()


def test_a_scribble_is_measured_in_millimetres() -> None:
    (ink,) = inks(blank().scribble(40, 100, width=50, height=15))
    assert ink.stroke_width == pytest.approx(53, abs=6)
    assert ink.stroke_height == pytest.approx(12, abs=3)
    assert ink.pen == pytest.approx(0.6, abs=0.15)


def test_the_box_is_tight_around_the_ink() -> None:
    (ink,) = inks(blank().stroke([(40, 100), (60, 110), (80, 100)]))
    assert ink.box.x0 == pytest.approx(40 * PX_PER_MM / SCALE, abs=2)
    assert ink.box.bottom == pytest.approx(110 * PX_PER_MM / SCALE, abs=2)


def test_a_scribble_through_a_word_stays_one_stroke() -> None:
    paper = Paper("\n" * 10 + "Jansen")
    word = paper.words[0].box
    x, y = word.center[0] * SCALE / PX_PER_MM, word.center[1] * SCALE / PX_PER_MM
    (ink,) = inks(paper.scribble(x - 15, y - 8, width=30, height=16))
    assert ink.stroke_width > 25


def test_a_shadow_over_the_paper_is_no_ink() -> None:
    paper = blank()
    shade = np.linspace(250, 120, paper.pixels.shape[1])
    paper.pixels = np.tile(shade, (paper.pixels.shape[0], 1)).astype(np.uint8)
    assert inks(paper) == ()


def test_a_pale_pen_is_ink() -> None:
    assert inks(blank().scribble(40, 100, ink=165))


def test_show_through_from_the_back_is_no_ink() -> None:
    assert inks(blank().scribble(40, 100, ink=225)) == ()


@pytest.mark.parametrize("slope", [0.0, 2.0, -5.0])
def test_a_rule_is_taken_away(slope: float) -> None:
    assert inks(blank().stroke([(30, 120), (110, 120 + slope)], pen=0.4)) == ()


def test_a_rule_leaves_the_scribble_that_crosses_it() -> None:
    paper = blank().stroke([(30, 106), (110, 106)], pen=0.3).scribble(40, 98)
    assert inks(paper)[0].stroke_width > 30


def test_a_row_of_letters_in_a_hand_is_no_rule() -> None:
    zigzag = [(40 + step, 100 + 3 * (step % 2)) for step in range(40)]
    (ink,) = inks(blank().stroke(zigzag, pen=0.5))
    assert ink.stroke_width > 30


def test_a_rule_under_a_signature_is_taken_away_though_strokes_hang_down_to_it() -> None:
    paper = blank().stroke([(30, 106), (110, 106)], pen=0.4)
    for step in range(8):
        paper.stroke([(40 + 4 * step, 98), (42 + 4 * step, 109)], pen=0.5)
    assert max(ink.box.width for ink in inks(paper)) < 50 * PX_PER_MM / SCALE


def test_strokes_of_a_broad_pen_that_run_together_stay() -> None:
    paper = blank().scribble(40, 100, width=40, height=15)
    paper.stroke([(40, 106), (60, 106.5), (80, 105)], pen=1.6)
    paper.stroke([(56, 107.4), (64, 107.4)], pen=1.6)
    (ink,) = inks(paper)
    assert ink.stroke_width > 35


def test_a_name_in_so_broad_a_pen_that_it_ran_together_nearly_everywhere_stays() -> None:
    x = np.linspace(0, 1, 300)
    paper = blank().stroke(np.stack([40 + 40 * x, 106 + 6 * np.sin(40 * x)], axis=1), pen=2.6)
    (ink,) = inks(paper)
    assert ink.stroke_width > 35


@pytest.mark.parametrize("width", [6, 14])
def test_a_filled_box_is_taken_away(width: int) -> None:
    paper = blank().stroke([(40, 120), (40 + width, 120)], pen=5.0)
    assert inks(paper) == ()


def test_a_ring_is_taken_away() -> None:
    assert inks(blank().circle(80, 120, 16)) == ()


def test_a_punch_hole_is_taken_away() -> None:
    assert inks(blank().circle(12, 120, 3, filled=True)) == ()


def test_a_small_ring_shows_in_its_outline() -> None:
    (ink,) = inks(blank().circle(80, 120, 5))
    assert ink.outline > 0.9


def test_a_thin_stroke_that_a_copier_broke_is_measured_as_one() -> None:
    t = np.linspace(0, 1, 400)
    xs, ys = 40 + 30 * t, 100 + 5 * np.sin(20 * t)
    paper = blank()
    for start in range(0, 396, 12):
        part = np.stack([xs[start : start + 11], ys[start : start + 11]], axis=1)
        paper.stroke(part, pen=0.15, ink=120)
    (ink,) = inks(paper)
    assert ink.stroke_width > 20
    assert ink.stroke_height > 8


def test_letters_in_print_stay_apart() -> None:
    paper = blank()
    for step in range(12):
        paper.stroke([(40 + 2 * step, 100), (40 + 2 * step, 104)], pen=0.5)
    (ink,) = inks(paper)
    assert ink.pieces == 12


def test_ink_is_compared_with_the_print_beside_it() -> None:
    pale, dark = (inks(Paper().scribble(30, 83, ink=ink))[0].paleness for ink in (160, 30))
    assert pale == pytest.approx(0.6, abs=0.1)
    assert dark == pytest.approx(0.0, abs=0.05)


def test_without_print_ink_is_not_called_pale() -> None:
    assert inks(blank().scribble(40, 100, ink=160))[0].paleness == 0.0


def test_a_stroke_that_was_read_as_a_word_is_ink_however_dark() -> None:
    paper = Paper().stroke([(30, 90), (34, 84), (37, 90), (40, 84), (44, 90), (48, 86)], ink=30)
    read = Box(*(side * PX_PER_MM / SCALE for side in (29, 83, 49, 91)))
    image = PageImage(paper.pixels, SCALE)
    printed = [word.box for word in paper.words]
    (ink,) = find_ink(image, PAGE, printed, doubtful=[(read, 2)])
    assert ink.stroke_width > 15


def test_a_short_word_in_type_is_no_ink() -> None:
    paper = Paper("mw\n\nHierbij maak ik bezwaar")
    short, *others = (word.box for word in paper.words)
    image = PageImage(paper.pixels, SCALE)
    assert find_ink(image, PAGE, others, doubtful=[(short, 2)]) == ()


def test_a_long_dash_under_a_name_is_not_its_main_stroke() -> None:
    dash = [(38, 112), (46, 110.6), (54, 108.0), (62, 104.5)]
    paper = blank().stroke(dash, pen=0.5)
    paper.stroke([(42, 103), (44, 97), (46, 103), (48, 99), (50, 103), (53, 96), (55, 101)])
    (ink,) = inks(paper)
    assert ink.stroke_width < 16
    assert ink.corners > 10


def test_a_fold_is_taken_away_where_it_runs_through_unread_print_too() -> None:
    paper = blank()
    for start, end in ((10, 64), (66, 96), (98, 190)):  # a scan breaks it here and there
        paper.stroke([(start, 120), (end, 120)], pen=0.4)
    for step in range(17):
        paper.stroke([(67 + 1.7 * step, 118), (67 + 1.7 * step, 122)], pen=0.5)
    assert all(ink.stroke_width < 5 for ink in inks(paper))


def test_the_edge_of_ink_is_compared_with_that_of_the_print_beside_it() -> None:
    paper = Paper().scribble(40, 150, width=50, height=15)
    crisp = inks(paper)[0]
    sharp = paper.pixels.copy()
    paper.pixels = np.asarray(cv2.GaussianBlur(sharp, (0, 0), 1.5), np.uint8)
    soft = inks(paper)[0]
    assert soft.sharpness < 0.8 * crisp.sharpness
    assert soft.crispness == pytest.approx(crisp.crispness, abs=0.25)
    half = round(140 * PX_PER_MM)
    paper.pixels[:half] = sharp[:half]  # what shines through is soft, the print of this side is not
    through = inks(paper)[0]
    assert through.crispness < 0.7 * soft.crispness


def test_without_print_the_edge_tells_nothing() -> None:
    assert inks(blank().scribble(40, 100))[0].crispness == 0.0
