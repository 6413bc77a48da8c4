"""Tell which elements may stand on the page although they were not found: absence is a claim.

A scan is read in places: a label whose value came out as rubbish, a number of which the figures
are unsure, rows of print that gave no word at all. What may have stood there is not missing; what
is too long for such a place, or never stands there, is.
"""

import re
import tomllib
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

from extractors.absence.behind_stamps import rows_behind
from extractors.dates.dates import ANY_YEAR, find_dates
from extractors.document import (
    PT_PER_MM,
    Block,
    BlockRole,
    Box,
    Letter,
    LetterPage,
    Line,
    Span,
    TextSource,
    Word,
    around,
)
from extractors.element import Candidate, ElementId
from extractors.inks.closing import zones_of
from extractors.labels import Labelled, find_labelled, fold
from extractors.layout import em_of
from extractors.readers.bsn_check import passes
from extractors.readers.unread import READ

# Half of the words that Tesseract gives this confidence are wrong.
UNSURE = 0.6
# A value of which a word is less sure than this may be another one.
UNSURE_VALUE = 0.7
FIGURES = 3  # in a word that may be a date or a number
# Letters and figures are about half as wide as the type is high.
WIDTH_EM = 0.5
SHORTEST_VALUE = 6  # characters: "1-1-26"
SHORTEST_PASSAGE = 12  # characters, in all that was not read on a page: "te weinig uren"
LONGEST_LABEL = 4  # words
FEWEST_BEFORE = 3  # words of a line that goes on behind a gap
FOOT_MM = 15.0  # below stand page numbers and the path of the file
SIGNED = 0.9  # from this confidence on ink is a signature and no print
COVERED = 0.8
STAMPED_LINE = 3  # sure words on a line that more stood on
BROKEN_LINES = 2  # of running text, with a gap in them: one may have a remark beside it
# Signatures and ink can only hide a signature, which is judged by itself.
READ_ELEMENTS = frozenset(ElementId) - {ElementId.HANDTEKENING}
DATES = frozenset({ElementId.DATUM, ElementId.BESLUITDATUM})
NUMBERS = DATES | {ElementId.BSN, ElementId.KENMERK, ElementId.RELATIENUMMER, ElementId.TELEFOON}
PASSAGES = frozenset({
    ElementId.BESLUIT, ElementId.ONDERBOUWING, ElementId.OMSCHRIJVING, ElementId.GERICHT_TEGEN,
    ElementId.TIJDSPAD, ElementId.ONDERNOMEN, ElementId.RESULTAAT, ElementId.MACHTIGING,
})  # fmt: skip
# Figures with signs between, a year, figures that lost their signs, a month in letters. A postcode,
# an amount or "18575-JBW" was never a date.
_PART_OF_DATE = re.compile(
    r"(?i)^\W*(?:\w{1,4}[-./]\w{1,9}(?:[-./]\w{0,4})?|[12z][09o]\w\w|\d{6}|\d{8}|"
    r"\d{1,2}[a-z]{3,9}(?:19|20)?\d{2})\W*$"
)
# "uw kenmerk: 4471", "tel. 071-5550639".
_LABELLED = re.compile(
    r"(?i)(?:\S+\s){0,2}\S*:|(?:(?:uw|ons|mijn)\s)?(?:kenmerk|ref|bsn|tel|mob|datum|dd|d\.d|blad|pag|nr|nummer)"
)
_OF_PAPER = re.compile(
    r"(?i)\b(?:\w*besluit|\w*beschikking|\w*beslissing|brief|kenmerk|\w*nummer|nr|zaak|dossier|"
    r"bezwaar\w*|indicatie|bsn)\b"
)
_BSN = re.compile(r"(?:\d[ .]?){8}\d")
# What forms have boxes for.
IN_BOXES = NUMBERS | {ElementId.NAAM, ElementId.ADRES}
BOXED_ROWS = 3
_BOXED = re.compile(r"(?<!\S)(?:\w ){3,}\w(?!\S)")
# Where the sender writes who they are.
OWN_BLOCKS = frozenset(
    {BlockRole.SENDER, BlockRole.LETTERHEAD, BlockRole.CLOSING, BlockRole.REFERENCE}
)
# The figures of a postcode (no year, no telephone) or a street: the rest of the address got lost.
_PART_OF_ADDRESS = re.compile(
    r"(?<![\w.,/-])(?<!\d )(?!19|20)[1-9]\d{3}(?= ?[A-Z]|\s*$)"
    r"|[A-Za-z]{2,}(straat|laan|weg|plein|pad|singel|gracht|kade|dijk)\b",
    re.MULTILINE,
)
# Pieces of a broken line of text look like lines beside it.
TEXT_BLOCKS = frozenset({BlockRole.BODY, BlockRole.REFERENCE})
# What is told by other elements is as unsure as they are.
TOLD_BY: Mapping[ElementId, frozenset[ElementId]] = {
    ElementId.BESLUIT: frozenset({ElementId.BESLUITDATUM, ElementId.KENMERK}),
    ElementId.CONTACTPERSOON: frozenset({ElementId.EMAIL}),
}


