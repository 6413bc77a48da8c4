"""Whether a letter says why, by what is learnt: stories without a reason beside short reasons."""

import pytest

from extractors.element import ElementId
from extractors.story.letter_traits import letter_traits
from extractors.story.reason_chances import load_reason_models, reason_odds
from extractors.story.sentence_traits import sentence_traits
from tests.factories import make_letter

LETTER = "Geachte heer, mevrouw,\n\n{told}\n\nHoogachtend,\n\nA. Smit"
SURE, UNLIKELY = 0.5, 0.0


def odds(told: str, element: ElementId = ElementId.ONDERBOUWING) -> float:
    return reason_odds(make_letter(LETTER.format(told=told)), element, load_reason_models())


@pytest.mark.parametrize(
    "told",
    [
        "Ik maak bezwaar tegen uw besluit van 3 maart. Mijn man heeft dementie en kan geen uur "
        "alleen zijn.",
        "Met uw beslissing ben ik het niet eens. Ik kan door mijn reuma niet meer zelf koken en "
        "stofzuigen, en mijn dochter werkt de hele week.",
    ],
)
def test_a_reason_is_told_in_a_sentence(told: str) -> None:
    assert odds(told) > SURE


@pytest.mark.parametrize(
    "told",
    [
        "Ik maak bezwaar tegen uw besluit van 3 maart. De redenen schrijf ik u zodra mijn advocaat "
        "terug is van vakantie. U kunt mij bereiken op werkdagen na vijf uur.",
        "Hierbij maak ik bezwaar. Ik ben het er niet mee eens en vraag u het besluit te herzien. "
        "Wilt u mij een bevestiging sturen? Van 3 tot 10 mei ben ik op vakantie.",
    ],
)
def test_what_else_is_told_is_no_reason(told: str) -> None:
    assert odds(told) < UNLIKELY


def test_one_reason_among_much_else_makes_it_likelier() -> None:
    bare = "Ik maak bezwaar. Wilt u mij een bevestiging sturen? Ik ben tot 10 mei op vakantie."
    assert odds(f"{bare} Mijn moeder is halfzijdig verlamd en kan zich niet wassen.") > odds(bare)


def test_a_letter_without_a_sentence_says_nothing() -> None:
    assert not sentence_traits(make_letter(""))
    assert reason_odds(make_letter(""), ElementId.OMSCHRIJVING, load_reason_models()) < -SURE


def test_what_the_decision_is_about_is_no_trait() -> None:
    [traits] = sentence_traits(make_letter(LETTER.format(told="Mijn pgb is te laag.")))
    assert not [name for name in traits if ":zaak_" in name]


def test_the_letter_as_a_whole_is_read_as_well() -> None:
    same = "Het huis is koud. De keuken is klein."
    [one, two] = (make_letter(LETTER.format(told=told)) for told in (same, f"{same} {same}"))
    assert "paar:huis_is" in letter_traits(one)
    assert "paar:koud_de" not in letter_traits(one)  # they follow each other in no sentence
    assert letter_traits(one)["woord:keuken"] > letter_traits(two)["woord:keuken"]
    sentences = sentence_traits(one)
    model = load_reason_models()[ElementId.ONDERBOUWING]
    assert model.odds(sentences, {}) != model.odds(sentences, letter_traits(one))
