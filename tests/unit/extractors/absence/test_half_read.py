"""What stands where a scan was read poorly is not missing."""

from dataclasses import replace

import pytest

from extractors.absence.half_read import find_half_read
from extractors.document import Box, Letter, TextSource, around
from extractors.element import Candidate, ElementId, Evidence
from tests.factories import make_letter_page, make_page

LETTER = (
    "J. Jansen\n\nGeachte heer, mevrouw,\n\nIk maak bezwaar tegen uw besluit over mijn zorg."
    "\n\nHoogachtend,\n\nJ. Jansen"
)


def half_read(
    text: str,
    *weak: str,
    source: TextSource = TextSource.OCR,
    unread: tuple[Box, ...] = (),
    row: str = "",
) -> frozenset[ElementId]:
    """Return what may stand on a page of which some words were hardly read.

    `row` is a word in whose place a row of print was seen that gave no sure word.
    """
    page = make_page(text, source=source, confidence=0.95)
    words = [replace(word, confidence=0.2) if word.text in weak else word for word in page.words]
    unread = (*unread, *(word.box for word in words if word.text == row))
    page = replace(page, words=tuple(words), unread=unread)
    return find_half_read(Letter((make_letter_page(page),)))


def test_of_a_page_that_was_read_nothing_is_half_read() -> None:
    assert half_read(LETTER) == frozenset()


@pytest.mark.parametrize(
    ("label", "element"),
    [("Datum:", ElementId.DATUM), ("BSN:", ElementId.BSN), ("Relatienummer:", "relatienummer")],
)
def test_a_value_behind_its_label_that_came_out_as_rubbish(label: str, element: str) -> None:
    assert element in half_read(f"{LETTER}\n\n{label} Il_-ZbZ", "Il_-ZbZ")


def test_a_date_that_lost_a_figure_may_be_there() -> None:
    assert ElementId.DATUM in half_read(f"{LETTER}\n\nVerzonden: 026/10/31 12:13 uur")


def test_a_line_that_a_stamp_hides_may_be_anything() -> None:
    under = "Onderwerp: zorg\n\n\nRelatie-nummer-8295\n\n\nGeachte heer,"
    text = LETTER.replace("Geachte heer, mevrouw,", under)
    assert ElementId.RELATIENUMMER in half_read(text, "Relatie-nummer-8295")


@pytest.mark.parametrize("word", ["18575-JBW", "4081", "2513MK"])
def test_figures_that_are_no_part_of_a_date_hide_none(word: str) -> None:
    assert ElementId.DATUM not in half_read(f"{LETTER}\n\nOns nummer is {word} geweest", word)


def test_a_label_with_a_readable_value_is_read() -> None:
    assert half_read(f"{LETTER}\n\nDatum: nog niet bekend") == frozenset()


def test_figures_that_are_unsure_may_be_any_number() -> None:
    found = half_read(f"{LETTER}\n\nzie ook 9999l1234", "9999l1234")
    assert {ElementId.BSN, ElementId.KENMERK, ElementId.BESLUIT} <= found
    assert ElementId.ONDERBOUWING not in found


def test_rows_that_gave_no_word_may_be_all_that_is_read() -> None:
    found = half_read(LETTER, unread=(Box(70, 20, 200, 30),))
    assert ElementId.ADRES in found
    assert ElementId.HANDTEKENING not in found


def test_a_row_too_short_for_any_value_hides_none() -> None:
    assert half_read(LETTER, unread=(Box(300, 20, 318, 30),)) == frozenset()


def test_a_weak_word_between_sure_ones_is_only_that_word() -> None:
    text = LETTER.replace("over mijn zorg", "over 's-Hertogenbosch en mijn zorg")
    weak = "'s-Hertogenbosch"
    assert half_read(text, weak, row=weak) == frozenset()


def test_weak_words_side_by_side_may_be_anything_but_the_date_of_the_letter() -> None:
    more = "Daarin zjpqs wvkrt mnbgst staat dat ik kan lopen.\nDat kan ik niet.\nIk vraag u opnieuw"
    text = LETTER.replace("mijn zorg.", f"mijn zorg.\n{more}\nte kijken.\n\nKomt u eens langs.")
    found = half_read(text, "zjpqs", "wvkrt", "mnbgst")
    assert {ElementId.BESLUITDATUM, ElementId.KENMERK, ElementId.ONDERBOUWING} <= found
    assert ElementId.DATUM not in found


def test_a_weak_word_behind_a_label_in_running_text_may_be_its_value() -> None:
    found = half_read(LETTER.replace("mijn zorg.", "mijn zorg, kenmerk abzq."), "abzq.")
    assert ElementId.KENMERK in found
    assert ElementId.BSN not in found


def test_lines_of_text_that_came_out_in_pieces_may_hold_the_grounds() -> None:
    gap = " " * 12
    lines = "\n".join(f"want ik kan{gap}niet meer lopen{gap}" for _ in range(2))
    found = half_read(LETTER.replace("over mijn zorg.", f"over mijn zorg,\n{lines}\nen zo meer."))
    assert ElementId.ONDERBOUWING in found


def test_strokes_below_the_closing_are_the_signature() -> None:
    page = make_page(LETTER)
    below = next(word.box for word in page.words if word.text == "Hoogachtend,")
    row = Box(80, below.bottom + 8, 160, below.bottom + 18)
    assert half_read(LETTER, unread=(row,)) == frozenset()


