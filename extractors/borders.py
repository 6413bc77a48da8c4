"""Find where in a file another letter begins, and where one only may begin.

A wrong cut is worse than none: what looks like the first page of a letter must also come from
somebody else, or from the same person on the same day about something else. A citizen who
encloses a copy of an earlier letter, or the statement of a neighbour, sends one letter. Behind a
sheet with the code for it the mailroom itself has said that another letter begins.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import Final

from extractors.date_roles import dates_of
from extractors.document import Letter, LetterPage, PageRole
from extractors.element import Hints
from extractors.gazetteer import fold
from extractors.page_features import Features
from extractors.page_roles import alone, is_between, opens, roles_of
from extractors.parties import find_parties
from extractors.persons.person import Person, is_same_person

NAMED: Final = 0.5  # a name that is read less surely than this tells nobody apart
COPIED: Final = 0.75  # share of the words that a copy has in common with what it is of
LIKE: Final = 0.6  # and two letters of one person about different things have less than this
LEAST_NAME: Final = 4  # letters of a surname that is looked for in a text


class Kinship(Enum):
    """What the senders of two letters are to each other."""

    OTHER = "other"  # somebody else, from somewhere else or by another name
    SAME = "same"
    NAMED = "named"  # somebody else, who speaks of the sender by name or is spoken of
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Draft:
    """Pages that may be one letter, and what tells whose it is; worked out when asked for."""

    pages: tuple[LetterPage, ...]
    features: tuple[Features, ...]
    hints: Hints

    @cached_property
    def letter(self) -> Letter:
        """The pages as a letter."""
        roles = roles_of(self.features)
        main = roles.index(PageRole.LETTER)
        kept = (PageRole.LETTER, PageRole.CONTINUATION)
        return Letter(
            tuple(
                replace(page, role=PageRole.LETTER if index == main else PageRole.CONTINUATION)
                for index, (page, role) in enumerate(zip(self.pages, roles, strict=True))
                if role in kept
            )
        )

    @cached_property
    def own(self) -> tuple[Features, ...]:
        """The features of the letter's own pages."""
        numbers = {page.page.number for page in self.letter.pages}
        return tuple(
            each
            for page, each in zip(self.pages, self.features, strict=True)
            if page.page.number in numbers
        )

    @property
    def is_closed(self) -> bool:
        """Whether a closing stands on one of its own pages."""
        return any(each.closing or each.ends for each in self.own)

    @property
    def is_note(self) -> bool:
        """Whether it only hands over what lies behind it."""
        return all(each.note for each in self.own)

    @property
    def is_about_another(self) -> bool:
        """Whether it wants nothing of an office: what a doctor writes for whom it concerns."""
        return not any(each.claims or each.to_office for each in self.own)

    @property
    def is_headed(self) -> bool:
        """Whether one of the pages is the first of a letter."""
        return any(opens(each) for each in self.features if alone(each) is None)

    @property
    def matter(self) -> str:
        """What it is rather, an objection or a complaint; empty when it says as much of both."""
        objects = sum(each.objects for each in self.own)
        complains = sum(each.complains for each in self.own)
        return "" if objects == complains else "bezwaar" if objects > complains else "klacht"

    @property
    def postcodes(self) -> frozenset[str]:
        """The postcodes of whoever wrote it."""
        return frozenset().union(*(each.postcodes for each in self.own))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Who wrote it and whom it is written for, as far as surely named."""
        parties = find_parties(self.letter, self.hints)
        named = (*parties.clients[:1], *parties.proxies)
        return tuple(
            each.person for each in named if each.person.surname and each.confidence >= NAMED
        )

    @cached_property
    def dates(self) -> frozenset[dt.date]:
        """The dates that may be the letter's own."""
        return frozenset(
            each.found.date for each in dates_of(self.letter) if each.role == "dagtekening"
        )

    @cached_property
    def words(self) -> Counter[str]:
        """The words of its text, as a scan may have them."""
        return Counter(fold(word.text) for page in self.letter.pages for word in page.page.words)


@dataclass(frozen=True, slots=True)
class Borders:
    """The pages, from 0, on which a letter begins, and those on which another may begin."""

    starts: tuple[int, ...]
    doubts: frozenset[int]


