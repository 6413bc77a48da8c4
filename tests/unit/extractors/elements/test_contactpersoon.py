import pytest

from extractors.element import Contact
from extractors.elements import contactpersoon
from tests.factories import HINTS, make_letter
from tests.unit.extractors.people_letters import CASES, Case


def short(contact: object) -> str:
    assert isinstance(contact, Contact)
    return f"{contact.naam} / {contact.relatie}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_contact_person_is_who_writes_for_the_client(case: Case) -> None:
    found = contactpersoon.find(make_letter(case.text), HINTS)

    assert (short(found[0].value) if found else "") == case.contact


@pytest.mark.parametrize(
    ("said", "is_sure"),
    [
        ("Hiermee maakt mevrouw Nel Prins door mijn tussenkomst bezwaar.", False),
        ("Hiermee maakt mevrouw Nel Prins bezwaar.", False),
        ("Ondergetekende, Nel Prins, maakt bezwaar.", True),
    ],
)
def test_the_mail_of_somebody_without_a_name_is_not_surely_the_clients(
    said: str, is_sure: bool
) -> None:
    letter = make_letter(f"E-mail: m.vanveen@example.nl\n\nGeachte heer,\n\n{said}\n\nHoogachtend,")
    assert (contactpersoon.find(letter, HINTS)[0].confidence > 0.5) is is_sure


def test_the_mail_behind_contactpersoon_ben_ik_zelf_is_the_clients() -> None:
    said = "Contactpersoon ben ik zelf: N. Prins, n.prins@example.nl."
    letter = make_letter(
        f"N. Prins\nKade 3\n1234 AB Utrecht\n\nGeachte heer,\n\n{said}\n\nN. Prins"
    )
    assert contactpersoon.find(letter, HINTS)[0].confidence > 0.6
