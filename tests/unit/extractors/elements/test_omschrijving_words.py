"""A sentence that says "klacht" describes conduct only when it tells what it is about."""

import pytest

from extractors.elements.omschrijving import find
from tests.factories import HINTS, make_letter


def describes(story: str) -> bool:
    letter = make_letter(f"Geachte heer, mevrouw,\n\n{story}\n\nHoogachtend,\n\nJ. Jansen")
    return "kaal" not in find(letter, HINTS)[0].marks


@pytest.mark.parametrize(
    ("story", "is_told"),
    [
        ("Noteer dit gerust als officiële klacht, voor zover jullie dat interesseert.", False),
        ("Beschouw deze brief alstublieft gewoon als een formele klacht.", False),
        ("Ik dien een klacht in over de vieze badkamer op de derde verdieping.", True),
        ("Hierbij een klacht vanwege de gestolen ketting van mijn moeder.", True),
    ],
)
def test_calling_it_a_complaint_is_no_description(story: str, *, is_told: bool) -> None:
    assert describes(story) is is_told


@pytest.mark.parametrize(
    ("object_", "is_told"),
    [
        ("de gang van zaken", False),
        ("jullie organisatie", False),
        ("de hele situatie", False),
        ("de manier waarop mijn vader in zijn stoel was vastgebonden", True),
        ("de gang van zaken op 3 mei, toen de zuster mijn pillen vergat", True),
    ],
)
def test_a_vague_object_describes_nothing(object_: str, *, is_told: bool) -> None:
    assert describes(f"Hierbij dien ik een klacht in. Ik ben niet tevreden over {object_}.") is (
        is_told
    )


def test_what_is_not_done_describes_in_few_words() -> None:
    complaint = (
        "Hierbij dien ik een klacht in. De rolstoel wordt al een half jaar niet gerepareerd."
    )
    assert describes(complaint)
