"""The engine for handwriting reads from its own weights."""

import cv2
import numpy as np
import pytest

from extractors.document import Box, PageImage
from extractors.hands.handwriting import LOOKED_AT, RapidEngine


def test_it_gives_words_with_their_place() -> None:
    pixels = np.full((200, 700), 245, np.uint8)
    cv2.putText(pixels, "BSN 999990019", (40, 120), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 2, 30, 3)
    _, number = RapidEngine().read(PageImage(pixels, 2.0))
    assert (number.text, number.box.x0 > 60, number.box.bottom < 80) == ("999990019", True, True)


def test_the_place_is_that_on_the_page_when_lines_are_looked_for_on_a_smaller_one() -> None:
    pixels = np.full((2 * LOOKED_AT, 1600), 245, np.uint8)
    cv2.putText(pixels, "BSN 999990019", (800, 2100), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 2, 30, 3)
    _, number = RapidEngine().read(PageImage(pixels, 2.0))
    assert (number.text, number.box.x0 > 400) == ("999990019", True)
    assert number.box.contains(Box(550, 1035, 650, 1045))


@pytest.mark.parametrize("size", [(5, 5), (400, 400)])
def test_paper_gives_no_words(size: tuple[int, int]) -> None:
    assert RapidEngine().read(PageImage(np.full(size, 245, np.uint8), 2.0)) == ()
