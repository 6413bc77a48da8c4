"""What a date, number, name or address looks like, and how it stands beside others."""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise

from extractors.dates.date_roles import dates_of
from extractors.dates.dates import ANY_YEAR, find_dates
from extractors.document import BlockRole, Letter, Line
from extractors.once import once
from extractors.people.persons.person import is_organisation
from extractors.people.persons.reading import find_persons
from extractors.roles.around import STEM, Place
from extractors.text.gazetteer import fold, is_first_name


class Sort(StrEnum):
    """What is told apart by role."""

    DATE = "datum"
    NUMBER = "nummer"
    PERSON = "persoon"
    ADDRESS = "adres"


_DAYS = (-1, 0, 3, 10, 25, 43, 70, 120, 366, 1100, 6000)
_MOST = 3  # a thing that stands there more often stands there no surer
_INITIALS = re.compile(r"^(?:[A-Z]\.?\s?)+\s?(?:[a-z']+\s)*[A-Z][a-z]")
_YEAR = re.compile(r"(?:19|20)\d\d|'\d\d|[-/.]\d\d$")
_IN_CODE = {"streep": "-", "schuin": "/", "punt": ".", "spatie": " "}
_OF_WRITER = frozenset({BlockRole.SENDER, BlockRole.CLOSING, BlockRole.LETTERHEAD})
_POINTING = frozenset({"mijn", "onze", "ons", "namens", "als", "voor", "gemachtigde", "mn", "mede"})
_OTHERS = frozenset({"hij", "zij", "ze", "hem", "haar", "zijn", "client", "clienten"})
_SELF = frozenset({"ik", "mij", "me", "mezelf", "wij", "we"})
_BOX = re.compile(r"(?i)\b(?:postbus|antwoordnummer)\b")
_BEHIND_FIGURES = re.compile(r"\d\s?$")
_POSTCODE = re.compile(r"\b\d{4}\s?[A-Z]{2}\b")


def traits_itself(letter: Letter, place: Place, sort: Sort, text: str) -> dict[str, float]:
    """Return the traits of what stands in a place, written as `text`."""
    return dict.fromkeys(_TRAITS[sort](letter, place, text), 1.0)


def _of_date(letter: Letter, place: Place, text: str) -> Iterator[str]:
    del place
    found = find_dates(text, default_year=_year_of(letter), impossible=True)
    yield "tijd:jaar" if _YEAR.search(text) else "tijd:geen_jaar"
    if not found:
        return
    every = [each.found.date for each in dates_of(letter) if each.role != "geboorte"]
    own = found[0].date
    newest = max(every, default=own)
    days = (newest - own).days
    yield f"tijd:{sum(days > each for each in _DAYS)}"
    if every and own == newest:
        yield "tijd:nieuwste"
    if own == min(every, default=own):
        yield "tijd:oudste"
    yield f"tijd:keer_{min(every.count(own), _MOST)}"
    yield f"tijd:van_{min(len(set(every)), 5)}"
    later = len({each for each in every if each > own})
    yield f"tijd:later_{min(later, 4)}"


@once
def _year_of(letter: Letter) -> int:
    years = [each.found.date.year for each in dates_of(letter)]
    return max(years, default=ANY_YEAR)


def _of_number(letter: Letter, place: Place, text: str) -> Iterator[str]:
    del place
    bare = text.strip(" .,:;()")
    figures = sum(char.isdigit() for char in bare)
    letters = sum(char.isalpha() for char in bare)
    yield f"code:cijfers_{min(figures, 12)}"
    yield f"code:letters_{min(letters, 5)}"
    for name, sign in _IN_CODE.items():
        if sign in bare:
            yield f"code:{name}"
    if re.search(r"(?<!\d)20[12]\d(?!\d)|(?<!\d)2[3-7](?!\d)", bare):
        yield "code:jaar"
    if re.match(r"[A-Za-z]", bare):
        yield "code:begint_met_letter"
    if re.match(r"(?:0\d|\+31)", bare) and figures >= 10:
        yield "code:telefoon"
    yield f"code:keer_{min(_text_of(letter).count(fold(bare)), _MOST)}"


