"""A person in running text as a mention."""

import re
from collections.abc import Iterator

from extractors.document import Text
from extractors.people.mentions.mention import Mention, Side, Source
from extractors.people.persons.person import is_organisation
from extractors.people.persons.reading import person_at

# "P. Smit, Kade 3, 2311 AB Leiden", "P. Smit, BSN 999900134": who the letter is about.
KNOWN_BY = re.compile(
    r"[\s,;(/-]*(?:bsn\b|burgerservice|(?:cli[eë]nt|relatie|klant)n\w+|wonend|woonachtig|"
    r"[A-Z0-9'][\w.' -]{2,40}?\s\d{1,4}[^.;\d]{0,12},?\s\d{4}\s?[A-Z]{2}\b)",
    re.IGNORECASE,
)
# How surely so.
KNOWN = 0.8


def mention_at(
    text: Text, start: int, side: Side, *, weight: float, relation: str = ""
) -> Iterator[Mention]:
    """Yield the person whose name begins there, if one does; half a name weighs less."""
    found = person_at(text.string, start)
    if found is None or is_organisation(text.string[found.start : found.end]):
        return
    person = found.person
    if not person.is_full:
        weight *= 0.8 if person.title or person.shape >= 0.4 else 0.3
    span = text.span(found.start, found.end)
    yield Mention(person, span, side, Source.RUNNING, weight, relation)


def skip_space(string: str, start: int) -> int:
    """Return where the next word begins, behind spaces, commas and an opening bracket."""
    rest = string[start:]
    return start + len(rest) - len(rest.lstrip(" ,:("))
