"""Whom a letter is written to, and which organisations are named in a piece of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from rapidfuzz import fuzz

from extractors.element import Candidate
from validators.case import Case
from validators.profile import Body, Catalogue, Profile, load_bodies
from validators.profile_data import PostAddress

# A block that is less surely the addressee says nothing about the desk.
ADDRESSEE_SURE = 0.5
# OCR changes a letter in a long word; short words ("CZ", "VGZ") must be exact.
FUZZY_LENGTH = 7
FUZZY_SCORE = 85.0


@dataclass(frozen=True, slots=True)
class Organisation:
    """What routing needs to know of a profile or a body without one; its names are made plain."""

    title: str  # how it is called in a sentence
    names: tuple[tuple[str, ...], ...]
    public: bool
    addresses: tuple[PostAddress, ...] = ()


@cache
def organisations(catalogue: Catalogue) -> Mapping[str, Organisation]:
    """Return every organisation that can be recognised, by id."""
    profiles = {each: _of_profile(catalogue.load(each)) for each in catalogue.ids}
    bodies = {body_id: _of_body(body_id, body) for body_id, body in load_bodies().items()}
    return profiles | bodies


def _of_profile(profile: Profile) -> Organisation:
    public = profile.law == "awb"  # the Wkkgz desks are private
    return Organisation(profile.name, _words(profile.names), public, profile.addresses)


def _of_body(body_id: str, body: Body) -> Organisation:
    return Organisation(next(iter(body.names), body_id), _words(body.names), body.public)


def _words(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_plain(name).split()) for name in names)


def addressee_of(case: Case) -> str | None:
    """Return the id of the organisation that is written to, None when it is not recognised."""
    blocks = [each for each in case.reading.addressees if each.confidence >= ADDRESSEE_SURE]
    for block in blocks:
        named = _first_in(block, organisations(case.catalogue), own=case.profile.id)
        if named is not None:
            return case.profile.id if _is_own_place(case.profile, named, block) else named
    return None


def named_in(case: Case, texts: Iterable[str], among: Iterable[str]) -> tuple[str, ...]:
    """Return which of these organisations the texts name, each once, in the order of the texts."""
    known = organisations(case.catalogue)
    wanted = tuple(among)
    lines = [_plain(text).split() for text in texts]
    found = (each for line in lines for each in wanted if _matched(known[each], line))
    return tuple(dict.fromkeys(found))


def _is_own_place(own: Profile, named: str, block: Candidate) -> bool:
    """Tell whether the block means us by what all of our kind are called ("Gemeente")."""
    if own.member_of != named:
        return False
    words = _plain(f"{block.value}\n{block.text}").split()
    return any(_holds(words, _plain(each.plaats).split()) for each in own.addresses)


def _first_in(block: Candidate, known: Mapping[str, Organisation], *, own: str) -> str | None:
    """Return who is named first in the block; our own name wins, wherever it stands."""
    lines = [_plain(line).split() for line in f"{block.value}\n{block.text}".splitlines()]
    found: dict[str, tuple[int, int]] = {}
    for organisation_id, organisation in known.items():
        matches = ((n, -_matched(organisation, line)) for n, line in enumerate(lines))
        places = [match for match in matches if match[1]]
        if places or _has_address(organisation, " ".join(chain.from_iterable(lines))):
            found[organisation_id] = min(places, default=(len(lines), 0))
    if own in found:
        return own
    return min(found, key=lambda each: found[each], default=None)


def _matched(organisation: Organisation, line: Sequence[str]) -> int:
    """Return how long the longest of its names in the line is, 0 when there is none."""
    held = (name for name in organisation.names if _holds(line, name))
    return max((len(" ".join(name)) for name in held), default=0)


def _holds(line: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether the words of the name stand in the line, long ones give or take a slip."""
    windows = (line[n : n + len(name)] for n in range(len(line) - len(name) + 1))
    return any(all(map(_is_word, window, name)) for window in windows)


def _is_word(word: str, wanted: str) -> bool:
    return word == wanted or (
        len(wanted) >= FUZZY_LENGTH and fuzz.ratio(word, wanted) >= FUZZY_SCORE
    )


def _has_address(organisation: Organisation, text: str) -> bool:
    return any(
        f"{_plain(each.line)} " in f"{text} "
        and each.postcode.replace(" ", "").casefold() in text.replace(" ", "")
        for each in organisation.addresses
    )


def _plain(text: str) -> str:
    """Return lower-case words with single spaces; "&" is "en"."""
    spaced = text.casefold().replace("&", " en ")
    return " ".join("".join(char if char.isalnum() else " " for char in spaced).split())
