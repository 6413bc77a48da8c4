"""Sentences that run on are read as what they state, one thing after another."""

from extractors.element import ElementId
from extractors.elements import onderbouwing
from extractors.story.passages import body_of
from extractors.story.reason_chances import load_reason_models, reason_odds
from extractors.story.statements import RUNS_ON, statements_of
from tests.factories import make_letter
from tests.unit.extractors.complaint_voices import HINTS

LETTER = "Geachte heer, mevrouw,\n\n{told}\n\nHoogachtend,\n\nA. Smit"
DICTATED = (
    "ik heb een brief gekregen van 12 oktober over de hulp in huis en jullie schrijven dat ik het "
    "zelf kan maar ik heb twee kunstknieën en mijn man ligt in het ziekenhuis, ik wil bezwaar "
    "maken tegen die brief alstublieft en hartelijk bedankt"
)


def stated(told: str) -> list[str]:
    body = statements_of(make_letter(LETTER.format(told=told)))
    return [" ".join(body.wording(each).split()) for each in body.sentences]


def test_what_runs_on_is_cut_where_another_statement_begins() -> None:
    assert stated(DICTATED) == [
        "ik heb een brief gekregen van 12 oktober over de hulp in huis",
        "en jullie schrijven dat ik het zelf kan",
        "maar ik heb twee kunstknieën",
        "en mijn man ligt in het ziekenhuis,",
        "ik wil bezwaar maken tegen die brief alstublieft en hartelijk bedankt",
    ]


def test_a_sentence_of_a_usual_length_stays_whole() -> None:
    letter = make_letter(LETTER.format(told="Ik maak bezwaar, want ik val en mijn man ook."))
    assert statements_of(letter) == body_of(letter)


def test_maar_that_joins_nothing_cuts_nothing() -> None:
    told = (
        "Op maandag 9 november heb ik meer dan een uur in de wacht gestaan bij de afdeling die "
        "volgens uw brief over mijn zaak gaat waarna iemand tegen mij zei dat het systeem eruit "
        "lag zodat ik de volgende dag maar terug moest bellen."
    )
    assert stated(told)[-1] == "zodat ik de volgende dag maar terug moest bellen."


def test_why_the_office_decided_so_is_not_cut_from_what_it_decided() -> None:
    told = (
        "Op dinsdag 3 maart heeft u na een huisbezoek van een uur en een gesprek aan de telefoon "
        "met mijn oudste dochter besloten dat mijn aanvraag voor hulp bij het huishouden wordt "
        "afgewezen, want u vindt dat ik "
        "genoeg familie heb."
    )
    assert len(told.split()) > RUNS_ON
    assert len(stated(told)) == 1


def test_words_are_quoted_as_they_stand() -> None:
    letter = make_letter(LETTER.format(told=DICTATED))
    assert "".join(stated(DICTATED)).replace(" ", "") == DICTATED.replace(" ", "")
    assert {each.paragraph for each in statements_of(letter).sentences} == {
        each.paragraph for each in body_of(letter).sentences
    }


def test_a_courtesy_at_the_end_takes_nothing_from_the_reason_before_it() -> None:
    letter = make_letter(LETTER.format(told=DICTATED))
    best, *_ = onderbouwing.find(letter, HINTS)
    assert not best.marks
    assert "kunstknieën" in best.text
    assert reason_odds(letter, ElementId.ONDERBOUWING, load_reason_models()) > 0
