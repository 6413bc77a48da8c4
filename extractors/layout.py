"""Set the words of a page in lines and blocks, and say what part of a letter each block is.

Pure geometry and a few printed conventions of Dutch letters; nothing here knows a date or a name.
"""

import re
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from extractors.document import Block, BlockRole, Box, Line, Page, TextSource, Word
from extractors.element import Hints

# A gap wider than this many em is a column gap; justified text stays well below it.
COLUMN_GAP_EM = 1.6
# Lines further apart than this many em (from bottom to top) are separate blocks.
BLOCK_GAP_EM = 0.75
# OCR boxes hug the ink: a capital or digit is about this part of the em.
CAP_HEIGHT_EM = 0.72

_TALL = re.compile(r"[A-Z0-9bdfhkl]")
_POSTCODE = re.compile(r"\b[1-9][0-9OoIl]{3}\s?[A-Z]{2}\b")
_SALUTATION = re.compile(
    r"^(zeer\s+)?(geacht|beste\b|l\.?\s?s\.?[,.]?$|hallo\b|dag\b.{0,30},$|goede(n|)\s?(dag|morgen|middag))",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    r"^(aan\b[:;]?|t\.?\s?a\.?\s?v\.?\b|ter\s+attentie|afd(\.|eling\b)|postbus\b|antwoordnummer\b|"
    r"(het\s+)?college\s+van|(de\s+)?(gemeente|rechtbank)\b|stichting\b.*klacht|"
    r"klachten(commissie|portaal|loket|functionaris)\b|bezwaar(schriften)?commissie\b)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(zorgkantoor|gemeente|ciz|centrum indicatiestelling|college van|burgemeester en|"
    r"juridische zaken|bezwaar en beroep|klachtenportaal|klachtenloket|klachtencommissie|"
    r"klachtafhandeling|svb|cak|sociale verzekeringsbank|zorgverzekera?a?r?|rechtbank|"
    r"zorginstituut|geschillencommissie|ombudsman|antwoordnummer|directie|uwv|belastingdienst)\b",
    re.IGNORECASE,
)
_REFERENCE_LABEL = re.compile(
    r"^(datum|dagtekening|briefdatum|betreft|onderwerp|inzake|kenmerk|ons kenmerk|uw kenmerk|"
    r"mijn kenmerk|uw referentie|onze referentie|referentie|ref|bsn|burgerservicenummer|"
    r"behandeld door|relatienummer|cli[eë]ntnummer|zaaknummer|dossiernummer|besluitnummer|plaats|"
    r"subject|verzonden|datum besluit|date)\b\s*[:;.]?",
    re.IGNORECASE,
)
_SENDER_LABEL = re.compile(
    r"^(naam|adres|straat|postcode|woonplaats|afzender|van|telefoon|tel|e-?mail|geboortedatum|"
    r"geb|voorletters|achternaam|indiener|klager|bezwaarmaker|cli[eë]nt)\b\s*[:;.]?",
    re.IGNORECASE,
)
CLOSINGS = (
    "hoogachtend",
    "met hoogachting",
    "met de meeste hoogachting",
    "met vriendelijke groet",
    "met vriendelijke groeten",
    "vriendelijke groet",
    "vriendelijke groeten",
    "met groet",
    "met groeten",
    "groeten",
    "groet",
    "m.v.g",
    "mvg",
    "getekend",
    "was getekend",
    "verblijf ik",
    "ik verblijf",
    "hartelijke groet",
    "hartelijke groeten",
    "hoogachtend en met vriendelijke groet",
    "in afwachting van uw reactie",
    "in afwachting van uw antwoord",
    "ondertekening",
    "handtekening",
    "naam en handtekening",
    "datum en handtekening",
    "plaats datum handtekening",
    "plaats en datum",
)
_ATTACHMENTS = re.compile(r"^(bijlage(n|\(n\))?|bijgevoegd|meegezonden|c\.?c\.?)\b", re.IGNORECASE)
_FOOTER = re.compile(
    r"^[-\u2013\u2014\s]*((pagina|pag\.?|blad|blz\.?)\s*\d+|\d{1,2}\s*[-\u2013\u2014/]|\d{1,2}$|\d+\s+van\s+\d+)|"
    r"\b(kvk|iban|btw|k\.v\.k)\b|^(afgedrukt|geprint|gescand|print(datum)?)\b",
    re.IGNORECASE,
)
STAMP_WORDS = ("INGEKOMEN", "BINNENGEKOMEN", "ONTVANGEN", "ONTVANGST", "POSTREGISTRATIE", "INGEK")


