"""Find where an address may stand of which too little was read, or that is told in words.

"Post bereikt mij op nummer 12 aan de Kade te Ede", a postcode in the margin of the page. Whose it
is is not decided here; it only stands in the way of saying that a letter gives no address.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from extractors.dates.dates import ANY_YEAR, find_dates
from extractors.document import Block, BlockRole, Letter, Line, Span, Text
from extractors.parts import POSTCODE
from extractors.people.persons.person import is_organisation
from extractors.story.passages import body_of
from extractors.story.providers import is_office

HALF_SURE = 0.5  # of a word: of an address that is hardly read one is surer
_MARGINS = frozenset({BlockRole.SENDER, BlockRole.CLOSING, BlockRole.FOOTER, BlockRole.LETTERHEAD})
# A street with a number.
_STREET = (
    r"\b[A-Z][\w' -]{1,30}(?:straat|str\.|laan|weg|plein|pad|singel|gracht|kade|dijk|hof|steeg|"
    r"dreef|plantsoen)\s?\d{1,4}\b"
)
# Of which a scan took figures for letters: "94G7 LI", "3g81 Cn".
_MISREAD = (
    r"\b(?=\w*\d\w*\d)(?!(?:19|20)\d\d)[1-9IlZSBGg][0-9OoQDIlSsBZGgb]{3}\s"
    r"(?:[A-Z][A-Za-z<]|[a-z][A-Z])(?!\w)"
)
PLACED = re.compile(rf"{POSTCODE.pattern}|{_STREET}|{_MISREAD}")
# "De Hoeve 3", "kade 12, zwolle", "Boerderij Nooitgedacht": a line where an address stands.
_LINE = re.compile(
    r"(?i)^(?!(?:pagina|pag|blad|bijlagen?|kamer|tel|telefoon|bsn|datum|geb|kenmerk|nr|nummer|t)\b)"
    r"[^\W\d_][^\d@:/]{2,35}\s\d{1,4}\s?[a-z]{0,3}(?:,\s?[^\d@]{2,30})?$"
    r"|^(?:boerderij|hoeve|huize|villa|landgoed|woonboot|woonschip|woonwagen|camping|flat|residentie)\s\w+"
)
_NUMBERED = re.compile(r"(?i)\b(?:huis)?n(?:umme)?r\.?\s?\d{1,4}|\bpostcode\b")
# Who says where they live or where an answer is to go speaks of themselves.
_OWN = re.compile(
    r"(?i)\b(?:(?:ik|wij|we)\s(?:\w+\s){0,3}(?:woon|wonen|verblijf)|(?:woon|wonen|verblijf)\s(?:ik|wij|we)|"
    r"(?:mij|ons)\b[^.]{0,40}\b(?:bereik\w*|schrijven|sturen|vinden)|(?:bereikt|vindt|treft)\s(?:u\s)?(?:mij|ons)|"
    r"(?:mijn|ons)\s(?:\w+\s)?(?:\w*adres|huis)|(?:antwoord|post|reactie|brieven)\b[^.]{0,30}\b(?:aan|naar|op|sturen))\b"
)
_FORMER = re.compile(r"(?i)\b(?:oude?|vorige?|voorheen|woonde|verhuisd)\b")


def find_placed_addresses(letter: Letter) -> Iterator[Span]:
    """Yield what looks like an address around the running text."""
    # Between the addresses and the salutation stand subjects, which may have a number too.
    ahead = takewhile(lambda block: block.role is not BlockRole.ADDRESSEE, letter.blocks)
    heading = {id(block) for block in ahead if block.role is BlockRole.REFERENCE}
    for block in letter.blocks:
        is_margin = block.role in _MARGINS or id(block) in heading
        if not is_margin and block.role is not BlockRole.REFERENCE:
            continue
        if not (is_organisation(block.text) or is_office(block.text)):
            yield from _placed(block, is_margin=is_margin)


def _placed(block: Block, *, is_margin: bool) -> Iterator[Span]:
    for line in block.lines:
        is_line = is_margin and _is_read(line) and _LINE.search(line.text)
        match = PLACED.search(line.text) or is_line
        if match and not find_dates(line.text, default_year=ANY_YEAR):
            yield Text.of([line]).span(*match.span())


def _is_read(line: Line) -> bool:
    """Tell a line of print from the strokes of a signature: "MVG 7 VUL)"."""
    return any(len(word.text) > 1 and word.confidence >= HALF_SURE for word in line.words)


def find_told_addresses(letter: Letter) -> Iterator[Span]:
    """Yield the sentences in which the sender may say where to find or answer them."""
    body = body_of(letter)
    for sentence in body.sentences:
        words = body.wording(sentence)
        is_placed = PLACED.search(words) or _NUMBERED.search(words)
        if is_placed and _OWN.search(words) and not _FORMER.search(words):
            yield body.text.span(sentence.start, sentence.end)
