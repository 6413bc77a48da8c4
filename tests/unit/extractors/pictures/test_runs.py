"""Upright runs are those that an opening with a column of pixels leaves."""

import cv2
import numpy as np
import pytest

from extractors.pictures.runs import upright_runs


@pytest.mark.parametrize("least", [1, 2, 3, 8, 12, 19, 33])
@pytest.mark.parametrize("share", [0.9, 0.97])
def test_what_an_opening_leaves_is_found(least: int, share: float) -> None:
    marked = np.random.default_rng(least).random((150, 83)) < share
    mask = marked.astype(np.uint8) * 255
    opened = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((least, 1), np.uint8))
    found = upright_runs(mask, least)
    assert np.array_equal(mask * 0 if found is None else found * np.uint8(255), opened)


def test_a_run_of_just_the_length_is_found_and_a_shorter_one_is_not() -> None:
    mask = np.zeros((60, 40), np.uint8)
    mask[10:29, 7] = 255
    mask[10:28, 21] = 255
    found = upright_runs(mask, 19)
    assert found is not None
    assert np.flatnonzero(found.any(axis=0)).tolist() == [7]
    assert np.flatnonzero(found[:, 7]).tolist() == list(range(10, 29))


def test_level_lines_hold_no_upright_run() -> None:
    mask = np.zeros((60, 40), np.uint8)
    mask[20:24] = 255
    assert upright_runs(mask, 5) is None
