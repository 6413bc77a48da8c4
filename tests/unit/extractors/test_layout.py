"""Lines, blocks and what part of a letter they are."""

from dataclasses import replace
from itertools import zip_longest

import pytest

from extractors.document import BlockRole as Role
from extractors.document import Box, Line, Word
from extractors.element import Hints
from extractors.layout import lines_of
from extractors.parts import is_closing, is_organisation
from extractors.readers.pdf_words import turn_box
from tests.factories import make_letter, make_page

CLASSIC = """
J. de Vries
Dorpsstraat 12
2311 AB Leiden
                                   Zorg en Zekerheid
                                   t.a.v. afdeling Juridische Zaken
                                   Postbus 400
                                   2300 AK LEIDEN

Leiden, 3 november 2026
Betreft: bezwaar tegen besluit d.d. 1 oktober 2026

Geachte heer, mevrouw,

Hierbij maak ik bezwaar tegen uw besluit van 1 oktober 2026. Ik ben het
niet eens met de afwijzing omdat mijn moeder de hele dag zorg nodig heeft.

Met vriendelijke groet,

J. de Vries
Bijlagen: 1
"""


def roles(text: str) -> dict[str, Role]:
    return {line.text: block.role for block in make_letter(text).blocks for line in block.lines}


def test_classic_letter_falls_apart_in_its_parts() -> None:
    found = roles(CLASSIC)
    assert found["Dorpsstraat 12"] is Role.SENDER
    assert found["Postbus 400"] is Role.ADDRESSEE
    assert found["Leiden, 3 november 2026"] is Role.REFERENCE
    assert found["Geachte heer, mevrouw,"] is Role.BODY
    assert found["Met vriendelijke groet,"] is Role.CLOSING
    assert found["J. de Vries"] is Role.CLOSING
    assert found["Bijlagen: 1"] is Role.ATTACHMENTS


def test_sender_and_addressee_without_a_white_line_are_two_blocks() -> None:
    found = roles(
        "A. Bakker\nLindelaan 4\n2403 VB Alphen aan den Rijn\nAan: CIZ\nPostbus 2891\n"
        "3500 GW Utrecht\n\nGeachte heer,\n\nIk maak bezwaar."
    )
    assert found["Lindelaan 4"] is Role.SENDER
    assert found["3500 GW Utrecht"] is Role.ADDRESSEE


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    letter = make_letter(
        "A. Bakker                       CIZ\nLindelaan 4                     Postbus 2891\n"
        "2403 VB Alphen                  3500 GW Utrecht\n\nGeachte heer,"
    )
    texts = [block.text for block in letter.blocks]
    assert texts[:2] == [
        "A. Bakker\nLindelaan 4\n2403 VB Alphen",
        "CIZ\nPostbus 2891\n3500 GW Utrecht",
    ]


def test_a_column_beside_the_letter_is_read_before_it() -> None:
    aside = "A. Bakker\nLindelaan 4\n2403 VB Alphen\n\nTelefoon\n06 12 34 56 78\n\nBSN\n\n999990019"
    aside += "\n\nDatum\n\n3 november 2026"
    letter = (
        "CIZ\nPostbus 2891\n\nGeachte heer,\n\nIk maak bezwaar tegen uw besluit van 1 oktober\n"
        "2026 omdat ik de hele dag zorg nodig heb en er\nniemand is die mij die zorg geeft.\n\n"
        "Mijn arts heeft dat aan u geschreven en zal dat\nnog een keer doen als het nodig is.\n\n"
        "Ook was er niemand hier om te kijken hoe het is\nen dat had u wel beloofd.\n\nHoogachtend,"
    )
    rows = zip_longest(aside.split("\n"), letter.split("\n"), fillvalue="")
    found = make_letter("\n".join(f"{left:24}{right}" for left, right in rows))
    own = [block.text for block in found.blocks if block.role is Role.BODY]
    assert own[0] == "Geachte heer,"
    assert not any("999990019" in text or "november" in text for text in own)


