"""The elements that are passages of the letter, in many voices."""

from types import ModuleType
from typing import Any

import pytest

from extractors.element import Candidate
from extractors.elements import (
    gericht_tegen,
    omschrijving,
    onderbouwing,
    ondernomen,
    resultaat,
    tijdspad,
    zorgaanbieder,
)
from tests.factories import make_letter
from tests.unit.extractors.voice_letters import HINTS, read_voices, set_letter

FINDERS = (
    gericht_tegen, omschrijving, onderbouwing, ondernomen, resultaat, tijdspad, zorgaanbieder,
)  # fmt: skip
VOICES = [voice for name in ("tuning", "held_back") for voice in read_voices(name)]
MARKS = {"pro_forma", "zie_bijlage", "kaal"}


def having(key: str) -> list[Any]:
    return [pytest.param(voice, id=voice["id"]) for voice in VOICES if key in voice]


def state(found: tuple[Candidate, ...]) -> str:
    if not found:
        return "geen"
    return next(iter(found[0].marks & MARKS), "grond")


@pytest.mark.parametrize("voice", having("onderbouwing"))
def test_grounds_are_told_from_what_stands_in_their_place(voice: dict[str, Any]) -> None:
    wanted = {"kaal_of_geen": {"kaal", "geen"}}.get(voice["onderbouwing"], {voice["onderbouwing"]})
    assert state(onderbouwing.find(set_letter(voice), HINTS)) in wanted


@pytest.mark.parametrize(
    "promise",
    ["De motivering leveren wij na zodra het dossier er is.", "De gronden stuur ik later."],
)
def test_a_promise_to_send_the_grounds_is_no_ground(promise: str) -> None:
    letter = make_letter(f"Geachte heer,\n\nIk maak bezwaar. {promise}\n\nHoogachtend,")
    assert state(onderbouwing.find(letter, HINTS)) == "pro_forma"


@pytest.mark.parametrize("voice", having("grond"))
def test_the_reason_is_in_the_passage(voice: dict[str, Any]) -> None:
    passage = str(onderbouwing.find(set_letter(voice), HINTS)[0].value)
    assert voice["grond"] in passage
    assert voice.get("niet", "\0") not in passage


@pytest.mark.parametrize("voice", having("omschrijving"))
def test_a_description_is_told_from_mere_anger(voice: dict[str, Any]) -> None:
    found = omschrijving.find(set_letter(voice), HINTS)
    assert (state(found) == "grond") is voice["omschrijving"]


@pytest.mark.parametrize(
    "finder",
    [gericht_tegen, tijdspad, ondernomen, resultaat, zorgaanbieder],
    ids=lambda m: m.ELEMENT,
)
def test_the_parts_of_a_complaint_are_found(finder: ModuleType) -> None:
    element = str(finder.ELEMENT)
    for voice in (each for each in VOICES if element in each):
        found = finder.find(set_letter(voice), HINTS)
        assert found, voice["id"]
        assert voice[element] in str(found[0].value), voice["id"]


@pytest.mark.parametrize("finder", FINDERS, ids=lambda module: module.ELEMENT)
@pytest.mark.parametrize("text", ["", "1", "...", "\u00a7\u00b6 \ufffd", "Geachte heer,\n\n- - -"])
def test_junk_gives_nothing_and_raises_nothing(finder: ModuleType, text: str) -> None:
    assert finder.find(make_letter(text), HINTS) == ()


@pytest.mark.parametrize("finder", FINDERS, ids=lambda module: module.ELEMENT)
def test_weakly_read_words_make_a_weak_candidate(finder: ModuleType) -> None:
    text = (
        "Ik heb een klacht over thuiszorg De Meander. Sinds mei komt niemand op tijd. Ik heb drie "
        "keer\ngebeld. Er is niets veranderd, want mijn moeder ligt nog elke dag tot elf in bed."
    )
    sure = finder.find(make_letter(f"Geachte heer,\n\n{text}"), HINTS)
    weak = finder.find(make_letter(f"Geachte heer,\n\n{text}", confidence=0.4), HINTS)
    assert weak[0].confidence < sure[0].confidence


def test_an_office_is_no_care_provider() -> None:
    letter = make_letter("Geachte heer,\n\nIk belde Stichting Klachtenportaal Zorg.")
    assert zorgaanbieder.find(letter, HINTS) == ()


def test_a_name_that_is_labelled_comes_first() -> None:
    letter = make_letter(
        "Zorgaanbieder: Het Baken\n\nGeachte heer,\n\nIn verpleeghuis De Linde ging het beter."
    )
    assert zorgaanbieder.find(letter, HINTS)[0].value == "Het Baken"


@pytest.mark.parametrize(
    ("told", "is_sure"),
    [
        (
            "De prikzuster komt om negen uur. Onze huisarts heeft ook nog contact met u gezocht.",
            False,
        ),
        ("De zuster van de thuiszorg heeft mij uitgescholden, en ik belde u al eerder.", True),
    ],
)
def test_a_carer_in_the_story_is_blamed_for_what_was_done_only(told: str, is_sure: bool) -> None:
    letter = make_letter(
        "VGZ Zorgkantoor\nPostbus 650\n5600 AR Eindhoven\n\nGeachte heer, mevrouw,\n\n"
        f"{told} Zij wordt wakker van het bed. Het verpleeghuis staat aan de vaart. Jullie zeiden "
        "vrijdag te bellen.\n\nHoogachtend,\n\nA. Vos"
    )
    found = gericht_tegen.find(letter, HINTS)
    assert any(c.value == "zorgverlener" and c.confidence >= 0.6 for c in found) is is_sure
