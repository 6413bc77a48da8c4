"""Names under the closing formula, or in the last lines of a letter without one."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.document import Block, BlockRole, Letter, LetterPage, Line, Text
from extractors.element import Hints
from extractors.once import once
from extractors.parts import is_closing, is_organisation, is_salutation
from extractors.people.mentions.mention import Mention, Side, Source
from extractors.people.mentions.relations import KIN_WORD, relation_behind, relation_in
from extractors.people.persons.person import Person
from extractors.people.persons.person import is_organisation as is_firm
from extractors.people.persons.reading import is_lower_name, parse_person
from extractors.text.gazetteer import is_first_name, is_place

_LEAD = re.compile(
    r"^(?:(?:hoogachtend|met\s+(?:de\s+meeste\s+)?(?:hoogachting|vriendelijke\s+groet(?:en)?|groet)|"
    r"(?:vriendelijke\s+|hartelijke\s+)?groet(?:en|jes)?|mvg|m\.v\.g\.|(?:was\s+)?getekend|w\.?g\.?|"
    r"naam|ondertekening|verblijf\s+ik|handtekening|(?:de\s+)?gemachtigde|de\s+mentor)"
    r"\s*(?:van)?[,.:;]*\s*)+",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(
    r"^\(?(?:(?:mede|ook|tevens)\s+)?(?:namens|i\.?o\.?|p\.?o\.?|p/o|in\s+opdracht\s+van|o\.?n\.?v\.?)\b[.,:]?\s*"
    r"(?:cli[eë]nte?\s+|mijn\s+\w+,?\s+)?",
    re.IGNORECASE,
)
# "Mede namens mijn man Erik": he is the second who writes.
_JOINTLY = re.compile(r"\W*(?:mede|ook|tevens)\b", re.IGNORECASE)
_SECOND = 0.6
# "J. Smit-de Vries, mede namens mijn man P. Smit": both write.
_SIGNED_BY_BOTH = re.compile(
    r"(?P<writer>[^\d()]{4,40}?),?\s+\(?(?:en\s+)?(?:mede|ook|tevens)\s+namens\s+(?:mijn\s+\w+,?\s+)?"
    r"(?P<second>[^\d()]{3,40})\)?$",
    re.IGNORECASE,
)
_SIGNED_FOR = re.compile(
    r"(?!(?:mede|ook|tevens)\s)(?P<writer>[^\d,()]{4,40}?),?\s+"
    rf"(?:(?:namens|i\.?o\.?)\s+|voor\s+(?=(?:zijn|haar|mijn)\s+(?:{KIN_WORD})\b))"
    rf"(?:(?:zijn|haar|mijn)\s+(?:{KIN_WORD}),?\s+)?"
    r"(?:(?:mevrouw|mevr\.?|mw\.?|de heer|dhr\.?)\s)?"
    r"(?P<client>[^\d,()]{4,40})$"
)

_LIVES = re.compile(r"[,/]\s[^,\d]+\s\d{1,5}\S{0,4}\s?[,/]\s[1-9]\d{3}\s?[A-Z]{2}\b")
_BORN = re.compile(r"\b\d{1,2}[-./]\d{1,2}[-./]19\d\d\b")
# "1. Zijlstra, Hofstraat 8, ...": the I of a name that a scanner took for a figure.
_MISREAD_I = re.compile(r"^[1|l][.,]\s?(?=[A-Z\u00c0-\u017d'][^\W\d])")
# "Reeweg Oost 146 rood", "Akersteenweg 88 A", "Dam 3 hs".
_STREET_NUMBER = (
    r"[^\d,(]+\s\d{1,5}\S{0,5}(?:\s(?:[A-Za-z]\d?|\d{1,3}|rood|zwart|hs|huis|bis|[IVX]{1,4}))?"
)
_NUMBERED = re.compile(_STREET_NUMBER)
_WITH_TOWN = re.compile(rf"{_STREET_NUMBER},?\s[1-9]\d{{3}}\s?[A-Za-z]{{2}}\b")
_TOWN = re.compile(r"[1-9]\d{3}\s?[a-z]{2}\b", re.IGNORECASE)
_LOWER_NAME = re.compile(r"[^\W\d_]{2,}(?:\s[^\W\d_]+){1,3}")
_STREET = re.compile(
    r"(?:laan|plein|singel|weg)\s+(?:van|\d)|[^\d,]*(?:straat|laan|weg|plein|dreef|gracht|kade)\s+\d",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"p\.?s\b|n\.?b\b", re.IGNORECASE)
_CODE_BEGINS = re.compile(r"(?<!\d)[1-9]\d{3}\s*$")
_CODE_ENDS = re.compile(r"[A-Z]{2}\s+(?=[A-Z'\u2018\u2019])")
_BRACKETED = re.compile(r"\(([^()]+)\)")
_MOST_WORDS = 9  # of a line that is no sentence
_MOST_ENDING = 9  # lines
_NAMELIKE = 0.7
_SCRAP = 3  # letters
_HARDLY = 0.6


def closing_mentions(letter: Letter, hints: Hints) -> Iterator[Mention]:
    """Yield the people named at the end of the letter."""
    closed = tuple(_on_lines(_closing_lines(letter), hints, 0.8))
    if closed:
        yield from _without_ink(closed)
        return
    last = tuple(_on_lines(_last_lines(letter), hints, 0.5))
    yield from last
    if not last:
        ending = _on_lines(end_lines(letter), hints, 0.5)
        yield from (each for each in ending if _is_surely_named(each.person))


@once
def closing_names(letter: Letter, hints: Hints) -> frozenset[str]:
    """Return the full names at the end of the letter, as they are printed."""
    named = closing_mentions(letter, hints)
    return frozenset(each.span.text for each in named if each.person.is_full)


def _without_ink(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Leave out what a scan made of a signature, when the name itself is there.

    It makes capitals of it, or a word of two or three letters.
    """
    is_named = any(each.person.is_full for each in mentions)
    typed = tuple(
        each
        for each in mentions
        if not (each.span.text.isupper() or (is_named and _is_scrap(each)))
    )
    printed = all(word.confidence == 1.0 for each in mentions for word in each.span.words)
    return mentions if printed else typed or mentions


