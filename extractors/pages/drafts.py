"""Say of pages that may be a letter who wrote them and about what, and compare two of them.

Where a letter begins is not decided here.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import Final

from extractors.dates.date_roles import dates_of
from extractors.document import Letter, LetterPage, PageRole
from extractors.element import Hints
from extractors.pages.page_features import Features
from extractors.pages.page_roles import alone, opens, roles_of
from extractors.pages.page_text import codes
from extractors.people.parties import find_parties
from extractors.people.persons.person import Person, is_same_person
from extractors.text.gazetteer import fold

NAMED: Final = 0.5  # a name that is read less surely than this tells nobody apart
LEAST_NAME: Final = 4  # letters of a name that is looked for in a text
_WHOLE: Final = 4  # marks of a heading that wants hardly anything
_SIGNS: Final = ".,:;!?()\"'\u201c\u201d\u2018\u2019"


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

    @property
    def has_matter(self) -> bool:
        """Whether it says against what it is, or has all of a letter and stands by nobody."""
        first = self.features[0]
        stands_by = any(each.supports or each.statement for each in self.own)
        is_form = first.to_office and first.items[0] == 1
        whole = (is_form or first.heading >= _WHOLE) and not stands_by
        return whole or any(each.matter for each in self.own)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The references and numbers on its own pages."""
        return frozenset().union(*(codes(page) for page in self.letter.pages))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words with a capital."""
        words = (word.text for page in self.letter.pages for word in page.page.words)
        return frozenset(fold(word.strip(_SIGNS)) for word in words if word[:1].isupper())

    @cached_property
    def texts(self) -> frozenset[str]:
        """The words without the signs behind them."""
        words = (word.text for page in self.letter.pages for word in page.page.words)
        return frozenset(fold(word.strip(_SIGNS)) for word in words)

    @cached_property
    def words(self) -> Counter[str]:
        """The words of its text, as a scan may have them."""
        return Counter(fold(word.text) for page in self.letter.pages for word in page.page.words)


def kinship(before: Draft, after: Draft) -> Kinship:
    """Return what who wrote one is to who wrote the other."""
    same_home = bool(before.postcodes & after.postcodes)
    other_home = bool(before.postcodes and after.postcodes) and not same_home
    if not (before.people and after.people):
        if same_home:
            return Kinship.SAME
        return Kinship.OTHER if other_home and not _speaks_of(before, after) else Kinship.UNKNOWN
    if any(is_same_person(one, other) for one in before.people for other in after.people):
        return Kinship.UNKNOWN if other_home else Kinship.SAME
    # One family, or one person whose initials were misread: another address does not part them.
    if _share_surname(before.people, after.people):
        return Kinship.NAMED if other_home else Kinship.UNKNOWN
    if _speaks_of(before, after) or _speaks_of(after, before) or _calls(before, after):
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
    return _names_one(after, {fold(each.surname) for each in before.people} - own)


def _calls(before: Draft, after: Draft) -> bool:
    """Tell whether `after` calls somebody of `before` by first name, as family and friends do."""
    own = {fold(each.given) for each in after.people}
    given = {fold(each.given) for each in before.people} - own
    return any(len(name) >= LEAST_NAME and name in after.names for name in given)


def mentions(paper: Draft, letter: Draft) -> bool:
    """Tell whether a paper names somebody who wrote a letter, or for whom it was written."""
    return _names_one(paper, {fold(each.surname) for each in letter.people})


def _names_one(paper: Draft, surnames: Set[str]) -> bool:
    """Tell whether a paper has all words of one of these names; very short ones tell nobody."""
    return any(len(name) >= LEAST_NAME and set(name.split()) <= paper.texts for name in surnames)


def likeness(one: Draft, other: Draft) -> float:
    """Return the share of the words that two letters have in common."""
    common = (one.words & other.words).total()
    return common / max(one.words.total(), other.words.total(), 1)
