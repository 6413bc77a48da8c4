"""Ends of letters for the benchmark: who signs leaves ink, and its place is known."""

from collections.abc import Callable

import numpy as np
import pytest

from benchmarks.inks.desk import HIGH_MM, SPREAD, WIDE_MM, Desk, printed
from benchmarks.inks.hands import HANDS
from benchmarks.inks.marks import MARKS, nothing
from benchmarks.inks.wears import WEARS, Grey
from benchmarks.letters import fonts
from benchmarks.letters.dice import Dice

Act = Callable[[Desk], None]
pytestmark = pytest.mark.skipif(
    bool(fonts.missing_packages()), reason="the typefaces of the benchmarks are not installed"
)


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.__name__)
def test_a_hand_leaves_ink_where_it_says(hand: Act) -> None:
    desk = printed(Dice(3), "tune")
    before = desk.page.copy()
    hand(desk)
    ys, xs = np.nonzero(before != desk.page)
    left, top, right, bottom = np.array(desk.signed).T
    assert left.min() - 1 <= xs.min() / SPREAD <= xs.max() / SPREAD <= right.max() + 1
    assert top.min() - 1 <= ys.min() / SPREAD <= ys.max() / SPREAD <= bottom.max() + 1


@pytest.mark.parametrize("mark", [mark for mark in MARKS if mark is not nothing],
                         ids=lambda mark: mark.__name__)  # fmt: skip
def test_a_mark_leaves_ink_and_signs_nothing(mark: Act) -> None:
    desk = printed(Dice(4), "tune")
    before = desk.page.copy()
    mark(desk)
    assert (before != desk.page).any()
    assert not desk.signed


@pytest.mark.parametrize("wear", WEARS, ids=lambda wear: wear.__name__)
def test_a_worn_page_keeps_its_size(wear: Callable[[Dice, Grey], Grey]) -> None:
    worn = wear(Dice(5), printed(Dice(5), "tune").page)
    assert worn.shape == (int(HIGH_MM * SPREAD), int(WIDE_MM * SPREAD))
    assert worn.dtype == np.uint8