def find_borders(
    pages: Sequence[LetterPage], features: Sequence[Features], hints: Hints
) -> Borders:
    """Return where letters begin; the first page always begins one."""
    starts, doubts = [0], set()
    for index in range(1, len(pages)):
        if _is_parted(features, index):
            starts.append(index)
            continue
        if not _may_begin(features, index) or not any(
            alone(each) is None for each in features[starts[-1] : index]
        ):
            continue
        before = _draft(pages, features, hints, (starts[-1], index))
        after = _draft(pages, features, hints, (index, _end_of(features, index)))
        if _is_cut(before, after, sheet=_sheet_before(features, index)):
            starts.append(index)
        elif _is_doubtful(before, after):
            doubts.add(index)
    return Borders(tuple(_with_what_lies_before(features, starts)), frozenset(doubts))


def _draft(
    pages: Sequence[LetterPage],
    features: Sequence[Features],
    hints: Hints,
    reach: tuple[int, int],
) -> Draft:
    first, end = reach
    return Draft(tuple(pages[first:end]), tuple(features[first:end]), hints)


def _end_of(features: Sequence[Features], first: int) -> int:
    """Return the page behind the last of a letter that begins at `first`, without enclosures."""
    end = first + 1
    while end < len(features) and not features[end - 1].closing:
        each = features[end]
        greets = each.salutation or each.to_office or each.number == 1
        if not is_between(each) and (alone(each) is not None or greets):
            break
        end += 1
    return end


def _is_parted(features: Sequence[Features], index: int) -> bool:
    """Tell whether a coded sheet, perhaps with its blank back, parts a page from the one before."""
    if is_between(features[index]) or all(map(is_between, features[:index])):
        return False
    return any(each.coded for each in _sheets_before(features, index))


def _sheets_before(features: Sequence[Features], index: int) -> Iterator[Features]:
    """Yield the sheets and empty backs that lie directly before a page."""
    for each in reversed(features[:index]):
        if not is_between(each):
            return
        yield each


def _sheet_before(features: Sequence[Features], index: int) -> bool:
    """Tell whether a sheet that says so in print parts a page from the one before."""
    return any(each.separator for each in _sheets_before(features, index))


def _may_begin(features: Sequence[Features], index: int) -> bool:
    """Tell whether a page has enough of the first page of a letter to be looked at."""
    each = features[index]
    if alone(each) is not None or each.attachment or each.number not in {None, 1}:
        return False
    if each.runs_on and not (each.salutation or each.to_office):
        return False
    if each.by_office and not each.files:
        return False
    if each.claims and each.own:
        return each.heading >= 1
    return each.heading >= (2 if each.own or each.claims else 3)


def _is_cut(before: Draft, after: Draft, *, sheet: bool) -> bool:
    """Tell whether another letter surely begins with `after`."""
    first = after.features[0]
    greets = first.salutation or first.to_office
    if sheet:
        return greets or first.heading >= 2
    if not before.is_headed or any(each.statement for each in after.own):
        return False
    kinship = _kinship(before, after)
    if kinship is Kinship.SAME:
        return _is_another_matter(before, after)
    if kinship is not Kinship.OTHER:
        return False
    if greets and (first.claims or (first.to_office and first.own >= 2)):
        return first.heading >= (2 if before.is_closed else 3)
    # Some write neither to whom nor "Geachte"; who they are then has to be sure.
    named = before.people and after.people and before.postcodes and after.postcodes
    return bool(named and before.is_closed and first.files and first.heading >= 2)


def _is_another_matter(before: Draft, after: Draft) -> bool:
    """Tell two letters of one person, written on one day, from a letter and what belongs to it."""
    if len(before.dates) != 1 or before.dates != after.dates:
        return False
    whole = all(draft.features[0].heading >= 3 and draft.matter for draft in (before, after))
    hands_over = any(each.hands_over for each in before.own)
    return (
        whole
        and not hands_over
        and before.matter != after.matter
        and _likeness(before, after) < LIKE
    )