@cache
def _labels() -> Mapping[ElementId, tuple[str, ...]]:
    data = tomllib.loads((files("extractors") / "cues" / "half_read.toml").read_text("utf-8"))
    return {ElementId(element): tuple(labels) for element, labels in data["labels"].items()}


@cache
def _folded() -> Mapping[ElementId, frozenset[str]]:
    return {element: frozenset(map(fold, labels)) for element, labels in _labels().items()}


def find_half_read(letter: Letter, signatures: Sequence[Candidate] = ()) -> frozenset[ElementId]:
    """Return the elements that may stand where the letter's own pages were read poorly.

    Only scans are; the boxes of a form, with one letter in each, are hard to read in any file. What
    is surely a signature hides nothing, whether or not a closing formula stands above it.
    """
    signed = [place for each in signatures if each.confidence >= SIGNED for place in each.evidence]
    found = {
        element
        for page in letter.own_pages
        if page.page.source is TextSource.OCR
        for element in _on_page(page, [at.box for at in signed if at.page == page.page.number])
    }
    if any(map(_has_boxes, letter.own_pages)):
        found |= IN_BOXES
    return frozenset(found | {told for told, by in TOLD_BY.items() if found & by})


def _has_boxes(page: LetterPage) -> bool:
    """Tell a form with one letter in each box: "5 2 6 2 L M"; a single such row is a heading."""
    return sum(bool(_BOXED.search(line.text)) for line in page.lines) >= BOXED_ROWS


def _on_page(page: LetterPage, signed: Sequence[Box]) -> Iterator[ElementId]:
    rows = _unread_rows(page)
    yield from _in_rows(page, [row for row in rows if not any(_covers(box, row) for box in signed)])
    if _is_broken(page):
        yield from READ_ELEMENTS & PASSAGES
    if _has_torn_line(page):
        yield from NUMBERS - {ElementId.DATUM}
    for element, labels in _labels().items():
        hits = find_labelled([page], labels)
        if any(_is_lost(element, hit.value) for hit in hits):
            yield element
        # Behind "Achternaam" stands a name, also when no initials could be read to make it whole.
        if element is ElementId.NAAM and any(_may_be_name(hit) for hit in hits):
            yield element
    checked = _checked(page)
    for block in page.blocks:
        if block.role is not BlockRole.FOOTER:  # of page numbers and paths nothing is asked
            for line in block.lines:
                yield from _in_line(line, checked)
        if block.role in OWN_BLOCKS:
            yield from _of_sender(block, signed)


def _is_signed(line: Line, signed: Sequence[Box]) -> bool:
    """Tell a line that is a signature, or stands under one."""
    return any(_covers(box, line.box) for box in signed)


def _covers(signature: Box, row: Box) -> bool:
    """Tell whether all but the edge of a row is a signature."""
    return signature.shared_area(row) >= COVERED * row.area


def _may_be_name(hit: Labelled) -> bool:
    return hit.how != "below" and bool(re.match(r"[^\W\d_]{2,}", hit.value.text))


