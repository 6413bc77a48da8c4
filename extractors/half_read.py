"""Tell which elements may stand on the page although they were not found: absence is a claim.

A scan is read in places: a label whose value came out as rubbish, a number of which the figures
are unsure, rows of print that gave no word at all. What may have stood there is not missing.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from extractors.closing import zones_of
from extractors.document import BlockRole, Box, Letter, LetterPage, TextSource, Word
from extractors.element import ElementId
from extractors.labels import find_labelled

# Half of the words that Tesseract gives this confidence are wrong.
UNSURE = 0.6
# A value of which a word is less sure than this may be another one.
UNSURE_VALUE = 0.7
FIGURES = 3  # in a word that may be a date or a number
# Signatures and ink can only hide a signature, which is judged by itself.
READ_ELEMENTS = frozenset(ElementId) - {ElementId.HANDTEKENING}
DATES = frozenset({ElementId.DATUM, ElementId.BESLUITDATUM})
NUMBERS = DATES | {ElementId.BSN, ElementId.KENMERK, ElementId.RELATIENUMMER, ElementId.TELEFOON}
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
# What is told by other elements is as unsure as they are.
TOLD_BY: Mapping[ElementId, frozenset[ElementId]] = {
    ElementId.BESLUIT: frozenset({ElementId.BESLUITDATUM, ElementId.KENMERK}),
    ElementId.CONTACTPERSOON: frozenset({ElementId.EMAIL}),
}


@cache
def _labels() -> Mapping[ElementId, tuple[str, ...]]:
    data = tomllib.loads((files("extractors") / "cues" / "half_read.toml").read_text("utf-8"))
    return {ElementId(element): tuple(labels) for element, labels in data["labels"].items()}


def find_half_read(letter: Letter) -> frozenset[ElementId]:
    """Return the elements that may stand where the letter's own scanned pages were read poorly."""
    found = {
        element
        for page in letter.own_pages
        if page.page.source is TextSource.OCR
        for element in _on_page(page)
    }
    return frozenset(found | {told for told, by in TOLD_BY.items() if found & by})


def _on_page(page: LetterPage) -> Iterator[ElementId]:
    if _unread_rows(page):
        yield from READ_ELEMENTS
        return
    for element, labels in _labels().items():
        hits = find_labelled([page], labels)
        if any(_is_unsure(word, UNSURE_VALUE) for hit in hits for word in hit.value.words):
            yield element
    for word in page.page.words:
        if _is_unsure(word, UNSURE):
            yield from _may_be(word)
        if "@" in word.text:  # the rest of an address that gave none got lost
            yield ElementId.EMAIL
    own = (word for block in page.blocks if block.role in OWN_BLOCKS
           for line in block.lines for word in line.words)  # fmt: skip
    if any(_is_unsure(word, UNSURE) and sum(map(str.isalpha, word.text)) > 2 for word in own):
        yield from (ElementId.NAAM, ElementId.ADRES)
    if any(
        _PART_OF_ADDRESS.search(block.text) for block in page.blocks if block.role in OWN_BLOCKS
    ):
        yield ElementId.ADRES


def _is_unsure(word: Word, least: float) -> bool:
    return word.confidence < least and sum(map(str.isalnum, word.text)) > 1


def _may_be(word: Word) -> Iterator[ElementId]:
    if sum(map(str.isdigit, word.text)) >= FIGURES:
        yield from NUMBERS
        yield ElementId.ADRES


def _unread_rows(page: LetterPage) -> tuple[Box, ...]:
    """Return the rows of print without words, not counting those of a signature."""
    if not page.page.unread:
        return ()
    signed = [zone.box for zone in zones_of([page]) if zone.closing is not None]
    return tuple(row for row in page.page.unread if not any(zone.contains(row) for zone in signed))
