"""E-mail addresses and codes that were read in several pieces are read as one.

A wide "_" or dot is a space to Tesseract: "osman bulut@example.net", "Wmo26. 23529". Where the
other engine sees one word in all of the pieces, it is one.
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
        if look.confidence >= TOLD and whole.fullmatch(look.text):
            joined[first : last + 1] = [_as_one(joined[first : last + 1], box, look)]
    return tuple(joined)


def _as_one(pieces: Sequence[Word], box: Box, look: Reading) -> Word:
    """Return pieces as the one word that the other engine saw; of a code Tesseract tells signs."""
    if "@" not in look.text:
        sure = min(piece.confidence for piece in pieces)
        return weighed(Word("".join(piece.text for piece in pieces), box, sure), look)
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


def _ends_of_mail(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Return the first and the last of the words that may be parts of one address."""
    first = last = at
    while first and at - first < MOST_PARTS and _touch(words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and last - at < MOST_PARTS and _touch(words[last], words[last + 1]):
        last += 1
    return first, last


def _goes_on_in_figures(pair: Sequence[Word]) -> bool:
    return len(pair) > 1 and pair[1].text[0].isdigit() and _touch(*pair)


def _touch(left: Word, right: Word) -> bool:
    """Tell whether no more stands between two words than between parts of one address."""
    is_level = left.box.top < right.box.center[1] < left.box.bottom
    gap = right.box.x0 - left.box.x1
    return is_level and left.text[-1] not in ":,;" and abs(gap) < TOUCHING * right.box.height