def _is_lost(element: ElementId, value: Span) -> bool:
    """Tell what stands behind a label, and is unsure or no date, from another value.

    "9) - OI) - IOS)" are figures in boxes; "026/10/31" behind "Verzonden:" lost its first one.
    """
    if any(word.confidence < UNSURE_VALUE for word in value.words):
        return True
    figures = sum(map(str.isdigit, value.text))
    is_date = find_dates(value.text, default_year=ANY_YEAR, impossible=True)
    return element is ElementId.DATUM and figures > FIGURES and not is_date


def _checked(page: LetterPage) -> frozenset[int]:
    """Return the words of numbers behind "BSN" that pass the elfproef: these were read right."""
    return frozenset(
        id(word)
        for hit in find_labelled([page], _labels()[ElementId.BSN])
        if (figures := _BSN.fullmatch(hit.value.text)) and passes(re.sub(r"\D", "", figures[0]))
        for word in hit.value.words
    )


def _in_line(line: Line, checked: Container[int]) -> Iterator[ElementId]:
    for at, word in enumerate(line.words):
        if _is_unsure(word, UNSURE) and id(word) not in checked:
            yield from _may_be(word)
            yield from _announced(line.words[:at])
        if "@" in word.text:  # the rest of an address that gave none got lost
            yield ElementId.EMAIL


def _announced(before: Sequence[Word]) -> Iterator[ElementId]:
    """Yield what a label right before a word announces, also in running text."""
    for count in range(1, min(LONGEST_LABEL, len(before)) + 1):
        read = fold(" ".join(word.text for word in before[-count:]))
        yield from (element for element, labels in _folded().items() if read in labels)


def _of_sender(block: Block, signed: Sequence[Box]) -> Iterator[ElementId]:
    """Yield who the sender is and where they live, when words of it are unsure or got lost."""
    for line in block.lines:
        if any(_hides(word, line) for word in line.words):
            yield ElementId.NAAM
            # Below a closing strokes of a pen give words too; an address has a number. Figures
            # may be strokes as well, and people sign over their name, not over their address.
            has_figures = any(map(str.isdigit, line.text)) and not _is_signed(line, signed)
            if block.role is not BlockRole.CLOSING or has_figures:
                yield ElementId.ADRES
    if _PART_OF_ADDRESS.search(block.text):
        yield ElementId.ADRES


def _hides(word: Word, line: Line) -> bool:
    """Tell a word that may be another one, and what a stamp left of the end of a long line."""
    if _letters(word) > 2:
        return _is_unsure(word, UNSURE)
    sure = sum(each.confidence >= UNSURE_VALUE and _letters(each) > 1 for each in line.words)
    return sure >= STAMPED_LINE and _is_unsure(word, READ)


def _letters(word: Word) -> int:
    return sum(map(str.isalpha, word.text))


def _is_unsure(word: Word, least: float) -> bool:
    return word.confidence < least and sum(map(str.isalnum, word.text)) > 1


def _may_be(word: Word) -> Iterator[ElementId]:
    if sum(map(str.isdigit, word.text)) >= FIGURES:
        yield from NUMBERS - {ElementId.DATUM}
        # The date of a letter stands by itself, where little else was read into it.
        if _PART_OF_DATE.search(word.text):
            yield ElementId.DATUM
        yield ElementId.ADRES


def _in_rows(page: LetterPage, rows: Sequence[Box]) -> Iterator[ElementId]:
    """Yield what is short enough for the rows that were not read, and may stand there."""
    width = WIDTH_EM * em_of(page.page)
    for row in rows:
        if row.width >= SHORTEST_VALUE * width:
            dates = {ElementId.DATUM} if _is_in_prose(page, row) else set()
            yield from READ_ELEMENTS - PASSAGES - dates
    if sum(row.width for row in rows) >= SHORTEST_PASSAGE * width:
        yield from READ_ELEMENTS & PASSAGES


def _is_in_prose(page: LetterPage, row: Box) -> bool:
    """Tell whether running text goes on above and below; nobody dates a letter there."""
    body = [block for block in page.blocks if block.role is BlockRole.BODY]
    lines = [line.box for block in body for line in block.lines if len(line.words) > 2]
    near = [box for box in lines if box.shared_width(row) > 0]
    return any(box.bottom < row.center[1] for box in near) and any(
        box.top > row.center[1] for box in near
    )


