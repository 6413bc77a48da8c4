"""Find everybody whom a letter names, whatever it says of them: one of them may be the client.

A neighbour writes of "mijn buurvrouw Rie Smit" once, and signs. No way of writing tells surely
whose name that is, but the words around it and those of the whole letter do (`extractors/roles`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.addresses.streets import is_street_name
from extractors.document import Letter, Span, Text
from extractors.element import Hints
from extractors.people.persons.person import (
    Person,
    is_organisation,
    is_same_person,
    more_complete,
)
from extractors.people.persons.reading import Found, find_persons
from extractors.people.zones import texts_of
from extractors.text.gazetteer import is_place

_NUMBER = re.compile(r"\s+\d{1,5}\b")
MOST = 6  # people of one letter; nobody names the client as the seventh


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody with the places that name him or her, in reading order."""

    person: Person
    spans: tuple[Span, ...]


def find_named(letter: Letter, hints: Hints, known: Iterable[Person]) -> tuple[Named, ...]:
    """Return who is named in running text and is none of the known people."""
    others = list(known)
    people: list[Named] = []
    for person, span in _mentions(letter, hints):
        if any(is_same_person(person, each) for each in others):
            continue
        at = next((at for at, x in enumerate(people) if is_same_person(x.person, person)), None)
        if at is None:
            people.append(Named(person, (span,)))
        else:
            was = people[at]
            people[at] = Named(more_complete(was.person, person), (*was.spans, span))
    return tuple(people[:MOST])


def _mentions(letter: Letter, hints: Hints) -> Iterator[tuple[Person, Span]]:
    for text in texts_of(letter, hints):
        for found in find_persons(text.string):
            if not (_is_town(text, found) or _is_street(text, found) or _is_office(text, found)):
                yield found.person, text.span(found.start, found.end)


def _is_town(text: Text, found: Found) -> bool:
    """Tell "2406 BT Alphen", and "St. Annaparochie", which have the shape of names."""
    behind_figure = text.string[: found.start].rstrip()[-1:].isdigit()
    return behind_figure or is_place(text.string[found.start : found.end])


def _is_street(text: Text, found: Found) -> bool:
    """Tell "Jan van Galenstraat 5": many streets bear the name of a person."""
    numbered = _NUMBER.match(text.string, found.end)
    return bool(numbered) and is_street_name(text.string[found.start : found.end])


def _is_office(text: Text, found: Found) -> bool:
    before = text.string[: found.start].split()[-1:]
    return is_organisation(" ".join([*before, text.string[found.start : found.end]]))
