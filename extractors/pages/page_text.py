"""Say how the text of a page begins, counts on and is signed: what tells that a letter goes on.

A letter of somebody else has something above its text. A page that begins with running text, that
counts on from the page before or that bears the name from its letterhead is of the same letter.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractors.document import BlockRole, LetterPage, Line
from extractors.inks.closing import closes
from extractors.parts import has_stamp_word
from extractors.readers.enclosed import numbering
from extractors.text.gazetteer import fold

_LONG: Final = 10  # words of a line that can only be running text
_SENTENCE: Final = 4  # words of a line that ends like a sentence, at least
_SMALL: Final = 8  # words of a line that begins in small letters, at least
_NAME_LINES: Final = 2  # lines under a closing in which the name stands
_NAME: Final = 3  # letters of a part of a name, at least
_SIGNED: Final = 4  # words of a last line that is a name, at most
_CODE: Final = 6  # signs of a reference or a number of a person, at least
# What may be as long as running text and stands above a letter all the same.
_ABOVE_TEXT = re.compile(
    r"^(geacht|beste|zeer\b|l\.?\s?s\b|hallo|dag\b|goe(de|ie)n?\s?(dag|morgen|middag)|lieve|"
    r"aan\b|van\b|from\b|afz|betreft|betr\b|onderwerp|inzake|over\s?:|re\s?:|datum|d\.\s?d)|"
    r"@|\b[1-9]\d{3}\s?[A-Z]{2}\b|\b0\d[\d -]{7,}|[|\u2022\u00b7]|www\.",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,|\u2022\u00b7*]|\s[-\u2013]\s")  # of a sender in one line
_NO_NAMES = re.compile(
    r"naam|adres|van|aan|afzender|tel|telefoon|mob|mail|email|mevr|mevrouw|mej|dhr|heer|meneer|"
    r"fam|familie|datum|handtekening|ondertekening|plaats|postcode|woonplaats|advocaat|huisarts"
)
_ENDS = re.compile(r"[a-zà-ÿ]{2}[.!?][\"'\u201d\u2019)]*$")
_ITEM = re.compile(r"^\(?(\d{1,2})[.)]\s+[\"'\u201c]?[A-Za-z]")
_FIRST_ITEM = re.compile(r"^\(?1[.)]\s")  # "1. Wie bent u?" begins a form
_NUMBER = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|\b(?=[\w./-]*\d[\w./-]*\d[\w./-]*\d)\w[\w./-]+\w")
_DATE = re.compile(r"^(\d{1,2}[-./]){2}\d{2,4}$|^\d{4}-\d\d-\d\d$")


def leads(lines: Sequence[Line]) -> bool:
    """Tell whether running text is the first thing on a page, below its number."""
    first = next((line for line in lines if numbering((line,)) is None and _counts(line)), None)
    if first is None or _ABOVE_TEXT.search(first.text) or _FIRST_ITEM.match(first.text):
        return False
    words = len(first.words)
    if first.text[:1].islower() and words >= _SMALL:
        return True
    return words >= _LONG or (words >= _SENTENCE and bool(_ENDS.search(first.text)))


def _counts(line: Line) -> bool:
    """Tell a line from specks and stamps."""
    return sum(map(str.isalpha, line.text)) >= _NAME and not has_stamp_word(line.text)


def items(lines: Sequence[Line]) -> tuple[int, int]:
    """Return the numbers of the first and the last paragraph of a page; 0 where none is counted.

    The first only counts where the page begins with it.
    """
    found = [int(match[1]) for line in lines if (match := _ITEM.match(line.text))]
    body = (line for line in lines if numbering((line,)) is None and _counts(line))
    first = next((_ITEM.match(line.text) for line in body), None)
    return (int(first[1]) if first else 0, found[-1] if found else 0)


def signed(page: LetterPage) -> frozenset[str]:
    """Return the parts of the name under the last closing of a page, or of a short last line."""
    last = max((i for i, line in enumerate(page.lines) if closes(line)), default=None)
    start = 0 if last is None else last + 1
    below = [line for line in page.lines[start:] if _counts(line) and numbering((line,)) is None]
    if last is None:
        below = [line for line in below[-1:] if len(line.words) <= _SIGNED]
    return frozenset(_names([line.text for line in below[:_NAME_LINES]]))


def sender(page: LetterPage) -> frozenset[str]:
    """Return the words with a capital of what says on a page who sends it, without the address."""
    blocks = [block for block in page.blocks if block.role is BlockRole.SENDER]
    parts = (_PARTS.split(line.text)[0] for block in blocks for line in block.lines)
    return frozenset(_names([part for part in parts if not any(map(str.isdigit, part))]))


def names(page: LetterPage) -> frozenset[str]:
    """Return every word with a capital on a page that may be of a name."""
    return frozenset(_names([line.text for line in page.lines]))


def _names(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for word in re.findall(r"[^\W\d_][\w'\u2019-]+", text):
            if word[0].isupper() and len(word) >= _NAME and not _NO_NAMES.fullmatch(fold(word)):
                yield fold(word)


def codes(page: LetterPage) -> frozenset[str]:
    """Return the references, numbers and addresses for mail that belong to no addressee."""
    own = (block for block in page.blocks if block.role is not BlockRole.ADDRESSEE)
    return frozenset(_codes([line.text for block in own for line in block.lines]))


def _codes(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for found in _NUMBER.findall(text):
            plain = re.sub(r"[^a-z0-9@]", "", found.casefold())
            if len(plain) >= _CODE and not _DATE.match(found):
                yield plain
