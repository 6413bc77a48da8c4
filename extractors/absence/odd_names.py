"""Find names of which nothing tells whose they are: one of them may be the sender's.

They stand where nobody looks for them ("dit schrijft Jan de Boer zelf", the margin of the page), in
small letters, or were read so poorly that only their capitals are left. Whose they are is not
decided here; they only stand in the way of saying that a letter bears no name.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extractors.document import Block, BlockRole, Letter, Line, Span, Text, of_line
from extractors.language import load_words
from extractors.people.mentions.relations import KIN_WORD
from extractors.people.persons.person import is_organisation
from extractors.people.persons.reading import find_persons, is_lower_name
from extractors.people.persons.words import NO_NAME
from extractors.story.passages import body_of
from extractors.text.gazetteer import is_first_name, is_place
from extractors.text.spelling import fold

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
    r"\b(?:ingediend|geschreven|opgesteld|ondertekend|opgemaakt|ingevuld)\sdoor|"
    rf"\bgetekend|\bgroet\w*(?:\svan)?|\b(?:mijn|onze|ons)\s(?:{KIN_WORD}))"
    rf"[\s,:(]*{_TITLED}$",
    re.IGNORECASE,
)
_MYSELF = re.compile(r"^[\s,)]*(?:zelf\b|dat ben ik\b|maakt?\s(?:hierbij\s)?bezwaar\b)")
# Whose name it is instead: "T.a.v. mevrouw J. de Wit", "klacht over de heer P. Smit".
OF_ANOTHER = re.compile(
    r"\b(?:t\.?\s?a\.?\s?v|ter attentie van|aan|over|tegen|behandel\w*|contactpersoon|\w*arts|"
    r"\w*verlener|\w*aanbieder|begeleid\w*|consulent\w*|medewerk\w*|gemachtigde|gedaan door|namens|"
    r"geacht\w*|beste|c\.?c|kopie|afschrift|mentor|curator|bewindvoerder|advocaat)\b[^;]{0,25}$",
    re.IGNORECASE,
)
# Two words with a capital, whether or not anybody is known to be called so.
_PREFIX = (
    r"(?:(?:van|de[rn]?|te[nr]?|het|op|in|aan|bij|uit|el|al|ben|la|le|du|da|'t|\u2019t|\u2018t)\s)"
)
_WORD = r"[^\W\d_a-z][\w'\u2019.-]*"
_PAIR = re.compile(
    rf"(?<![\w.@-])(?:{_WORD}\s){{1,3}}{_PREFIX}{{0,3}}[^\W\d_a-z][\w'\u2019-]{{2,}}"
)
# "A.W, clobrowski"; figures stand in no name but for one inside a word: "8ogaard".
_INITIALS = re.compile(r"(?:\b[A-Z][.,]\s?){1,5}(?:[^\W\d_]+\s){0,3}\w*[^\W\d_]{3}")
# "Dhr. B.": the rest lies under a signature.
_CUT_OFF = re.compile(
    r"(?i:dhr|mw|mevr|mevrouw|de heer|meneer|fam)\.?(?:\s?[A-Z]\.?)*|[A-Z]\.(?:\s?[A-Z]\.?)+"
)
# "1. ten Have", "1). ten Have": a scanned "I." or "I.J." looks so.
_CAPITAL_I = re.compile(r"^[1l|][.,)]{1,3}\s(?=[^\d]+$)")
_NUMBERED = re.compile(r"@|(?<![^\W\d_])\d+(?![^\W\d_])|\d{2}")
# "rob mettes", "g.w. pastoors", "a van der wal": of somebody who writes without capitals.
_SMALL = re.compile(
    rf"(?:(?P<given>[^\W\d_A-Z]{{2,}})\s|(?:[a-z]\.\s?){{1,4}}|[a-z]\s){_PREFIX}{{0,3}}"
    r"(?P<last>[^\W\d_A-Z]{3,}(?:-[^\W\d_A-Z]+)*)(?![\w@.-]*@)"
)
_SMALL_CUE = re.compile(
    r"(?:^(?!p\.s|n\.b)(?:van )?|"
    rf"\b(?:ik ben|ik heet|naam is|groet\w*|(?:mijn|onze|ons) (?:{KIN_WORD}))[ ,:]{{1,2}})"
)
_KNOWN_BY = re.compile(r"\W*$|.{0,40}?\d|\s\S+@")
_BEGINS, _ENDS = 3, 6  # lines in which a name stands beside an address or a number
# "Fons Adriaens", "27 juli 2026, Fons Adriaens", "Fons Adriaens - Ossenmarkt 2".
_FIRST = re.compile(
    rf"(?:[^,]{{0,20}}\d{{4}}, )?(?P<name>{_WORD}\s{_PREFIX}{{0,3}}[^\W\d_a-z][\w'\u2019-]{{2,}})"
    r"(?:\W*$|\s*[-,/]?\s*(?:[A-Z]\w+\s){1,3}\d|, dat ben ik\b)"
)
_LAST_LINES = 4  # a name, and an address under it
_LOWEST, _MOST = 2, 4  # words of a name in small letters
_OF_STREET = re.compile(r"\w*\s?\d")


def find_open_names(letter: Letter) -> Iterator[Span]:
    """Yield what may be somebody's name, around the running text first."""
    for block in letter.blocks:
        if block.role in FRAME:
            for line in block.lines:
                yield from _in_frame(block, line)
    yield from _at_end(letter)
    yield from _in_text(letter)
    yield from _beside_more(letter)
    for line in letter.lines:
        yield from _in_small(line)


