import pytest

from extractors.people.persons.person import is_organisation, is_same_person, more_complete
from extractors.people.persons.reading import parse_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("J.P. de Vries", "Jan de Vries", True),
        ("Nowak Agnieszka", "Agnieszka Nowak", True),  # the surname first
        ("Chen Wei-Ling", "W.L. Chen", True),
        ("Chen Wei-Ling", "L.W. Chen", False),
        ("Nowak Agnieszka", "Zofia Nowak", False),
        ("J. de Vries", "J. de Vries-Jansen", True),
        ("J. de Vries", "J. de Vrles", True),  # OCR
        ("I. Mulder", "J. Mulder", True),  # OCR
        ("Els Postma", "Elisabeth Postma", True),
        ("A. de Vries", "B. de Vries", False),
        ("Tineke Meijer", "Tomasz Meijer", False),
        ("J. de Vries", "J. Bakker", False),
        ("mevrouw Postma", "K. Postma", True),
    ],
)
def test_two_written_names_are_compared(one: str, other: str, *, same: bool) -> None:
    first, second = parse_person(one), parse_person(other)

    assert first is not None
    assert second is not None
    assert is_same_person(first, second) is same


def test_fuller_form_of_a_name_wins() -> None:
    short, full = parse_person("mevrouw Postma"), parse_person("A.B. Postma-Smit")

    assert short is not None
    assert full is not None
    assert more_complete(short, full) == full


@pytest.mark.parametrize("text", ["Van Dijk Advocaten", "Prins Rechtsbijstand B.V.", "Team Wlz"])
def test_firm_is_no_person(text: str) -> None:
    assert is_organisation(text)
