"""A number that stands with the date of the contested decision is the surest of all."""

import pytest

from extractors.elements import kenmerk
from tests.factories import HINTS, make_letter


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