def em_of(page: Page) -> float:
    """Return the usual font size of the page in points (11 when it has no words)."""
    heights = [word.box.height for word in page.words if _TALL.search(word.text)]
    if not heights:
        return 11.0
    height = statistics.median(heights)
    return max(height / CAP_HEIGHT_EM if page.source is TextSource.OCR else height, 4.0)


def lines_of(page: Page) -> tuple[Line, ...]:
    """Chain the words of a page to lines, in reading order.

    Each word goes to the chain whose last word stands nearest to its left at the same height, so
    that a slightly turned line stays one line. A column gap ends a chain.
    """
    em = em_of(page)
    chains: list[list[Word]] = []
    for word in sorted(page.words, key=lambda each: (each.box.x0, each.box.top)):
        chain = _nearest_chain(chains, word, em)
        if chain is None:
            chains.append([word])
        else:
            chain.append(word)
    lines = [Line(tuple(chain), page.number) for chain in chains]
    return _reading_order(lines, em)


def _nearest_chain(chains: list[list[Word]], word: Word, em: float) -> list[Word] | None:
    best: list[Word] | None = None
    best_gap = COLUMN_GAP_EM * em
    for chain in chains:
        last = chain[-1].box
        gap = word.box.x0 - last.x1
        if -0.6 * em < gap < best_gap and _same_height(last, word.box, em):
            best, best_gap = chain, gap
    return best


def _same_height(last: Box, box: Box, em: float) -> bool:
    """Tell whether two boxes can be words of one line; words without ascenders are lower."""
    smaller, larger = sorted((last.height, box.height))
    return box.shared_height(last) >= 0.5 * smaller and larger < 3.2 * max(smaller, 0.3 * em)


def _reading_order(lines: Sequence[Line], em: float) -> tuple[Line, ...]:
    """Order lines by rows: top to bottom, and within a row from left to right."""
    return tuple(
        line for row in rows_of(lines, em) for line in sorted(row, key=lambda each: each.box.x0)
    )


def rows_of(lines: Iterable[Line], em: float) -> Iterator[list[Line]]:
    """Group lines that stand at the same height on the page, top to bottom."""
    row: list[Line] = []
    for line in sorted(lines, key=lambda each: each.box.center[1]):
        if row and line.box.center[1] - row[0].box.center[1] > 0.55 * em:
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def blocks_of(lines: Sequence[Line], page: Page, hints: Hints) -> tuple[Block, ...]:
    """Group lines to blocks in reading order and give each its role."""
    em = em_of(page)
    groups = [part for group in _stacks(lines, em) for part in _cut(group, page, hints)]
    ordered = _xy_order([Block(tuple(group)) for group in groups], em)
    return tuple(_with_roles(ordered, page, hints))


def _stacks(lines: Sequence[Line], em: float) -> list[list[Line]]:
    """Stack each line under the nearest line above it that it belongs to."""
    stacks: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: each.box.top):
        home = min(
            (stack for stack in stacks if _continues(stack[-1].box, line.box, em)),
            key=lambda stack: line.box.top - stack[-1].box.bottom,
            default=None,
        )
        if home is None:
            stacks.append([line])
        else:
            home.append(line)
    return stacks