def _is_scrap(mention: Mention) -> bool:
    """Tell "Sm", read of ink, from the first name of somebody who signs with it."""
    text = mention.span.text.strip(" .,")
    if mention.person.is_full or mention.person.title or is_first_name(text):
        return False
    return len(text) <= _SCRAP or min(word.confidence for word in mention.span.words) < _HARDLY


def _on_lines(lines: tuple[Line, ...], hints: Hints, weight: float) -> Iterator[Mention]:
    for index, line in enumerate(lines[:14]):
        if is_organisation(line.text, hints) or is_salutation(line):
            continue
        if not _ends_code(lines[index - 1 : index], line):
            yield from _on_line(line, lines[index + 1 : index + 4], weight)


def _ends_code(before: tuple[Line, ...], line: Line) -> bool:
    """Tell "GS Arnhem.", of which the line above ends with the figures of the postcode."""
    is_broken = bool(before) and bool(_CODE_BEGINS.search(before[0].text))
    return is_broken and bool(_CODE_ENDS.match(line.text))


def _closing_lines(letter: Letter) -> tuple[Line, ...]:
    pages = [page for page in letter.own_pages if _closing_blocks(page)]
    if not pages:
        return ()
    index = letter.own_pages.index(pages[-1])
    after = letter.own_pages[index + 1 : index + 2]
    lines = [line for block in _closing_blocks(pages[-1]) for line in block.lines]
    if len(lines) <= 2 and after:  # the name went over to the next page
        lines += after[0].lines[:4]
    return tuple(lines)


def _closing_blocks(page: LetterPage) -> list[Block]:
    return [block for block in page.blocks if block.role is BlockRole.CLOSING]


def _last_lines(letter: Letter) -> tuple[Line, ...]:
    """Return the last short lines of a letter without a closing formula."""
    pages = [page for page in letter.own_pages if page.lines]
    if not pages:
        return ()
    body = [block for block in pages[-1].blocks if block.role is BlockRole.BODY]
    tail: list[Line] = []
    for line in reversed([line for block in body for line in block.lines][-9:]):
        if len(line.words) > _MOST_WORDS or is_salutation(line):
            break
        tail.append(line)
    return tuple(reversed(tail))


def end_lines(letter: Letter) -> tuple[Line, ...]:
    """Return what stands below the story of a letter that takes no leave.

    "J. Smit, BSN 999900134" over an address looks like a heading, wherever it stands.
    """
    pages = [page for page in letter.own_pages if page.lines]
    blocks = [each for each in (pages[-1].blocks if pages else ()) if each.lines]
    told = [at for at, block in enumerate(blocks) if _is_story(block)]
    if not told:
        return ()
    return tuple(line for block in blocks[told[-1] + 1 :] for line in block.lines)[:_MOST_ENDING]


def _is_story(block: Block) -> bool:
    """Tell sentences from lines of a few words; a postscript stands below the name."""
    if block.role is not BlockRole.BODY or _POSTSCRIPT.match(block.text):
        return False
    return any(len(line.words) > _MOST_WORDS for line in block.lines)


def _is_surely_named(person: Person) -> bool:
    return person.is_full and person.shape >= _NAMELIKE


