"""A name as an e-mail address spells it: a second reading of letters that scanners mistake."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from extractors.people.persons.person import Person
from extractors.text.gazetteer import fold

# What accents and capitals are taken for; l and t, o and e are as easily misread in the address.
_PAIRS = ("cg", "il", "ij", "jl", "fn")
_ALIKE = frozenset(map(frozenset, _PAIRS))
_INITIALS = frozenset("IJLT")
LETTERS_OF_ONE = 7  # in so many letters one may be another in one name: shorter ones are others


def spelt_as_mail(person: Person, address: str) -> Person:
    """Return the person with one misread letter as the e-mail address has it.

    >>> spelt_as_mail(Person("Gelik", initials="E."), "emine.celik@voorbeeld.nl").name
    'E. Celik'
    >>> spelt_as_mail(Person("Gelik", initials="E."), "ecelik@voorbeeld.nl").name
    'E. Celik'
    >>> spelt_as_mail(Person("Smit-lllens", initials="L."), "l.smitillens@voorbeeld.nl").name
    'L. Smit-Illens'
    >>> spelt_as_mail(Person("Janzen", initials="E."), "jansen@voorbeeld.nl").name
    'E. Janzen'
    """
    user = address.split("@", maxsplit=1)[0].casefold()
    parts = [part for part in re.split(r"[\W\d_]+", user) if part]
    for part in parts:
        surname = _mended(person, part)
        if surname is not None:
            person = replace(person, surname=surname)
            break
    is_own = len(parts) == 2 and parts[1] == _letters(f"{person.prefix}{person.surname}")
    first, told = person.initials[:1], parts[0][:1].upper() if parts else ""
    if is_own and first != told and {first, told} <= _INITIALS and parts[0] != "fam":
        person = replace(person, initials=told + person.initials[1:])
    return person


def is_nearly_in_mail(person: Person, address: str) -> bool:
    """Tell whether an address spells a long surname otherwise: one of the two was misread.

    >>> is_nearly_in_mail(Person("Schimrhelpenninck"), "schimmelpenninck51@voorbeeld.nl")
    True
    >>> is_nearly_in_mail(Person("Verhoeven"), "jverhoeven@voorbeeld.nl")
    False
    """
    bare = _letters(person.surname)
    user = _letters(address.partition("@")[0])
    few = len(bare) // LETTERS_OF_ONE
    if not few or bare in user:
        return False
    first = _letters(person.given or person.initials)
    prefix = _letters(person.prefix)
    users = {user, user[1:], user.removeprefix(first)}
    told = {each.removeprefix(prefix) for each in users}
    return any(
        Levenshtein.distance(bare, each) <= few and _as_abroad(bare) != _as_abroad(each)
        for each in told
    )


def _as_abroad(name: str) -> str:
    """Return a name as other people spell it: "dykstra" and "mueller" are Dijkstra and Muller."""
    return re.sub(r"(?<=[aou])e", "", name.replace("ij", "y"))


def _letters(name: str) -> str:
    return re.sub(r"[\W\d_]", "", fold(name))


def _mended(person: Person, part: str) -> str | None:
    """Return the surname with the letter of `part` where the two differ in a likely way."""
    places = list(_places(person.surname))
    # "fcelik" begins with an initial, "vandelft" with what stands before the surname.
    first = fold((person.initials or person.given)[:1])
    bare = part.removeprefix(first) if first else part
    prefix = _letters(person.prefix)
    for own in (part, part.removeprefix(prefix), bare, bare.removeprefix(prefix)):
        if len(own) < 3 or len(own) != len(places):
            continue
        wrong = [(at, told) for (at, read), told in zip(places, own, strict=True) if read != told]
        if len(wrong) == 1 and _is_likely(person.surname[wrong[0][0]], wrong[0][1]):
            at, told = wrong[0]
            begins = at == 0 or person.surname[at - 1] in "- "
            letter = told.upper() if begins or person.surname[at].isupper() else told
            return person.surname[:at] + letter + person.surname[at + 1 :]
    return None


def _places(surname: str) -> Iterator[tuple[int, str]]:
    """Yield each letter of a surname without its accent, with its place."""
    for at, char in enumerate(surname):
        if char.isalpha():
            yield at, fold(char)


def _is_likely(read: str, told: str) -> bool:
    return not read.isascii() or frozenset((fold(read), told)) in _ALIKE
