"""How sure a BSN is that was read poorly, or with a figure too many."""

import pytest

from extractors.document import TextSource
from extractors.element import Candidate
from extractors.elements import bsn
from extractors.readers.bsn_check import passes
from tests.factories import HINTS, make_letter

SURE = 0.6  # what the validators take for a fact


def found_in(sentence: str, *, confidence: float = 1.0) -> tuple[Candidate, ...]:
    letter = make_letter(
        f"Geachte heer,\n\n{sentence}\n\nHoogachtend,\n\nA. Vos",
        confidence=confidence,
        source=TextSource.OCR,
    )
    return bsn.find(letter, HINTS)


@pytest.mark.parametrize(
    "sentence", ["BSN: 999990019", "Mijn BSN is 9999.90.019.", "BSN verzekerde    999990019"]
)
def test_nine_figures_that_pass_under_a_label_are_sure_on_a_poor_scan(sentence: str) -> None:
    assert found_in(sentence, confidence=0.2)[0].confidence > SURE


@pytest.mark.parametrize(
    "sentence",
    [
        "BSN: 999990018",  # fails: a figure was misread
        "Mijn nummer 999990019 staat erboven.",  # nothing says that it is one
        "Mijn BSN kent u al, maar ik weet 2026118 niet meer en 999990019 ook niet.",
    ],
)
def test_other_figures_on_a_poor_scan_stay_doubtful(sentence: str) -> None:
    assert all(each.confidence < SURE for each in found_in(sentence, confidence=0.2))


def test_the_bsn_of_whoever_writes_for_another_is_not_the_clients() -> None:
    (found,) = found_in("Het BSN van de bewindvoerder is 999990019.", confidence=0.2)
    assert found.confidence < SURE


def test_of_two_figures_alike_the_second_was_read_too_many() -> None:
    sound = [each for each in found_in("BSN: 9999900019") if passes(str(each.value))]
    assert sound[0].value == "999990019"
    assert all(sound[0].confidence - each.confidence > 0.1 for each in sound[1:])


def test_whose_case_it_is_stays_open_when_only_a_relatives_number_is_given() -> None:
    (found,) = found_in("Het BSN van mijn zus, die het budget beheert, is 999990019.")
    assert found.confidence < SURE


def test_a_relatives_number_is_the_clients_when_the_letter_is_for_them() -> None:
    sentence = "Namens mijn zus Bea Vos maak ik bezwaar. Het BSN van mijn zus is 999990019."
    assert found_in(sentence)[0].confidence > SURE


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Ik ben mentor van de heer D. Karg (BSN 9999-22-609), die hier woont.", "client"),
        ("Mijn gegevens als mentor: BSN 9999-22-609.", "ander"),
        ("Het BSN van de mentor van mijn moeder is 9999-22-609.", "ander"),
    ],
)
def test_whose_mentor_somebody_is_has_the_number(sentence: str, whose: str) -> None:
    assert [each.role for each in found_in(sentence)] == [whose]
