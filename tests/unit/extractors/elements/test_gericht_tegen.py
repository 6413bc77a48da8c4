"""Against whom a complaint is: the one who is blamed, not everybody whom the letter names."""

import textwrap

import pytest

from extractors.document import Letter
from extractors.element import GUESSED, Candidate
from extractors.elements import gericht_tegen
from tests.factories import make_letter
from tests.unit.extractors.complaint_voices import HINTS

PRESENT = 0.6  # from here on the finder is sure
OFFICE = "VGZ Zorgkantoor\nPostbus 445\n5600 AK Eindhoven"
CIZ = "CIZ\nKlachtafhandeling\nPostbus 2690\n3500 GR Utrecht"
TOWN = "Gemeente Ede\nPostbus 9022\n6710 HK Ede"


def letter_to(office: str, told: str, salutation: str = "Geachte heer, mevrouw,") -> Letter:
    text = textwrap.fill(told, 85)
    parts = ("A. Vos\nDorpsweg 5\n6711 AB Ede", office, "Ede, 9 november 2026", salutation, text)
    return make_letter("\n\n".join((*filter(None, parts), "Hoogachtend,\n\n\nA. Vos")))


def best(letter: Letter) -> Candidate:
    return max(gericht_tegen.find(letter, HINTS), key=lambda each: each.confidence)


@pytest.mark.parametrize(
    ("office", "told", "value"),
    [
        # What somebody is, is told once; the blame goes by the name alone.
        (
            CIZ,
            "Op 15 oktober belde mevrouw Sluis van het CIZ. De ergotherapeute heeft nog dezelfde "
            "middag teruggebeld. Ik wil dat mevrouw Sluis leert hoe je met mensen omgaat.",
            "overig",
        ),
        (
            TOWN,
            "Mijn klacht betreft mw. Oude Vrielink, consulent bij de Wmo. Zij luisterde niet. Mijn "
            "ergotherapeut van de thuiszorg was hierbij.",
            "overig",
        ),
        # Praise in the sentence behind it is of who was just named.
        (
            OFFICE,
            "Mijn moeder gaat naar de dagbesteding. Zij is in haar natte broek thuisgebracht door "
            "de chauffeur. Die man kan er niets aan doen. Op de groep had iemand dat moeten zien.",
            "zorgverlener",
        ),
        (
            TOWN,
            "Mijn klacht gaat over Jeugdteam Centrum. Het dossier is zomaar gesloten.",
            "overig",
        ),
    ],
)
def test_who_is_blamed_is_told_from_who_is_named(office: str, told: str, value: str) -> None:
    found = best(letter_to(office, told))
    assert found.value == value
    assert found.confidence >= PRESENT


def test_helpers_who_are_praised_are_no_party() -> None:
    told = (
        "Ik wacht al vier maanden op het verslag. De wijkverpleegkundige dacht goed mee en is een "
        "schat. De wijkverpleegkundige belde nog met jullie. Niemand belde terug."
    )
    assert best(letter_to(OFFICE, told)).value == "zorgkantoor"


def test_praise_that_is_denied_is_none() -> None:
    told = "De zuster van de thuiszorg heeft mij niet goed geholpen. Zij was nooit erg vriendelijk."
    found = best(letter_to(OFFICE, told))
    assert found.value == "zorgverlener"
    assert found.confidence >= PRESENT


def test_a_name_that_says_nothing_may_be_who_is_meant() -> None:
    """A person looks: "ThuisBest" is not known, and nothing blames the office."""
    told = (
        "Ik zit al weken zonder ThuisBest. Ik heb ThuisBest elke dag gesproken. Alles wat ik van "
        "jullie krijg is in orde, daar gaat het niet over."
    )
    assert best(letter_to(OFFICE, told)).confidence < PRESENT


def test_who_is_written_to_stands_in_the_salutation_as_well() -> None:
    told = "Aan de telefoon werd ik afgesnauwd. Die dames luisteren niet."
    assert best(letter_to("", told, "Beste gemeente,")).value == "overig"


def test_nobody_knows_who_u_is_in_a_letter_to_nobody() -> None:
    told = "Zij heeft zonder dat ik het wist gebeld met mijn werk en verteld dat ik ziek ben."
    assert best(letter_to("", told, "Goedendag,")).confidence < PRESENT


def test_what_u_did_is_blame_and_what_u_is_asked_is_none() -> None:
    did = "U zou bemiddelen. Dat zei u in mei. Mevrouw Blok van Meerwende wacht op Meerwende."
    asked = "Kunt u bemiddelen? Wilt u met Meerwende praten? Mevrouw Blok van Meerwende wacht."
    assert best(letter_to(OFFICE, did)).confidence >= PRESENT
    assert best(letter_to(OFFICE, asked)).confidence < PRESENT


def test_the_answer_on_a_form_says_whom_it_is_about() -> None:
    form = "KLACHTENFORMULIER\n\nOver wie gaat uw klacht?\n{}\n\nWat is er gebeurd?\nNiemand kwam."
    found = gericht_tegen.find(make_letter(form.format("De thuiszorg van De Linde")), HINTS)
    assert (found[0].value, found[0].role) == ("zorgverlener", "gelabeld")
    unknown = gericht_tegen.find(make_letter(form.format("Thebe, team Noord")), HINTS)
    assert all(each.confidence < PRESENT for each in unknown)


def test_what_u_is_asked_says_nothing_of_who_is_to_blame() -> None:
    told = (
        "Al jaren gaat mijn broer naar de dagbesteding. Nu is er een nieuwe groepsleider die hem "
        "pest. Ik zou willen dat u eens met die man praat. Zou u mij willen bellen?"
    )
    found = best(letter_to(OFFICE, told))
    assert found.value == "zorgverlener"
    assert found.confidence >= PRESENT


def test_whom_it_is_said_not_to_be_about_is_not_to_blame() -> None:
    told = (
        "Ik heb al weken geen hulp gehad van ThuisBest. Alles wat ik van jullie krijg is in orde, "
        "daar gaat het niet over."
    )
    assert best(letter_to(OFFICE, told)).value == "zorgverlener"


def test_what_nothing_tells_is_marked_as_a_guess() -> None:
    told = "Vanmorgen weer vijftig minuten op de po. Ze lopen langs en kijken niet."
    assert GUESSED in best(letter_to(OFFICE, told)).marks
    blamed = "Uw medewerker was onbeschoft. Hierbij dien ik een klacht in."
    assert GUESSED not in best(letter_to(OFFICE, blamed)).marks


def test_who_drives_gives_no_care() -> None:
    told = "Ik heb een klacht over de zorgtaxi van Omnibuzz. Ze komen elke maandag te laat."
    assert best(letter_to(OFFICE, told)).value == "overig"


def test_people_of_the_office_may_be_praised_as_well() -> None:
    told = (
        "Mijn zoon gaat naar dagbehandeling De Sterrenwacht. De locatiemanager luistert niet naar "
        "ons. Uw medewerker mevrouw Jacobs heeft ons heel netjes te woord gestaan."
    )
    found = best(letter_to(OFFICE, told))
    assert found.value == "zorgverlener"
    assert found.confidence >= PRESENT


def test_who_agrees_with_the_sender_is_not_to_blame() -> None:
    told = (
        "Mijn vader moest bij De Brabantse Zorgmakers een contract tekenen. Uw collega mevrouw "
        "Hanegraaf vond het ook vreemd. Ik wil dat u dit bedrijf aanpakt."
    )
    assert best(letter_to(OFFICE, told)).value == "zorgverlener"
