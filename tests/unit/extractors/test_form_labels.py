"""Forms whose labels do not stand over a column of values: under a line, or each with its own."""

from extractors.label_rows import captions_of, has_own_value, label_rows
from extractors.labels import find_labelled
from extractors.people.mentions.find import find_mentions
from tests.factories import HINTS, make_letter
from tests.unit.extractors.form_under_lines import under_lines

FORM = under_lines(
    ("Verhagen, P.T.M.", "naam en voorletters"),
    ("Anna Blamanstraat 12", "straat en huisnummer"),
    ("2807 SP", "postcode"),
    ("", "telefoon"),
    ("999942578", "burgerservicenummer"),
)


def test_small_labels_under_lines_belong_to_what_is_above_them() -> None:
    labels = ["naam en voorletters", "straat en huisnummer", "postcode", "burgerservicenummer"]
    found = {hit.label: hit.value.text for hit in find_labelled(FORM, labels)}
    assert found == {
        "naam en voorletters": "Verhagen, P.T.M.",
        "straat en huisnummer": "Anna Blamanstraat 12",
        "postcode": "2807 SP",
        "burgerservicenummer": "999942578",
    }


def test_under_an_empty_line_a_label_has_no_value() -> None:
    assert find_labelled(FORM, ["telefoon"]) == ()


def test_two_small_labels_make_no_form_of_captions() -> None:
    letter = under_lines(("Verhagen, P.T.M.", "naam en voorletters"), ("Gouda", "woonplaats"))
    assert captions_of(letter.pages[0]) == ()


def test_a_street_over_its_label_is_nobody() -> None:
    names = {mention.person.name for mention in find_mentions(FORM, HINTS)}
    assert names == {"P.T.M. Verhagen"}


PAIRS = """
Voornaam Joke         Tussenvoegsel         Achternaam Slob
Straatnaam Kade       Huisnummer 54         Plaats Venlo
"""


def test_labels_with_their_own_values_are_no_row_over_the_next() -> None:
    letter = make_letter(PAIRS)
    assert label_rows(letter.pages[0]) == ()
    found = {
        hit.label: hit.value.text
        for hit in find_labelled(letter, ["Voornaam", "Tussenvoegsel", "Achternaam", "Huisnummer"])
    }
    assert found == {"Voornaam": "Joke", "Achternaam": "Slob", "Huisnummer": "54"}


def test_initials_behind_their_label_are_not_part_of_it() -> None:
    letter = make_letter("Naam Smit             Voorletters J.\nAdres Kade             Huisnr. 12")
    (hit,) = find_labelled(letter, ["voorletters", "voorletter(s)"])
    assert hit.value.text.startswith("J")


def test_the_label_below_an_empty_field_is_no_value() -> None:
    assert find_labelled(make_letter("Tussenvoegsel\nAchternaam"), ["Tussenvoegsel"]) == ()


def test_what_a_letter_is_about_has_no_label_of_its_own() -> None:
    (page,) = make_letter("Uw besluit van 3 mei 2026").pages
    assert not has_own_value(page.lines[0])
    (page,) = make_letter("Huisnummer 54").pages
    assert has_own_value(page.lines[0])


def test_a_value_ends_where_the_next_label_of_its_line_begins() -> None:
    letter = make_letter("Straat Oude Singel   Huisnummer 54")
    found = {x.label: x.value.text for x in find_labelled(letter, ["Straat"])}
    assert found == {"Straat": "Oude Singel"}
    found = {x.label: x.value.text for x in find_labelled(letter, ["Huisnummer"])}
    assert found == {"Huisnummer": "54"}
