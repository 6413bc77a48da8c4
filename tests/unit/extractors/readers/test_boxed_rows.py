"""Rows of boxes with a figure in each are found by their lines and read without them."""

import time

import cv2
import numpy as np
import pytest

from extractors.document import Box, PageImage, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.boxed_rows import read_boxed
from extractors.readers.work import Work
from tests.unit.extractors.readers.answers import Reader

SCALE = 160 / 72
WIDTH, HEIGHT = 18.0, 20.0  # of a box, in points
ROW = Box(100, 100, 100 + 9 * WIDTH, 100 + HEIGHT)
GARBAGE = Word("9f9lofoyfojolljo", Box(104, 102, 250, 118), 0.1)
LABEL = Word("BSN", Box(50, 102, 80, 118), 0.95)
BELOW = Word("Naam", Box(50, 150, 80, 160), 0.95)


class Form:
    """A page with rows of boxes, and bars for the figures in them."""

    def __init__(self) -> None:
        self.pixels = np.full((600, 1000), 250, np.uint8)

    def line(self, x0: float, y0: float, x1: float, y1: float, *, thick: int = 2) -> None:
        ends = [(round(x * SCALE), round(y * SCALE)) for x, y in ((x0, y0), (x1, y1))]
        cv2.line(self.pixels, ends[0], ends[1], 60, thick)

    def boxes(
        self, count: int, *, x: float = 100, filled: bool = True, wide: float = WIDTH
    ) -> None:
        for at in range(count):
            left = x + at * wide
            for side in (left, left + wide):
                self.line(side, 100, side, 100 + HEIGHT)
            for level in (100, 100 + HEIGHT):
                self.line(left, level, left + wide, level)
            if filled:
                self.figure(left + wide / 2)

    def comb(self, count: int) -> None:
        self.line(100, 100 + HEIGHT, 100 + count * WIDTH, 100 + HEIGHT)
        for at in range(count + 1):
            self.line(100 + at * WIDTH, 110, 100 + at * WIDTH, 100 + HEIGHT)
        for at in range(count):
            self.figure(100 + (at + 0.5) * WIDTH)

    def figure(self, x: float) -> None:
        self.line(x - 2, 105, x + 2, 115, thick=4)

    def read(self, *answers: tuple[str, float], words: tuple[Word, ...] = ()) -> list[str]:
        page = PageImage(self.pixels, SCALE)

        def crop(box: Box, dpi: float) -> PageImage:
            del dpi
            return PageImage(page.crop(box), SCALE)

        work = Work(Reader(*answers), DEFAULT_LIMITS, time.monotonic() + 60)
        return [word.text for word in read_boxed(page, words, crop=crop, work=work)]


def test_figures_in_boxes_take_the_place_of_what_was_read_there() -> None:
    form = Form()
    form.boxes(9)
    read = form.read(("999990019", 0.95), words=(LABEL, GARBAGE, BELOW))
    assert read == ["BSN", "999990019", "Naam"]


def test_a_comb_is_a_row_of_boxes() -> None:
    form = Form()
    form.comb(9)
    assert form.read(("999990019", 0.95)) == ["999990019"]


def test_boxes_that_stand_apart_hold_words_of_their_own() -> None:
    form = Form()
    form.boxes(2)
    form.boxes(2, x=150)
    form.boxes(4, x=200)
    assert form.read(("12031951", 0.95)) == ["12", "03", "1951"]


def test_a_figure_too_many_is_read_again_in_parts() -> None:
    form = Form()
    form.boxes(9)
    parts = [("999", 0.9), ("9g0", 0.9), ("o19", 0.9)]
    assert form.read(("9999909019", 0.6), *parts) == ["999990019"]


def test_without_a_sign_for_each_box_all_stays_as_it_was() -> None:
    form = Form()
    form.boxes(9)
    looks = [("99999001", 0.9), ("99", 0.9)] * 2
    assert form.read(*looks, words=(GARBAGE,)) == [GARBAGE.text]


def test_two_readings_that_differ_leave_all_as_it_was() -> None:
    form = Form()
    form.boxes(9)
    looks = [("999990019", 0.6), ("99", 0.9), ("999990018", 0.6), ("99", 0.9)]
    assert form.read(*looks, words=(GARBAGE,)) == [GARBAGE.text]


@pytest.mark.parametrize(("count", "wide"), [(4, WIDTH), (9, 45.0), (9, 5.0)])
def test_a_few_boxes_and_the_columns_of_a_table_are_not_read(count: int, wide: float) -> None:
    form = Form()
    form.boxes(count, wide=wide)
    assert form.read(words=(GARBAGE,)) == [GARBAGE.text]


def test_empty_boxes_are_not_read() -> None:
    form = Form()
    form.boxes(9, filled=False)
    assert form.read() == []


def test_a_figure_between_boxes_that_were_found_spoils_the_row() -> None:
    form = Form()
    form.boxes(4)
    form.figure(100 + 4.5 * WIDTH)
    form.boxes(4, x=100 + 5 * WIDTH + 4)
    assert form.read(words=(GARBAGE,)) == [GARBAGE.text]
