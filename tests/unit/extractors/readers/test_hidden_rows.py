"""Rows that a stamp hides whole are read from the darkest ink."""

import time

import cv2
import numpy as np
import pytest

from extractors.document import Box, PageImage, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.ocr import Segmentation
from extractors.readers.hidden_rows import read_hidden
from extractors.readers.missed_lines import read_missed
from extractors.readers.work import Work
from tests.unit.extractors.drawn import SCALE, Paper

STAMP_INK = 140
LETTER = "Korenbloemstraat 17\n\n\nHierbij maak ik bezwaar tegen uw besluit over mijn aanvraag"


class Reader:
    """Gives one answer to whatever it is asked to read."""

    version = "stub"

    def __init__(self, *answer: Word) -> None:
        self.answer = answer

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        return self.answer


def stamped() -> tuple[PageImage, tuple[Word, ...], Box]:
    """Return a page with a stamp over its first line, what was read, and where that line is."""
    paper = Paper(LETTER)
    hidden = [word for word in paper.words if word.box.top < paper.words[-1].box.top - 5]
    x0, x1 = hidden[0].box.x0, hidden[-1].box.x1
    row = Box(x0, hidden[0].box.top, x1, hidden[0].box.bottom)
    print_ = paper.pixels.copy()
    corners = [
        (round(x * SCALE), round(y * SCALE))
        for x, y in ((row.x0 - 4, row.top - 3), (row.x1 + 4, row.bottom + 3))
    ]
    cv2.rectangle(paper.pixels, corners[0], corners[1], STAMP_INK, -1)
    pixels = np.minimum(paper.pixels, print_)
    read = tuple(word for word in paper.words if word not in hidden)
    return PageImage(pixels, SCALE), read, row


def read(words: tuple[Word, ...], page: PageImage, reader: Reader) -> tuple[Word, ...]:
    work = Work(reader, DEFAULT_LIMITS, time.monotonic() + 60)
    return read_hidden(page, words, crop=lambda box: PageImage(page.crop(box), SCALE), work=work)[0]


STREET, NUMBER = (
    Word("Korenbloemstraat", Box(4, 4, 80, 14), 0.9),
    Word("17", Box(84, 4, 96, 14), 0.9),
)


def test_a_row_that_a_stamp_hides_is_read_when_all_that_is_paler_is_gone() -> None:
    page, words, row = stamped()
    work = Work(Reader(STREET), DEFAULT_LIMITS, time.monotonic() + 60)
    crop = lambda box: PageImage(page.crop(box), SCALE)  # noqa: E731
    assert read_missed(page, words, crop=crop, work=work) == (words, ())
    (street,) = (word for word in read(words, page, Reader(STREET)) if word not in words)
    assert (street.text, street.confidence) == ("Korenbloemstraat", 0.9)
    assert street.box.overlaps(row)


def test_figures_that_were_read_beneath_a_stamp_are_doubtful() -> None:
    page, words, _ = stamped()
    found = {word.text: word.confidence for word in read(words, page, Reader(STREET, NUMBER))}
    assert found["17"] == pytest.approx(0.45)


@pytest.mark.parametrize(("text", "stays"), [("OMEN", False), ("INGEKOMEN", True), ("omen", True)])
def test_letters_of_the_stamp_beside_what_it_hid_go(text: str, stays: bool) -> None:
    page, words, row = stamped()
    # Of the stamp alone: right of the row, where nothing is as dark as print.
    piece = Word(text, Box(row.x1 + 1, row.top, row.x1 + 3.5, row.bottom), 0.94)
    assert (piece in read((*words, piece), page, Reader(STREET))) is stays


def test_a_word_that_was_read_keeps_its_place() -> None:
    page, words, row = stamped()
    weak = Word("Karenb1oem", row, 0.3)
    assert read((*words, weak), page, Reader(STREET)) == (*words, weak)


def test_a_page_on_which_nothing_is_hidden_stays_as_it_is() -> None:
    paper = Paper(LETTER)
    page = PageImage(paper.pixels, SCALE)
    assert read(paper.words, page, Reader(STREET)) == paper.words


def test_a_word_of_no_size_is_not_there_twice() -> None:
    page, words, row = stamped()
    speck = Word("a", Box(row.x0, 400, row.x0, 410), 0.9)
    assert read((*words, speck), page, Reader(STREET)).count(speck) == 1
