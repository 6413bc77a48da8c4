"""Codes that stand in a text without a label: what they may be, and which are none.

`codes` takes those of a pattern; the others offer what may have been meant for the number of the
decision when nothing surer was found, so that nobody is asked for a number that was given.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from extractors.code_shapes import ANY_NUMBER, CODE
from extractors.codes import letters_ahead
from extractors.dates import find_dates
from extractors.document import Block, BlockRole, Letter, Text, Word, running
from extractors.element import Candidate, evidence_of, sureness
from extractors.other_numbers import (
    is_explained,
    is_named_otherwise,
    is_no_code,
    is_told_of_another,
    letters_before,
)
from extractors.readers.bsn_check import passes
from extractors.reference_weights import NUMBERED

DOUBTFUL = 0.6
_NOT_SAID = frozenset({BlockRole.STAMP, BlockRole.FOOTER, BlockRole.LETTERHEAD})
_ACCOUNT = re.compile(r"NL\d{2}[A-Z]{4}|NL\d{9}B\d")  # IBAN and VAT number
_POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")  # written together, as printers of labels do
# Figures in brackets behind a name may be those of the person: "mevrouw A. Smit (30112245)".
_BEHIND_NAME = re.compile(r"\b[A-Z][a-z][\w'\u2019-]*\s?\($")
# "Het vorige besluit (nummer 298 113 006)" is told by its number alone.
EARLIER_ONE = re.compile(
    r"\b(?:vorige?|eerdere?|oude|toenmalige?)\s(?:\w+\s){0,2}?"
    r"(?:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|zaak|toekenning)\b"
    r"(?:(?!besluit|beschikking|beslissing|brief)[^.,;]){0,45}$",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(r"\b(?:niet|vorige?|eerdere?|oude)\b\W{0,3}(?:\w+\W{1,3})?$", re.IGNORECASE)
_OF_CASE = re.compile(
    r"\b(?:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|\w*zaak|\w*dossier|\w*archief|\w*nummer|"
    r"nr|no|\w*kenmerk|betreft|betr|onderwerp|inzake|inz|ref\w*)\b",
    re.IGNORECASE,
)


def addressed_of(letter: Letter) -> str:
    """Return the words that say who is written to."""
    return " ".join(each.text for each in letter.blocks if each.role is BlockRole.ADDRESSEE)


def prose_before(letter: Letter, word: Word) -> str:
    """Return what stands before a word of running text in its block; nothing of other words."""
    for block in letter.blocks:
        if block.role is BlockRole.BODY and any(
            each is word for x in block.lines for each in x.words
        ):
            text = running(block)
            place = next(i for i, each in enumerate(text.words) if each is word)
            return text.string[: text.starts[place]]
    return ""


def find_loose(letter: Letter) -> Iterator[Candidate]:
    """Offer a code that nothing explains as a doubtful one: somebody may have meant it so."""
    addressed = addressed_of(letter)
    for page in letter.own_pages:
        for block in page.blocks:
            # Small print at the foot is of the paper or the program, not of the case.
            if block.role not in _NOT_SAID and block.box.bottom < 0.92 * page.page.height:
                yield from _loose_in(block, addressed)


def _loose_in(block: Block, addressed: str) -> Iterator[Candidate]:
    above = ""
    for line in block.lines:
        other = partial(is_explained_in, above, addressed)
        above += f"{line.text} "
        for each in codes(Text.of([line]), CODE, is_other=other):
            code = str(each.value)
            figures = len(re.sub(r"\D", "", code))
            if re.search(r"[A-Z]", code) and figures >= 4 and not _ACCOUNT.match(code):
                yield replace(each, confidence=DOUBTFUL * each.confidence, role="los")


def is_explained_in(above: str, addressed: str, before: str) -> bool:
    """Tell whether the words before a number, on the lines above it too, say what it is."""
    said = above + before
    return is_explained(said) or is_told_of_another(said, "", addressed)


def find_unnamed(letter: Letter) -> Iterator[Candidate]:
    """Offer figures beside the word for a letter or a case as doubtful: "archief 2.004.118".

    Who wrote down a number of the decision, in whatever words, is not asked for it.
    """
    said = (
        block
        for page in letter.own_pages
        for block in page.blocks
        if block.role in {BlockRole.BODY, BlockRole.REFERENCE}
        and block.box.bottom < 0.92 * page.page.height
    )
    addressed = addressed_of(letter)
    for block in said:
        text = Text.of(block.lines, joint=" ")
        for match in ANY_NUMBER.finditer(text.string):
            before, code = text.string[: match.start()], match.group()
            figures = re.sub(r"\D", "", code)
            explained = (
                is_explained_in("", addressed, before + letters_before(code))
                or is_no_code(code)
                or _POSTCODE.match(code.replace(" ", ""))
                or any(find_dates(code))
                or (len(figures) == 9 and passes(figures))  # somebody's BSN
            )
            if len(figures) >= 5 and not explained and _OF_CASE.search(before[-60:]):
                span = text.span(*match.span())
                sure = sureness(DOUBTFUL * NUMBERED, span)
                yield Candidate(code, span.text, evidence_of(span), sure, "los")


def codes(
    text: Text, pattern: re.Pattern[str], *, is_other: Callable[[str], bool] = is_named_otherwise
) -> Iterator[Candidate]:
    """Yield the codes of a pattern that the words before them do not name as another number."""
    for match in pattern.finditer(text.string):
        kind = "code" if match["code"] else "groups"
        start, end = match.start(kind), match.end("by" if match.groupdict().get("by") else kind)
        before, printed = text.string[:start], match[kind].rstrip(".")
        if is_other(before + letters_before(printed)) or _is_none(before, printed):
            continue
        start = letters_ahead(text.string, start) if match["code"] else start
        span = text.span(start, end)
        code = unbroken(text.string[start:end].rstrip("."))
        sure = sureness(NUMBERED, span)
        if code.isdigit() and _BEHIND_NAME.search(before):
            yield Candidate(code, code, evidence_of(span), DOUBTFUL * sure, "los")
        else:
            yield Candidate(code, code, evidence_of(span), sure, "patroon")


def _is_none(before: str, printed: str) -> bool:
    """Tell a date, a postcode, a telephone number and what "not" or "earlier" stands before."""
    is_date = any(found.start == 0 for found in find_dates(printed))
    is_other = _NOT_THIS.search(before) or EARLIER_ONE.search(before)
    return bool(is_date or is_other or is_no_code(printed) or _POSTCODE.fullmatch(printed))


def unbroken(code: str) -> str:
    """Take out the space where a code was broken over a line.

    >>> unbroken("ZK- 2026-118342"), unbroken("12345 - AB")
    ('ZK-2026-118342', '12345 - AB')
    """
    return re.sub(r"(?<=\w[-/]) (?=\w)", "", code)