def _on_line(line: Line, following: tuple[Line, ...], weight: float) -> Iterator[Mention]:
    text = line.text
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    if is_closing(line) and not text[start:].strip():
        return
    both = _SIGNED_BY_BOTH.match(text[start:])
    if both:
        yield from _signed_by_both(line, start, both, weight)
        return
    signed = _SIGNED_FOR.match(text[start:])
    if signed:
        yield from _signed_for(line, start, signed, weight)
        return
    behalf = _ON_BEHALF.match(text[start:])
    start += behalf.end() if behalf else 0
    person = _person_in(text[start:]) or _in_small_letters(text[start:], following)
    if person is None:
        return
    if person.is_first_name_only or (not person.is_full and person.shape < 0.6):
        weight *= 0.6
    if person.title:
        weight = max(weight, 0.6)  # "Mevr. De Graaf" is surely somebody
    if _LIVES.search(text) or _BORN.search(text) or _lives_below(following):
        # Nobody but the sender stands there with an address or a birth date.
        weight = max(weight, 0.8)
    span = Text.of((line,)).span(start, _end_of_name(text, start))
    if behalf and _JOINTLY.match(behalf[0]):
        yield Mention(person, span, Side.WRITER, Source.CLOSING, weight * _SECOND)
        return
    if behalf:
        yield Mention(person, span, Side.CLIENT, Source.CLOSING, weight)
        return
    relation = relation_behind(text[start:]) or _relation_below(following[:2])
    yield Mention(person, span, Side.WRITER, Source.CLOSING, weight, relation)


def _signed_by_both(
    line: Line, start: int, signed: re.Match[str], weight: float
) -> Iterator[Mention]:
    for part, share in (("writer", 1.0), ("second", _SECOND)):
        person = _person_in(signed[part])
        if person is not None:
            span = Text.of((line,)).span(start + signed.start(part), start + signed.end(part))
            yield Mention(person, span, Side.WRITER, Source.CLOSING, weight * share)


def _signed_for(line: Line, start: int, signed: re.Match[str], weight: float) -> Iterator[Mention]:
    """Yield both of "J. de Wit, namens M. de Wit-Smeets"."""
    for part, side in (("writer", Side.PROXY), ("client", Side.CLIENT)):
        person = _person_in(signed[part])
        if person is not None:
            span = Text.of((line,)).span(start + signed.start(part), start + signed.end(part))
            yield Mention(person, span, side, Source.CLOSING, weight)


def _in_small_letters(text: str, following: tuple[Line, ...]) -> Person | None:
    """Read "volkert okkerse", whom no list of first names knows, above his own address."""
    bare = text.strip(" .,")
    if not (bare.islower() and _LOWER_NAME.fullmatch(bare)) or is_firm(bare) or is_place(bare):
        return None
    return parse_person(bare, lenient=True) if _lives_below(following) else None


def _end_of_name(text: str, start: int) -> int:
    """Return where a name ends: how an address behind it was read says nothing of it."""
    lives = _LIVES.search(text, start)
    if lives is None:
        return len(text)
    ends = (text.find(sign, start) for sign in ",/")  # "J. Smit / Kade 3 / 2311 AB Leiden"
    return min((end for end in ends if end > start), default=lives.start())


def _lives_below(following: tuple[Line, ...]) -> bool:
    """Tell whether a street with a number, and then a postcode, stand right below a name."""
    if following and _is_whole_address(following[0].text.strip(" .,")):
        return True
    pairs = pairwise(line.text for line in following[:3])
    return any(
        _NUMBERED.fullmatch(street.strip(" .,")) and _TOWN.match(town) for street, town in pairs
    )


def _is_whole_address(text: str) -> bool:
    """Tell "Kade 3, 2311 AB", "De Weyert 8, Oosterwolde" and "Dorpsstraat 90-2"."""
    street, _, town = text.rpartition(", ")
    is_in_town = bool(_NUMBERED.fullmatch(street)) and is_place(town)
    is_street = bool(_NUMBERED.fullmatch(text) and _STREET.match(text))
    return bool(_WITH_TOWN.match(text)) or is_in_town or is_street


def _person_in(text: str) -> Person | None:
    if is_place(text) or is_firm(text):
        return None
    bracketed = _BRACKETED.fullmatch(text.strip(" .,"))
    if bracketed:  # "(J. Smit)" below the ink; "(zoon)" and "(voogd)" are no names
        person = _person_in(bracketed[1])
        return person if person is not None and person.is_full else None
    if re.match(r"(?!l)[a-z]{3,} [A-Z][a-z]", text):  # a signature over the first letter
        text = text[0].upper() + text[1:]
    if is_lower_name(text) or (text.islower() and is_first_name(text)):
        return parse_person(text, lenient=True)  # somebody who writes without capitals
    if _LIVES.search(text):
        text = _MISREAD_I.sub("I. ", text)
    part = re.split(r",|\(|/|\s[-\u2013|*\u2022\u00b7]\s|\d|\s(?:uit|te)\s(?=[A-Z'])", text)[0]
    if is_place(part.strip()) or _STREET.match(text if part == text else f"{part} 1"):
        return None
    person = parse_person(text) or parse_person(part)
    # "Korte Voorhout 167-h": two words with capitals and a house number.
    if person and person.shape < 0.5 and _NUMBERED.fullmatch(text.strip(" .,")):
        return None
    is_street = bool(person and not person.is_full and not person.title and re.search(r"\d", text))
    return None if is_street else person


def _relation_below(lines: tuple[Line, ...]) -> str:
    return next((relation for line in lines if (relation := relation_in(line.text))), "")