def _continues(above: Box, below: Box, em: float) -> bool:
    gap = below.top - above.bottom
    aligned = abs(above.x0 - below.x0) < 1.5 * em
    shares = above.shared_width(below) > 0.3 * min(above.width, below.width)
    return -0.4 * em < gap < BLOCK_GAP_EM * em and (aligned or shares)


def _cut(group: list[Line], page: Page, hints: Hints) -> Iterator[list[Line]]:
    """Cut a stack where another part of the letter begins without a white line."""
    part = [group[0]]
    for above, line in pairwise(group):
        if _starts_part(above, line, page, hints):
            yield part
            part = []
        part.append(line)
    yield part


def _starts_part(above: Line, line: Line, page: Page, hints: Hints) -> bool:
    if is_salutation(line) or is_salutation(above) or is_closing(line):
        return True
    if _ATTACHMENTS.match(line.text) and len(line.words) < 12:
        return True
    if not _in_heading(line, page):
        return False
    if _is_reference(line) != _is_reference(above):
        return True
    address_ended = bool(_POSTCODE.search(above.text)) or _is_address_end(above)
    return _opens_addressee(line, hints) and (address_ended or not _opens_addressee(above, hints))


def _is_address_end(line: Line) -> bool:
    return bool(re.search(r"@|\b0[1-9][0-9 -]{7,}|\btel", line.text, re.IGNORECASE))


def _in_heading(line: Line, page: Page) -> bool:
    return line.box.top < 0.5 * page.height and len(line.text) < 70


def _is_reference(line: Line) -> bool:
    return bool(_REFERENCE_LABEL.match(line.text))


def _opens_addressee(line: Line, hints: Hints) -> bool:
    return bool(_ADDRESSEE.match(line.text)) or is_organisation(line.text, hints)


def is_organisation(text: str, hints: Hints) -> bool:
    """Tell whether the text is the name of an office that letters are sent to."""
    if _OFFICE.search(text):
        return True
    folded = text.casefold()
    return any(fuzz.partial_ratio(name.casefold(), folded) > 90 for name in hints.organisations)


def is_salutation(line: Line) -> bool:
    """Tell whether the line opens the letter ("Geachte heer, mevrouw")."""
    return bool(_SALUTATION.match(line.text)) and len(line.words) <= 12


def is_closing(line: Line) -> bool:
    """Tell whether the line is a closing formula, also when OCR damaged it.

    >>> from extractors.document import Word
    >>> is_closing(Line((Word("Hoogachlend,", Box(0, 0, 1, 1)),), 1))
    True
    """
    text = " ".join(re.sub(r"[^a-z. ]", " ", line.text.casefold()).split()).strip(" .")
    if not text or len(line.words) > 7:
        return False
    if any(text.startswith(f"{formula} ") for formula in CLOSINGS if len(formula) > 10):
        return True
    return any(
        fuzz.ratio(text, formula) >= (84 if len(formula) > 8 else 92) for formula in CLOSINGS
    )


def _xy_order(blocks: list[Block], em: float) -> list[Block]:
    """Order blocks as one reads them: bands from top to bottom, columns from left to right."""
    if len(blocks) < 2:
        return blocks
    for axis in (0, 1):
        parts = _split_at_gap(blocks, axis, em)
        if len(parts) > 1:
            return [block for part in parts for block in _xy_order(part, em)]
    return sorted(blocks, key=lambda block: (block.box.top, block.box.x0))


def _split_at_gap(blocks: list[Block], axis: int, em: float) -> list[list[Block]]:
    """Split where a white band runs through; axis 0 gives bands, axis 1 gives columns."""

    def low(block: Block) -> float:
        return block.box.top if axis == 0 else block.box.x0

    def high(block: Block) -> float:
        return block.box.bottom if axis == 0 else block.box.x1

    parts: list[list[Block]] = []
    reach = float("-inf")
    for block in sorted(blocks, key=low):
        if low(block) >= reach - 0.2 * em:
            parts.append([])
        parts[-1].append(block)
        reach = max(reach, high(block))
    return parts


