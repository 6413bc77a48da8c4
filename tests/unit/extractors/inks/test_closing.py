"""The part of a page where people sign follows from how the letter is closed."""

import pytest

from extractors.document import PT_PER_MM, Line
from extractors.inks.closing import closes, zones_of
from tests.factories import make_letter, make_words
from tests.unit.extractors.form_under_lines import under_lines

PROSE = "\n".join(["Ik ben het niet eens met uw besluit over mijn aanvraag voor zorg."] * 6)


def line(text: str) -> Line:
    return Line(make_words(text), 1)


@pytest.mark.parametrize(
    "text",
    [
        "Hoogachtend,",
        "Met vriendelyke groeten",
        "Handtekening: ~/E",
        "Yours sincerely,",
        "Met eerbied,",
        "Met vriendelijke groet van een bezorgde dochter, \u201cas I",
    ],
)
def test_closings_are_known_also_when_misread(text: str) -> None:
    assert closes(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Uw besluit is onjuist.",
        "Regarding your decision of May",
        "ondersteuning\u201d.",
        "Met vriendelijke groeten lost u dit niet op, dat is mij na al die brieven wel duidelijk",
    ],
)
def test_sentences_are_no_closings(text: str) -> None:
    assert not closes(line(text))


def test_the_zone_starts_just_above_the_closing() -> None:
    (zone,) = zones_of(make_letter(f"{PROSE}\n\nHoogachtend,\n\nJ. Jansen").pages)
    assert zone.closing is not None
    assert zone.box.top < zone.closing.box.top < zone.box.bottom


def test_two_closings_below_each_other_are_one() -> None:
    (zone,) = zones_of(make_letter(f"{PROSE}\n\nHoogachtend,\n\nHandtekening:").pages)
    assert zone.closing is not None
    assert zone.closing.text == "Hoogachtend,"


def test_nobody_signs_at_the_place_and_date_of_a_form() -> None:
    (zone,) = zones_of(make_letter(f"{PROSE}\n\nPlaats en datum:\n\nHandtekening:").pages)
    assert zone.closing is not None
    assert zone.closing.text == "Handtekening:"


def test_without_a_closing_people_sign_below_the_text() -> None:
    letter = make_letter(f"{PROSE}\n\n\nJ. Jansen")
    (zone,) = zones_of(letter.pages)
    assert zone.closing is None
    assert zone.box.top == pytest.approx(letter.lines[5].box.bottom)


def test_running_text_after_a_closing_means_that_it_was_none() -> None:
    zones = zones_of(make_letter([f"{PROSE}\n\nMet groeten", PROSE]).pages)
    assert zones[-1].page.page.number == 2


def test_a_closing_in_own_words_is_where_people_sign() -> None:
    text = f"Geachte heer,\n\n{PROSE}\n\nMet de beste wensen van,\n\nJ. Jansen\nKade 3"
    (zone,) = zones_of(make_letter(text).pages)
    assert zone.closing is not None
    assert zone.closing.text == "Met de beste wensen van,"


def test_the_message_that_a_mail_answers_is_not_signed() -> None:
    text = f"{PROSE}\n\n\n\n---- Oorspronkelijk bericht ----\n\n{PROSE}"
    letter = make_letter(text)
    (zone,) = zones_of(letter.pages)
    assert zone.box.top == pytest.approx(letter.lines[5].box.bottom)


def test_without_a_closing_every_page_may_be_signed() -> None:
    zones = zones_of(make_letter([PROSE, PROSE]).pages)
    assert [zone.page.page.number for zone in zones] == [2, 1]


def test_a_letter_without_pages_has_no_zone() -> None:
    assert zones_of(()) == ()


def test_in_the_last_part_of_a_form_people_sign_at_the_word_signature() -> None:
    text = f"{PROSE}\n\n4. Ondertekening\n\nPlaats        Datum         Handtekening\nEde"
    (zone,) = zones_of(make_letter(text).pages)
    assert zone.closing is not None
    assert zone.closing.text == "Handtekening"
    assert zone.box.top < zone.page.lines[6].box.top


def test_over_a_label_under_the_line_to_sign_on_stands_all_of_a_signature() -> None:
    fields = [("Smit, J.", "naam en voorletters"), ("Kade 12", "straat en huisnummer"),
              ("2311 AB", "postcode"), ("", "handtekening")]  # fmt: skip
    (zone,) = zones_of(under_lines(*fields).pages)
    assert zone.closing is not None
    above = zone.closing.box.top - zone.box.top
    assert above > 20 * PT_PER_MM
    (zone,) = zones_of(make_letter("J. Smit\n\nHandtekening").pages)
    assert zone.closing is not None
    assert zone.closing.box.top - zone.box.top < 10 * PT_PER_MM
