"""Whom a letter is written to, and which organisations are named in a piece of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from rapidfuzz import fuzz, process

from extractors.element import Candidate
from validators.case import Case
from validators.profile import Body, Catalogue, Profile, load_bodies

# A block that is less surely the addressee says nothing about the desk.
ADDRESSEE_SURE = 0.5
# OCR changes a letter in a long word; short words ("CZ", "VGZ") must be exact.
FUZZY_LENGTH = 7
FUZZY_SCORE = 85.0
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Organisation:
    """What routing needs to know of a profile or a body without one; its names are made plain."""

    title: str  # how it is called in a sentence
    names: tuple[tuple[str, ...], ...]
    public: bool
    addresses: tuple[tuple[str, str], ...] = ()  # line and postcode as they stand in plain text


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of all organisations by their first word: few begin with a word of a letter."""

    by_first: Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]  # (id, words of the name)
    long: tuple[str, ...]  # first words of which OCR may have changed a letter

    def in_line(self, line: Sequence[str]) -> Mapping[str, int]:
        """Return who is named in the line, with how long the longest of their names is."""
        found: dict[str, int] = {}
        for place, word in enumerate(line):
            for first in self._read_as(word):
                for owner, name in self.by_first[first]:
                    window = line[place : place + len(name)]
                    if len(window) == len(name) and all(map(_is_word, window[1:], name[1:])):
                        found[owner] = max(found.get(owner, 0), len(" ".join(name)))
        return found

    def _read_as(self, word: str) -> Iterator[str]:
        """Yield the first words of names that this word may be."""
        if word in self.by_first:
            yield word
        near = process.extract_iter(
            word, self.long, scorer=fuzz.ratio, processor=None, score_cutoff=FUZZY_SCORE
        )
        yield from (first for first, _, _ in near if first != word)


@cache
def organisations(catalogue: Catalogue) -> Mapping[str, Organisation]:
    """Return every organisation that can be recognised, by id."""
    profiles = {each: _of_profile(catalogue.load(each)) for each in catalogue.ids}
    bodies = {body_id: _of_body(body_id, body) for body_id, body in load_bodies().items()}
    return profiles | bodies


@cache
def _names_of(catalogue: Catalogue) -> _Names:
    by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for owner, organisation in organisations(catalogue).items():
        for name in filter(None, organisation.names):
            by_first.setdefault(name[0], []).append((owner, name))
    return _Names(by_first, tuple(first for first in by_first if len(first) >= FUZZY_LENGTH))


def _of_profile(profile: Profile) -> Organisation:
    public = profile.law == "awb"  # the Wkkgz desks are private
    addresses = tuple(
        (f"{_plain(each.line)} ", _tight(each.postcode)) for each in profile.addresses
    )
    return Organisation(profile.name, _words(profile.names), public, addresses)


def _of_body(body_id: str, body: Body) -> Organisation:
    return Organisation(next(iter(body.names), body_id), _words(body.names), body.public)


def _words(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_plain(name).split()) for name in names)


def addressee_of(case: Case) -> str | None:
    """Return the id of the organisation that is written to, None when it is not recognised."""
    blocks = [each for each in case.reading.addressees if each.confidence >= ADDRESSEE_SURE]
    for block in blocks:
        named = _first_in(block, case.catalogue, own=case.profile.id)
        if named is not None:
            return case.profile.id if _is_own_place(case.profile, named, block) else named
    return None


def named_in(case: Case, texts: Iterable[str], among: Iterable[str]) -> tuple[str, ...]:
    """Return which of these organisations the texts name, each once, in the order of the texts."""
    names = _names_of(case.catalogue)
    wanted = tuple(among)
    lines = (names.in_line(_plain(text).split()) for text in texts)
    return tuple(dict.fromkeys(each for named in lines for each in wanted if each in named))


def _is_own_place(own: Profile, named: str, block: Candidate) -> bool:
    """Tell whether the block means us by what all of our kind are called ("Gemeente")."""
    if own.member_of != named:
        return False
    words = _plain(f"{block.value}\n{block.text}").split()
    return any(_holds(words, _plain(each.plaats).split()) for each in own.addresses)


def _first_in(block: Candidate, catalogue: Catalogue, *, own: str) -> str | None:
    """Return who is named first in the block; our own name wins, wherever it stands."""
    lines = [_plain(line).split() for line in f"{block.value}\n{block.text}".splitlines()]
    named = [_names_of(catalogue).in_line(line) for line in lines]
    text = " ".join(chain.from_iterable(lines))
    found: dict[str, tuple[int, int]] = {}
    for each, organisation in organisations(catalogue).items():
        place = next((n for n, line in enumerate(named) if each in line), None)
        if place is not None:
            found[each] = (place, -named[place][each])
        elif _has_address(organisation, text):
            found[each] = (len(lines), 0)
    if own in found:
        return own
    return min(found, key=lambda each: found[each], default=None)


def _holds(line: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether the words of the name stand in the line, long ones give or take a slip."""
    windows = (line[n : n + len(name)] for n in range(len(line) - len(name) + 1))
    return any(all(map(_is_word, window, name)) for window in windows)


def _is_word(word: str, wanted: str) -> bool:
    return word == wanted or (
        len(wanted) >= FUZZY_LENGTH and fuzz.ratio(word, wanted) >= FUZZY_SCORE
    )


def _has_address(organisation: Organisation, text: str) -> bool:
    if not organisation.addresses:
        return False
    tight = _tight(text)
    return any(line in f"{text} " and code in tight for line, code in organisation.addresses)


def _tight(text: str) -> str:
    return text.replace(" ", "").casefold()


def _plain(text: str) -> str:
    """Return lower-case words with single spaces; "&" is "en"."""
    spaced = text.casefold().replace("&", " en ")
    return _NO_WORD.sub(" ", spaced).strip()
