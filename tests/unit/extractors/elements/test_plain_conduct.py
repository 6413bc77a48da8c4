"""What was done or left undone, told in one short sentence, is what a complaint is about."""

import pytest

from extractors.element import Candidate
from extractors.elements import omschrijving, ondernomen, resultaat
from tests.factories import make_letter
from tests.unit.extractors.voice_letters import HINTS

SURE = 0.7


def found_in(sentence: str) -> Candidate | None:
    letter = make_letter(
        f"Geachte heer, mevrouw,\n\nHierbij dien ik een klacht in.\n\n{sentence}\n\n"
        "Graag hoor ik van u.\n\nHoogachtend,\n\n\nJ. Vrolijk"
    )
    return next(iter(omschrijving.find(letter, HINTS)), None)


@pytest.mark.parametrize(
    "conduct",
    [
        "De thuiszorg komt elke dag te laat.",
        "Mijn brief is kwijtgeraakt.",
        "De verkeerde kies is getrokken.",
        "De taxi kwam niet.",
        "U reageert nergens op.",
        "De hulp steelt.",
        "Ik krijg brieven die voor iemand anders zijn bedoeld.",
        "Mijn gegevens zijn naar het verkeerde adres gestuurd.",
        "Ik heb daar nooit toestemming voor gegeven.",
        "Voor het delen van de brief is mij geen toestemming gevraagd.",
        "Volgens uw website duurt het zes weken, en wij zijn nu vier maanden verder.",
        "Op 4 juni is afgesproken dat ik elke maand een overzicht krijg.",
        "Toen ik hem ernaar vroeg zei hij dat ik een andere behandelaar moest zoeken.",
    ],
)
def test_plain_conduct_is_a_description(conduct: str) -> None:
    found = found_in(conduct)
    assert found is not None
    assert not found.marks
    assert found.confidence > SURE


@pytest.mark.parametrize(
    "words",
    [
        "Ik ben erg boos op u.",
        "Ik vind het schandalig.",
        "Ik kom niet te laat met mijn klacht.",
        "Ik wil graag dat de taxi komt.",
        "Ik stuur u een kopie van de afspraak mee.",
    ],
)
def test_anger_and_wishes_are_none(words: str) -> None:
    found = found_in(words)
    assert found is None or "kaal" in found.marks


@pytest.mark.parametrize(
    "step",
    [
        "Ik ben naar uw kantoor gegaan.",
        "Wij zijn gaan praten met de leiding.",
        "Ik liet het de teamleider weten.",
        "Op de website heb ik een formulier ingevuld.",
        "Heb het in het huisoverleg gezegd.",
        "Via mijn huisarts is er al over gesproken.",
        "Ik heb het verslag met mijn opmerkingen teruggestuurd.",
        "Vijf mails later heb ik nog steeds geen overzicht.",
        "De begeleidster heeft uw kantoor gebeld en ik ook.",
        "Elke week vraag ik u om een overzicht.",
        "Elke keer bel ik, elke keer zegt de dame dat ze het aanpast.",
    ],
)
def test_going_there_is_a_step(step: str) -> None:
    assert _steps(step)


@pytest.mark.parametrize(
    "wish",
    [
        "Ik vraag u hier iets aan te doen.",
        "Daarom vraag ik u met de aanbieder te praten.",
        "Wij verzoeken u dit uit te zoeken.",
        "Ik vraag om een vast team.",
        "Ik vraag mij af of dit zo hoort.",
        "Ik vraag u ervoor te zorgen dat er elke ochtend iemand komt.",
        "Ik vraag u om al mijn papieren.",
        "Omdat mijn oma niet gewassen wordt, vraag ik u om een gesprek.",
        "Met deze brief vraag ik u om in te grijpen.",
    ],
)
def test_what_the_letter_itself_asks_is_no_step(wish: str) -> None:
    assert not _steps(wish)


