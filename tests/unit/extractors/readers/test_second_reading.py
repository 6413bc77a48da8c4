"""A weak line is read again, and replaced when the second look is surer."""

import numpy as np
import pytest

from extractors.document import Box, PageImage, Word
from extractors.ocr import Segmentation
from extractors.readers.second_reading import lines_of, read_again

IMAGE = PageImage(np.full((40, 400), 255, np.uint8), 3.0)


def word(text: str, x: float, *, top: float = 100, sure: float = 0.95) -> Word:
    return Word(text, Box(x, top, x + 8 * len(text), top + 10), sure)


class Reader:
    """Gives one answer and counts how often it was asked."""

    version = "stub"

    def __init__(self, *answer: Word) -> None:
        self.answer = answer
        self.calls = 0

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        self.calls += 1
        return self.answer


def again(reader: Reader, *words: Word) -> list[str]:
    read = read_again(words, crop=lambda _: IMAGE, engine=reader, time_for_call=lambda: 1.0)
    return [one.text for one in read]


def test_words_are_set_in_lines() -> None:
    words = [word("a", 70), word("b", 90), word("c", 70, top=120)]
    assert [len(line) for line in lines_of(words)] == [2, 1]


def test_a_weak_line_is_replaced_by_a_surer_one() -> None:
    reader = Reader(word("12-10-2026", 4, top=3, sure=0.97))
    assert again(reader, word("12-1O-2O26", 70, sure=0.5)) == ["12-10-2026"]


def test_the_place_of_a_second_reading_is_that_on_the_page() -> None:
    reader = Reader(word("12-10-2026", 6, top=3, sure=0.97))
    (read,) = read_again(
        (word("12-1O-2O26", 70, sure=0.5),),
        crop=lambda _: IMAGE, engine=reader, time_for_call=lambda: 1.0,
    )  # fmt: skip
    assert (read.box.x0, read.box.top) == (pytest.approx(70), pytest.approx(100))


@pytest.mark.parametrize(
    ("text", "sure", "size", "is_read"),
    [
        ("Oppers", 0.2, (60, 24), False),  # a signature
        ("en", 0.2, (134, 8), False),  # a row of dots
        ("Haidari", 0.2, (56, 10), True),  # as high and as wide as print
        ("Oppers", 0.6, (60, 24), True),  # a heading
        ("05-APR", 0.2, (60, 24), True),  # a stamp
        ("smit@mail.nl", 0.2, (90, 24), True),
    ],
)
def test_what_no_print_looks_like_is_not_read_again(
    text: str, sure: float, size: tuple[float, float], is_read: bool
) -> None:
    reader = Reader(word("Anders", 6, top=3, sure=0.99))
    width, height = size
    weak = Word(text, Box(70, 200, 70 + width, 200 + height), sure)
    again(reader, word("Geachte", 70), word("commissie", 150), weak)
    assert reader.calls == int(is_read)


@pytest.mark.parametrize(
    "answer", [(), (word("1", 4, sure=0.99),), (word("12-1O-2O26", 4, sure=0.5),)]
)
def test_a_second_reading_that_is_no_better_is_dropped(answer: tuple[Word, ...]) -> None:
    assert again(Reader(*answer), word("12-10-2026", 70, sure=0.6)) == ["12-10-2026"]


def test_sure_lines_are_not_read_again() -> None:
    reader = Reader()
    again(reader, word("Hierbij", 70), word("maak", 140))
    assert reader.calls == 0


def test_a_page_of_weak_lines_costs_a_bounded_time() -> None:
    reader = Reader()
    again(reader, *(word("vaag", 70, top=20.0 * row, sure=0.3) for row in range(40)))
    assert reader.calls == 12


@pytest.mark.parametrize(("sure", "calls"), [(0.95, 0), (0.8, 1)])
def test_small_print_is_read_again_only_where_it_is_not_sure(sure: float, calls: int) -> None:
    reader = Reader()
    again(reader, Word("toelichting", Box(70, 100, 120, 105), sure))
    assert reader.calls == calls


@pytest.mark.parametrize(("others", "calls"), [(1, 1), (8, 0)])
def test_one_weak_word_among_many_sure_ones_costs_no_call(others: int, calls: int) -> None:
    reader = Reader()
    again(
        reader, word("Wiz", 70, sure=0.6), *(word("bezwaar", 110 + 60 * n) for n in range(others))
    )
    assert reader.calls == calls
