"""A 1 has a flag, the I of a floor has none: "27-11" and "27-II"."""

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from extractors.document import Box, PageImage, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.address_check import check_addresses
from extractors.readers.flags import Seen, look_at
from extractors.readers.work import Work
from tests.unit.extractors.readers.answers import Reader

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Of 30 pixels high: what a sign has on the left and the right of its stem at the top.
ONE, SMALL_ONE, BAR, SERIFS, SLANTED = (6, 0), (2, 0), (0, 0), (4, 4), (0, 5)


def drawn(*tops: tuple[int, int], gap: int = 14) -> "NDArray[np.uint8]":
    picture = np.full((60, 40 + (gap + 4) * len(tops)), 255, np.uint8)
    picture[30:33, 6:14] = 0  # the hyphen
    for at, (left, right) in enumerate(tops):
        x = 24 + (gap + 4) * at
        picture[15:45, x : x + 4] = 0
        picture[16:20, x - left : x + 4 + right] = 0
    return picture


@pytest.mark.parametrize(
    ("tops", "seen"),
    [
        ((ONE, ONE), Seen.ONES),
        ((BAR, BAR), Seen.FLOOR),
        ((SERIFS, SERIFS), Seen.FLOOR),
        ((ONE, BAR), Seen.UNCLEAR),
        ((SMALL_ONE, SMALL_ONE), Seen.UNCLEAR),
        ((SLANTED, SLANTED), Seen.UNCLEAR),
    ],
)
def test_strokes_are_told_by_their_tops(
    tops: tuple[tuple[int, int], tuple[int, int]], seen: Seen
) -> None:
    assert look_at(drawn(*tops), 2) is seen


def test_strokes_that_touch_are_not_told() -> None:
    assert look_at(drawn(SERIFS, SERIFS, gap=8), 2) is Seen.UNCLEAR
    assert look_at(drawn(BAR), 2) is Seen.UNCLEAR


def test_an_empty_picture_tells_nothing() -> None:
    assert look_at(np.full((60, 90), 255, np.uint8), 2) is None


def number_read(picture: "NDArray[np.uint8]", text: str) -> tuple[str, float]:
    words = (
        Word("Plein", Box(70, 100, 100, 110), 0.97),
        Word(text, Box(104, 100, 134, 110), 0.97),
        Word("4811", Box(70, 114, 94, 124), 0.97),
        Word("EE", Box(98, 114, 110, 124), 0.97),
        Word("Breda", Box(114, 114, 144, 124), 0.97),
    )
    work = Work(Reader(), DEFAULT_LIMITS, time.monotonic() + 60)
    read = check_addresses(words, crop=lambda _, __: PageImage(picture, 300 / 72), work=work)[1]
    return read.text, read.confidence


def test_an_eleven_without_flags_is_a_floor_however_sure_the_engine_was() -> None:
    assert number_read(drawn(BAR, BAR), "27-11") == ("27-II", pytest.approx(0.8))
    assert number_read(drawn(SERIFS), "27-1,") == ("27-I,", pytest.approx(0.8))


def test_an_eleven_with_flags_stays_as_sure_as_it_was() -> None:
    assert number_read(drawn(ONE, ONE), "27-11") == ("27-11", 0.97)


def test_an_eleven_with_hardly_a_flag_is_doubtful() -> None:
    assert number_read(drawn(SMALL_ONE, SMALL_ONE), "27-11") == ("27-11", pytest.approx(0.3))


def test_other_numbers_are_not_looked_at() -> None:
    assert number_read(drawn(BAR, BAR), "11") == ("11", 0.97)