def test_labels_of_a_form_stay_beside_what_is_filled_in() -> None:
    text = "\n\n".join(
        f"{label:20}Ik schrijf hier een lange regel over wat er is gebeurd met de zorg\n"
        f"{'':20}en daarna nog een regel."
        for label in ("Onderwerp", "Wat", "Waarom", "Wens")
    )
    found = [block.text.split()[0] for block in make_letter(text).blocks]
    assert found == ["Onderwerp", "Ik", "Wat", "Ik", "Waarom", "Ik", "Wens", "Ik"]


def test_a_skewed_line_stays_one_line() -> None:
    words = make_page("een twee drie vier vijf zes zeven acht negen tien").words
    turned = tuple(
        Word(
            w.text,
            Box(w.box.x0, w.box.top + w.box.x0 * 0.03, w.box.x1, w.box.bottom + w.box.x0 * 0.03),
        )
        for w in words
    )  # 1.7 degrees: the end of the line stands lower than its beginning by more than a line
    page = make_page()
    lines = lines_of(type(page)(1, page.width, page.height, turned, page.source))
    assert [line.text for line in lines] == ["een twee drie vier vijf zes zeven acht negen tien"]


@pytest.mark.parametrize(
    "text",
    ["Hoogachtend,", "Met vriendelijke groet,", "Mel vriendelijke groel", "Hoogachlend", "Mvg",
     "M.v.g.", "Vriendelijke groeten,", "met de meeste hoogachting", "Hoogachtend, J. Jansen"],
)  # fmt: skip
def test_closings(text: str) -> None:
    line = Line(tuple(Word(word, Box(0, 0, 1, 1)) for word in text.split()), 1)
    assert is_closing(line)


@pytest.mark.parametrize("text", ["De groep was groot", "Ik groet u niet meer", "", "groente"])
def test_other_lines_are_no_closings(text: str) -> None:
    line = Line(tuple(Word(word, Box(0, 0, 1, 1)) for word in text.split() or ["."]), 1)
    assert not is_closing(line)


def test_a_sentence_behind_a_greeting_goes_on_below_it() -> None:
    running = (
        "Goedendag. Ik heet Siti Latuheru. Ik krijg van gemeente brief datum 24\n"
        "maart 2026 dat ik moet stoppen met begeleider. Gemeente zegt ik kan praten."
    )
    assert [block.text for block in make_letter(running).blocks] == [running]


def test_body_that_mentions_an_office_is_no_addressee() -> None:
    found = roles("Geachte heer,\n\nAan de gemeente heb ik gevraagd\nof het CIZ dit weet.")
    assert found["of het CIZ dit weet."] is Role.BODY


@pytest.mark.parametrize("text", ["ee", "ten", "precies", "Zorg", "W.W.M. Kramer"])
def test_scraps_of_print_are_no_organisation(text: str) -> None:
    assert not is_organisation(
        text, Hints(organisations=("Gemeente Ede", "Zorg en Zekerheid", "CIZ"))
    )


@pytest.mark.parametrize("text", ["t.a.v. Zorg en Zekerhcid", "het CIZ", "Zorg en Zekerheid"])
def test_names_of_organisations_are_known(text: str) -> None:
    assert is_organisation(text, Hints(organisations=("Zorg en Zekerheid", "CIZ")))


@pytest.mark.parametrize("turn", [90, 270])
def test_words_along_the_side_of_the_paper_make_one_line(turn: int) -> None:
    level = make_page("Omer de Wit, Kerkstraat 3a, 6041 CE Roermond").words
    aside = tuple(
        Word(word.text, turn_box(word.box, turn, width=842.0, height=595.0)) for word in level
    )
    page = make_page("Geachte heer,\n\nIk maak bezwaar tegen uw besluit.")
    lines = lines_of(replace(page, words=(*page.words, *aside)))
    assert "Omer de Wit, Kerkstraat 3a, 6041 CE Roermond" in [line.text for line in lines]
    assert "Ik maak bezwaar tegen uw besluit." in [line.text for line in lines]