def _of_person(letter: Letter, place: Place, text: str) -> Iterator[str]:
    bare = text.strip(" .,:;()")
    words = bare.split()
    if words and is_first_name(words[0]):
        yield "wie:voornaam"
    if _INITIALS.match(bare):
        yield "wie:initialen"
    yield f"wie:woorden_{min(len(words), 4)}"
    surname = _surname(text)
    yield f"wie:keer_{min(_text_of(letter).count(f' {surname}'), 4)}"
    for role, held in _texts_by_role(letter).items():
        if surname and f" {surname}" in held:
            yield f"ook_in:{role}"
            yield f"ook_in:{role}|{place.block.role.value}"
    where = "eigen" if place.block.role in _OF_WRITER else "elders"
    yield from (f"brief_{where}:{each}" for each in _about(letter))
    names = _surnames(letter)
    own = [name for name, role in names if role in _OF_WRITER]
    yield f"wie:anderen_{where}_{min(len({name for name, _ in names} - {surname}), 3)}"
    yield f"wie:schrijvers_{where}_{min(len(set(own) - {surname}), 2)}"
    yield f"wie:eerste_{where}_{own[:1] == [surname]}_laatste_{own[-1:] == [surname]}"


@once
def _surnames(letter: Letter) -> tuple[tuple[str, BlockRole], ...]:
    """Return the surnames in a letter, from top to bottom, with the part that each stands in."""
    return tuple(
        (_surname(line.text[start:end]), block.role)
        for block in letter.blocks
        for line in block.lines
        for start, end in people_in(line)
    )


def _surname(text: str) -> str:
    """Return the last word of a name; nothing when no word is left of it."""
    words = text.strip(" .,:;()").split()
    return fold(words[-1]) if words else ""


def people_in(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where in a line people are named, be it that only their names have a shape."""
    for each in () if is_organisation(line.text) else find_persons(line.text):
        # "3511 AB Utrecht" has the shape of a name behind its figures.
        if not _BEHIND_FIGURES.search(line.text[: each.start]):
            yield each.start, each.end


@once
def _about(letter: Letter) -> frozenset[str]:
    """Return whom the letter says to be about: what is "mijn", for whom and as what one writes."""
    words = _text_of(letter).split()
    near = {f"{one}_{other[:STEM]}" for one, other in pairwise(words) if one in _POINTING}
    others = sum(each in _OTHERS for each in words) / max(
        sum(each in _OTHERS or each in _SELF for each in words), 1
    )
    return frozenset({*near, f"derde_{int(others * 5)}"})


def _of_address(letter: Letter, place: Place, text: str) -> Iterator[str]:
    if _BOX.search(text):
        yield "waar:postbus"
    lines = place.block.lines
    at = place.lines[place.first]
    if any(is_organisation(line.text) for line in lines[:at]):
        yield "waar:onder_instelling"
    yield f"waar:regel_{min(at, 4)}"
    postcodes = _POSTCODE.findall(" ".join(line.text for line in letter.lines))
    yield f"waar:hoeveel_{min(len(postcodes), 4)}"
    if _POSTCODE.search(text):
        yield f"waar:eerdere_{min(_postcodes_above(letter, place), 3)}"
    if at and _looks_named(lines[at - 1].text):
        yield "waar:onder_naam"


def _postcodes_above(letter: Letter, place: Place) -> int:
    top = place.words[place.first].box.top
    page = place.block.page
    return sum(
        bool(_POSTCODE.search(line.text))
        for line in letter.lines
        if (line.page, line.box.bottom) < (page, top)
    )


def _looks_named(text: str) -> bool:
    words = text.split()
    return 1 < len(words) < 6 and all(word[:1].isupper() or len(word) < 4 for word in words)


@once
def _text_of(letter: Letter) -> str:
    return " " + " ".join(fold(line.text) for line in letter.lines)


@once
def _texts_by_role(letter: Letter) -> Mapping[str, str]:
    roles: dict[str, str] = {}
    for block in letter.blocks:
        roles[block.role.value] = roles.get(block.role.value, "") + " " + fold(block.text)
    return roles


_TRAITS: Mapping[Sort, Callable[[Letter, Place, str], Iterator[str]]] = {
    Sort.DATE: _of_date,
    Sort.NUMBER: _of_number,
    Sort.PERSON: _of_person,
    Sort.ADDRESS: _of_address,
}
