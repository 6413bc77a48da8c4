"""Find codes that no label names and that may be the reference of the contested decision.

Their shape, the subject that they stand in or the word for a letter before them tells.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from extractors.dates.dates import find_dates
from extractors.document import Block, BlockRole, Letter, Line, Text, Word, of_line, running
from extractors.element import Candidate, evidence_of, sureness
from extractors.numbers.code_shapes import (
    ANY_NUMBER,
    AT_END,
    CODE,
    IN_SENTENCES,
    NUMBER_AND_DATE,
    NUMBER_OF_LETTER,
    names_paper,
)
from extractors.numbers.codes import code_at, letters_ahead
from extractors.numbers.other_numbers import (
    is_explained,
    is_named_otherwise,
    is_no_code,
    is_of_another_writer,
    is_of_earlier_one,
    is_told_of_another,
    letters_before,
)
from extractors.numbers.own_files import heads_of_firm, names_own_file
from extractors.numbers.reference_weights import NUMBERED
from extractors.numbers.references import line_below
from extractors.people.contacts import is_phone
from extractors.readers.bsn_check import passes
from extractors.story.passages import addressee_of

_DATED = 1.25  # how much more so between the word for the decision and its date
DOUBTFUL = 0.6  # weight of a number that nothing explains
_IN_SUBJECT = 1.1  # how much more so with letters in it, in the subject
_NOT_SAID = frozenset({BlockRole.STAMP, BlockRole.FOOTER, BlockRole.LETTERHEAD})
_ACCOUNT = re.compile(r"NL\d{2}[A-Z]{4}|NL\d{9}B\d")  # IBAN and VAT number
_POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")  # written together, as printers of labels do

# Figures in brackets behind a name may be those of the person: "mevrouw A. Smit (30112245)".
_BEHIND_NAME = re.compile(r"\b[A-Z][a-z][\w'\u2019-]*\s?\($")
_FIGURE = re.compile(r"\d")
_NOT_THIS = re.compile(r"\b(?:niet|vorige?|eerdere?|oude)\b\W{0,3}(?:\w+\W{1,3})?$", re.IGNORECASE)
_OF_CASE = re.compile(
    r"\b(?:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|\w*zaak|\w*dossier|\w*archief|\w*nummer|"
    r"nr|no|\w*kenmerk|betreft|betr|onderwerp|inzake|inz|ref\w*)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(betreft|onderwerp|inzake|subject|re|over(?=\s?:))\b|\bbezwaar", re.IGNORECASE
)


def from_subject(letter: Letter) -> Iterator[Candidate]:
    """Read a code that stands bare in the subject ("Betreft: bezwaar, PGB8463661").

    A subject without a label must tell by its shape that the code is one: letters and figures.
    """
    heads = heads_of_firm(letter)
    addressed = addressee_of(letter)
    for block in letter.blocks:
        above = ""
        for line in block.lines:
            in_prose = block.role is BlockRole.BODY
            told = partial(is_explained_in, above, addressed) if in_prose else is_named_otherwise
            above += f"{line.text} "
            is_own = id(line.words[0]) in heads and names_own_file(line.text)
            if len(line.words) > 14 or is_own:
                continue
            if _SUBJECT.search(line.text):
                for each in _codes(_subject_of(letter, line), CODE, is_other=told):
                    is_filed = re.search(r"[A-Z]", str(each.value))
                    yield (
                        replace(each, confidence=each.confidence * _IN_SUBJECT)
                        if is_filed
                        else each
                    )
            elif block.role is BlockRole.REFERENCE and len(line.words) > 1:
                mixed = _codes(of_line(line), CODE)
                yield from (each for each in mixed if re.search(r"[A-Z]", str(each.value)))


def _subject_of(letter: Letter, line: Line) -> Text:
    """Return a line of the subject with the code that stands alone on the next one."""
    pages = (page for page in letter.own_pages if page.page.number == line.page)
    below = next((line_below(page, line.words[-1]) for page in pages), None)
    is_code = below is not None and len(below.words) == 1 and CODE.search(below.text)
    return Text.of([line, below] if below is not None and is_code else [line], joint=" ")


def grouped_in_subject(letter: Letter) -> Iterator[Candidate]:
    """Offer figures in groups that end the subject as doubtful ("Inzake: pgb, 6368 3066 35")."""
    for line in (line for block in letter.blocks for line in block.lines):
        if _SUBJECT.search(line.text) and not is_phone(line.text):
            for each in _codes(of_line(line), AT_END):
                yield replace(each, confidence=DOUBTFUL * each.confidence, role="los")


def from_sentences(letter: Letter) -> Iterator[Candidate]:
    """Read the number of a decision or letter: "in uw brief van 3 mei 2026, nr. UIT-20263162"."""
    for block in letter.blocks:
        text = running(block)
        if not (_FIGURE.search(text.string) and names_paper(text.string)):
            continue  # few blocks have a number of a paper, and the patterns are slow
        for pattern in IN_SENTENCES:
            yield from _codes(text, pattern, is_other=_is_of_another)
        for each in _codes(text, NUMBER_AND_DATE, is_other=_is_of_another):
            yield replace(each, confidence=_DATED * each.confidence, role="gelabeld")
        for match in NUMBER_OF_LETTER.finditer(text.string):
            before = text.string[: match.end()]
            if is_of_earlier_one(before) or is_of_another_writer(before):
                continue
            span = code_at(text, match.end())
            if span is None or is_no_code(span.text):
                continue
            if len(re.sub(r"\D", "", span.text)) >= 4:
                sure = sureness(NUMBERED, span)
                yield Candidate(unbroken(span.text), span.text, evidence_of(span), sure, "patroon")


def _is_of_another(before: str) -> bool:
    return is_named_otherwise(before) or is_of_another_writer(before)


def prose_before(letter: Letter, word: Word) -> str:
    """Return what stands before a word of running text in its block; nothing of other words."""
    for block in letter.blocks:
        if block.role is not BlockRole.BODY:
            continue
        text = running(block)
        for place, each in enumerate(text.words):
            if each is word:
                return text.string[: text.starts[place]]
    return ""


def loose(letter: Letter) -> Iterator[Candidate]:
    """Offer a code that nothing explains as a doubtful one: somebody may have meant it so."""
    addressed = addressee_of(letter)
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
        for each in _codes(of_line(line), CODE, is_other=other):
            code = str(each.value)
            figures = len(re.sub(r"\D", "", code))
            if re.search(r"[A-Z]", code) and figures >= 4 and not _ACCOUNT.match(code):
                yield replace(each, confidence=DOUBTFUL * each.confidence, role="los")


def is_explained_in(above: str, addressed: str, before: str) -> bool:
    """Tell whether the words before a number, on the lines above it too, say what it is."""
    said = above + before
    return is_explained(said) or is_told_of_another(said, "", addressed)


def unnamed(letter: Letter) -> Iterator[Candidate]:
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
    addressed = addressee_of(letter)
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
                or is_bsn(code)
            )
            if len(figures) >= 5 and not explained and _OF_CASE.search(before[-60:]):
                span = text.span(*match.span())
                sure = sureness(DOUBTFUL * NUMBERED, span)
                yield Candidate(code, span.text, evidence_of(span), sure, "los")


def _codes(
    text: Text, pattern: re.Pattern[str], *, is_other: Callable[[str], bool] = is_named_otherwise
) -> Iterator[Candidate]:
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
    if any(found.start == 0 for found in find_dates(printed)) or _POSTCODE.fullmatch(printed):
        return True
    is_other = bool(_NOT_THIS.search(before)) or is_of_earlier_one(before)
    return is_other or is_no_code(printed) or is_bsn(printed)


def is_bsn(code: str) -> bool:
    """Tell figures that may be somebody's citizen service number: as a reference nobody says so.

    >>> is_bsn("999990019"), is_bsn("999990018"), is_bsn("ZK-999990019")
    (True, False, False)
    """
    figures = re.sub(r"[ .]", "", code)
    return len(figures) == 9 and figures.isdigit() and passes(figures)


def unbroken(code: str) -> str:
    """Take out the space where a code was broken over a line.

    >>> unbroken("ZK- 2026-118342"), unbroken("12345 - AB")
    ('ZK-2026-118342', '12345 - AB')
    """
    return re.sub(r"(?<=\w[-/]) (?=\w)", "", code)
