"""Turning, straightening and greying of pixels."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.pictures.images import (
    darker_than_around,
    has_uneven_light,
    ink_mask,
    inked,
    inked_part,
    is_blank,
    is_negative,
    level_at,
    pieces_of,
    reduced,
    rotated,
    sampled,
    share_across,
    skew_of,
    to_grey,
    turned,
    with_even_light,
)
from extractors.readers.scan import sensible_scale

Pixels = NDArray[np.uint8]


def printed_page(*, rows: int = 1200, columns: int = 850) -> Pixels:
    page = np.full((rows, columns), 255, np.uint8)
    for y in range(120, rows - 200, 34):
        cv2.putText(page, "Hierbij maak ik bezwaar tegen uw besluit van oktober", (60, y),
                    cv2.FONT_HERSHEY_SIMPLEX, 0.75, (0,), 2)  # fmt: skip
    return page


@pytest.mark.parametrize("degrees", [-6.0, -2.0, -0.5, 0.0, 0.5, 2.0, 6.0])
def test_skew_is_measured(degrees: float) -> None:
    mask = ink_mask(rotated(printed_page(), degrees))
    assert skew_of(mask) == pytest.approx(degrees, abs=0.25)


def test_ink_is_told_from_the_paper_around_it_as_by_an_adaptive_threshold() -> None:
    noise = np.random.default_rng(3).integers(0, 60, (400, 300), dtype=np.uint8)
    page = np.maximum(printed_page(rows=400, columns=300), 60) - noise
    expected = cv2.adaptiveThreshold(
        page, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 14
    )
    assert expected.any()
    assert not np.any(expected != darker_than_around(page, 31, 14))


def test_a_blank_page_has_no_skew() -> None:
    assert skew_of(ink_mask(np.full((900, 600), 255, np.uint8))) == 0


def test_a_clean_back_is_blank_be_it_grainy_or_grey() -> None:
    grain = np.random.default_rng(1).integers(0, 6, (900, 600), np.uint8)
    assert all(is_blank(paper - grain) for paper in (np.uint8(255), np.uint8(225)))


@pytest.mark.parametrize("paler", [12, 40, 255])
def test_a_page_with_print_is_not_blank_however_pale(paler: int) -> None:
    page = np.full((900, 600), 255, np.uint8)
    page[100:106, 80:240:4] = 255 - paler
    assert not is_blank(page)


def test_a_page_with_a_shadow_beside_it_is_read() -> None:
    page = np.full((900, 600), 250, np.uint8)
    page[:, :20] = 120
    page[:, 20:26] = 180
    assert not is_blank(page)


@pytest.mark.parametrize(("degrees", "stands"), [(0, True), (90, False), (180, True), (270, False)])
def test_pages_on_their_side_are_told_apart(degrees: int, stands: bool) -> None:
    share = share_across(ink_mask(turned(printed_page(), degrees)))
    assert (share > 0.65) == stands
    assert (share < 0.35) != stands


@pytest.mark.parametrize(
    ("colour", "lowest", "highest"),
    [
        ((0, 0, 0), 0, 10),
        ((110, 150, 230), 0, 120),  # a light blue pen
        ((235, 120, 130), 0, 130),  # a pale red stamp
        ((255, 255, 0), 250, 255),  # a highlighter
        ((255, 255, 255), 255, 255),
    ],
)
def test_coloured_ink_is_dark_and_highlighter_is_paper(
    colour: tuple[int, int, int], lowest: int, highest: int
) -> None:
    grey = to_grey(np.full((4, 4, 3), colour, np.uint8))
    assert lowest <= int(grey[0, 0]) <= highest


def test_a_shadow_is_taken_away() -> None:
    shade = np.linspace(1.0, 0.45, 850)[None, :]
    page = (printed_page() * shade).astype(np.uint8)
    assert has_uneven_light(page)
    assert not has_uneven_light(with_even_light(page))


def test_an_even_page_is_left_alone() -> None:
    assert not has_uneven_light(printed_page())


@pytest.mark.parametrize(
    ("rows", "columns", "scale", "height"),
    [
        (3508, 2480, 300 / 72, 842),  # as stated
        (3508, 2480, 0, 842),  # not stated: A4
        (4032, 3024, 1, 842),  # a photo at 72 dots per inch
        (2480, 3508, 0, 595),  # lying
        (2400, 1080, 0, 1323),  # a screen of a telephone is as wide as a page
        (1240, 874, 150 / 72, 595),  # A5
    ],
)
def test_the_scale_gives_a_sheet_of_paper(
    rows: int, columns: int, scale: float, height: int
) -> None:
    assert round(rows / sensible_scale(rows, columns, scale)) == pytest.approx(height, abs=1)


def test_light_letters_on_a_dark_page_are_a_negative() -> None:
    page = np.full((400, 300), 20, np.uint8)
    page[40:360:16, 20:280] = 230
    assert is_negative(page)
    assert not is_negative(255 - page)


def test_a_dark_photo_of_paper_is_no_negative() -> None:
    page = np.full((400, 300), 70, np.uint8)
    page[40:360:16, 20:280] = 15
    assert not is_negative(page)


@pytest.mark.parametrize("share", [0, 4, 30, 50, 97.5, 100])
def test_a_level_is_what_numpy_calls_a_percentile(share: float) -> None:
    grey = np.random.default_rng(5).integers(0, 256, (37, 53)).astype(np.uint8)
    assert level_at(grey, share) == pytest.approx(np.percentile(grey, share))


def test_a_level_counts_only_what_is_marked() -> None:
    grey = np.full((20, 20), 250, np.uint8)
    grey[:5] = 40
    marked = np.zeros_like(grey)
    marked[:5] = 255
    assert level_at(grey, 50, where=marked) == 40


def test_whole_squares_of_pixels_are_averaged() -> None:
    grey = np.array([[0, 200, 9], [100, 100, 9], [9, 9, 9]], np.uint8)
    assert reduced(grey, 2).tolist() == [[100]]


@pytest.mark.parametrize("times", [2, 3, 4, 5, 6])
def test_squares_of_any_size_are_averaged_as_opencv_does(times: int) -> None:
    grey = np.random.default_rng(3).integers(0, 256, (64, 93)).astype(np.uint8)
    rows, columns = 64 // times, 93 // times
    whole = grey[: rows * times, : columns * times]
    average = cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA)
    assert np.array_equal(reduced(grey, times), average)


@pytest.mark.parametrize("times", [0, 1, 9])
def test_a_picture_too_small_to_be_reduced_is_left_alone(times: int) -> None:
    grey = np.zeros((5, 5), np.uint8)
    assert reduced(grey, times) is grey


def test_pieces_stay_apart_and_stand_where_they_stood_with_empty_rows_between() -> None:
    ink = np.zeros((101, 100), np.uint8)
    ink[11:24, 20:50] = 255
    ink[25, 20:50] = 255
    ink[100, 5:8] = 255
    pieces = pieces_of(ink)
    assert pieces.boxes[1:].tolist() == [[20, 11, 30, 13], [20, 25, 30, 1], [5, 100, 3, 1]]
    rows, columns = pieces.places_of(3)
    assert (rows.tolist(), columns.tolist()) == ([100, 100, 100], [5, 6, 7])


def test_pieces_have_the_numbers_that_opencv_gives_them_in_the_whole_picture() -> None:
    ink = (np.random.default_rng(1).random((60, 40)) < 0.2).astype(np.uint8)
    ink[5:14] = ink[31:50] = 0
    _, labels = cv2.connectedComponents(ink, connectivity=8)
    pieces = pieces_of(ink)
    assert pieces.numbers.tolist() == labels.ravel()[pieces.inked].tolist()
    assert pieces.inked.tolist() == np.flatnonzero(ink).tolist()


def test_pieces_that_are_kept_are_drawn_alone() -> None:
    ink = np.zeros((100, 100), np.uint8)
    ink[10:14, 20:50] = 255
    ink[30:33, 5:8] = 255
    drawn = pieces_of(ink).mask_of(np.array([False, False, True]), ink=7)
    assert np.unique(drawn).tolist() == [0, 7]
    assert drawn[30:33, 5:8].all()
    assert not drawn[10:14].any()


def test_there_are_no_pieces_without_ink() -> None:
    assert len(pieces_of(np.zeros((50, 50), np.uint8)).boxes) == 1


def test_places_of_ink_come_row_by_row() -> None:
    ink = np.zeros((5, 8), np.uint8)
    ink[1, 6] = ink[3, 2] = 255
    rows, columns = inked(ink)
    assert (rows.tolist(), columns.tolist()) == ([1, 3], [6, 2])


@pytest.mark.parametrize("high", [2, 8, 30])
def test_the_part_with_ink_reaches_from_the_first_to_the_last_mark(high: int) -> None:
    page = np.full((1169, 827), 255, np.uint8)
    page[100:120, 200:400] = 0
    page[1100 : 1100 + high, 600:602] = 0  # a dot or a thin figure, as of a page
    x, y, wide, high_part = inked_part(page) or (0, 0, 0, 0)
    assert (x, y) == pytest.approx((200, 100), abs=3)
    assert (x + wide, y + high_part) == pytest.approx((602, 1100 + high), abs=3)


def test_dust_is_no_ink() -> None:
    page = np.full((1169, 827), 255, np.uint8)
    page[50, 50] = page[1000, 700] = 0
    assert inked_part(page) is None


def test_a_sampled_picture_is_as_dark_as_the_page() -> None:
    page = printed_page()
    small = sampled(page, 0.7)
    assert small.shape == (840, 595)
    assert small.mean() == pytest.approx(page.mean(), abs=1)
