"""The five elements of a complaint, in many voices: what may fail is listed exactly."""

from collections import Counter

import pytest

from extractors.elements import zorgaanbieder
from extractors.story.providers import find_providers
from tests.factories import make_letter
from tests.unit.extractors.complaint_voices import HINTS, Voice, read_complaints, verdicts

TUNED = [voice for voice in read_complaints() if voice["nummer"] % 2]
# "twijfel" is for a person to look at; "gemist" would ask for what was sent.
KNOWN: dict[tuple[int, str], str] = {
    (5, "ondernomen"): "twijfel",
    (5, "resultaat"): "twijfel",
    (33, "aanbieder"): "twijfel",
    (49, "resultaat"): "twijfel",
    (57, "resultaat"): "twijfel",
    (59, "ondernomen"): "twijfel",
    (59, "resultaat"): "twijfel",
    (65, "aanbieder"): "gemist",
    (67, "aanbieder"): "twijfel",
}
ELEMENTS = ("tegen", "aanbieder", "tijdspad", "ondernomen", "resultaat")


@pytest.mark.parametrize("voice", TUNED, ids=lambda voice: str(voice["nummer"]))
def test_an_element_fails_only_where_it_is_known_to(voice: Voice) -> None:
    failed = {(voice["nummer"], name): found for name, found in verdicts(voice) if found != "goed"}
    known = {key: found for key, found in KNOWN.items() if key[0] == voice["nummer"]}
    assert failed == known


@pytest.mark.parametrize("element", ELEMENTS)
def test_nine_in_ten_elements_are_read(element: str) -> None:
    missed = Counter(name for _, name in KNOWN)[element]
    assert missed <= len(TUNED) // 10 + 1


def test_nothing_that_was_sent_is_called_missing() -> None:
    """Ask nobody for what stands in the letter, save where it is known to go wrong."""
    assert sum(found == "gemist" for found in KNOWN.values()) <= 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zij krijgt begeleiding van Kwintus.", "Kwintus"),
        ("Ik klaag over Begeleid Wonen Kompas.", "Begeleid Wonen Kompas"),
        ("Hij woont bij Stichting Hof van Zorg in Ede.", "Stichting Hof van Zorg"),
        ("De zorg van Zorggroep Rijnoever Namens haar", "Zorggroep Rijnoever"),
        ("Wij zijn boos op Vivendi Thuiszorg B.V.", "Vivendi Thuiszorg B.V."),
        ("Zij gaat naar de dagopvang van De Wilgenhof.", "De Wilgenhof"),
        ("Mijn broer stond op de wachtlijst van Topaz.", "Topaz"),
        ("De zolen zijn van Podotherapie Hoogland.", "Podotherapie Hoogland"),
        ("Mijn kies is getrokken bij Mondzorg Lelystad.", "Mondzorg Lelystad"),
    ],
)
def test_a_provider_is_named(text: str, name: str) -> None:
    assert [text[each.start : each.end] for each in find_providers(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Klacht Thuiszorg",
        "Betreft jeugdhulp Pieter Brouwer",
        "De begeleiding van mevrouw De Vries",
        "Zij woont in Zwolle.",
        "De zorg van het Zorgkantoor",
        "Een klacht over uw medewerker",
    ],
)
def test_a_person_place_heading_or_office_is_no_provider(text: str) -> None:
    assert find_providers(text) == ()


def test_a_provider_without_a_name_is_for_a_person_to_look_at() -> None:
    found = zorgaanbieder.find(make_letter("Het verpleeghuis van mijn moeder is vies."), HINTS)
    assert [each.role for each in found] == ["omschreven"]
    assert found[0].confidence < 0.6
