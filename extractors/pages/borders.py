"""Find where in a file another letter begins, and where one only may begin.

A wrong cut is worse than none: what looks like the first page of a letter must also come from
somebody else, or from the same person on the same day about something else. A citizen who
encloses a copy of an earlier letter, or the statement of a neighbour, sends one letter. Behind a
sheet with the code for it the mailroom itself has said that another letter begins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractors.document import LetterPage, PageRole
from extractors.element import Hints
from extractors.pages.drafts import Draft, Kinship, kinship, likeness, mentions
from extractors.pages.page_features import Features
from extractors.pages.page_roles import (
    alone,
    are_reversed,
    by_themselves,
    ends_letter,
    is_between,
)

COPIED: Final = 0.75  # share of the words that a copy has in common with what it is of
LIKE: Final = 0.6  # and two letters of one person about different things have less than this


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
    shown = by_themselves(features)
    for index in range(1, len(pages)):
        if _is_parted(features, index):
            starts.append(index)
            continue
        before_it = features[starts[-1] : index]
        if None not in shown[starts[-1] : index] or shown[index] is not None:
            continue
        if all(each.by_office and not each.files for each in before_it if alone(each) is None):
            continue  # older messages of an office on top of the letter about them
        if not _may_begin(features, index) or _goes_on(before_it, features[index]):
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
        greets = (each.salutation or each.to_office or each.number == 1) and not each.leads
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


def _goes_on(before: Sequence[Features], each: Features) -> bool:
    """Tell a page that counts on from those before it, that ends them or that lies behind them."""
    last = max(of.items[1] for of in before)
    first = next(of for of in before if alone(of) is None)
    closed = any(of.closing or of.ends for of in before)
    counts_on = last > 0 and each.items[0] == last + 1
    return counts_on or are_reversed(before, each) or (not closed and ends_letter(each, first))


def _may_begin(features: Sequence[Features], index: int) -> bool:
    """Tell whether a page has enough of the first page of a letter to be looked at."""
    each = features[index]
    if each.attachment or each.number not in {None, 1}:
        return False
    if _sheet_before(features, index):
        return each.heading >= 1 and bool(each.own)
    if each.leads or (each.runs_on and not (each.salutation or each.to_office)):
        return False
    if each.by_office and not each.files:
        return False
    if each.claims and each.own:
        return each.heading >= 1
    return each.heading >= (2 if each.own or each.claims else 3)


def _is_cut(before: Draft, after: Draft, *, sheet: bool) -> bool:
    """Tell whether another letter surely begins with `after`."""
    if sheet:
        return True
    if not before.is_headed or any(each.statement for each in after.own):
        return False
    kin = kinship(before, after)
    if kin is Kinship.SAME:
        return _is_another_matter(before, after)
    return kin is Kinship.OTHER and _is_whole(before, after)


def _is_whole(before: Draft, after: Draft) -> bool:
    """Tell the letter of somebody else from what somebody else wrote for the letter before it.

    Who stands by the sender speaks of the same matter, or of none. Before the closing of a letter
    only a page that greets can be another's: names and addresses stand at the end of a letter too.
    """
    first = after.features[0]
    greets = first.salutation or first.to_office
    if not after.has_matter or before.codes & after.codes:
        return False
    if not (before.is_closed or first.salutation):
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
        and likeness(before, after) < LIKE
    )


def _is_doubtful(before: Draft, after: Draft) -> bool:
    """Tell whether a person must look whether another letter begins with `after`."""
    first = after.features[0]
    kin = kinship(before, after)
    addressed = first.to_office and (first.salutation or before.is_closed)
    # The statement of a doctor comes from elsewhere too, but objects to nothing.
    writes = before.is_closed and first.claims and first.own >= 1
    if kin is Kinship.SAME:
        return not before.is_note and _may_be_another_matter(before, after)
    greets = first.salutation or first.to_office
    if _is_told_by(after) and (kin is Kinship.NAMED or mentions(after, before) or not greets):
        return False
    if before.is_about_another and mentions(before, after):
        return False
    from_elsewhere = kin is Kinship.OTHER and first.claims and first.heading >= 2
    return addressed or from_elsewhere or (writes and kin is not Kinship.NAMED)


def _is_told_by(draft: Draft) -> bool:
    """Tell the statement of a neighbour or a doctor."""
    return any(each.statement or each.supports for each in draft.own)


def _may_be_another_matter(before: Draft, after: Draft) -> bool:
    first = after.features[0]
    if not (before.is_headed and first.heading >= 3 and first.claims):
        return False
    # What was written before it came with it: "see my letter of 3 August".
    is_earlier = bool(before.dates and after.dates) and max(after.dates) < min(before.dates)
    return not is_earlier and likeness(before, after) < COPIED


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
