"""Which provider a complaint is about, when it names several or says nothing of what one is."""

import textwrap

import pytest

from extractors.document import Letter
from extractors.elements import zorgaanbieder
from tests.factories import make_letter
from tests.unit.extractors.complaint_voices import HINTS

PRESENT = 0.6  # from here on the finder is sure


def complaint(told: str) -> Letter:
    text = textwrap.fill(told, 85)
    return make_letter(f"Geachte heer, mevrouw,\n\n{text}\n\nHoogachtend,\n\n\nA. Vos")


def believed(letter: Letter, name: str) -> float:
    found = zorgaanbieder.find(letter, HINTS)
    return max((each.confidence for each in found if each.value == name), default=0.0)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Zorggroep Bollenstreek kon mij niet aannemen.", "Zorggroep Bollenstreek"),
        ("Verpleeghuis De Linde had geen plek voor haar.", "Verpleeghuis De Linde"),
        ("Hij kwam daar vanuit het Alrijne Ziekenhuis.", "Alrijne Ziekenhuis"),
        ("Mijn hulp is van Zorgbureau Kaag. Ik neem ze dat niet kwalijk.", "Zorgbureau Kaag"),
        (
            "Zorggroep Ter Weel hield iets vrij. Zij waren vriendelijk.",
            "Zorggroep Ter Weel",
        ),
    ],
)
def test_who_refused_or_is_praised_is_not_surely_complained_of(told: str, name: str) -> None:
    assert 0.0 < believed(complaint(told), name) < PRESENT


def test_who_is_blamed_comes_before_who_is_only_named() -> None:
    told = (
        "Tot mei kreeg ik hulp van Stichting Oudwijk. Nu klaag ik over Stichting Nieuwland: "
        "niemand komt op tijd."
    )
    assert zorgaanbieder.find(complaint(told), HINTS)[0].value == "Stichting Nieuwland"


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Klacht tegen: Jeugdpraktijk Noorderlicht\n\n", "Jeugdpraktijk Noorderlicht"),
        ("Over wie gaat uw klacht?\nThebe, team Noord\n\nWat is er gebeurd?\nNiets.", "Thebe"),
    ],
)
def test_whom_a_form_says_it_is_about_is_the_provider(form: str, name: str) -> None:
    assert believed(make_letter(f"KLACHTENFORMULIER\n\n{form}"), name) >= PRESENT


def test_a_name_that_comes_back_is_for_a_person_to_look_at() -> None:
    """Asking for the provider would be asking for what was sent."""
    told = "Het matras dat Medipoint bracht is lek. Ik krijg bij Medipoint alleen een keuzemenu."
    found = zorgaanbieder.find(complaint(told), HINTS)
    assert [(each.value, each.role) for each in found] == [("Medipoint", "omschreven")]
    assert found[0].confidence < PRESENT
