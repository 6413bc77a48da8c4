"""Labels and values: after a colon, beside, below, damaged."""

from dataclasses import replace

import pytest

from extractors.document import Box, Letter, Word
from extractors.labels import find_labelled
from extractors.once import for_one_file
from tests.factories import make_letter, make_letter_page, make_page

FORMS = [
    ("Naam: J. Jansen", "J. Jansen", "line"),
    ("Naam : J. Jansen", "J. Jansen", "line"),
    ("Naam:J. Jansen", "J. Jansen", "line"),
    ("NAAM        J. Jansen", "J. Jansen", "right"),
    ("Naam:       J. Jansen", "J. Jansen", "right"),
    ("Naam:\nJ. Jansen", "J. Jansen", "below"),
    ("Naam J. Jansen", "J. Jansen", "bare"),
    ("Naam: J. Jansen Geboortedatum: 1-1-1950", "J. Jansen", "line"),
]


@pytest.mark.parametrize(("text", "value", "how"), FORMS)
def test_every_form_gives_the_value(text: str, value: str, how: str) -> None:
    (hit,) = find_labelled(make_letter(text), ["Naam"])
    assert (hit.value.text, hit.how) == (value, how)


@pytest.mark.parametrize("label", ["Burgerservicenummer", "Burgerservicenumrner",
                                   "BURGERSERVICENUMMER",
                                   "Burqerservicenummer"])  # fmt: skip
def test_damaged_labels_are_known(label: str) -> None:
    (hit,) = find_labelled(make_letter(f"{label}: 123"), ["Burgerservicenummer"])
    assert hit.value.text == "123"


def test_the_longest_label_wins() -> None:
    (hit,) = find_labelled(make_letter("Datum besluit: 1-10-2026"), ["Datum", "Datum besluit"])
    assert hit.label == "Datum besluit"


def test_a_longer_label_is_found_on_a_line_where_only_its_beginning_was_asked_for_before() -> None:
    letter = make_letter("Postcode en woonplaats: 2311 AB Leiden")
    with for_one_file():
        find_labelled(letter, ("postcode",))
        [hit] = find_labelled(letter, ("postcode en woonplaats",))
    assert hit.value.text == "2311 AB Leiden"


def test_a_label_without_a_value_gives_nothing() -> None:
    assert find_labelled(make_letter("Naam:\nAdres:\nPlaats: X"), ["Naam", "Adres"]) == ()


def test_values_in_a_second_column_belong_to_the_label_at_their_height() -> None:
    letter = make_letter(
        "Ons kenmerk        AB-1\nUw kenmerk         CD-2\nDatum              3-3-2026"
    )
    hits = find_labelled(letter, ["Ons kenmerk", "Uw kenmerk"])
    assert [(hit.label, hit.value.text) for hit in hits] == [
        ("Ons kenmerk", "AB-1"),
        ("Uw kenmerk", "CD-2"),
    ]


def test_a_piece_of_the_line_between_two_cells_is_no_value() -> None:
    page = make_page("Datum            13 september 2026")
    label, *value = page.words
    line = Word("i", Box(140.0, label.box.top, 141.0, label.box.bottom), 0.9)
    letter = Letter((make_letter_page(replace(page, words=(label, line, *value))),))
    assert [hit.value.text for hit in find_labelled(letter, ["datum"])] == ["13 september 2026"]
    initial = Word("I", Box(140.0, label.box.top, 144.0, label.box.bottom), 0.9)
    letter = Letter((make_letter_page(replace(page, words=(label, initial, *value))),))
    assert [hit.value.text for hit in find_labelled(letter, ["datum"])] == ["I"]


@pytest.mark.parametrize("sign", ["|", "[", "\u2014"])
def test_a_label_begins_behind_the_line_of_its_cell(sign: str) -> None:
    letter = make_letter(f"{sign} Datum van de brief: 1 mei 2026")
    hits = find_labelled(letter, ["datum", "datum van de brief"])
    assert [hit.label for hit in hits] == ["datum van de brief"]


@pytest.mark.parametrize("row", ["4. Datum besluit", "b) Datum besluit", "(4) Datum besluit"])
def test_the_number_of_a_question_is_no_part_of_its_label(row: str) -> None:
    letter = make_letter(f"{row}          27 oktober 2026")
    (hit,) = find_labelled(letter, ["datum besluit"])
    assert hit.value.text == "27 oktober 2026"


@pytest.mark.parametrize("rest", ["bij u", "(zie de brief)", "op de brief"])
def test_words_that_explain_a_label_are_not_its_value(rest: str) -> None:
    letter = make_letter(f"Klantnummer {rest}          2007-331-8")
    (hit,) = find_labelled(letter, ["klantnummer"])
    assert hit.value.text == "2007-331-8"


def test_words_behind_a_label_without_another_column_are_its_value() -> None:
    (hit,) = find_labelled(make_letter("Aan CIZ"), ["aan"])
    assert hit.value.text == "CIZ"


def test_a_number_right_under_its_label_counts_before_text_in_another_column() -> None:
    letter = make_letter(
        "Uw kenmerk                    Ik heb een klacht over de dienst\n"
        "ZK-5456857                    en over het wachten"
    )
    (hit,) = find_labelled(letter, ["Uw kenmerk"])
    assert (hit.value.text, hit.how) == ("ZK-5456857", "below")


def test_the_next_line_of_a_form_with_its_own_label_is_no_value() -> None:
    letter = make_letter(
        "Adres:              Willem de Zwijgerstraat 130\nPostcode, plaats: 2641 ER Delft"
    )
    (hit,) = find_labelled(letter, ["Adres"])
    assert hit.value.text == "Willem de Zwijgerstraat 130"


@pytest.mark.parametrize(
    ("beside", "value"), [("Centrum Zorg", "ZK-5456857"), ("26-118 (oud)", "26-118 (oud)")]
)
def test_a_number_a_little_below_its_label_counts_before_a_name_beside_it(
    beside: str, value: str
) -> None:
    page = make_page(f"Uw kenmerk                    {beside}\nZK-5456857")
    low = tuple(
        replace(word, box=word.box.moved(0, 4)) if word.text == "ZK-5456857" else word
        for word in page.words
    )
    letter = Letter((make_letter_page(replace(page, words=low)),))
    (hit,) = find_labelled(letter, ["Uw kenmerk"])
    assert hit.value.text == value
