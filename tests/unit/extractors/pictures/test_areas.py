"""A picture made smaller is what OpenCV makes of its areas."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.pictures.areas import WORTH_IT, averaged


def picture(columns: int, rows: int) -> NDArray[np.uint8]:
    return np.random.default_rng(5).integers(0, 256, (rows, columns), dtype=np.uint8)


@pytest.mark.parametrize(
    ("grey", "columns", "rows"),
    [
        (picture(1240, 1754), 661, 935),  # 300 dpi to 160
        (picture(1240, 1754), 868, 1228),
        (picture(1101, 1003), 1100, 1002),
        (picture(1200, 1600), 400, 533),  # across by whole pixels, not down
        (picture(60, 20_000), 31, 10_007),
        (picture(20_000, 60), 10_007, 1),
    ],
)
def test_each_pixel_is_the_mean_of_its_area(
    grey: NDArray[np.uint8], columns: int, rows: int
) -> None:
    assert grey.size >= WORTH_IT
    small = averaged(grey, columns, rows)
    expected = cv2.resize(grey, (columns, rows), interpolation=cv2.INTER_AREA)
    assert small.shape == expected.shape
    assert small.dtype == np.uint8
    # A mean halfway between two levels may go either way.
    apart = cv2.absdiff(small, np.asarray(expected, dtype=np.uint8))
    assert apart.max(initial=0) <= 1
    assert np.count_nonzero(apart) < 0.01 * apart.size


@pytest.mark.parametrize("level", [0, 1, 127, 254, 255])
def test_even_paper_keeps_its_brightness(level: int) -> None:
    paper = np.full((1403, 992), level, np.uint8)
    assert np.all(averaged(paper, 529, 748) == level)


@pytest.mark.parametrize("grey", [picture(1200, 1000), picture(90, 60)])
def test_whole_pixels_and_small_pictures_are_the_same_to_the_last_pixel(
    grey: NDArray[np.uint8],
) -> None:
    columns, rows = grey.shape[1] // 2, grey.shape[0] // 2
    expected = cv2.resize(grey, (columns, rows), interpolation=cv2.INTER_AREA)
    assert np.array_equal(averaged(grey, columns, rows), expected)
