"""A code is found behind its label, in capitals or not."""

import pytest

from extractors.numbers.references import find_references
from tests.factories import make_letter


@pytest.mark.parametrize("label", ["uw kenmerk", "UW KENMERK", "Uw Kenmerk"])
@pytest.mark.parametrize("asked", ["uw kenmerk", "Uw kenmerk"])
def test_a_label_may_stand_in_capitals(label: str, asked: str) -> None:
    letter = make_letter(f"Geachte heer,\n\nU schreef mij met {label} AB-26118.\n\nHoogachtend,")
    assert [each.value for each in find_references(letter, {asked: 1.0})] == ["AB-26118"]


@pytest.mark.parametrize(
    "said", ["AB-7781 / 27 oktober", "AB-7781 - 27 okt.", "AB-7781 27 oktober 2026"]
)
def test_a_day_behind_a_code_is_no_piece_of_it(said: str) -> None:
    letter = make_letter(f"Geachte heer,\n\nUw kenmerk: {said}\n\nHoogachtend,")
    assert {each.value for each in find_references(letter, {"uw kenmerk": 1.0})} == {"AB-7781"}
