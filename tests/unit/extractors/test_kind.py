"""What letters want, in many voices and in the traps that have a name."""

from typing import Any

import pytest

from extractors.kind import INTENTS, find_kinds
from tests.factories import make_letter
from tests.unit.extractors.voice_letters import HINTS, read_voices, set_letter
from validators.case import KIND_SURE

VOICES = [
    voice for name in ("tuning", "held_back") for voice in read_voices(name) if "kinds" in voice
]


def kinds_of(text: str) -> list[str]:
    return [signal.code for signal in find_kinds(make_letter(text), HINTS)]


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: voice["id"])
def test_a_voice_is_understood(voice: dict[str, Any]) -> None:
    assert [signal.code for signal in find_kinds(set_letter(voice), HINTS)] == voice["kinds"]


@pytest.mark.parametrize("voice", read_voices("wordless"), ids=lambda voice: voice["id"])
def test_a_letter_without_the_usual_words_has_its_kind(voice: dict[str, Any]) -> None:
    first = find_kinds(set_letter(voice), HINTS)[0].code
    assert (first if first in {"bezwaar", "klacht"} else "overig") == voice["kind"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ik verzoek u uw besluit van 3 mei in te trekken. Ik maak bezwaar.", "bezwaar"),
        ("Hierbij trek ik mijn bezwaar van 3 mei in.", "intrekking"),
        ("Hierbij de intrekking van mijn bezwaarschrift van 3 mei.", "intrekking"),
        ("Ik deel u mee dat ik mijn bezwaar tegen het besluit heb ingetrokken.", "intrekking"),
        ("Tegen de intrekking maak ik bezwaar. Ik heb de zorg nodig.", "bezwaar"),
        ("Ik maak bezwaar tegen het besluit waarbij mijn pgb is ingetrokken.", "bezwaar"),
        ("Helaas deel ik uw zienswijze niet. Zie deze brief als bezwaarschrift.", "bezwaar"),
        ("Ik stuurde een klacht. Het is uitgepraat. Doe er dus maar niks meer mee.", "intrekking"),
        ("Als u het besluit herziet ben ik bereid mijn bezwaar in te trekken. Ik maak bezwaar "
         "tegen uw besluit omdat ik niet kan lopen.", "bezwaar"),
        ("U vindt dat mijn broer naar een andere groep kan. De vorige keer is er niemand geweest, "
         "is hij vergeten op te halen en liet men hem in de kou staan. Zie deze brief dus als "
         "bezwaarschrift.", "bezwaar"),
        ("Mijn bezwaar is dat u weet hoe het de vorige keer ging. Er kwam niemand en zij werd "
         "vergeten. U heeft besloten dat zij alleen kan wonen.", "bezwaar"),
        ("U bent van mening dat ik zelf kan koken. Ik heb het geprobeerd en de pan viel. Ik vraag "
         "u de maaltijden weer te vergoeden.", "bezwaar"),
        ("Mijn klacht betreft de weigering van een tillift. Mijn man weegt 110 kilo en ik kan hem "
         "niet tillen. Ik wil dat u hem alsnog toekent.", "bezwaar"),
        ("Wij hebben uw bezwaarschrift ontvangen. U kunt ons bellen.", "overig"),
        ("Door mijn psychische klachten kan ik niet werken. Hierbij vraag ik een pgb aan.",
         "overig"),
    ],
)  # fmt: skip
def test_words_of_an_objection_do_not_make_one(text: str, kind: str) -> None:
    assert kinds_of(text)[0] == kind


def test_a_wrong_name_and_hardly_a_word_beside_it_leave_the_kind_to_a_person() -> None:
    text = "Mijn klacht betreft de weigering van een tillift."
    assert find_kinds(make_letter(text), HINTS)[0].confidence < KIND_SURE


def test_what_an_office_asks_on_a_form_makes_it_no_letter_of_the_office() -> None:
    answers = """
Bezwaar maken

Tegen welk besluit maakt u bezwaar?
Besluit Wmo huishoudelijke ondersteuning

Waarom maakt u bezwaar?
De consulent heeft niet gekeken naar mijn rugklachten. Ik kan niet bukken en geen emmer
tillen. Anderhalf uur per week is te weinig, het was drie uur.

Wat wilt u dat wij besluiten?
Drie uur per week.
"""
    assert kinds_of(answers) == ["bezwaar"]
    by_office = "Wij hebben uw bezwaar ontvangen. Waarom bent u het niet eens? U kunt ons bellen."
    assert kinds_of(f"Geachte heer,\n\n{by_office}") == ["overig"]


@pytest.mark.parametrize("text", ["", "3", "...", "xq zz 12 // \u00a7", "Geachte heer,"])
def test_a_letter_without_words_is_something_else(text: str) -> None:
    assert kinds_of(text) == ["overig"]


def test_every_intent_has_a_place_and_a_share() -> None:
    for voice in VOICES:
        for signal in find_kinds(set_letter(voice), HINTS):
            assert signal.code in INTENTS
            assert 0 < signal.confidence < 1
            assert signal.evidence or signal.code == "overig"


def test_a_clear_objection_is_surer_than_a_hint_of_one() -> None:
    clear = make_letter("Hierbij maak ik bezwaar tegen uw besluit van 3 mei. Ik ben het oneens.")
    hint = make_letter("De afwijzing begrijp ik niet. Wilt u opnieuw kijken?")
    assert find_kinds(clear, HINTS)[0].confidence > find_kinds(hint, HINTS)[0].confidence


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("Uw besluit van de 21e tast mij aan. Ik lig op bed. Ik maak bezwaar.", True),
        ("Uw besluit van de 21e tast mij aan. Ik lig op bed.", False),
        ("De zuster kwam te laat. Ik maak bezwaar tegen haar houding.", False),
        ("De zuster kwam te laat. Ik maak bezwaar tegen de houding van de zuster.", False),
        ("Ik maak bezwaar tegen hoe u tot uw besluit van 3 mei kwam. Het is te laag.", True),
    ],
)
def test_a_short_letter_that_says_it_objects_is_surely_an_objection(
    text: str, *, is_sure: bool
) -> None:
    first = find_kinds(make_letter(f"Geachte heer,\n\n{text}\n\nHoogachtend,"), HINTS)[0]
    assert (first.code == "bezwaar" and first.confidence >= 0.85) is is_sure


def test_an_objection_to_a_last_onder_dwangsom_is_no_notice_of_default() -> None:
    letter = make_letter(
        "A. Vos\nKade 3\n1234 AB Utrecht\n\nBetreft: Bezwaar tegen last onder dwangsom\n\n"
        "Geacht college,\n\nU heeft mij gelast de schutting binnen vier weken te verlagen. Ik maak "
        "daartegen bezwaar. De schutting mag daar twee meter hoog zijn.\n\nHoogachtend,\n\nA. Vos"
    )
    assert find_kinds(letter, HINTS)[0].code == "bezwaar"
