"""What the words of a sentence make a reason, though no finder took it for one."""

from dataclasses import replace

import pytest

from extractors.absence.told_reasons import LEAST, find_told_reason
from extractors.absence.unexplained import find_unexplained
from extractors.document import Letter
from extractors.element import Candidate, ElementId
from extractors.learnt.yes_or_no import YesOrNo
from extractors.story.reason_chances import ReasonModel, ReasonModels
from tests.factories import make_letter

LETTER = make_letter(
    "Geachte heer, mevrouw,\n\nIk dien een klacht in. Sinds 5 januari wacht ik op een telefoontje."
    "\n\nHoogachtend,\n\nA. Vos"
)
WAITING = "Sinds 5 januari wacht ik op een telefoontje."


def models(odds: float) -> ReasonModels:
    """Return models that take a sentence with "wacht" for what says why."""
    model = YesOrNo((-9.0,), {"woord:wacht": (9.0 + odds,)})
    return dict.fromkeys(LEAST, ReasonModel(model, YesOrNo((odds,), {})))


@pytest.mark.parametrize("element", list(LEAST))
def test_the_sentence_that_most_likely_says_why_is_told(element: ElementId) -> None:
    told = find_told_reason(LETTER, element, models(3.0))
    assert told is not None
    assert told.text == WAITING
    assert find_told_reason(LETTER, element, models(-5.0)) is None


def test_a_letter_without_a_word_has_no_reason() -> None:
    assert find_told_reason(Letter(()), ElementId.OMSCHRIJVING, models(9.0)) is None


def test_only_where_finders_found_nothing_at_all() -> None:
    bare = Candidate(WAITING, WAITING, (), 0.5, "gedraging", frozenset({"kaal"}))
    letter = make_letter(
        "Geachte heer,\n\nDrie keer heb ik mijn loonstroken ingeleverd. En elke keer kreeg "
        "ik een brief dat ik ze niet had ingeleverd. Niemand belde mij terug.\n\nA. Vos"
    )
    for found, expected in (((), True), ((bare,), False)):
        told = find_unexplained(letter, {ElementId.OMSCHRIJVING: found})
        assert (ElementId.OMSCHRIJVING in told) is expected


def test_a_promise_of_grounds_is_read_again_as_a_reason() -> None:
    letter = make_letter(
        "Geachte heer,\n\nIk maak bezwaar tegen uw besluit van 3 mei. Mijn man is dement en valt "
        "elke nacht uit bed.\n\nA. Vos"
    )
    put_off = Candidate("x", "x", (), 0.9, "grond", frozenset({"pro_forma"}))
    bare = replace(put_off, marks=frozenset({"kaal"}))
    for found, expected in (((put_off, bare), True), ((bare,), False)):
        told = find_unexplained(letter, {ElementId.ONDERBOUWING: found})
        assert (ElementId.ONDERBOUWING in told) is expected
