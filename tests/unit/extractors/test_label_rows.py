"""Labels side by side with their values in the row below."""

from extractors.label_rows import captions_of, label_rows
from extractors.labels import find_labelled
from tests.factories import make_letter


def values(text: str) -> dict[str, str]:
    """Return what stands under each label of the rows on a page."""
    (page,) = make_letter(text).pages
    return {
        " ".join(word.text for word in cell.words): cell.value.text if cell.value else ""
        for cell in label_rows(page)
    }


def test_each_value_belongs_to_the_label_above_it() -> None:
    text = """
Uw kenmerk          Uw brief van       Ons kenmerk       Datum
ZK-26-11342         4 mei 2026         2026/77           9 juni 2026

Geachte heer, mevrouw,
"""
    assert values(text) == {
        "Uw kenmerk": "ZK-26-11342",
        "Uw brief van": "4 mei 2026",
        "Ons kenmerk": "2026/77",
        "Datum": "9 juni 2026",
    }


def test_labels_with_narrow_gaps_are_told_apart() -> None:
    text = "Uw kenmerk Datum brief\nZK-26-1134 9 juni 2026"
    assert values(text) == {"Uw kenmerk": "ZK-26-1134", "Datum brief": "9 juni 2026"}


def test_an_empty_place_has_no_value() -> None:
    text = "Plaats:        Datum:         Handtekening:\nUtrecht        3-3-2026"
    assert values(text) == {"Plaats:": "Utrecht", "Datum:": "3-3-2026", "Handtekening:": ""}


def test_the_label_beside_an_empty_one_is_no_value() -> None:
    letter = make_letter("Datum          Kenmerk        Betreft\n\n\n\n\nGeachte heer,")
    assert find_labelled(letter, ["Datum"]) == ()


def test_running_text_below_is_no_value() -> None:
    text = "Datum      Betreft\nIk ben het niet eens met uw besluit van vorige maand."
    assert set(values(text).values()) == {""}


def test_labels_with_values_behind_them_are_no_row() -> None:
    assert values("Datum: 3-3-2026      Kenmerk: AB-12\nOnderwerp: bezwaar") == {}


def test_what_stands_below_a_label_in_brackets_is_not_its_value() -> None:
    letter = make_letter(
        """
K.133.4223
(uw ref.)

999942578
(burgerservicenummer)

6-9-2026
(datum)
"""
    )
    labels = ["Datum", "Burgerservicenummer", "Uw ref"]
    found = {hit.label: hit.value.text for hit in find_labelled(letter, labels)}
    assert found == {
        "Datum": "6-9-2026",
        "Burgerservicenummer": "999942578",
        "Uw ref": "K.133.4223",
    }


def test_a_label_with_its_own_value_in_brackets_is_no_caption() -> None:
    (page,) = make_letter("M. Verbeek\n(relatienummer 7140022)").pages
    assert captions_of(page) == ()


def test_a_speck_between_two_values_joins_them_to_no_sentence() -> None:
    text = """
Datum               Betreft
12 november 2026  _ pro forma bezwaarschrift
"""
    assert values(text) == {"Datum": "12 november 2026", "Betreft": "pro forma bezwaarschrift"}


FORM = """
Bezwaarformulier

Naam en voorletters                          Telefoonnummer
P.T.M. Verhagen                              0416-274410

Straat en huisnummer                         Postcode en
Lindelaan 33                                 woonplaats
                                             5171 GA
                                             Kaatsheuvel

E-mailadres
ptm@mail.example
"""


def test_the_boxes_of_a_form_side_by_side_have_their_label_above_them() -> None:
    found = values(FORM)
    assert found["Naam en voorletters"] == "P.T.M. Verhagen"
    assert found["Telefoonnummer"] == "0416-274410"


def test_a_label_may_take_two_lines_of_a_narrow_box() -> None:
    found = values(FORM)
    assert found["Straat en huisnummer"] == "Lindelaan 33"
    assert found["Postcode en woonplaats"] == "5171 GA Kaatsheuvel"


def test_a_longer_label_that_is_not_known_may_begin_as_one_that_is() -> None:
    text = """
Datum               Kenmerk boven de brief      Betreft
9 juni 2026         ZK-26-11342                 mijn pgb
"""
    assert values(text)["Kenmerk boven de brief"] == "ZK-26-11342"


def test_labels_that_are_not_known_are_parted_by_the_gaps_between_them() -> None:
    text = "Datum   Mijn inschrijving   Nummer besluit\n9 juni 2026   D833340             005735059"
    assert set(values(text)) == {"Datum", "Mijn inschrijving", "Nummer besluit"}
