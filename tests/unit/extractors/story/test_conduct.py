"""The days of what a complaint is about, told from all other days in the letter."""

import datetime as dt

import pytest

from extractors.story.conduct import find_conduct
from tests.unit.extractors.voice_letters import set_letter


def days(text: str) -> set[object]:
    return {each.value for each in find_conduct(set_letter({"text": text})) if not each.marks}


def marks(text: str) -> set[str]:
    return {mark for each in find_conduct(set_letter({"text": text})) for mark in each.marks}


@pytest.mark.parametrize(
    "text",
    [
        "Op 12 maart 2024 heeft uw medewerker mij uitgescholden.",
        "Mijn klacht gaat over het gesprek van 12 maart 2024, waarin ik werd uitgelachen.",
        "Op 12 maart 2024 kwam hij op huisbezoek. Hij was onbeschoft tegen mijn vrouw.",
        "Op 12-03-2024 kwam de hulp niet opdagen. Op 3 april 2024 heb ik u daarover gebeld.",
        "Mijn moeder, geboren op 3 mei 1941, werd op 12 maart 2024 niet gewassen.",
        "Mijn klacht gaat over uw brief van 12 maart 2024. Daarin noemt u mij een fraudeur.",
    ],
)
def test_day_of_the_conduct_is_found_and_no_other(text: str) -> None:
    assert days(text) == {dt.date(2024, 3, 12)}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("In augustus 2024 heeft uw medewerker mij uitgescholden.", dt.date(2024, 8, 31)),
        ("Ik klaag over hoe mijn vader in 2023 werd behandeld.", dt.date(2023, 12, 31)),
    ],
)
def test_month_or_year_gives_its_last_day(text: str, last: dt.date) -> None:
    (found,) = find_conduct(set_letter({"text": text}))
    assert (found.value, found.marks) == (last, {"zonder_dag"})


@pytest.mark.parametrize(
    "text",
    [
        "Sinds 3 maart 2024 belt niemand mij terug.",
        "Ik word nog steeds niet teruggebeld.",
        "Elke week komt de hulp te laat.",
        "Vorige week werd ik afgesnauwd.",
        "Op 3 maart 2024 noemde u mij een leugenaar en tot op heden kreeg ik geen excuus.",
    ],
)
def test_what_goes_on_is_marked(text: str) -> None:
    assert "duurt_voort" in marks(text)


@pytest.mark.parametrize(
    "text",
    ["", "Ik woon hier sinds 2019.", "Werd u op 3 maart 2024 ook afgesnauwd?", "31 31 2024 ..."],
)
def test_nothing_is_made_of_other_days(text: str) -> None:
    assert days(text) == set()


def test_a_day_has_its_place() -> None:
    text = "Op 12 maart 2024 heeft uw medewerker mij uitgescholden."
    (found,) = find_conduct(set_letter({"text": text}))
    assert found.evidence[0].text == "12 maart 2024"
