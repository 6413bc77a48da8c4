"""Whether a sentence tells of a step that was taken about the matter of a complaint."""

import pytest

from extractors.elements import resultaat
from extractors.story.passages import body_of
from extractors.story.steps import SURE, step_in
from tests.factories import make_letter
from tests.unit.extractors.complaint_voices import HINTS


def surest(told: str) -> float:
    body = body_of(make_letter(f"Geachte heer,\n\n{told}\n\nHoogachtend,\n\n\nA. Vos"))
    return max(step_in(body, each) for each in body.sentences)


@pytest.mark.parametrize(
    "told",
    [
        "Ik heb er nog met niemand over gesproken omdat ik bang ben.",
        "Ik heb het er niet met haar over gehad.",
        "Ik ga dat daar niet aankaarten.",
        "Op maandag werd ik gebeld door iemand van uw kantoor.",
        "Ik ben niet blij met de verpleegkundige die mijn wond verzorgt.",
        "Mijn schoonmaakster heeft vorige maand mijn post opengemaakt.",
        "Ik stelde gewoon een vraag en zij hing op.",
    ],
)
def test_what_was_not_done_or_befell_somebody_is_no_sure_step(told: str) -> None:
    assert surest(told) < SURE


@pytest.mark.parametrize(
    "told",
    [
        "Toen ik de nieuwe groepsleider erop aansprak, lachte hij.",
        "Mijn begeleider heeft ook naar uw kantoor gebeld.",
        "Ik heb er met de teamleider over gesproken.",
        "Het bankafschrift heb ik u op 15 september toegezonden.",
        "Mijn schrijven aan de apotheker bleef onbeantwoord.",
        "Bij navraag kreeg ik te horen dat ik beter had moeten opletten.",
        "Mijn zoon is erheen gegaan.",
        "Daarna heb ik de wond laten verzorgen en gebeld met de praktijk.",
    ],
)
def test_what_the_sender_or_a_helper_did_is_a_step(told: str) -> None:
    assert surest(told) >= SURE


def test_step_and_answer_may_stand_in_one_sentence() -> None:
    told = "Toen ik haar erop aansprak, zei ze dat het hier nu eenmaal zo gaat."
    found = resultaat.find(make_letter(f"Geachte heer,\n\n{told}\n\nHoogachtend,"), HINTS)
    assert max(each.confidence for each in found) >= SURE


def test_without_a_sure_step_nothing_surely_came_of_it() -> None:
    told = "Op maandag werd ik gebeld door iemand van uw kantoor. Deze las mij de post voor."
    found = resultaat.find(make_letter(f"Geachte heer,\n\n{told}\n\nHoogachtend,"), HINTS)
    assert all(each.confidence < SURE for each in found)


def test_what_only_calls_it_a_complaint_is_no_outcome() -> None:
    told = "Ik heb de teamleider gebeld. Dit is mijn klacht."
    found = resultaat.find(make_letter(f"Geachte heer,\n\n{told}\n\nHoogachtend,"), HINTS)
    assert not found
