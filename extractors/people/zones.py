"""Tell which parts of a letter are the sender's: roles of blocks, corrected by what they say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from extractors.document import (
    Block,
    BlockRole,
    Letter,
    LetterPage,
    Line,
    Span,
    Text,
    of_line,
    running,
)
from extractors.element import Hints
from extractors.once import once
from extractors.parts import POSTCODE, is_organisation, is_salutation
from extractors.people.persons.person import is_organisation as is_organisation_name
from extractors.text.gazetteer import is_place

_ATTENTION = re.compile(r"\bt\.?\s?a\.?\s?v\b|\bter\s+attentie\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines of one page that play the same part."""

    role: BlockRole
    lines: tuple[Line, ...]
    page: LetterPage
    is_first_page: bool


# Chance that an address, e-mail address or telephone number in such a block is the sender's.
WEIGHTS = {
    BlockRole.SENDER: 0.97,
    BlockRole.LETTERHEAD: 0.9,
    BlockRole.REFERENCE: 0.9,
    BlockRole.CLOSING: 0.93,
    BlockRole.FOOTER: 0.6,
    BlockRole.BODY: 0.45,
    BlockRole.ATTACHMENTS: 0.2,
}


def zones_of(letter: Letter, hints: Hints) -> Iterator[Zone]:
    """Yield the parts of the letter's own pages, without the addressee's and the mailroom's."""
    for index, page in enumerate(letter.own_pages):
        roles = [role_of(block, page, hints) for block in page.blocks]
        for role in WEIGHTS:
            blocks = compress(page.blocks, [each is role for each in roles])
            lines = tuple(line for block in blocks for line in block.lines)
            if lines:
                yield Zone(role, lines, page, index == 0)


def role_of(block: Block, page: LetterPage, hints: Hints) -> BlockRole:
    """Correct the role of blocks that layout cannot know without reading names and addresses.

    Text at the very top is a letterhead, however long its lines are. A block that names no office
    and does not say "Aan" is not the addressee's, also when somebody lives in the
    "Burgemeester Jansenlaan".
    """
    if block.role is BlockRole.ADDRESSEE and not any(_opens(line, hints) for line in block.lines):
        return BlockRole.SENDER
    if block.role is BlockRole.SENDER and _is_written_to(block, page):
        return BlockRole.ADDRESSEE
    at_top = block.box.bottom < 0.2 * page.page.height
    if block.role is BlockRole.BODY and at_top and not any(map(is_salutation, page.lines[:1])):
        return BlockRole.LETTERHEAD
    return block.role


def _is_written_to(block: Block, page: LetterPage) -> bool:
    """Tell a firm below the sender from a sender: a care provider is no office that is known."""
    if _is_addressed(block):
        return True
    is_second = any(
        each.box.top < block.box.top and POSTCODE.search(each.text) and not _is_firm(each)
        for each in page.blocks
    )
    is_known = any(each.role is BlockRole.ADDRESSEE for each in page.blocks)
    return _is_firm(block) and is_second and not is_known


def _is_addressed(block: Block) -> bool:
    return any(_ATTENTION.search(line.text) for line in block.lines[:3])


def _is_firm(block: Block) -> bool:
    return is_organisation_name(block.lines[0].text) or _is_addressed(block)


def _opens(line: Line, hints: Hints) -> bool:
    """Tell whether a line names who is written to; a street with a number does not."""
    if re.search(r"\d", line.text):
        return bool(re.match(r"(?i)(postbus|antwoordnummer|aan\b)", line.text))
    opener = re.match(r"(?i)(aan\b|t\.?\s?a\.?\s?v|ter attentie|afd)", line.text)
    return bool(opener) or is_organisation(line.text, hints)


def reading_of(span: Span) -> float:
    """Return how surely a name or address was read, 0..1.

    As its weakest word, but scanners are seldom sure of "J.", "'t" or "in": such small words say
    little about the rest. A word that is a place was read right, whatever the scanner thinks.
    """
    sure = [
        word.confidence if word.confidence >= 0.75 or _weighs(word.text) else 0.75
        for word in span.words
    ]
    # What has the shape of a name or an address is more often right than Tesseract thinks.
    return 0.35 + 0.65 * min(sure) if sure else 0.0


def is_long_place(text: str) -> bool:
    """Tell a word that is a place and nothing else: short ones are surnames too (Vries, Vos)."""
    return len(text) > 8 and is_place(text.strip(".,").replace("\u2018", "'"))


def _weighs(text: str) -> bool:
    if is_long_place(text):
        return False
    return sum(char.isalpha() for char in text) > 2 or any(char.isdigit() for char in text)


@once
def texts_of(letter: Letter, hints: Hints) -> tuple[Text, ...]:
    """Return paragraphs as running text and everything else of the sender's line by line."""
    return tuple(_texts_of(letter, hints))


def _texts_of(letter: Letter, hints: Hints) -> Iterator[Text]:
    for page in letter.own_pages:
        for block in page.blocks:
            role = role_of(block, page, hints)
            if role is BlockRole.BODY:
                yield running(block)
            elif role not in {BlockRole.ADDRESSEE, BlockRole.STAMP, BlockRole.FOOTER}:
                yield from (of_line(line) for line in block.lines)
