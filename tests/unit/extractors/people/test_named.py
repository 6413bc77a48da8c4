"""Everybody whom a letter names, but for who is known already."""

from extractors.element import Hints
from extractors.people.named import MOST, find_named
from extractors.people.persons.person import Person
from tests.factories import make_letter

WRITER = Person("Haan", "de", "J.")


def names(text: str) -> list[str]:
    return [each.person.name for each in find_named(make_letter(text), Hints(), [WRITER])]


def test_who_is_named_in_passing_is_found_once_by_the_fullest_name() -> None:
    text = (
        "Geachte heer, mevrouw,\n\nMijn buurvrouw mevrouw Smit kreeg uw brief. Marie Smit woont "
        "alleen.\n\nJ. de Haan"
    )
    assert names(text) == ["Marie Smit"]


def test_a_town_behind_a_postcode_is_nobody() -> None:
    assert names("Geachte heer,\n\nZij woont op Hoflaan 88, 2406 BT Alphen aan den Rijn.") == []
    assert names("Geachte heer,\n\nDat was in St. Annaparochie en in Katwijk aan Zee.") == []


def test_a_street_that_bears_the_name_of_a_person_is_nobody() -> None:
    assert names("Geachte heer,\n\nZij woont op Jan van Galenstraat 5 bis in Utrecht.") == []
    assert names("Geachte heer,\n\nU schreef aan Jan Laan van de thuiszorg.") == ["Jan Laan"]


def test_offices_and_known_people_are_left_out() -> None:
    assert names("Geachte heer,\n\nStichting Anna Smit schreef aan J. de Haan.") == []


def test_no_more_are_looked_at_than_people_name() -> None:
    surnames = ("Bakker", "Visser", "Smit", "Mulder", "Bos", "Vos", "Dekker")
    people = " en ".join(f"Jan {name}" for name in surnames)
    assert len(names(f"Geachte heer,\n\nErbij waren {people}.")) == MOST
