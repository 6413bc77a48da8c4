"""What boxes share, and the paper around them."""

import pytest

from extractors.document import Box

BOX = Box(10, 20, 40, 30)


@pytest.mark.parametrize(
    ("other", "area"),
    [
        (BOX, 300),
        (Box(30, 25, 90, 90), 50),
        (Box(0, 0, 90, 90), 300),
        (Box(40, 20, 90, 30), 0),  # side by side
        (Box(50, 40, 90, 90), 0),  # neither beside nor below: no two negatives that make an area
    ],
)
def test_boxes_share_what_lies_in_both(other: Box, area: float) -> None:
    assert BOX.shared_area(other) == other.shared_area(BOX) == area


def test_a_box_shares_all_of_itself() -> None:
    assert BOX.area == BOX.shared_area(BOX)


def test_a_margin_comes_to_every_side() -> None:
    assert BOX.grown(3, 1) == Box(7, 19, 43, 31)


def test_a_margin_ends_where_the_sheet_does() -> None:
    assert BOX.grown(15, 25).on_sheet(50, 50) == Box(0, 0, 50, 50)
    assert BOX.grown(15, 25).on_sheet() == Box(0, 0, 55, 55)
