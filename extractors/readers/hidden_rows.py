"""Rows of print that a stamp hides whole are read from the darkest ink alone.

The frame of a stamp and its letters tie the print below them together: the engine reads nothing
there, and nothing is left that looks like a row of letters. With all that is paler than print made
paper the rows show again. A part of a figure may go with it, so numbers stay doubtful until the
other engine reads them alike in the picture as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Final

import numpy as np

from extractors.document import Box, PageImage, Word
from extractors.parts import has_stamp_word
from extractors.readers.missed_lines import read_missed
from extractors.readers.second_reading import is_same_place
from extractors.readers.stamped_over import GRAIN, PAPER, SAMPLES, darkest, print_ink

if TYPE_CHECKING:
    from extractors.readers.work import Work

DARK: Final = 128  # of a picture without what is paler than print
BESIDE: Final = 0.3  # of the height of print, that what stands beside it shares
LEFT: Final = 0.4  # of the usual share of the darkest ink, in a word that is print
DOUBT: Final = 0.5  # times the confidence of a word with figures


def read_hidden(
    page: PageImage,
    words: tuple[Word, ...],
    *,
    crop: Callable[[Box], PageImage],
    work: "Work",
) -> tuple[tuple[Word, ...], tuple[Box, ...]]:
    """Return the words of a page in shades with those of hidden rows, and the rows that give none.

    `crop` cuts a part of the page out.
    """
    ink = print_ink(words, crop)
    if ink is None:
        return words, ()

    def bare(image: PageImage) -> PageImage:
        return next(darkest(image, ink), image)

    read, left = read_missed(bare(page), words, crop=lambda box: bare(crop(box)), work=work)
    known = set(map(id, words))  # hundreds, each of which would be compared with all
    new = (word for word in read if id(word) not in known)
    shown = [word for word in new if not any(is_same_place(word, old) for old in words)]
    if not shown:
        return words, left

    def dark_share(word: Word) -> float:
        return _dark_share(crop(word.box), bare)

    least = LEFT * median(map(dark_share, _printed(words)))
    kept = (x for x in words if not (_may_be_piece(x, shown) and dark_share(x) < least))
    return (*kept, *map(_in_doubt, shown)), left


def _printed(words: Sequence[Word]) -> list[Word]:
    """Return some of the words that surely are print; there is one where its ink is known."""
    return sorted(words, key=lambda word: -word.confidence)[:SAMPLES]


def _may_be_piece(word: Word, shown: Sequence[Word]) -> bool:
    """Tell capitals beside print that shows now: they may have been read of the stamp itself.

    "OMEN" behind a name would be taken for a part of it. The whole word of a stamp says what it is.
    """
    beside = any(word.box.shared_height(each.box) > BESIDE * each.box.height for each in shown)
    is_capitals = word.text.isalpha() and word.text.isupper()
    return beside and is_capitals and not has_stamp_word(word.text)


def _dark_share(image: PageImage, bare: Callable[[PageImage], PageImage]) -> float:
    """Return which share of the ink of a word is as dark as print."""
    if not image.pixels.size:
        return 0.0
    paper = float(np.percentile(image.pixels, PAPER)) - GRAIN
    ink = int(np.count_nonzero(image.pixels < paper))
    return int(np.count_nonzero(bare(image).pixels < DARK)) / max(ink, 1)


def _in_doubt(word: Word) -> Word:
    has_figures = any(map(str.isdigit, word.text))
    return replace(word, confidence=DOUBT * word.confidence) if has_figures else word
