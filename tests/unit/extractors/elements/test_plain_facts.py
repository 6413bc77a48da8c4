"""Grounds in one sentence: a plain fact is one, what is thought or done about a decision is not."""

import pytest

from extractors.element import Candidate
from extractors.elements import onderbouwing
from tests.factories import make_letter
from tests.unit.extractors.voice_letters import HINTS

SURE = 0.75  # of a passage that holds one fact


def found_in(sentence: str) -> Candidate | None:
    letter = make_letter(
        "Geachte heer, mevrouw,\n\n"
        "Hierbij maak ik bezwaar tegen uw besluit van 14 oktober 2026.\n\n"
        f"{sentence}\n\nIk verzoek u het besluit te herzien.\n\nHoogachtend,\n\n\nJ. Vrolijk"
    )
    return next(iter(onderbouwing.find(letter, HINTS)), None)


@pytest.mark.parametrize(
    "fact",
    [
        "Mijn zoon wordt in januari pas achttien.",
        "U gaat uit van een oud zorgplan.",
        "U hebt een verkeerd inkomen gebruikt.",
        "Het klopt niet dat ik alleen woon.",
        "De aanbieder die u noemt bestaat niet meer.",
        "Ik heb hier recht op volgens artikel 3.3.3 van de Wlz.",
        "Ik heb longkanker.",
        "U noemt mij alleenstaand maar ik ben getrouwd.",
        "Die regel geldt pas vanaf 2027.",
        "Ik heb de formulieren al twee keer ingestuurd.",
        "U heeft zich niet aan uw eigen beleid gehouden.",
        "Mijn man is in maart overleden en de kinderen wonen in Canada.",
    ],
)
def test_a_plain_fact_is_a_ground(fact: str) -> None:
    found = found_in(fact)
    assert found is not None
    assert not found.marks
    assert found.confidence > SURE


@pytest.mark.parametrize(
    "words",
    [
        "Ik woon in Noordwijk.",
        "Ik heb u op 20 oktober gebeld maar kreeg niemand aan de lijn.",
        "Mijn dochter heeft deze brief voor mij getypt.",
        "Ik heb het besluit besproken met mijn dochter.",
        "Ik heb hulp van mevrouw De Haan van het Juridisch Loket.",
        "U hebt een verkeerd besluit genomen.",
        "Het besluit klopt niet.",
        "Ik heb recht op deze zorg.",
        "Draai het terug.",
        "Ik kan mij hier niet in vinden.",
        "Het gaat over mijn aanvraag voor een pgb.",
    ],
)
def test_what_is_thought_or_done_is_no_ground(words: str) -> None:
    found = found_in(words)
    assert found is None or "kaal" in found.marks or found.confidence < SURE


@pytest.mark.parametrize(
    "promise",
    [
        "De redenen krijgt u van ons zodra wij het dossier hebben doorgenomen.",
        "Om de termijn te redden doe ik dit zonder inhoudelijke onderbouwing. Die volgt later.",
        "Morgen loopt de termijn af. Ik lig in het ziekenhuis en waarom ik het er niet mee eens "
        "ben, schrijf ik u zodra ik weer thuis ben.",
    ],
)
def test_facts_about_the_delay_are_no_grounds(promise: str) -> None:
    found = found_in(promise)
    assert found is not None
    assert "pro_forma" in found.marks


@pytest.mark.parametrize(
    "reason",
    [
        "Reden van mijn bezwaar is dat de berekening van de eigen bijdrage niet klopt.",
        "Er is niet gekeken naar mijn persoonlijke situatie.",
        "Het gaat niet beter met mij, het gaat juist slechter.",
        "Ik begrijp niet waarom de uren zijn verlaagd, want er is niets veranderd.",
    ],
)
def test_a_reason_in_common_words_is_a_ground(reason: str) -> None:
    found = found_in(reason)
    assert found is not None
    assert not found.marks


@pytest.mark.parametrize(
    "words",
    [
        "Reden van mijn bezwaar is dat ik het er niet mee eens ben.",
        "De redenen voor mijn bezwaar volgen nog.",
        "De reden van mijn bezwaar zal ik later toelichten.",
    ],
)
def test_naming_a_reason_gives_none(words: str) -> None:
    found = found_in(words)
    assert found is not None
    assert found.marks


@pytest.mark.parametrize(
    ("objection", "is_ground"),
    [("Ik ben het er niet mee eens en maak bezwaar.", False), ("Daarom maak ik bezwaar.", True)],
)
def test_a_fact_ahead_of_the_objection_is_a_ground_when_it_leads_to_it(
    objection: str, *, is_ground: bool
) -> None:
    letter = make_letter(
        "Geachte heer, mevrouw,\n\nMijn man heeft Parkinson. Ik ontving uw besluit van 14 oktober "
        f"2026.\n\n{objection}\n\nHoogachtend,\n\n\nJ. Vrolijk"
    )
    found = onderbouwing.find(letter, HINTS)
    assert bool(found and not found[0].marks and found[0].confidence > SURE) is is_ground
