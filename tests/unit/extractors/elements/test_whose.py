"""Whose number or which provider a sentence names: not all that is named is asked for."""

import pytest

from extractors.elements import kenmerk, relatienummer, zorgaanbieder
from tests.factories import HINTS, make_letter

SURE = 0.6  # what the validators take for a fact
LETTER = "Geachte heer,\n\n{said}\n\nHoogachtend,\n\nA. Vos"


@pytest.mark.parametrize(
    ("said", "is_sure"),
    [
        ("Mijn relatienummer is 45127788.", True),
        ("Mijn dochter heeft relatienummer 45127788.", False),
        (
            "Namens mijn dochter Bea Vos schrijf ik u; mijn dochter heeft relatienummer 45127788.",
            True,
        ),
        ("Mijn klantnummer CAK 45127788 kent u niet.", False),
    ],
)
def test_whose_client_number_it_is(said: str, *, is_sure: bool) -> None:
    found = relatienummer.find(make_letter(LETTER.format(said=said)), HINTS)
    assert any(each.confidence >= SURE for each in found) == is_sure


@pytest.mark.parametrize(
    ("said", "is_sure"),
    [
        ("Mijn klacht gaat over Zorggroep De Linde.", True),
        ("Zorggroep De Linde was wel goed.", False),
    ],
)
def test_nobody_complains_of_whom_they_praise(said: str, *, is_sure: bool) -> None:
    found = zorgaanbieder.find(make_letter(LETTER.format(said=said)), HINTS)
    assert any(each.confidence >= SURE for each in found) == is_sure


@pytest.mark.parametrize(
    ("told", "is_sure"),
    [
        ("Ik ben niet tevreden over uw medewerkers.", True),
        ("Mijn vrouw heeft hulp van uw organisatie.", True),
        ("Ik ben niet tevreden over de hulp.", False),
        ("Uw medewerkers zijn vriendelijk, maar Thuiszorg Het Anker komt te laat.", False),
    ],
)
def test_who_is_written_to_is_the_provider_when_its_people_are_meant(
    told: str, *, is_sure: bool
) -> None:
    letter = make_letter(
        "Aan Zorgcentrum De Vijverhof\nPostbus 31\n6600 AA Wijchen\n\nOss, 6 november 2026\n\n"
        f"Geachte heer, mevrouw,\n\n{told} Er komt steeds iemand anders.\n\nGroet,\n\nK. Prins"
    )
    found = zorgaanbieder.find(letter, HINTS)
    addressed = [each for each in found if each.role == "geadresseerde"]
    assert [each.value for each in addressed] == ["Zorgcentrum De Vijverhof"]
    assert (addressed[0].confidence > SURE) is is_sure


@pytest.mark.parametrize(
    ("office", "providers"),
    [
        ("Stichting Klachtenregeling Zorg", set()),
        ("Landelijke Vertrouwenspersoon Zorg", set()),
        ("Klachtencommissie Zorg", set()),
        ("Klachtencommissie Zorggroep Rijnmond", {"Zorggroep Rijnmond"}),
    ],
)
def test_who_hears_complaints_is_not_the_provider(office: str, providers: set[str]) -> None:
    letter = make_letter(
        f"{office}\nPostbus 31\n6600 AA Wijchen\n\nOss, 6 november 2026\n\nGeachte heer, mevrouw,"
        "\n\nIk heb een klacht. Uw medewerkers komen elke dag te laat.\n\nGroet,\n\nK. Prins"
    )
    assert {each.value for each in zorgaanbieder.find(letter, HINTS)} == providers


@pytest.mark.parametrize(
    ("story", "is_of_office"),
    [
        ("Mijn vader kreeg op 21 sept 2026 een afwijzing van u.\nHet kenmerk is ZK083942B.", True),
        ("Het kenmerk is ZK083942B.", True),
        ("Ons kenmerk is ZK083942B.", False),
        ("Kenmerk ons: ZK083942B", False),
        ("Mijn kenmerk is ZK083942B.", False),
    ],
)
def test_the_number_of_the_sender_is_called_so(story: str, *, is_of_office: bool) -> None:
    letter = make_letter(f"Beste heer/mevrouw,\n\n{story}\n\nMet vriendelijke groet,")
    (found, *_) = kenmerk.find(letter, HINTS)
    assert (found.value, found.confidence > 0.9) == ("ZK083942B", is_of_office)
    assert ("van_afzender" in found.marks) is not is_of_office