def test_a_mailroom_that_is_written_to_is_no_stamp() -> None:
    assert roles("POSTKAMER\n12-11-2026\n\nGeachte heer,\n\nTekst.")["POSTKAMER"] is Role.STAMP
    address = "POSTKAMER\nPOSTBUS 9\n2300 AA LEIDEN"
    assert roles(f"{address}\n\nGeachte heer,\n\nTekst.")["POSTBUS 9"] is not Role.STAMP


@pytest.mark.parametrize("date", ["12 nov. 2026", "12-11-2026", "3 november 2026"])
def test_a_date_below_an_office_on_one_line_is_not_of_its_address(date: str) -> None:
    office = "Aan Zorg en Zekerheid, postbus 400, 2300 AK Leiden"
    found = roles(f"{office}\n{date}\n\nGeachte heer,\n\nTekst.")
    assert found[date] is Role.REFERENCE
    assert roles(f"{office}\nafdeling 12\n\nGeachte heer,")["afdeling 12"] is Role.ADDRESSEE


@pytest.mark.parametrize("line", ["Leiden, 4 november 2026", "'s-Hertogenbosch. 4 november 2026"])
def test_a_place_and_a_date_below_an_office_are_not_of_its_address(line: str) -> None:
    office = "Centrum Indicatiestelling Zorg\nPostbus 2690\n3500 GR UTRECHT"
    assert roles(f"{office}\n{line}\n\nGeachte heer,\n\nTekst.")[line] is Role.REFERENCE
    found = roles(f"{office}\nNederland, Europa\n\nGeachte heer,\n\nTekst.")
    assert found["Nederland, Europa"] is Role.ADDRESSEE


def test_what_begins_with_a_colon_is_one_line_with_its_label() -> None:
    page = make_page("AAN                 : CIZ, Utrecht\nDATUM               : 9 november 2026")
    assert [line.text for line in lines_of(page)] == [
        "AAN : CIZ, Utrecht",
        "DATUM : 9 november 2026",
    ]


def test_a_line_of_text_is_no_label_of_what_begins_with_a_colon() -> None:
    page = make_page("Ik ben het er helemaal niet mee eens          : zie onder")
    assert len(lines_of(page)) == 2


FULL = "Betreft: bezwaar tegen uw besluit over de zorg aan mevrouw A. de Boer (BSN"


def test_a_subject_goes_on_below_a_full_line() -> None:
    found = make_letter(f"{FULL}\n999990019), uw kenmerk 26/118\n\nGeachte heer,\n\nTekst.")
    assert found.blocks[0].text == f"{FULL}\n999990019), uw kenmerk 26/118"
    short = make_letter("Betreft: bezwaar\n3 november 2026\n\nGeachte heer,\n\nTekst.")
    assert short.blocks[0].text == "Betreft: bezwaar"


@pytest.mark.parametrize("stamp", ["INGEKOMEN\n09 NOV 2026", "CIZ UTRECHT\n09 NOV 2026\nINGEKOMEN"])
def test_text_right_below_a_stamp_is_no_part_of_it(stamp: str) -> None:
    rows = "\n".join(f"{'':40}{line}" for line in stamp.split("\n"))
    text = "Namens mevrouw De Boer maak ik bezwaar tegen uw besluit."
    found = roles(f"{rows}\n{text}\n\nHoogachtend,")
    assert found[stamp.rpartition("\n")[2]] is Role.STAMP
    assert found[text] is not Role.STAMP


def test_a_department_in_the_middle_of_a_stamp_is_no_office_that_is_written_to() -> None:
    stamp = "INGEKOMEN\nAfd. Zorg\n29 JUNI 2026"
    assert roles(f"{stamp}\n\nGeachte heer,\n\nTekst.")["29 JUNI 2026"] is Role.STAMP
    dated = "INGEKOMEN\nLeiden, 3 mei 2026\n\nGeachte heer,\n\nTekst."
    assert roles(dated)["Leiden, 3 mei 2026"] is Role.REFERENCE
    below = f"{stamp}\nAfdeling Bezwaar\nPostbus 9\n2300 AA LEIDEN\n\nGeachte heer,\n\nTekst."
    assert roles(below)["Postbus 9"] is Role.ADDRESSEE
