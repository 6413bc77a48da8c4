"""Lines that run into the column beside them."""

import pytest

from extractors.layout import lines_of
from tests.factories import make_page

HEAD = """
Aan                                                   D.A. Ouwehand
Gemeente Assen                                        Boerhaaveplein 28
T.a.v. de commissie voor bezwaarschriften en klachten {}
Noordersingel 33
9401 JW ASSEN
"""


def texts(page: str) -> list[str]:
    return [line.text for line in lines_of(make_page(page))]


def test_a_long_line_ends_where_the_column_beside_it_begins() -> None:
    found = texts(HEAD.format("3849 KG Gouda"))
    assert "T.a.v. de commissie voor bezwaarschriften en klachten" in found
    assert "3849 KG Gouda" in found


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Postcode en woonplaats", "2311 AB Leiden"),
        ("Datum van uw besluit", "3 mei 2026"),
        ("Datum van het door u genomen besluit:", "3 mei 2026"),
    ],
)
def test_a_label_stays_beside_its_value(label: str, value: str) -> None:
    wide = len(label) + 1
    rows = (("Naam", "A. Bakker"), ("Adres", "Dorpsplein 4"), (label, value))
    found = texts("\n".join(f"{name:{wide}}{said}" for name, said in rows))
    assert "Adres" in found
    assert f"{label} {value}" in found


def test_a_word_where_no_column_begins_goes_on_the_line() -> None:
    moved = HEAD.replace("Boerhaaveplein", "  Boerhaaveplein").format("3849 KG Gouda")
    assert "T.a.v. de commissie voor bezwaarschriften en klachten 3849 KG Gouda" in texts(moved)


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Datum van het bestreden besluit", "12 januari 2026"),
        ("Kenmerk van het bestreden besluit", "ZK-26-40881"),
        ("Tegen welk besluit u bezwaar maakt", "ZK-26-40881"),
    ],
)
@pytest.mark.parametrize(
    "others",
    [
        (
            ("Naam", "A. Bakker"),
            ("Adres", "Dorpsplein 4"),
            ("Postcode en woonplaats", "2311 AB Ede"),
        ),
        (("Naam van de cli\u00ebnt", "A. Bakker"), ("Soort zorg", "Verpleging")),
        (("Uw naam", "A. Bakker"), ("Uw woonplaats", "Ede")),
    ],
)
def test_a_long_label_of_a_form_stays_beside_its_value(
    label: str, value: str, others: tuple[tuple[str, str], ...]
) -> None:
    wide = len(label) + 1
    found = texts("\n".join(f"{name:{wide}}{said}" for name, said in (*others, (label, value))))
    assert others[0][0] in found
    assert f"{label} {value}" in found


@pytest.mark.parametrize("label", ["Datum van het bestreden besluit", "Om welk besluit gaat het?"])
def test_a_long_label_stays_beside_its_value_among_labels_that_are_not_known(label: str) -> None:
    rows, value = (("Bezwaarmaker", "A. Bakker"), ("Gemachtigde", "B. Vos")), "12 januari 2026"
    wide = len(label) + 1
    found = texts("\n".join(f"{name:{wide}}{said}" for name, said in (*rows, (label, value))))
    assert f"{label} {value}" in found


def test_a_column_with_a_heading_is_a_column() -> None:
    headed = HEAD.replace("Aan      ", "Ontvanger").replace("Gemeente Assen", "Geadresseerde ")
    found = texts(headed.replace("Boerhaaveplein 28", "Afzender").format("3849 KG Gouda"))
    assert "T.a.v. de commissie voor bezwaarschriften en klachten" in found
