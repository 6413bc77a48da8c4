"""Whom the letter is written to, and where it has to go when that is someone else.

Bestuursorganen and courts get misdirected post forwarded (Awb 2:3, 6:15); to private bodies
nothing is sent on, since that needs the sender's consent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from extractors.element import Candidate, ElementId
from validators.case import Case
from validators.profile import (
    DEFAULT_PROFILE,
    Catalogue,
    Profile,
    load_bodies,
)
from validators.profile_data import PostAddress
from validators.report import Intent, Kind, Routing

# A block that is less surely the addressee says nothing about the desk.
ADDRESSEE_SURE = 0.5
# OCR changes a letter in a long word; short words ("CZ", "VGZ") must be exact.
FUZZY_LENGTH = 7
FUZZY_SCORE = 85.0
# A letter about "your decision" attacks the addressee's own, whatever else it names.
OWN_DECISION = (
    *("uw besluit", "uw beschikking", "uw beslissing"),
    *("zorgkantoor", "pgb", "persoonsgebonden budget"),
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """What routing needs to know of a profile or a body without one."""

    names: tuple[str, ...]
    public: bool
    addresses: tuple[PostAddress, ...] = ()
    decisions: tuple[str, ...] = ()


@cache
def organisations(catalogue: Catalogue) -> Mapping[str, Organisation]:
    """Return every organisation that can be recognised, by id."""
    profiles = {each: _of_profile(catalogue.load(each)) for each in catalogue.ids}
    bodies = {
        body_id: Organisation(body.names, body.public, (), body.decisions)
        for body_id, body in load_bodies().items()
    }
    return profiles | bodies


def _of_profile(profile: Profile) -> Organisation:
    public = profile.law == "awb"  # the Wkkgz desks are private
    return Organisation(profile.names, public, profile.addresses, profile.decisions)


def route(case: Case) -> Routing:
    """Return the addressee and, when the letter is at the wrong desk, the right one."""
    addressee = addressee_of(case)
    if Intent.BEROEP in case.kinds and case.kind is Kind.OVERIG:
        return Routing(addressee=addressee, forward_to="rechtbank", basis=("Awb 6:15 lid 1",))
    other = _other_desk(case, addressee)
    if other is None or not organisations(case.catalogue)[other].public:
        return Routing(addressee=addressee)
    basis = ("Awb 6:15 lid 1",) if case.kind is Kind.BEZWAAR else ("Awb 2:3 lid 1",)
    return Routing(addressee=addressee, forward_to=other, basis=basis)


def addressee_of(case: Case) -> str | None:
    """Return the id of the organisation that is written to, None when it is not recognised."""
    blocks = [each for each in case.reading.addressees if each.confidence >= ADDRESSEE_SURE]
    for block in blocks:
        named = _named_in(block, organisations(case.catalogue), own=case.profile.id)
        if named is not None:
            return named
    return None


def _other_desk(case: Case, addressee: str | None) -> str | None:
    """Return who should have the letter instead of us, None when it is ours."""
    own = case.profile.id
    # The default profile stands for any bestuursorgaan: it cannot be the wrong one.
    if own == DEFAULT_PROFILE:
        return None
    if addressee not in {None, own}:
        return addressee
    return _decided_by(case) if case.kind is Kind.BEZWAAR else None


def is_misdirected(case: Case, routing: Routing) -> bool:
    """Tell whether the letter is at the wrong desk, also when it cannot be forwarded."""
    if not case.profile.accepts(case.kind) or routing.forward_to is not None:
        return True
    return _other_desk(case, routing.addressee) is not None


def _named_in(block: Candidate, known: Mapping[str, Organisation], *, own: str) -> str | None:
    """Return who is named first in the block; our own name wins, wherever it stands."""
    lines = [_plain(line) for line in f"{block.value}\n{block.text}".splitlines()]
    found = {}
    for organisation_id, organisation in known.items():
        places = [n for n, line in enumerate(lines) if _is_named(organisation, line)]
        if places or _has_address(organisation, " ".join(lines)):
            longest = max((len(name) for name in organisation.names), default=0)
            found[organisation_id] = (min(places, default=len(lines)), -longest)
    if own in found:
        return own
    return min(found, key=lambda each: found[each], default=None)


def _is_named(organisation: Organisation, line: str) -> bool:
    return any(_contains(line, _plain(name)) for name in organisation.names)


def _contains(line: str, name: str) -> bool:
    """Tell whether the words of the name stand in the line, long ones give or take a slip."""
    words, wanted = line.split(), name.split()
    windows = (words[n : n + len(wanted)] for n in range(len(words) - len(wanted) + 1))
    return any(all(map(_is_word, window, wanted)) for window in windows)


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


def _decided_by(case: Case) -> str | None:
    """Return whose decision is contested, None when it is ours or not clear."""
    words = " ".join(_plain(str(each.value)) for each in case.candidates(ElementId.BESLUIT)[:1])
    own = (*OWN_DECISION, *case.profile.names, *case.profile.decisions)
    if not words or any(_plain(each) in words for each in own):
        return None
    others = {
        organisation_id
        for organisation_id, organisation in organisations(case.catalogue).items()
        if any(_plain(each) in words for each in organisation.decisions)
    }
    return others.pop() if len(others) == 1 else None


def _plain(text: str) -> str:
    """Return lower-case words with single spaces; "&" is "en"."""
    spaced = text.casefold().replace("&", " en ")
    return " ".join("".join(char if char.isalnum() else " " for char in spaced).split())