@pytest.mark.parametrize(
    "step",
    [
        "In mei belde ik u twee keer, daarom vraag ik u nu schriftelijk om een antwoord.",
        "Na drie telefoontjes en een gesprek met de teamleider vraag ik u om een gesprek.",
        "Op 3 mei stuurde ik u een brief en op 9 mei een mail, en nu vraag ik u om een reactie.",
        "Mijn dochter belde u vorige week en ik vraag u nogmaals om een gesprek.",
        "Omdat de teamleider na ons gesprek niets deed, vraag ik u om in te grijpen.",
        "Omdat u op deze klacht en mijn brief niet inging, vraag ik u om een antwoord.",
        "Zoals telefonisch besproken vraag ik u om een antwoord.",
        "Elke week, soms elke dag, vraag ik u om een antwoord.",
    ],
)
def test_a_step_ahead_of_what_is_asked_may_be_one(step: str) -> None:
    assert _steps(step)


@pytest.mark.parametrize("again", ["Ik vraag u al maanden", "Ik vraag u steeds"])
def test_what_is_asked_all_the_time_is_a_step(again: str) -> None:
    assert _steps(f"{again} om een gesprek.")[0].confidence >= SURE


def test_what_goes_on_all_the_time_makes_no_sure_step_of_what_is_asked() -> None:
    found = _steps("Omdat mijn oma al weken niet gewassen wordt, vraag ik u om een gesprek.")
    assert all(each.confidence < SURE for each in found)


@pytest.mark.parametrize(
    ("words", "is_sure"),
    [
        ("Mijn declaratie is door u zonder uitleg teruggestuurd.", False),
        ("Ze hebben het formulier teruggestuurd.", False),
        ("Wij hebben het formulier ingevuld teruggestuurd.", True),
        ("De rekening had ik al geretourneerd.", True),
        ("Omdat ik het formulier had nagestuurd, krijg ik geen geld.", True),
        ("Het formulier is door mij teruggestuurd.", True),
    ],
)
def test_what_the_office_sent_back_is_no_sure_step(words: str, *, is_sure: bool) -> None:
    assert any(each.confidence >= SURE for each in _steps(words)) is is_sure


@pytest.mark.parametrize(
    ("words", "is_sure"),
    [
        ("Uw medewerker heeft gezegd dat zij het te druk heeft en ik ook.", False),
        ("De zuster heeft de leiding gemaild en wij ook.", True),
        ("De zuster heeft dat bij de leiding gemeld en ik ook.", True),
    ],
)
def test_who_did_so_too_took_a_step(words: str, *, is_sure: bool) -> None:
    assert any(each.confidence >= SURE for each in _steps(words)) is is_sure


@pytest.mark.parametrize(
    "why",
    ["omdat ik mijn medicijnen niet heb gekregen", "omdat ik mijn geld nooit heb gekregen"],
)
def test_what_was_not_received_is_no_outcome(why: str) -> None:
    letter = make_letter(f"Geachte heer,\n\nIk heb gebeld {why}.\n\nHoogachtend,")
    assert not resultaat.find(letter, HINTS)


@pytest.mark.parametrize(
    "outcome",
    [
        "Nooit iets op gehoord.",
        "Daar werd vooral verteld dat vallen erbij hoort.",
        "De opmerkingen zijn niet verwerkt.",
    ],
)
def test_what_came_of_a_step_stands_behind_it(outcome: str) -> None:
    letter = make_letter(
        "Geachte heer, mevrouw,\n\nIk heb een klacht over uw medewerker. Hij is onbeleefd.\n\n"
        f"Ik heb de directeur een brief gestuurd. {outcome}\n\nHoogachtend,\n\n\nJ. Vrolijk"
    )
    assert max(each.confidence for each in resultaat.find(letter, HINTS)) >= SURE


@pytest.mark.parametrize(
    "words",
    ["Mijn moeder is naar het ziekenhuis gegaan.", "Uw medewerker liet mij niets weten."],
)
def test_what_others_did_is_no_step(words: str) -> None:
    assert not _steps(words)


def _steps(sentence: str) -> tuple[Candidate, ...]:
    letter = make_letter(
        "Geachte heer, mevrouw,\n\nIk heb een klacht over uw medewerker. Hij is onbeleefd.\n\n"
        f"{sentence}\n\nIk wil excuses.\n\nHoogachtend,\n\n\nJ. Vrolijk"
    )
    return ondernomen.find(letter, HINTS)
