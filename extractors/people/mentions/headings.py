"""Names in the heading of a letter: over or before an address, or alone in a block."""

import re
from collections.abc import Iterator, Sequence

from extractors.addresses.find import FoundAddress, find_addresses
from extractors.document import Block, BlockRole, Letter, Line, Span, Text
from extractors.element import Hints
from extractors.parts import COPY_TO, is_organisation
from extractors.people.mentions.closings import closing_names
from extractors.people.mentions.mention import Mention, Side, Source
from extractors.people.persons.person import Person
from extractors.people.persons.reading import is_lower_name, parse_person, person_at
from extractors.people.zones import role_of
from extractors.text.gazetteer import is_place

_HEADING = {BlockRole.SENDER, BlockRole.LETTERHEAD, BlockRole.REFERENCE}
_NOT_A_SENDER = re.compile(
    r"^(aan\b|t\.?\s?a\.?\s?v|ter\s+attentie|geacht|beste\b|betreft|onderwerp|inzake|kenmerk|"
    rf"{COPY_TO}|bijlage|(?-i:p\.s\.|n\.b\.)|behandeld|uw\b|afd|huisarts|arts\b|dr\.?\s)",
    re.IGNORECASE,
)

# "J. Smit * Kade 3" or "J. Smit | Kade 3": what a scan makes of the sign between name and street.
_DIVIDER = re.compile(
    r"(?:[\s,*+|\u00ab\u00bb\u2022\u00b7\u00b0\u00ae\u00a9~=<>_\u2013\u2014-]|\s[ev\u00a2]$)+$"
)
_SENT_BY = re.compile(r"^(?:afz(?:ender)?|van|from)\b\.?\s+(?=[A-Z\u00c0-\u017d'])", re.IGNORECASE)
_TITLE = re.compile(r"(afzender|van|naam|indiener|klager|bezwaarmaker)\W*", re.IGNORECASE)


def heading_mentions(letter: Letter, hints: Hints) -> Iterator[Mention]:
    """Yield the people named on top of the first page, without the addressee."""
    for page in letter.own_pages[:1]:
        blocks = [block for block in page.blocks if role_of(block, page, hints) in _HEADING]
        lines = tuple(line for block in blocks for line in block.lines)
        addresses = find_addresses(lines, closing_names(letter, hints))
        named = [each for found in addresses for each in _with_address(found, lines, hints)]
        yield from named
        taken = {mention.span.words for mention in named}
        alone = [
            mention
            for block in blocks
            if block.lines[0].words not in taken
            for mention in _alone(block, hints, is_first=block is page.blocks[0])
        ]
        yield from alone
        if not named and not alone:
            yield from _begins(page.blocks[:1], hints)


def _with_address(found: FoundAddress, lines: Sequence[Line], hints: Hints) -> Iterator[Mention]:
    """Take the name before the address on its line, or the nearest one above it."""
    name = _SENT_BY.sub("", _DIVIDER.sub("", found.before))
    before = parse_person(name) if name else None
    if before is not None:
        yield Mention(before, _span_before(found, name, lines), Side.WRITER, Source.BLOCK, 0.88)
        return
    named: list[tuple[Person, Line]] = []
    for line in found.head[:4]:
        if _NOT_A_SENDER.match(line.text) or is_organisation(line.text, hints):
            break
        person = _person_of_line(line)
        if person is not None:
            named.append((person, line))
    # Nearest first; but a farm or home with a fine name is less of a name than "J. de Vries".
    best = next((each for each in named if each[0].shape >= 0.7), next(iter(named), None))
    if best is not None:
        yield _mention(*best, 0.88)


def _span_before(found: FoundAddress, name: str, lines: Sequence[Line]) -> Span:
    """Return the words of the name alone: how the rest of the line was read says nothing of it."""
    opening = id(found.span.words[0])
    own = (line for line in lines if opening in map(id, line.words))
    text = Text.of((next(own, found.line),))
    start = max(text.string.find(name), 0)
    known = text.string[start:].startswith(name)
    return text.span(start, start + len(name) if known else len(text.string))


def _alone(block: Block, hints: Hints, *, is_first: bool) -> Iterator[Mention]:
    """Take the first line of a block that is surely a name, also without an address."""
    # "Afzender" may stand over the name as a heading of its own.
    titled = len(block.lines) > 1 and _TITLE.fullmatch(block.lines[0].text)
    first = block.lines[1 if titled else 0]
    if block.role is BlockRole.LETTERHEAD or _NOT_A_SENDER.match(first.text):
        return
    person = _person_of_line(first)
    if person is None or not person.is_full or is_organisation(first.text, hints):
        return
    weight = 0.75 if is_first or block.role is BlockRole.SENDER else 0.55
    yield _mention(person, first, weight * min(1.0, person.shape + 0.2))


def _begins(blocks: Sequence[Block], hints: Hints) -> Iterator[Mention]:
    """Take the name with which the page begins, whatever stands behind it on the line."""
    for line in (block.lines[0] for block in blocks if block.role in _HEADING):
        found = person_at(line.text, 0)
        if found is None or is_organisation(line.text, hints):
            continue
        # "Mentorschap De Vliet" begins so too: it takes initials or a known first name.
        is_name = found.person.is_full and found.person.shape >= 0.7
        if is_name and not _NOT_A_SENDER.match(line.text):
            span = Text.of((line,)).span(found.start, found.end)
            yield Mention(found.person, span, Side.WRITER, Source.BLOCK, 0.6)


def _person_of_line(line: Line) -> Person | None:
    person = parse_person(line.text, lenient=is_lower_name(line.text))
    if person is None or is_place(line.text) or not (person.is_full or person.shape >= 0.6):
        return None
    return person


def _mention(person: Person, line: Line, weight: float) -> Mention:
    span = Text.of((line,)).span(0, len(line.text))
    return Mention(person, span, Side.WRITER, Source.BLOCK, weight)
