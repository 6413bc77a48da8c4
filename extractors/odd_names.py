"""Find names of which nothing tells whose they are: one of them may be the sender's.

They stand where nobody looks for them ("dit schrijft Jan de Boer zelf", the margin of the page), in
small letters, or were read so poorly that only their capitals are left. Whose they are is not
decided here; they only stand in the way of saying that a letter bears no name.
"""

import re
from collections.abc import Iterator
from functools import cache

from extractors.document import Block, BlockRole, Letter, Line, Span, Text
from extractors.gazetteer import is_first_name, is_place
from extractors.language import load_words
from extractors.passages import body_of
from extractors.persons.person import is_organisation
from extractors.persons.reading import find_persons, is_lower_name
from extractors.persons.words import NO_NAME
from extractors.spelling import fold

# Around the sender's own words; who is written to and what is enclosed are others.
FRAME = frozenset({
    BlockRole.SENDER, BlockRole.CLOSING, BlockRole.REFERENCE, BlockRole.LETTERHEAD,
    BlockRole.FOOTER,
})  # fmt: skip
OF_SENDER = frozenset({BlockRole.SENDER, BlockRole.CLOSING})
NAME_WORDS = 5  # in a line that may be nothing but a name
SHORTEST = 4  # letters: of strokes of a pen a scan makes "Ans"
AROUND = 16  # characters beside a name that may make a firm of it

_TITLED = r"(?:(?:de|mevrouw|mevr\.?|mw\.?|dhr\.?|heer|meneer)\s)*"
# What somebody says before the own name, and behind it.
_I_AM = re.compile(
    r"(?:\bik(?:\s(?:ben|heet))?|\bnaam(?:\sis)?|\bondergetekende|\b(?:dit|deze brief)\sschrijft|"
    r"\b(?:indiener|opsteller|afzender|schrijver|schrijfster)(?:\s\w+)?|\bafz\.?|"
    r"\b(?:ingediend|geschreven|opgesteld|ondertekend|opgemaakt|ingevuld)\sdoor|\bgroet\w*(?:\svan)?)"
    rf"[\s,:(]*{_TITLED}$",
    re.IGNORECASE,
)
_MYSELF = re.compile(r"^[\s,)]*(?:zelf\b|maakt?\s(?:hierbij\s)?bezwaar\b)")
# Whose name it is instead: "T.a.v. mevrouw J. de Wit", "klacht over de heer P. Smit".
_ANOTHER = re.compile(
    r"\b(?:t\.?\s?a\.?\s?v|ter attentie van|aan|over|tegen|behandel\w*|contactpersoon|\w*arts|"
    r"\w*verlener|\w*aanbieder|begeleid\w*|consulent\w*|medewerk\w*|gemachtigde|gedaan door|namens|"
    r"geacht\w*|beste|c\.?c|kopie|afschrift|mentor|curator|bewindvoerder|advocaat)\b[^;]{0,25}$",
    re.IGNORECASE,
)
_OF_STREET = re.compile(r"\w*\s?\d")


def find_open_names(letter: Letter) -> Iterator[Span]:
    """Yield what may be somebody's name, around the running text first."""
    for block in letter.blocks:
        if block.role in FRAME:
            for line in block.lines:
                yield from _in_frame(block, line)
    yield from _in_text(letter)


def _in_frame(block: Block, line: Line) -> Iterator[Span]:
    text, whole = line.text, Text.of([line])
    for found in find_persons(text):
        if found.person.is_full and _is_open(text, found.start, found.end):
            yield whole.span(found.start, found.end)
    if block.role in OF_SENDER and len(line.words) <= NAME_WORDS and _may_be_name(text):
        yield whole.span(0, len(text))


def _is_open(text: str, start: int, end: int) -> bool:
    near = text[max(start - AROUND, 0) : end + AROUND]
    is_street = _OF_STREET.match(text[end:])
    return not (is_street or is_organisation(near) or _ANOTHER.search(text[:start]))


def _may_be_name(text: str) -> bool:
    """Tell what is left of a name: small letters, a first name, or a word with a capital."""
    bare = text.strip(" .,;:|_-")
    if re.search(r"[\d@]", bare) or text.rstrip().endswith(":"):
        return False
    if is_organisation(bare) or is_place(bare) or _ANOTHER.search(f"{bare} "):
        return False
    return is_lower_name(bare) or any(map(_is_own_word, re.findall(r"[^\W\d_]+", bare)))


def _is_own_word(word: str) -> bool:
    if not word[0].isupper() or NO_NAME.fullmatch(word) or fold(word) in _plain():
        return False
    return len(word) >= SHORTEST or is_first_name(word)


@cache
def _plain() -> frozenset[str]:
    """Return words that begin a line with a capital and are no names."""
    return frozenset().union(*(load_words(name) for name in ("geen_naambegin", "zinsopeners")))


def _in_text(letter: Letter) -> Iterator[Span]:
    body = body_of(letter)
    for sentence in body.sentences:
        words = body.wording(sentence)
        for found in find_persons(words):
            before, after = words[: found.start], words[found.end :]
            is_self = _I_AM.search(before) or _MYSELF.match(after)
            if is_self and found.person.is_full and not is_organisation(found.person.name):
                start = sentence.start
                yield body.text.span(start + found.start, start + found.end)
