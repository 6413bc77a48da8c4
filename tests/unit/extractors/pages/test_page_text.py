"""How the text of a page begins, counts on and is signed."""

import pytest

from extractors.pages.page_text import codes, items, leads, sender, signed
from tests.factories import make_letter_page, make_page


@pytest.mark.parametrize(
    "text",
    [
        "Het zorgkantoor wil niet luisteren.\n\nIk vraag u het besluit te herzien.",
        "afdeling die over de indicatie gaat. Van die afdeling heb ik daarna niets vernomen.",
        "Verder is het zo dat mijn vrouw de hele nacht wakker ligt en niet meer kan werken",
        "Pagina 2 van 3\n\nDaarnaast schrijf ik als vader dat het zo niet gaat.",
    ],
)
def test_running_text_on_top_leads(text: str) -> None:
    assert leads(make_letter_page(make_page(text)).lines)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A. Bakker\nLindelaan 4\n\nHet zorgkantoor wil niet luisteren.",
        "J.W. Visscher, Kerkpad 8, 8064 HJ Zwartsluis, telefoon overdag en s avonds 038 386 22 19",
        "Betreft: bezwaar tegen het besluit van 3 mei over de zorg van mijn vader en moeder",
        "Geachte heer of mevrouw, hierbij maak ik bezwaar tegen uw besluit van vorige maand.",
        "maandag 9 november 2026",
        "1. Over wie gaat het?",
        "Mevr. J. de Boer",
    ],
)
def test_what_stands_above_a_letter_does_not(text: str) -> None:
    assert not leads(make_letter_page(make_page(text)).lines)


def test_paragraphs_are_counted_where_a_page_begins_with_one() -> None:
    page = make_letter_page(make_page("3. Het verslag klopt niet.\n\n4. Niemand is gehoord."))
    assert items(page.lines) == (3, 4)
    dated = make_letter_page(make_page("3 november 2026\n\n1. Het verslag klopt niet."))
    assert items(dated.lines) == (0, 1)


def test_the_name_stands_under_the_last_closing_or_in_the_last_line() -> None:
    def names(text: str) -> frozenset[str]:
        return signed(make_letter_page(make_page(text)))

    assert names("Groeten,\nD. Postma\n\nTot zover.\n\nHoogachtend,\n\nJoyce Pengel") == {
        "joyce",
        "pengel",
    }
    assert names("Ik wacht op uw antwoord en hoop op het beste.\n\nJoyce Pengel") == {
        "joyce",
        "pengel",
    }
    assert names("Ik wacht nog steeds op antwoord van mevrouw Joyce Pengel") == frozenset()


def test_who_sends_a_page_is_told_without_the_address() -> None:
    page = make_letter_page(
        make_page(
            "Naam: Joyce Pengel\nAdres: Kade 3, 3074 LH Rotterdam\n\nGeachte heer,\n\nIk klaag."
        )
    )
    assert sender(page) == {"joyce", "pengel"}


def test_dates_and_what_belongs_to_the_addressee_are_no_references() -> None:
    heading = "A. Bakker\n\nZorg en Zekerheid\nPostbus 400400\n\n12-11-2026\n\n"
    page = make_page(heading + "Geachte heer,\n\nZie ZK-2026-7781.")
    assert codes(make_letter_page(page)) == {"zk20267781"}
