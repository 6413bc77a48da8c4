import pytest

from extractors.element import Address
from extractors.elements import adres
from tests.factories import HINTS, make_letter
from tests.unit.extractors.people_letters import CASES, Case


def short(address: object) -> str:
    assert isinstance(address, Address)
    return f"{address.postcode or address.straat} {address.huisnummer}".strip()


@pytest.mark.parametrize("case", [c for c in CASES if c.adres], ids=lambda case: case.id)
def test_best_candidate_is_the_senders_address(case: Case) -> None:
    found = adres.find(make_letter(case.text), HINTS)

    assert short(found[0].value) == case.adres
