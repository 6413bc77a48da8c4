import pytest

from extractors.elements import email, telefoon
from tests.factories import HINTS, make_letter

LETTER = """
J. de Vries
Dorpsstraat 12
2311 AB Leiden
Tel: 06-12345678
jan@voorbeeld.nl

Zorg en Zekerheid
Postbus 400
2300 AK Leiden
tel. 071-5825888

Geachte heer, mevrouw,

Ik heb uw klantenservice op 071-5825888 gebeld en gemaild naar klachten@zorgenzekerheid.nl.

Hoogachtend,
J. de Vries
"""


def test_email_of_the_sender_wins() -> None:
    assert [each.value for each in email.find(make_letter(LETTER), HINTS)] == ["jan@voorbeeld.nl"]


def test_phone_of_the_sender_wins() -> None:
    assert telefoon.find(make_letter(LETTER), HINTS)[0].value == "06-12345678"


def test_number_of_the_office_is_not_sure() -> None:
    found = {each.value: each for each in telefoon.find(make_letter(LETTER), HINTS)}

    assert found["071-5825888"].confidence < 0.5


def test_recipient_of_an_email_is_not_its_sender() -> None:
    letter = make_letter("Van: Sanne <sanne@voorbeeld.nl>\nAan: info@kantoor.example\n\nHallo,")

    assert [each.value for each in email.find(letter, HINTS)] == ["sanne@voorbeeld.nl"]


def test_phone_in_a_sentence_of_the_writer_counts() -> None:
    letter = make_letter("Geachte heer,\n\nU kunt mij bereiken op 06-12345678.\n\nGroet,\nJ. Bos")

    assert telefoon.find(letter, HINTS)[0].confidence > 0.7


@pytest.mark.parametrize(
    "mail", ["a.vos@voorb\neeld.nl", "a.vos@voorbeeld.n\nl", "a.vos@\nvoorbeeld.nl"]
)
def test_an_address_that_a_narrow_column_broke_is_whole(mail: str) -> None:
    letter = make_letter(f"A. Vos\nKade 3\n1234 AB Utrecht\n{mail}\n\nGeachte heer,\n\nTekst.")
    assert [each.value for each in email.find(letter, HINTS)] == ["a.vos@voorbeeld.nl"]


def test_a_word_below_a_whole_address_is_no_part_of_it() -> None:
    letter = make_letter("A. Vos\nKade 3\n1234 AB Utrecht\na.vos@voorbeeld.nl\nnl\n\nGeachte heer,")
    assert [each.value for each in email.find(letter, HINTS)] == ["a.vos@voorbeeld.nl"]


@pytest.mark.parametrize(
    ("above", "is_own"),
    [
        ("U mag mij mailen voor een afspraak:", True),
        ("Ik heb gemaild naar", False),
        ("Ik ben het niet eens met mijn indicatie.", False),  # another sentence
    ],
)
def test_the_line_above_tells_whose_an_address_by_itself_is(above: str, *, is_own: bool) -> None:
    text = f"Geachte heer,\n\nDit is mijn bezwaar.\n{above}\nn.elzinga@voorbeeld.nl\n"
    (found,) = email.find(make_letter(text), HINTS)
    assert (found.confidence > 0.6) is is_own


def test_a_date_below_a_number_does_not_make_a_telephone_number_of_it() -> None:
    letter = make_letter("J. Jansen\nKade 3\n2311 AB Leiden\n07640249\n14/10/2026\n\nGeachte heer,")
    assert telefoon.find(letter, HINTS) == ()


@pytest.mark.parametrize(
    "said",
    [
        "Mijn huisarts is dokter Van Swieten, Marktstraat 2, Zutphen, telefoon 0575-221144.",
        "Mijn zoon Mark (06-29384756) weet er alles van.",
    ],
)
def test_the_number_of_whom_the_writer_tells_is_not_the_writers(said: str) -> None:
    letter = make_letter(f"Geachte heer,\n\nIk maak bezwaar. {said}\n\nGroet,\nJ. Bos")

    assert telefoon.find(letter, HINTS)[0].confidence < 0.4