def _with_roles(blocks: Sequence[Block], page: Page, hints: Hints) -> Iterator[Block]:
    salutation = _first(blocks, is_salutation)
    closing = _last_closing(blocks)
    for index, block in enumerate(blocks):
        yield Block(block.lines, _role(block, page, hints, _place(index, salutation, closing)))


def _place(index: int, salutation: int | None, closing: int | None) -> str:
    if closing is not None and index >= closing:
        return "closing"
    if salutation is not None and index >= salutation:
        return "body"
    return "heading" if salutation is not None else "unknown"


def _first(blocks: Sequence[Block], test: Callable[[Line], bool]) -> int | None:
    return next((i for i, block in enumerate(blocks) if test(block.lines[0])), None)


def _last_closing(blocks: Sequence[Block]) -> int | None:
    found = [i for i, block in enumerate(blocks) if is_closing(block.lines[0])]
    if not found:
        return _own_words(blocks)
    # "Handtekening:" under "Hoogachtend" belongs to the same closing.
    first = found[-1]
    for index in reversed(found[:-1]):
        if all(len(block.text) < 200 for block in blocks[index:first]):
            first = index
    return first


def _own_words(blocks: Sequence[Block]) -> int | None:
    """Find a closing in the writer's own words ("Een bezorgde dochter,") near the end."""
    for index in range(len(blocks) - 1, 0, -1):
        rest = sum(len(block.text) for block in blocks[index:])
        if rest > 260:
            return None
        line = blocks[index].lines[0]
        followed = len(blocks[index].lines) > 1 or index + 1 < len(blocks)
        if (
            line.text.endswith(",")
            and len(line.words) <= 6
            and followed
            and not is_salutation(line)
        ):
            return index
    return None


def _role(block: Block, page: Page, hints: Hints, place: str) -> BlockRole:
    first = block.lines[0]
    if _is_footer(block, page):
        return BlockRole.FOOTER
    if len(block.text) < 70 and len(block.lines) <= 4 and has_stamp_word(block.text):
        return BlockRole.STAMP
    if _ATTACHMENTS.match(first.text) and place in {"closing", "body"} and len(first.words) < 12:
        return BlockRole.ATTACHMENTS
    if place == "closing":
        return BlockRole.CLOSING
    if place == "body":
        return BlockRole.BODY
    return _heading_role(block, page, hints)


def has_stamp_word(text: str) -> bool:
    """Tell whether the text holds the word of a received stamp, in capitals, also when damaged.

    >>> has_stamp_word("BINNENSEKOMEN"), has_stamp_word("ontvangen op")
    (True, False)
    """
    words = [re.sub(r"[^A-Z0-9]", "", word).replace("0", "O") for word in text.split()]
    return any(
        len(word) >= 5 and fuzz.ratio(word, known) >= 82 for word in words for known in STAMP_WORDS
    )


def _is_footer(block: Block, page: Page) -> bool:
    in_margin = block.box.top > 0.9 * page.height or block.box.bottom < 0.05 * page.height
    return in_margin and len(block.lines) <= 3 and bool(_FOOTER.search(block.text))


def _heading_role(block: Block, page: Page, hints: Hints) -> BlockRole:
    """Tell the parts above the salutation (or of a letter without one) apart."""
    if not _in_heading(block.lines[0], page) or _is_prose(block):
        return BlockRole.BODY
    if any(_opens_addressee(line, hints) for line in block.lines[:4]) and len(block.lines) <= 8:
        return BlockRole.ADDRESSEE
    if sum(map(_is_reference, block.lines)) * 2 >= len(block.lines):
        return BlockRole.REFERENCE
    if _POSTCODE.search(block.text) or any(_SENDER_LABEL.match(line.text) for line in block.lines):
        return BlockRole.SENDER
    return BlockRole.REFERENCE


def _is_prose(block: Block) -> bool:
    """Tell running text from short lines: more than one line that fills a column."""
    words = [len(line.words) for line in block.lines]
    return statistics.mean(words) > 6.5 and len(block.text) > 90