def _is_doubtful(before: Draft, after: Draft) -> bool:
    """Tell whether a person must look whether another letter begins with `after`."""
    first = after.features[0]
    kinship = _kinship(before, after)
    addressed = first.to_office and (first.salutation or before.is_closed)
    # The statement of a doctor comes from elsewhere too, but objects to nothing.
    writes = before.is_closed and first.claims and first.own >= 1
    if kinship is Kinship.SAME:
        return not before.is_note and _may_be_another_matter(before, after)
    if _is_told_by(after) and (kinship is Kinship.NAMED or _mentions(after, before)):
        return False
    if before.is_about_another and _mentions(before, after):
        return False
    from_elsewhere = kinship is Kinship.OTHER and first.claims and first.heading >= 2
    return addressed or from_elsewhere or (writes and kinship is not Kinship.NAMED)


def _is_told_by(draft: Draft) -> bool:
    """Tell the statement of a neighbour or a doctor."""
    return any(each.statement for each in draft.own)


def _may_be_another_matter(before: Draft, after: Draft) -> bool:
    first = after.features[0]
    if not (before.is_headed and first.heading >= 3 and first.claims):
        return False
    # What was written before it came with it: "see my letter of 3 August".
    is_earlier = bool(before.dates and after.dates) and max(after.dates) < min(before.dates)
    return not is_earlier and _likeness(before, after) < COPIED


def _kinship(before: Draft, after: Draft) -> Kinship:
    same_home = bool(before.postcodes & after.postcodes)
    other_home = bool(before.postcodes and after.postcodes) and not same_home
    if not (before.people and after.people):
        if same_home:
            return Kinship.SAME
        return Kinship.OTHER if other_home and not _speaks_of(before, after) else Kinship.UNKNOWN
    if any(is_same_person(one, other) for one in before.people for other in after.people):
        return Kinship.UNKNOWN if other_home else Kinship.SAME
    # One family, or one person whose initials were misread: only another address parts them.
    if not other_home and _share_surname(before.people, after.people):
        return Kinship.UNKNOWN
    if _speaks_of(before, after) or _speaks_of(after, before):
        return Kinship.NAMED
    return Kinship.OTHER


def _share_surname(some: Sequence[Person], others: Sequence[Person]) -> bool:
    return any(
        is_same_person(Person(one.surname), Person(other.surname))
        for one in some
        for other in others
    )


def _speaks_of(before: Draft, after: Draft) -> bool:
    """Tell whether `after` names somebody of `before` who does not share that name with its own."""
    own = {fold(each.surname) for each in after.people}
    names = {fold(each.surname) for each in before.people} - own
    text = set(after.words)
    return any(
        all(part in text for part in name.split()) for name in names if len(name) >= LEAST_NAME
    )


def _mentions(paper: Draft, letter: Draft) -> bool:
    """Tell whether a paper names somebody who wrote a letter, or for whom it was written."""
    text = set(paper.words)
    names = (fold(each.surname) for each in letter.people)
    return any(len(name) >= LEAST_NAME and set(name.split()) <= text for name in names)


def _likeness(one: Draft, other: Draft) -> float:
    """Return the share of the words that two letters have in common."""
    common = (one.words & other.words).total()
    return common / max(one.words.total(), other.words.total(), 1)


def _with_what_lies_before(features: Sequence[Features], starts: Sequence[int]) -> Iterator[int]:
    """Yield the starts, each moved to the first page that lies before its letter and goes with it.

    In a file that begins with an envelope each lies before its letter; the cover of a fax always
    does, and so does a decision sent to whoever wrote that letter and not the one before.
    """
    envelopes = [alone(each) is PageRole.ENVELOPE for each in features]
    for before, start in pairwise([0, *starts]):
        first = start
        while first > before + 1 and (
            features[first - 1].cover
            or (envelopes[0] and envelopes[first - 1])
            or _is_sent_to(features[first - 1], features[start], features[before : first - 1])
        ):
            first -= 1
        yield first


def _is_sent_to(page: Features, writer: Features, others: Sequence[Features]) -> bool:
    """Tell a decision with the postcode of a writer, which is on none of the other pages."""
    shared = page.postcodes & writer.postcodes
    elsewhere = frozenset[str]().union(*(each.postcodes for each in others))
    return alone(page) is PageRole.DECISION and bool(shared) and not page.postcodes & elsewhere