def _beside_more(letter: Letter) -> Iterator[Span]:
    """Yield a name with which one of the outer lines begins, before an address or nothing."""
    lines = letter.lines
    for line in (*lines[:_BEGINS], *lines[max(_BEGINS, len(lines) - _ENDS) :]):
        match = _FIRST.match(line.text)
        if match is None or not _is_open(line.text, *match.span("name")):
            continue
        words = re.findall(r"[^\W\d_]{2,}", match["name"])
        if all(_is_own_word(word) for word in words if word[0].isupper()):
            yield of_line(line).span(*match.span("name"))


def _in_small(line: Line) -> Iterator[Span]:
    """Yield a name without capitals that begins a line, or that the words before it announce."""
    for cue in _SMALL_CUE.finditer(line.text):
        name = _SMALL.match(line.text, cue.end())
        if name is None or (name["given"] and not is_first_name(name["given"])):
            continue
        is_cued = bool(cue[0].strip())
        if not (is_cued or _KNOWN_BY.match(line.text[name.end() :])) or _is_word(name["last"]):
            continue
        yield of_line(line).span(name.start(), name.end())


def _is_word(word: str) -> bool:
    return bool(NO_NAME.fullmatch(word)) or fold(word) in _plain()


def _at_end(letter: Letter) -> Iterator[Span]:
    """Yield a name in small letters under a letter that no formula closes."""
    body = [block for block in letter.blocks if block.role is BlockRole.BODY]
    lines = [line for block in body for line in block.lines][-_LAST_LINES - 1 :]
    for above, line in pairwise(lines):
        words = re.findall(r"[^\W\d_]{2,}", line.text)
        short = len(line.words) <= _MOST and not _NUMBERED.search(line.text)
        is_apart = len(above.words) <= _MOST or above.text.endswith((".", "!", "?", ","))
        if short and is_apart and _is_in_small_letters(line.text.strip(" .,"), words):
            yield Text.of([line]).span(0, len(line.text))


def _in_frame(block: Block, line: Line) -> Iterator[Span]:
    text, whole = line.text, of_line(line)
    for start, end in _named(text):
        if _is_open(text, start, end):
            yield whole.span(start, end)
    if block.role in OF_SENDER and len(line.words) <= NAME_WORDS and _may_be_name(text):
        yield whole.span(0, len(text))


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Yield where people are named, known names and pairs of words with a capital."""
    yield from ((each.start, each.end) for each in find_persons(text) if each.person.is_full)
    for match in _PAIR.finditer(text):
        words = re.findall(r"[^\W\d_]{2,}", match[0])
        own = [word for word in words if word[0].isupper() and _is_own_word(word)]
        if len(own) > 1 and not is_place(match[0]):
            yield match.span()


def _is_open(text: str, start: int, end: int) -> bool:
    near = text[max(start - AROUND, 0) : end + AROUND]
    is_street = _OF_STREET.match(text[end:])
    return not (is_street or is_organisation(near) or OF_ANOTHER.search(text[:start]))


def _may_be_name(text: str) -> bool:
    """Tell what is left of a name: small letters, a first name, or a word with a capital."""
    bare = _CAPITAL_I.sub("I. ", text).strip(" .,;:|_-")
    if _NUMBERED.search(bare) or text.rstrip().endswith(":"):
        return False
    if is_organisation(bare) or is_place(bare) or OF_ANOTHER.search(f"{bare} "):
        return False
    words = re.findall(r"[^\W\d_]{2,}", bare)
    if _INITIALS.search(bare) or _CUT_OFF.fullmatch(bare) or _is_in_small_letters(bare, words):
        return True
    return any(map(_is_own_word, words))


def _is_in_small_letters(text: str, words: Sequence[str]) -> bool:
    """Tell "volkert okkerse" from "een bezorgde moeder"."""
    if is_lower_name(text):
        return True
    is_plain = any(NO_NAME.fullmatch(word) or fold(word) in _plain() for word in words)
    return text.islower() and not is_plain and _LOWEST <= len(words) <= _MOST


def _is_own_word(word: str) -> bool:
    if not word[0].isupper() or NO_NAME.fullmatch(word) or fold(word) in _plain():
        return False
    if is_place(word):
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
        for start, end in _named(words):
            is_self = _I_AM.search(words[:start]) or _MYSELF.match(words[end:])
            if is_self and not is_organisation(words[start:end]):
                yield body.text.span(sentence.start + start, sentence.start + end)
