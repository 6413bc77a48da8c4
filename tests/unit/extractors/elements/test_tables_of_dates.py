"""Dates and numbers in tables and rows of labels: the label beside or above one says what it is."""

import pytest

from extractors.elements import besluitdatum, datum, kenmerk
from tests.factories import HINTS, make_letter

SENDER = "A. Vos\nKerkweg 3\n1234 AB Utrecht"
OFFICE = "Aan CIZ\nPostbus 1\n3500 GR Utrecht"
SURE, MARGIN = 0.6, 0.1  # what the validators take for a fact, and how far behind a rival stays


def letter(head: str, told: str = "Ik maak bezwaar tegen de afwijzing.") -> str:
    closing = "Hoogachtend,\n\nA. Vos"
    return "\n\n".join((SENDER, OFFICE, head, "Geachte heer,", told, closing))


def dates(finder: object, text: str) -> list[str]:
    """Return the dates that are sure, without the ones far behind the best."""
    found = finder.find(make_letter(text), HINTS)  # type: ignore[attr-defined]
    best = max((each.confidence for each in found), default=0.0)
    return [str(each.value) for each in found if each.confidence >= max(SURE, best - MARGIN)]


@pytest.mark.parametrize(
    "head",
    [
        "Datum                12 november 2026\nAfgewezen op         3 oktober 2026",
        "Datum                12 november 2026\nDagtekening aanslag  3 oktober 2026",
        "Datum                12 november 2026\nBriefdatum           3 oktober 2026",
        "Besluit              3 oktober 2026\nDatum                12 november 2026",
        "Uw kenmerk: ZK-26.4\nVerzonden: 3 oktober 2026\n\n12 november 2026",
        "Uw brief                           Datum\n"
        "3 oktober 2026, ZW/331.902         12 november 2026",
        "Uw besluit\n3 oktober 2026, ZW/331.902\n\nDatum\n12 november 2026",
        "Datum               Besluit              Betreft\n"
        "12 november 2026    3 oktober 2026       bezwaar",
        "Datum               Briefdatum           Betreft\n"
        "12 november 2026    3 oktober 2026       bezwaar",
        "Datum               Datum van uw brief   Nummer van uw brief    Betr.\n"
        "12 november 2026    3 oktober 2026       ZK 691.648             bezwaar",
    ],
)
def test_the_date_of_the_decision_in_a_table_is_not_the_letters(head: str) -> None:
    assert dates(datum, letter(head)) == ["2026-11-12"]
    assert dates(besluitdatum, letter(head)) == ["2026-10-03"]


@pytest.mark.parametrize("number", ["1. ", "2.1 ", ""])
def test_a_numbered_question_below_a_heading_is_no_value_of_it(number: str) -> None:
    head = f"Datum: 12 november 2026\n\nHet besluit\n{number}Datum: 3 oktober 2026"
    assert dates(datum, letter(head)) == ["2026-11-12"]
    assert dates(besluitdatum, letter(head)) == ["2026-10-03"]


@pytest.mark.parametrize("label", ["Aanvraag", "Speelt sinds", "Kwam langs", "Vervaldatum"])
def test_another_date_in_a_table_is_not_the_letters(label: str) -> None:
    text = letter(f"Datum                12 november 2026\n{label:<20} 3 augustus 2026")
    assert dates(datum, text) == ["2026-11-12"]


def test_the_date_below_that_of_the_decision_is_another() -> None:
    text = f"{OFFICE}\n\nGeachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\n\n{SENDER}\n" + (
        "Besluit d.d.: 3 oktober 2026\n12 november 2026"
    )
    assert dates(besluitdatum, text) == ["2026-10-03"]


def test_the_appointment_of_a_mentor_is_not_the_contested_decision() -> None:
    told = (
        "Als mentor, benoemd door de kantonrechter te Roermond bij beschikking van 14 maart 2026, "
        "kom ik in bezwaar tegen uw besluit van 3 oktober 2026."
    )
    assert dates(besluitdatum, letter("12 november 2026", told)) == ["2026-10-03"]


def test_the_address_at_the_height_of_a_date_says_nothing_of_it() -> None:
    text = letter("").replace(
        "1234 AB Utrecht", "1234 AB Utrecht               12 november 2026", 1
    )
    assert dates(datum, text) == ["2026-11-12"]


def test_a_figure_behind_a_label_is_no_misread_part_of_a_longer_one() -> None:
    text = letter("Datum brief 2 november 2026", "Ik maak bezwaar tegen uw besluit.")
    assert dates(datum, text) == ["2026-11-02"]


