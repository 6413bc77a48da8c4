"""Print that gave no word is read once more, and only what is clear then counts."""

import time

import numpy as np
import pytest

from extractors.document import Box, PageImage, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.ocr import Segmentation
from extractors.readers.missed_lines import read_missed
from extractors.readers.work import Work
from extractors.word_engine import NO_OPINION
from tests.unit.extractors.drawn import SCALE, Paper
from tests.unit.extractors.readers.answers import Other

PRINT = "Bezwaarschrift"


class Reader:
    """Gives one answer and keeps what it was asked to read."""

    version = "stub"

    def __init__(self, *answer: Word) -> None:
        self.answer = answer
        self.asked: list[PageImage] = []

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        self.asked.append(image)
        return self.answer


def missed(paper: Paper, reader: Reader, words: tuple[Word, ...]) -> tuple[Word, ...]:
    page = PageImage(paper.pixels, SCALE)
    work = Work(reader, DEFAULT_LIMITS, time.monotonic() + 60)
    crop = lambda box: PageImage(page.crop(box), SCALE)  # noqa: E731
    return read_missed(page, words, crop=crop, work=work)[0]


def test_a_page_that_was_read_is_not_read_again() -> None:
    paper, reader = Paper(PRINT), Reader()
    assert missed(paper, reader, paper.words) == paper.words
    assert reader.asked == []


def test_a_line_that_gave_no_word_is_read_at_its_place() -> None:
    paper = Paper(PRINT)
    (word,) = missed(paper, Reader(Word("Bezwaarschrift", Box(4, 4, 80, 14), 0.9)), ())
    assert word.box.overlaps(paper.words[0].box)


def test_what_is_not_clear_the_second_time_either_is_left_out() -> None:
    assert missed(Paper(PRINT), Reader(Word("Flicrdij", Box(4, 4, 40, 14), 0.4)), ()) == ()


def test_a_surer_reading_takes_the_place_of_a_poor_one() -> None:
    paper = Paper(PRINT)
    poor = Word("Mierb1", paper.words[0].box, 0.3)
    words = missed(paper, Reader(Word("Bezwaarschrift", Box(4, 4, 80, 14), 0.9)), (poor,))
    assert [word.text for word in words] == ["Bezwaarschrift"]


def test_pale_print_is_given_in_full_contrast() -> None:
    paper, reader = Paper(PRINT), Reader()
    paper.pixels = (120 + paper.pixels.astype(np.float64) * 0.5).astype(np.uint8)
    missed(paper, reader, ())
    assert reader.asked[0].pixels.min() < 40


@pytest.mark.parametrize(
    ("seen", "sure", "words", "is_left"),
    [
        ("16.30 uur", 0.99, ["16.30", "uur"], False),
        ("16.3Q uur", 0.8, [], True),  # it may be a number
        ("j. smit@mail. nl", 0.99, [], True),  # an address gets spaces
        ("", 0.0, [], False),  # no print: a drawing, the waves of a postmark
    ],
)
def test_a_row_that_gave_no_word_is_shown_to_the_other_engine(
    seen: str, sure: float, words: list[str], *, is_left: bool
) -> None:
    paper = Paper(PRINT)
    page = PageImage(paper.pixels, SCALE)
    other = Other(seen, sure)
    work = Work(Reader(), DEFAULT_LIMITS, time.monotonic() + 60, other=other)
    read, rows = read_missed(page, (), crop=lambda b: PageImage(page.crop(b), SCALE), work=work)
    assert ([word.text for word in read], bool(rows)) == (words, is_left)
    assert all(word.box.overlaps(paper.words[0].box) for word in read)


def test_a_weak_word_in_a_row_that_the_other_engine_sees_goes() -> None:
    paper = Paper(PRINT)
    page = PageImage(paper.pixels, SCALE)
    weak = Word("klachi", paper.words[0].box, 0.3)
    other = Other("klachtje", 0.99)
    work = Work(Reader(), DEFAULT_LIMITS, time.monotonic() + 60, other=other)
    crop = lambda box: PageImage(page.crop(box), SCALE)  # noqa: E731
    read, _ = read_missed(page, (weak,), crop=crop, work=work)
    assert [(word.text, word.confidence) for word in read] == [("klachtje", 0.94)]


def test_a_row_that_the_other_engine_has_no_opinion_of_may_hold_something() -> None:
    paper = Paper(PRINT)
    page = PageImage(paper.pixels, SCALE)
    other = Other()
    other.reading = NO_OPINION
    work = Work(Reader(), DEFAULT_LIMITS, time.monotonic() + 60, other=other)
    read, rows = read_missed(page, (), crop=lambda b: PageImage(page.crop(b), SCALE), work=work)
    assert (read, bool(rows)) == ((), True)
