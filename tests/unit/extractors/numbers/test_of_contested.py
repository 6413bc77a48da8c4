"""A number that stands with the date of the contested decision is the surest of all."""

import pytest

from extractors.elements import kenmerk
from extractors.numbers.reference_weights import WITH_DECISION
from tests.factories import HINTS, make_letter

SURE = 0.6  # from here on the judge needs no person


def sure(sentence: str) -> float:
    found = kenmerk.find(make_letter(sentence), HINTS)
    return next(each.confidence for each in found if each.value == "W20.92392")


def test_a_number_that_stands_with_what_is_objected_to_is_surer() -> None:
    assert sure(
        "Namens cliënte maak ik bezwaar tegen het bedrag dat u voor dit jaar heeft toegekend, "
        "gedateerd 14 oktober 2026 (kenmerk W20.92392)."
    ) > sure("Ik bel u over de brief van 14 oktober 2026 (kenmerk W20.92392).")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik maak bezwaar tegen de afwijzing van mijn aanvraag van 14 oktober 2026 (kenmerk "
        "W20.92392).",
        "Ik maak bezwaar na het gesprek van 14 oktober 2026 (kenmerk W20.92392).",
        "Ik maak bezwaar. Uw brief heeft kenmerk W20.92392.",
    ],
)
def test_a_number_with_a_date_of_something_else_or_none_is_not(sentence: str) -> None:
    against = "Ik maak bezwaar tegen uw besluit van 14 oktober 2026 (kenmerk W20.92392)."
    assert sure(sentence) < sure(against)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik kreeg uw besluit op 14 oktober 2026 (W20.92392) en ben het er niet mee eens.",
        "In de beschikking van 14 oktober 2026, zie W20.92392, staat het anders.",
        "Het bedrag dat u met het besluit van 14 oktober 2026 hebt verlaagd (W20.92392) is laag.",
    ],
)
def test_a_code_behind_the_date_of_a_decision_needs_no_label(sentence: str) -> None:
    (found,) = kenmerk.find(make_letter(f"Geachte heer,\n\n{sentence}"), HINTS)
    assert WITH_DECISION in found.marks
    assert found.confidence >= SURE


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik kreeg mijn rekening op 14 oktober 2026 (W20.92392) en ben het er niet mee eens.",
        "Uw besluit is van 14 oktober 2026. In mijn papieren lees ik dan nog W20.92392.",
        "Ik kreeg uw besluit op 14 oktober 2026 over woning W20.92392 en ben het er niet mee eens.",
    ],
)
def test_a_code_behind_another_date_or_in_another_sentence_does(sentence: str) -> None:
    found = kenmerk.find(make_letter(f"Geachte heer,\n\n{sentence}"), HINTS)
    assert all(each.confidence < SURE and not each.marks for each in found)
