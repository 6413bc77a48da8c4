"""What is said about a decision or an earlier letter, and what looks like it and is not."""

import pytest

from extractors.kinds.cases import case_of
from extractors.kinds.other_post import other_intents
from tests.factories import make_letter


def said(text: str, group: str) -> bool:
    return case_of(make_letter(text)).said(group) > 0


def intents(text: str) -> list[str]:
    return [each.code for each in other_intents(case_of(make_letter(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij trek ik mijn bezwaar in.",
        "Wij trekken het bezwaar in omdat het is opgelost.",
        "Mijn klacht hoeft u niet meer te behandelen.",
        "Ik zie af van mijn klacht.",
    ],
)
def test_a_withdrawal_is_told(text: str) -> None:
    assert intents(text) == ["intrekking"]


@pytest.mark.parametrize(
    "text",
    [
        "U schrijft dat ik mijn klacht zou hebben ingetrokken. Dat heb ik niet. Zij blijft staan.",
        "Uw medewerker belde met het voorstel dat ik mijn bezwaar zou intrekken. Wij gaan er niet "
        "op in.",
        "U vraagt mij mijn bezwaar in te trekken, maar dat doe ik niet.",
        "Mijn bezwaar trek ik niet in.",
        "Mijn klacht is dus helemaal niet behandeld.",
        "Ik heb mijn klacht nooit ingetrokken.",
    ],
)
def test_who_denies_a_withdrawal_withdraws_nothing(text: str) -> None:
    assert "intrekking" not in intents(text)


@pytest.mark.parametrize(
    ("text", "group", "found"),
    [
        ("Het is minder geworden, maar ik leg mij erbij neer.", "s_berust", True),
        ("Ik leg mij er niet bij neer.", "s_berust", False),
        ("Wij gaan dus akkoord met het bedrag.", "s_berust", True),
        ("Ik ga niet akkoord met uw besluit.", "s_berust", False),
        ("U had gelijk.", "s_berust", True),
        ("U had helemaal geen gelijk.", "s_berust", False),
        ("Ik ben het er niet mee eens.", "s_berust", False),
        ("Ik vraag hem dus opnieuw aan.", "s_nieuw", True),
        ("Ik vraag u opnieuw naar het besluit te kijken.", "s_nieuw", False),
        ("In mei hebt u mijn aanvraag afgewezen.", "s_nieuw", False),
        ("Kunt u mij dat uitleggen?", "s_uitleg", True),
        ("U legt niet uit waarom ik minder krijg.", "s_uitleg", False),
        ("Ik vraag uitstel voor de gronden.", "s_loopt", True),
        ("Ik maak bezwaar tegen uw besluit.", "s_loopt", False),
        ("Mag ik het in termijnen betalen?", "s_betaalt", True),
        ("U betaalt mij niet.", "s_betaalt", False),
        ("Met het besluit ben ik het wel eens.", "geen_ander_besluit", True),
        ("Met het besluit ben ik het niet eens.", "geen_ander_besluit", False),
        ("Er is geen enkel besluit dat ik anders wil.", "geen_ander_besluit", True),
        ("Met de indicatie is niets mis.", "geen_ander_besluit", True),
        ("Met de indicatie is van alles mis.", "geen_ander_besluit", False),
        ("De indicatie is niet goed.", "geen_ander_besluit", False),
        ("U informeerde mij niet over de afwijzing.", "geen_ander_besluit", False),
        ("Maak van dat neen toch ja.", "s_eist", True),
        ("Trek die brief in en geef mij de avondzorg.", "s_eist", True),
        ("Ik trek mijn jas aan.", "s_eist", False),
    ],
)
def test_what_is_said_of_a_decision(text: str, group: str, *, found: bool) -> None:
    assert said(text, group) is found
