"""A person as somebody wrote the name, and when two written names are one person."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from extractors.once import once
from extractors.people.persons.words import ORGANISATION, PREFIXES
from extractors.text.gazetteer import fold, skeleton
from extractors.text.seldom import Seldom

_ORGANISATION = Seldom(ORGANISATION)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as somebody wrote the name; parts that were not there are empty."""

    surname: str = ""  # with what follows it: "de" is in `prefix`, "Vries-Jansen" is here
    prefix: str = ""
    initials: str = ""
    given: str = ""
    title: str = ""
    shape: float = 0.0  # 0..1: how much this looks like a person's name by itself

    @property
    def name(self) -> str:
        """The name as people write it, without the form of address."""
        parts = (self.initials, self.given, self.prefix, self.surname)
        return " ".join(part for part in parts if part)

    @property
    def is_full(self) -> bool:
        """Tell whether there is a surname with initials or a first name."""
        return bool(self.surname and (self.initials or self.given))

    @property
    def is_first_name_only(self) -> bool:
        """Tell whether nothing but a first name was written."""
        return not self.surname


@once  # of the same lines it is asked again and again, and the pattern is slow
def is_organisation(text: str) -> bool:
    """Tell whether the text names an office, firm or institution rather than a person.

    >>> is_organisation("Van Dijk Advocaten"), is_organisation("J. van Dijk")
    (True, False)
    """
    return bool(_ORGANISATION.search(text))


def is_same_person(one: Person, other: Person) -> bool:
    """Tell whether two written forms can be one person; married names and OCR damage count.

    >>> one, other = Person("Vries", "de", "J.P."), Person("Vries-Jansen", "de", given="Jan")
    >>> is_same_person(one, other), is_same_person(one, Person("Vries", "de", "B."))
    (True, False)
    """
    if not (one.surname and other.surname):
        return bool(one.given) and fold(one.given.split()[0]) == fold(
            (other.given or "-").split()[0]
        )
    if _is_turned(one, other) or _is_turned(other, one):
        return True
    return (
        _is_same_surname(one, other)
        and _agree(_letters(one), _letters(other))
        and _is_same_given(one.given, other.given)
    )


def _is_turned(one: Person, other: Person) -> bool:
    """Tell "Nowak Agnieszka" and "Chen Wei-Ling", the surname first, from another person.

    >>> _is_turned(Person("Wei-Ling", given="Chen"), Person("Chen", initials="W.L."))
    True
    """
    if one.prefix or not one.given or fold(one.given) != fold(other.surname):
        return False
    firsts = "".join(fold(part)[:1] for part in re.findall(r"[^\W\d_]+", one.surname))
    return firsts == _letters(other) and (not other.given or fold(other.given) == fold(one.surname))


def more_complete(one: Person, other: Person) -> Person:
    """Return the form of the name that says most; the first one when they say as much."""
    return max((one, other), key=_completeness)


def _completeness(person: Person) -> tuple[bool, int, int, int]:
    letters = len(_letters(person))
    return person.is_full, len(_surnames(person)), letters, len(person.given)


def _is_same_surname(one: Person, other: Person) -> bool:
    first, second = _surnames(one), _surnames(other)
    return any(
        skeleton(a) == skeleton(b) or (min(len(a), len(b)) > 4 and fuzz.ratio(a, b) >= 82)
        for a in first
        for b in second
    )


def _is_same_given(one: str, other: str) -> bool:
    """Tell "Tineke" and "Tomasz" apart; a short form ("Els" for "Elisabeth") is the same."""
    first, second = fold(one), fold(other)
    return not (first and second) or fuzz.partial_ratio(first, second) >= 60


def _surnames(person: Person) -> tuple[str, ...]:
    parts = re.split(r"\s*-\s*|\se[./]?v\.?\s|\sgeb\.?\s|\s", f"{person.surname} ")
    return tuple(fold(part) for part in parts if len(part) > 1 and fold(part) not in PREFIXES)


def _letters(person: Person) -> str:
    """Return the first letters of all first names: "Jan P. de Vries" gives "jp"."""
    names = re.findall(r"[^\W\d_]+", f"{person.initials} {person.given}")
    if person.initials and person.given:  # "J.P. (Jan) de Vries" repeats the first name
        names = re.findall(r"[^\W\d_]+", person.initials)
    return "".join(fold(name)[:1] for name in names)


def _agree(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    alike = str.maketrans("il", "jj")  # a scanned J reads as I or l
    return length == 0 or one[:1].translate(alike) == other[:1].translate(alike)
