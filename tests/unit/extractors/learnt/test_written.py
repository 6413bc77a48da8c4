"""Weights are read from their lines as they are asked for."""

import pytest

from extractors.learnt.written import Written, added_up

WEIGHTS = Written({"zegt": "oneens 2000 -500\nvan:wie 0 10"})


def test_a_trait_without_weights_adds_nothing() -> None:
    traits = {"zegt:oneens": 1.0, "zegt:eens": 1.0, "woord:oneens": 1.0, "oneens": 1.0}
    assert added_up((0.0, 0.0), WEIGHTS, traits) == [2.0, -0.5]


def test_the_name_of_a_trait_may_have_a_colon() -> None:
    assert WEIGHTS["zegt:van:wie"] == (0.0, 0.01)


def test_a_trait_is_known_or_not_whether_or_not_it_was_read_before() -> None:
    assert [name in WEIGHTS for name in ("zegt:oneens", "zegt:oneens", "zegt:eens")] == [
        True,
        True,
        False,
    ]
    with pytest.raises(KeyError):
        WEIGHTS["zegt:eens"]


def test_of_many_traits_those_with_weights_are_given_in_their_order() -> None:
    names = ["zegt:van:wie", "zegt:eens", "woord:oneens", "zegt:oneens"]
    found = [("zegt:van:wie", (0.0, 0.01)), ("zegt:oneens", (2.0, -0.5))]
    assert list(WEIGHTS.of(names)) == found
    assert list(WEIGHTS.of(names)) == found  # read before
