import pytest

from extractors.text.gazetteer import is_first_name, is_place, known_place


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("LElDEN", "Leiden"),
        ("Utrecbt", "Utrecht"),
        ("Leerdarn", "Leerdam"),
        ("s Gravenhage", "'s-Gravenhage"),
        ("ALPHEN A/D RIJN", "Alphen aan den Rijn"),
        ("St. Oedenrode", "Sint-Oedenrode"),
    ],
)
def test_place_is_known_in_any_spelling(printed: str, place: str) -> None:
    assert known_place(printed) == place


@pytest.mark.parametrize("text", ["Jansen", "Bakker", "", "Xyz"])
def test_what_is_no_place_stays_unknown(text: str) -> None:
    assert known_place(text) is None


def test_double_first_name_is_known_by_its_parts() -> None:
    assert is_first_name("Anne-Marie")


def test_a_place_is_known_without_its_province() -> None:
    assert is_place("Bergen")