def _is_broken(page: LetterPage) -> bool:
    """Tell whether lines of running text came out in pieces: what stood between them is lost."""
    body = [block.box for block in page.blocks if block.role is BlockRole.BODY]
    blocks = [block for block in page.blocks if block.role in TEXT_BLOCKS]
    lines = [line.box for block in blocks for line in block.lines]
    text = [box for box in lines if body and body[0].top <= box.center[1] <= body[-1].bottom]
    broken = [
        box
        for box in text
        if any(each.x0 > box.x1 and each.shared_height(box) > 0.5 * box.height for each in text)
    ]
    return len(broken) >= BROKEN_LINES


def _has_torn_line(page: LetterPage) -> bool:
    """Tell whether the middle of a line of text got lost: under the ring of a stamp, in a fold.

    "Bezwaar tegen beschikking WLZ/26/3", and on the same row "ober 2026". What begins in a small
    letter goes on with something; a label beside the text does so too. A line that speaks of no
    paper and no number has lost none.
    """
    least = SHORTEST_VALUE * WIDTH_EM * em_of(page.page)
    blocks = [block for block in page.blocks if block.role in TEXT_BLOCKS]
    lines = [line for block in blocks for line in block.lines]
    goes_on = [line for line in lines if line.text[:1].islower() and not _LABELLED.match(line.text)]
    return any(
        len(line.words) >= FEWEST_BEFORE
        and rest.box.x0 - line.box.x1 >= least
        and rest.box.shared_height(line.box) > 0.5 * line.box.height
        and _OF_PAPER.search(f"{line.text} {rest.text}")
        for rest in goes_on
        for line in lines
    )


def _unread_rows(page: LetterPage) -> tuple[Box, ...]:
    """Return where print was not read, not counting a signature and the foot of the paper."""
    rows = [row for row in page.page.unread if not _is_word(page, row)]
    rows += [*_weak_runs(page), *_weak_lines(page), *rows_behind(page)]
    if not rows:
        return ()
    signed = [zone.box for zone in zones_of([page]) if zone.closing is not None]
    foot = page.page.height - FOOT_MM * PT_PER_MM
    return tuple(
        row
        for row in rows
        if row.center[1] < foot and not any(zone.contains(row) for zone in signed)
    )


def _weak_runs(page: LetterPage) -> Iterator[Box]:
    """Yield where weak words stand side by side on a line of print: under a stamp, in a fold."""
    for line in page.lines:
        for is_weak, run in groupby(line.words, key=lambda word: word.confidence < READ):
            words = tuple(run)
            if is_weak and 1 < len(words) < len(line.words) and sum(map(_letters, words)) > 2:
                yield around(word.box for word in words)


def _weak_lines(page: LetterPage) -> Iterator[Box]:
    """Yield lines among date, subject and numbers of which no word is sure: under a stamp."""
    least = SHORTEST_VALUE * WIDTH_EM * em_of(page.page)
    stamped = {BlockRole.REFERENCE, BlockRole.STAMP}
    named = [block for block in page.blocks if block.role in stamped]
    for line in (line for block in named for line in block.lines):
        if line.box.width >= least and all(word.confidence < READ for word in line.words):
            yield line.box


def _is_word(page: LetterPage, row: Box) -> bool:
    """Tell whether a row is a word that was read after all, or one weak word beside sure ones.

    What such a word may be is judged by the word; weak words side by side are an unread row.
    """
    over = [(line, word) for line in page.lines for word in line.words if word.box.overlaps(row)]
    if any(word.confidence >= READ for _, word in over):
        return True
    return any(_stands_alone(line, word) for line, word in over)


def _stands_alone(line: Line, weak: Word) -> bool:
    at = line.words.index(weak)
    beside = (*line.words[max(at - 1, 0) : at], *line.words[at + 1 : at + 2])
    sure = [word for word in beside if word.confidence >= UNSURE_VALUE]
    return bool(sure) and len(sure) == len(beside)
