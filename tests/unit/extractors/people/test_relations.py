"""The words for who is what to whom are words."""

import re

import pytest

from extractors.elements import naam
from extractors.people.mentions.kin import MY_KIN
from extractors.people.mentions.relations import KIN_WORD, cues
from tests.factories import HINTS, make_letter


def test_every_group_is_a_list_of_words() -> None:
    assert all(isinstance(words, list) for words in cues()["verwant"].values())


@pytest.mark.parametrize("initial", ["D", "G", "M", "V"])
def test_an_initial_is_no_relative(initial: str) -> None:
    assert not re.fullmatch(KIN_WORD, initial, re.IGNORECASE)
    found = MY_KIN.search(f"over mijn broertje {initial}. Nowak")
    assert found is not None
    assert found["kin"] == "broertje"


@pytest.mark.parametrize(
    "sentence",
    [
        "Door de ziekenhuisopname van mijn man, H. Smit, ben ik te laat met mijn bezwaar.",
        "Bij mij is een brief bezorgd op naam van H. Smit. Dat is een datalek.",
        "De auto staat op naam van mijn vader, H. Smit.",
        "Voor mijn man, H. Smit, heb ik altijd zelf gezorgd. Nu kan ik dat niet meer.",
        "U kunt ook bellen met mijn dochter, H. Smit. Zij woont in Utrecht.",
        "Ik werd gebeld door mijn zus H. Smit. Zij krijgt wel een vergoeding.",
    ],
)
def test_who_plays_a_part_in_the_story_is_not_the_client(sentence: str) -> None:
    found = naam.find(make_letter(f"Geachte heer,\n\n{sentence}\n\nHoogachtend,"), HINTS)
    assert "H. Smit" not in [each.value for each in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Voor mijn man H. Smit heb ik begeleiding aangevraagd.",
        "Wij maken ons zorgen over mijn oom H. Smit. Hij krijgt te weinig zorg.",
        "Het besluit van 12 oktober op naam van H. Smit klopt niet.",
        "Uw beoordeling van mijn moeder, H. Smit, klopt niet.",
    ],
)
def test_whom_the_care_or_the_decision_is_for_is_the_client(sentence: str) -> None:
    found = naam.find(make_letter(f"Geachte heer,\n\n{sentence}\n\nHoogachtend,"), HINTS)
    assert (found[0].value, found[0].role) == ("H. Smit", "client")
