"""Find every number that a letter names, whatever it says of it: one may be the office's.

Offices number as they like, and people write of it as they like: "onder uw papier staat
SW25.11.0660". No way of writing tells surely what such a number is, but the words around it do
(`extractors/roles`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.dates.dates import ANY_YEAR, find_dates
from extractors.document import Block, Letter, Text
from extractors.element import NAMED, SEEN, Candidate, evidence_of, share_place
from extractors.numbers.bare_codes import is_bsn, is_explained_in, unbroken
from extractors.numbers.codes import code_at
from extractors.numbers.other_numbers import is_no_code, is_of_earlier_one, letters_before
from extractors.once import once
from extractors.parts import POSTCODE
from extractors.story.passages import addressee_of

MOST = 6  # numbers of one letter
_FEWEST = 4  # figures
# Where a code may begin: with a figure in its first piece, or with capitals before one.
_BEGIN = re.compile(r"(?<![\w.,/@+-])(?=\w*[-./]?\w*\d|[A-Z]{1,5}[ .]\s?\d)")
_NO_CODE = re.compile(
    r"(?i)nl\d\d.*|\d{1,3}(?:\.\d{1,3})?|\d{1,2}:\d\d|20\d\d[-/]20\d\d|0[1-9]\d{8}"
)
_GOES_ON = re.compile(r"\d\s?[-/]\s?$")  # "8 - 2026" of a date in which spaces stand
# What a number is by the words before it.
EXPLAINED, OF_BEFORE = "verklaard", "van_eerder"


def find_named(letter: Letter, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the numbers of a letter that are none of those found, in reading order."""
    named: dict[str, Candidate] = {}
    for each in _codes_of(letter):
        key = _plain(each.text)
        if key in named:
            every = (*named[key].evidence, *each.evidence)
            named[key] = replace(named[key], evidence=every, marks=named[key].marks | each.marks)
        elif not any(_is_same(each, other) for other in found):
            named[key] = each
    return tuple(named.values())[:MOST]


def _is_same(named: Candidate, found: Candidate) -> bool:
    """Tell whether a number is what was found, or part of it."""
    is_value = _plain(named.text) == _plain(str(found.value))
    return is_value or share_place(found.evidence, named.evidence)


def _plain(code: str) -> str:
    return "".join(filter(str.isalnum, code.casefold()))


@once
def _codes_of(letter: Letter) -> tuple[Candidate, ...]:
    """Return the numbers with their places, the same for all who ask: much is known by them."""
    addressed = addressee_of(letter)
    return tuple(each for block in letter.blocks for each in _codes_in(block, addressed))


def _codes_in(block: Block, addressed: str) -> Iterator[Candidate]:
    above = ""
    for line in block.lines:
        text, end = Text.of([line]), 0
        for match in _BEGIN.finditer(text.string):
            is_part = match.start() < end or POSTCODE.match(text.string, match.start())
            is_part = is_part or _GOES_ON.search(text.string[: match.start()])
            span = None if is_part else code_at(text, match.start())
            if span is not None:
                end = match.start() + len(span.text)
                is_user = text.string.startswith("@", end)  # "m.dehaan1957@"
                if not is_user and _may_be_number(span.text):
                    before = text.string[: match.start()] + letters_before(span.text)
                    marks = _marks(above, before, addressed)
                    code = unbroken(span.text)
                    yield Candidate(code, span.text, evidence_of(span), SEEN, NAMED, marks)
        above += f"{line.text} "


def _marks(above: str, before: str, addressed: str) -> frozenset[str]:
    """Return what the words before a number make of it: somebody else's, or an earlier one's."""
    told = {
        EXPLAINED: is_explained_in(above, addressed, before),
        OF_BEFORE: is_of_earlier_one(above + before),
    }
    return frozenset(mark for mark, is_told in told.items() if is_told)


def _may_be_number(code: str) -> bool:
    """Tell a number of an office from a date, an account, a telephone number or a BSN.

    >>> [_may_be_number(each) for each in ("SW25.11.0660", "03-05-2026", "09:12")]
    [True, False, False]
    """
    if sum(map(str.isdigit, code)) < _FEWEST or _NO_CODE.fullmatch(code) or is_bsn(code):
        return False
    return not (is_no_code(code) or find_dates(code, default_year=ANY_YEAR, impossible=True))
