"""E-mail addresses, codes and house numbers that were read in several pieces are read as one.

A wide "_", dot or 1 is a space to Tesseract: "osman bulut@example.net", "Wmo26. 23529",
"31 1-III". Where the other engine sees one word in all of the pieces, it is one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Box, Word, around
from extractors.readers.looks import Crop, ask_other
from extractors.readers.weighing import CODE, MAIL, TOLD, weighed, whole_sureness, with_initial
from extractors.word_engine import Reading

if TYPE_CHECKING:
    from extractors.readers.work import Work

MOST_PIECES: Final = 4  # of one page
MOST_PARTS: Final = 2  # of an address, on either side of the one with the "@"
TOUCHING: Final = 0.7  # of the height of a word: between parts of one address or code
# "Wmo26." and what follows; "Mob." before a telephone number is a word by itself.
_HALF_CODE: Final = re.compile(r"\W?[A-Za-z]{1,6}\d[A-Za-z\d./-]*[./-]")
# The end of a house number with a floor, behind figures of it that nobody writes apart.
_FLOOR: Final = re.compile(r"\d{1,2}[-/][I1l|]{1,4}[,.]?")
_NUMBER: Final = re.compile(r"(?P<figures>\d{2,4})[-/][I1l|]{1,4}[,.]?")


def with_whole_words(words: tuple[Word, ...], *, crop: Crop, work: "Work") -> tuple[Word, ...]:
    """Return the words with those in one piece that were read in several.

    `crop` gives the picture of a part of the page at a resolution.
    """
    if work.other is None:
        return words
    joined = list(words)
    for first, last, whole in list(_pieces(words))[:MOST_PIECES][::-1]:
        box = around(word.box for word in joined[first : last + 1])
        look = ask_other(replace(joined[first], box=box), crop, work)
        match = whole.fullmatch(look.text)
        if match is None:
            continue
        if whole is _NUMBER:  # the strokes behind it are counted elsewhere
            look = look.of(match["figures"])
        if look.confidence >= TOLD:
            joined[first : last + 1] = [_as_one(joined[first : last + 1], box, look)]
    return tuple(joined)


def _as_one(pieces: Sequence[Word], box: Box, look: Reading) -> Word:
    """Return pieces as the one word that the other engine saw; of a code Tesseract tells signs."""
    if "@" not in look.text:
        sure = min(piece.confidence for piece in pieces)
        word = Word("".join(piece.text for piece in pieces), box, sure)
        return word if look.text.isdigit() else weighed(word, look)
    text = next(part for part in look.text.split() if "@" in part)
    return Word(with_initial(text), box, whole_sureness(look))


def _pieces(words: Sequence[Word]) -> Iterator[tuple[int, int, re.Pattern[str]]]:
    """Yield the first and the last of words that may be one, and what it looks like then."""
    for at, word in enumerate(words):
        if "@" in word.text:
            first, last = _ends_of_mail(words, at)
            if first < last:
                yield first, last, MAIL
        elif _HALF_CODE.fullmatch(word.text) and _goes_on_in_figures(words[at : at + 2]):
            yield at, at + 1, CODE
        elif word.text.isdigit() and _is_floor(words[at : at + 2]):
            yield at, at + 1, _NUMBER


def _ends_of_mail(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Return the first and the last of the words that may be parts of one address."""
    first = last = at
    while _goes_back(words, first) and at - first < MOST_PARTS:
        first -= 1
    while last + 1 < len(words) and last - at < MOST_PARTS and _touch(words[last], words[last + 1]):
        last += 1
    return first, last


def _goes_back(words: Sequence[Word], first: int) -> bool:
    """Tell whether an address may begin before this word; behind a bracket it begins here."""
    is_begun = words[first].text[0] == "<"
    return first > 0 and not is_begun and _touch(words[first - 1], words[first])


def _goes_on_in_figures(pair: Sequence[Word]) -> bool:
    return len(pair) > 1 and pair[1].text[0].isdigit() and _touch(*pair)


def _is_floor(pair: Sequence[Word]) -> bool:
    return _goes_on_in_figures(pair) and bool(_FLOOR.fullmatch(pair[1].text))


def _touch(left: Word, right: Word) -> bool:
    """Tell whether no more stands between two words than between parts of one address."""
    is_level = left.box.top < right.box.center[1] < left.box.bottom
    gap = right.box.x0 - left.box.x1
    return is_level and left.text[-1] not in ":,;" and abs(gap) < TOUCHING * right.box.height
