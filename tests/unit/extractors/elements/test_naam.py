import re

import pytest

from extractors.elements import naam
from tests.factories import HINTS, make_letter
from tests.unit.extractors.people_letters import CASES, Case


def plain(name: object) -> str:
    return re.sub(r"[^\w' -]", "", str(name)).casefold()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_best_candidate_is_the_client(case: Case) -> None:
    found = naam.find(make_letter(case.text), HINTS)

    best = plain(found[0].value) if found else ""
    assert best == plain(case.naam)


@pytest.mark.parametrize("case", [c for c in CASES if c.naam], ids=lambda case: case.id)
def test_best_candidate_has_its_role_and_marks(case: Case) -> None:
    found = naam.find(make_letter(case.text), HINTS)

    assert found[0].role == case.rol
    assert case.marks <= found[0].marks


def test_a_heading_over_the_name_is_not_the_name() -> None:
    letter = make_letter(
        "Afzender\nP.W. op den Kamp\nTelefoon 06 62511514\n\nCIZ\nPostbus 1\n2300 AB Leiden\n\n"
        "Geachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\n"
    )
    assert naam.find(letter, HINTS)[0].value == "P.W. op den Kamp"
