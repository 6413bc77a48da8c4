"""Lines that dirt draws down a page are taken away; the letter's own are left."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.inks.dirt import without_lines

Pixels = NDArray[np.uint8]
PAPER = 235


def printed_page(paper: int = PAPER) -> Pixels:
    page = np.full((1200, 850), paper, np.uint8)
    for y in range(120, 1000, 34):
        cv2.putText(page, "Hierbij maak ik bezwaar tegen uw besluit van oktober", (60, y),
                    cv2.FONT_HERSHEY_SIMPLEX, 0.75, (0,), 2)  # fmt: skip
    return page


def soiled(
    page: Pixels, x: int, *, width: int = 2, light: float = 0.7, share: float = 1.0
) -> Pixels:
    rows = round(share * page.shape[0])
    soiled = page.astype(np.float32)
    soiled[:rows, x : x + width] *= light
    return soiled.astype(np.uint8)


def test_print_shows_again_under_a_line_of_dirt() -> None:
    page = printed_page()
    mended = without_lines(soiled(page, 300)).astype(int)
    assert np.abs(mended - page).max() <= 3


def test_what_a_black_line_hid_is_as_what_stands_beside_it() -> None:
    page = printed_page(255)
    mended = without_lines(soiled(page, 300, light=0.0))
    assert np.median(mended[:, 300:302]) >= 254
    # A stroke that goes on beneath it goes on.
    page[600:604, 100:500] = 0
    assert without_lines(soiled(page, 300, light=0.0))[602, 300] < 60


@pytest.mark.parametrize(
    "page",
    [
        printed_page(),
        soiled(printed_page(), 300, share=0.4),  # the side of a table
        soiled(printed_page(), 300, width=40),  # a coloured column
        soiled(printed_page(), 0, width=20, light=0.1),  # the edge of the paper
        soiled(printed_page(), 300, light=0.97),  # too pale to harm a letter
        np.full((200, 200), 255, np.uint8),
    ],
)
def test_what_is_no_dirt_is_left(page: Pixels) -> None:
    assert without_lines(page) is page