def test_a_letter_of_somebody_else_is_no_decision() -> None:
    told = (
        "U heeft uw brief gedateerd op 3 oktober 2026. "
        "Mijn huisarts schrijft in zijn brief van 5 oktober 2026 dat het niet langer gaat."
    )
    assert dates(besluitdatum, letter("12 november 2026", told)) == ["2026-10-03"]


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("Besluit: 3 oktober 2026, 41047294", "41047294"),
        ("Besluit: 26/2/2026, 41047294", "41047294"),  # the date ends as it begins
        ("Betreft: besluit 3 oktober 2026 / 1197412067", "1197412067"),
        ("Betreft: bezwaar tegen het besluit van 3 oktober 2026, nr. 82612774", "82612774"),
        ("Besluit              3 oktober 2026\nNummer               4400877-51", "4400877-51"),
        ("Besluitnr. Z6448707 Tel. 06 93957478", "Z6448707"),
    ],
)
def test_the_number_beside_the_date_of_the_decision_is_its_kenmerk(head: str, value: str) -> None:
    found = kenmerk.find(make_letter(letter(head)), HINTS)
    assert (found[0].value, found[0].confidence >= SURE) == (value, True)


def test_a_date_that_ends_as_it_begins_is_no_kenmerk() -> None:
    text = letter("Bezwaar tegen: besluit budget nieuw jaar, 26/2/2026.")
    assert kenmerk.find(make_letter(text), HINTS) == ()


def test_a_number_in_a_table_without_a_decision_is_no_kenmerk() -> None:
    text = letter("Geboortedatum        3 oktober 1956\nNummer               4400877-51")
    assert not any(each.confidence >= SURE for each in kenmerk.find(make_letter(text), HINTS))


def test_a_day_is_no_kenmerk() -> None:
    text = letter("Betreft: namens mw. Crijnen / besluit 28e\noktober")
    assert not any(each.value == "28e" for each in kenmerk.find(make_letter(text), HINTS))


def test_the_day_of_a_decision_stands_under_its_label_beside_the_one_of_its_number() -> None:
    head = "Datum van uw besluit     Kenmerk van uw besluit\n15 oktober 2026          Z26/118"
    found = besluitdatum.find(make_letter(letter(head)), HINTS)
    assert str(found[0].value) == "2026-10-15"


@pytest.mark.parametrize(
    "heading", ["Gegevens besluit:", "Gegevens van het besluit", "Informatie besluit"]
)
def test_a_date_under_the_heading_of_a_decision_is_the_decisions(heading: str) -> None:
    head = f"{heading}\nDatum 3 oktober 2026\nKenmerk Z26/118\n\nUtrecht, 9 november 2026"
    assert dates(besluitdatum, letter(head)) == ["2026-10-03"]
    assert dates(datum, letter(head)) == ["2026-11-09"]


@pytest.mark.parametrize(
    "subject", ["Bezwaar Z26-1180 (3-10-2026)", "Betreft: bezwaar 1180 (dd 3-10-2026)"]
)
def test_a_date_in_brackets_behind_the_number_of_a_decision_is_the_decisions(subject: str) -> None:
    found = dates(besluitdatum, letter(f"Utrecht, 9 november 2026\n\n{subject}"))
    assert found == ["2026-10-03"]


@pytest.mark.parametrize(
    "asked",
    [
        "Het besluit waar u het niet mee eens bent is van",
        "Ik maak bezwaar tegen de brief van",
        "Tegen welk besluit maakt u bezwaar? Datum",
        "Op welke datum is het besluit genomen?",
    ],
)
@pytest.mark.parametrize("own", ["Datum: 12 november 2026", ""])
def test_a_form_that_asks_in_a_whole_phrase_says_what_day_it_is(asked: str, own: str) -> None:
    form = f"{asked}{' ' * 8}3 oktober 2026\n\nNummer{' ' * 50}ZW/331.902\n\n{own}"
    assert dates(besluitdatum, letter(form)) == ["2026-10-03"]
    assert dates(datum, letter(form)) == (["2026-11-12"] if own else [])


@pytest.mark.parametrize(
    "asked", ["Wat is de datum van uw bezwaarschrift?", "Op welke datum vult u dit formulier in?"]
)
def test_a_form_that_asks_for_its_own_day_is_dated(asked: str) -> None:
    assert dates(datum, letter(f"{asked}{' ' * 8}12 november 2026")) == ["2026-11-12"]