def test_a_street_without_the_rest_is_half_an_address() -> None:
    assert ElementId.ADRES in half_read(f"Kerkstraat\n\n{LETTER}")


def test_a_text_layer_is_always_read() -> None:
    assert half_read(LETTER, "Geachte", source=TextSource.TEXT) == frozenset()


def test_half_a_mail_address_leaves_the_contact_person_open() -> None:
    found = half_read(f"{LETTER}\n\nj-jansen@exarnple")
    assert {ElementId.EMAIL, ElementId.CONTACTPERSOON} <= found


@pytest.mark.parametrize("source", TextSource)
def test_what_a_form_has_one_letter_a_box_for_is_half_read(source: TextSource) -> None:
    boxes = "Achternaam B E R G E N\nStraat L A A N  2 2\nPostcode 5 2 6 2 L M\nPlaats V U G H T"
    found = half_read(boxes, source=source)
    assert {ElementId.NAAM, ElementId.ADRES, ElementId.DATUM} <= found
    assert ElementId.HANDTEKENING not in found


@pytest.mark.parametrize("text", ["B E Z W A A R", "BSN 9 9 9 9 9 0 0 1 9", "J. A. M. de Wit"])
def test_one_spaced_line_makes_no_form(text: str) -> None:
    assert half_read(f"{text}\n\n{LETTER}", source=TextSource.TEXT) == frozenset()


@pytest.mark.parametrize(
    ("confidence", "box", "hides"),
    [
        (0.97, Box(70, 296, 210, 330), False),  # a signature without a closing formula above it
        (0.60, Box(70, 296, 210, 330), True),  # may be a stamp
        (0.97, Box(70, 296, 120, 330), True),  # half of the row lies beside it
    ],
)
def test_what_is_surely_a_signature_hides_nothing(
    confidence: float, box: Box, *, hides: bool
) -> None:
    text = (
        "J. Jansen\n\nIk maak bezwaar tegen uw besluit over mijn zorg.\n\nMijn hulp moet blijven."
    )
    page = make_page(text, source=TextSource.OCR, confidence=0.95)
    page = replace(page, unread=(Box(72, 300, 200, 320),))
    signature = Candidate("inkt", "", (Evidence(1, box, ""),), confidence, "inkt")
    found = find_half_read(Letter((make_letter_page(page),)), (signature,))
    assert (ElementId.ADRES in found) is hides


def test_what_a_stamp_left_of_a_long_line_of_the_sender_hides_the_address() -> None:
    stamped = LETTER.replace("J. Jansen\n", "J. van Jansen, Tussen de Vaarten oC\n", 1)
    assert ElementId.ADRES in half_read(stamped, "oC")
    # A speck beside a name, or below the text, is no address.
    assert ElementId.ADRES not in half_read(
        LETTER.replace("J. Jansen\n", "J. Jansen oC\n", 1), "oC"
    )


@pytest.mark.parametrize(("confidence", "is_open"), [(0.97, False), (0.5, True)])
def test_words_that_a_sure_signature_was_read_as_hide_no_address(
    confidence: float, is_open: bool
) -> None:
    text = LETTER.replace("Hoogachtend,\n\n", "Hoogachtend,\n\nMVG 7 VUL\n\n")
    page = make_page(text, source=TextSource.OCR, confidence=0.95)
    strokes = {"MVG", "7", "VUL"}
    words = [replace(each, confidence=0.3) if each.text in strokes else each for each in page.words]
    box = around(each.box for each in words if each.text in strokes).grown(4, 4)
    signature = Candidate("inkt", "", (Evidence(1, box, ""),), confidence, "inkt")
    page = replace(page, words=tuple(words))
    found = find_half_read(Letter((make_letter_page(page),)), (signature,))
    assert (ElementId.ADRES in found) is is_open


def test_a_number_behind_its_label_that_passes_its_check_hides_nothing_else() -> None:
    assert ElementId.KENMERK not in half_read(f"{LETTER}\n\nBSN: 999990019", "999990019")
    assert ElementId.KENMERK in half_read(f"{LETTER}\n\nBSN: 999990018", "999990018")
    assert ElementId.KENMERK in half_read(f"{LETTER}\n\nIk belde 999990019 op", "999990019")


def test_behind_a_label_a_name_may_stand_that_was_not_read_whole() -> None:
    assert ElementId.NAAM in half_read(f"Achternaam: Vroomen\n\n{LETTER}")
    assert ElementId.NAAM not in half_read(f"Bijlage: kopie\n\n{LETTER}")


@pytest.mark.parametrize(
    ("rest", "is_torn"),
    [("ober 2026", True), ("Kenmerk 4471", False), ("uw kenmerk: 4471", False)],
)
def test_what_stood_in_the_gap_of_a_torn_line_may_be_a_number(rest: str, *, is_torn: bool) -> None:
    subject = f"Betreft bezwaar tegen beschikking WLZ/26/3{'':14}{rest}"
    found = half_read(LETTER.replace("Geachte heer,", f"{subject}\n\nGeachte heer,"))
    assert ({ElementId.KENMERK, ElementId.BESLUITDATUM} <= found) is is_torn
    assert not found & {ElementId.DATUM, ElementId.NAAM, ElementId.ONDERBOUWING}


def test_a_torn_line_that_speaks_of_no_paper_lost_no_number() -> None:
    torn = f"Mijn dochter komt alleen op{'':14}en daarna niet meer."
    assert half_read(LETTER.replace("over mijn zorg.", f"over mijn zorg.\n{torn}")) == frozenset()
