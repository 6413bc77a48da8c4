"""The back of a B is straight, an 8 is round: "26B" and "268"."""

import time
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from extractors.document import Box, PageImage, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.address_check import check_addresses
from extractors.readers.backs import may_be_b
from extractors.readers.work import Work
from tests.unit.extractors.readers.answers import Reader

if TYPE_CHECKING:
    from numpy.typing import NDArray


def drawn(last: str) -> "NDArray[np.uint8]":
    """Draw a 2, and an 8 of two rings or a B of two rings with a stem on their left."""
    picture = np.full((70, 100), 255, np.uint8)
    picture[15:55, 20:24] = 0
    for middle in (25, 45):
        cv2.circle(picture, (60, middle), 9, (0,), 3)
    if last == "B":
        picture[15:56, 49:53] = 0
        picture[15:18, 49:60] = picture[53:56, 49:60] = 0
    return picture


@pytest.mark.parametrize(("last", "straight"), [("B", True), ("8", False)])
def test_a_b_is_told_from_an_8_by_its_back(last: str, *, straight: bool) -> None:
    assert may_be_b(drawn(last)) is straight


def test_an_empty_picture_has_no_back() -> None:
    assert not may_be_b(np.full((60, 90), 255, np.uint8))


@pytest.mark.parametrize(("last", "sure"), [("B", 0.3), ("8", 0.97)])
def test_a_house_number_with_a_straight_8_is_doubtful(last: str, sure: float) -> None:
    words = (
        Word("Dreef", Box(70, 100, 100, 110), 0.97),
        Word("268", Box(104, 100, 122, 110), 0.97),
        Word("4811", Box(70, 114, 94, 124), 0.97),
        Word("EE", Box(98, 114, 110, 124), 0.97),
    )
    work = Work(Reader(), DEFAULT_LIMITS, time.monotonic() + 60)
    picture = PageImage(drawn(last), 300 / 72)
    found = check_addresses(words, crop=lambda _, __: picture, work=work)[1]
    assert (found.text, found.confidence) == ("268", pytest.approx(sure))
