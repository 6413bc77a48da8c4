"""The letter's own date."""

import datetime as dt

import pytest

from extractors.elements import datum
from tests.factories import HINTS, make_letter

BODY = "Geachte heer,\n\nIk heb een klacht over de wachttijd.\n\nHoogachtend,"


@pytest.mark.parametrize("line", ["Zwolle, 3 november", "DATUM: maandag 3 november"])
def test_a_day_without_a_year_is_given_as_it_is_written(line: str) -> None:
    (found,) = datum.find(make_letter(f"{line}\n\n{BODY}"), HINTS)
    assert found.value == "3 november"
    assert "zonder_jaar" in found.marks


def test_the_year_that_the_letter_names_elsewhere_is_the_letters_own() -> None:
    letter = make_letter(f"Zwolle, 3 november\n\n{BODY}\n\nBijlage: besluit van 1 oktober 2026")
    assert datum.find(letter, HINTS)[0].value == dt.date(2026, 11, 3)


def test_a_day_of_which_the_letter_only_tells_is_not_its_date() -> None:
    text = "Geachte heer,\n\nOp 6 oktober heb ik gebeld en niemand nam op.\n\nHoogachtend,"
    assert datum.find(make_letter(text), HINTS) == ()
