"""Names set in a typeface that imitates a pen are told from names written by hand."""

import cv2
import numpy as np
import pytest

from extractors.document import Box, PageImage
from extractors.inks.ink import Ink, find_ink
from extractors.inks.typeset import inputs_of, is_typeset
from tests.unit.extractors.drawn import PX_PER_MM, SCALE, Paper

SCRIPT = cv2.FONT_HERSHEY_SCRIPT_COMPLEX


def name_of(off_line_mm: float, *, letters: str = "Annelies Jansen", seed: int = 5) -> Ink:
    """Return a name of which the letters stand so far off their line, each by itself."""
    paper, random = Paper(""), np.random.default_rng(seed)
    x = 40 * PX_PER_MM
    for letter in letters:
        size = 2.0 + random.normal() * off_line_mm / 3
        place = round(x), round(100 * PX_PER_MM + random.normal() * off_line_mm * PX_PER_MM)
        cv2.putText(paper.pixels, letter, place, SCRIPT, size, 40, 2)
        (wide, _), _ = cv2.getTextSize(letter, SCRIPT, size, 2)
        x += wide
    inks = find_ink(PageImage(paper.pixels, SCALE), Box(0, 0, 595, 842))
    return max(inks, key=lambda ink: ink.length)


def test_a_name_in_type_is_told_by_its_even_letters() -> None:
    assert is_typeset(name_of(0.0)) > 0.8


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_the_same_letters_off_their_line_are_less_likely_type(seed: int) -> None:
    by_hand_even, by_hand_uneven = (1 - is_typeset(name_of(off, seed=seed)) for off in (0.0, 0.9))
    assert by_hand_uneven > 10 * by_hand_even


def test_the_feet_of_letters_in_type_stand_on_one_line() -> None:
    even, uneven = name_of(0.0).lettering, name_of(0.9).lettering
    assert even is not None
    assert uneven is not None
    assert even.feet >= 2 * uneven.feet


def test_the_line_of_a_skewed_scan_is_found() -> None:
    paper = Paper("")
    cv2.putText(paper.pixels, "Annelies Jansen", (250, 600), SCRIPT, 2.0, 40, 2)
    turn = cv2.getRotationMatrix2D((400, 600), 2.0, 1.0)
    size = paper.pixels.shape[::-1]
    paper.pixels = np.asarray(cv2.warpAffine(paper.pixels, turn, size, borderValue=245), np.uint8)
    (ink, *_) = find_ink(PageImage(paper.pixels, SCALE), Box(0, 0, 595, 842))
    assert ink.lettering is not None
    assert ink.lettering.tilt == pytest.approx(-2.0, abs=0.6)


def test_a_scribble_is_written_by_hand() -> None:
    image = PageImage(Paper("").scribble(40, 100).pixels, SCALE)
    (ink,) = find_ink(image, Box(0, 0, 595, 842))
    assert is_typeset(ink) < 0.5


def test_a_tick_has_too_little_ink_for_a_name() -> None:
    paper = Paper("").stroke([(40, 100), (43, 104), (47, 97)])
    (ink,) = find_ink(PageImage(paper.pixels, SCALE), Box(0, 0, 595, 842))
    assert inputs_of(ink) == {}
    assert is_typeset(ink) == 0.0


def test_ink_cut_off_by_a_printed_word_tells_nothing_of_letters() -> None:
    paper = Paper("").scribble(40, 100)
    word = Box(120, 305, 200, 315)
    inks = find_ink(PageImage(paper.pixels, SCALE), Box(0, 0, 595, 842), [word])
    assert all(ink.lettering is None for ink in inks)
