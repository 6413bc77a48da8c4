"""A citizen service number that cannot be one is read again by itself.

The figures of a BSN check each other (elfproef), so that one that was misread shows; Tesseract is
sure of a 5 for a 3 now and then. Nothing is guessed: another figure is taken only when it was read.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from stdnum.nl import bsn

from extractors.document import Word, around
from extractors.readers.looks import Crop, ask_other, read_alone

if TYPE_CHECKING:
    from extractors.readers.work import Work

LOOKS_DPI: Final = (300.0, 250.0, 185.0, 140.0)
FIGURES: Final = 9  # of a BSN
MOST: Final = 3  # numbers of one page
AGAIN: Final = 0.85  # at most so sure is a number that only a later reading gave
DOUBT: Final = 0.6  # how sure a number is that still cannot be a BSN, and was read in two ways
MOST_OTHER: Final = 2  # figures that may have been misread
_GAP: Final = 1.2  # heights of a line between two parts of a number
_PART: Final = re.compile(r"\(?\d[\d.\-]*[.,;:)]{0,2}")
_LABEL: Final = re.compile(r"\bb\.?s\.?n\b|burger|\bso[fp]i", re.IGNORECASE)


def check_bsn(words: tuple[Word, ...], *, crop: Crop, work: "Work") -> tuple[Word, ...]:
    """Return the words with the figures of a BSN as a second look gives them, if those can be one.

    Only on a page that speaks of a BSN.
    """
    if not any(_LABEL.search(word.text) for word in words):
        return words
    read = list(words)
    failing = [group for group in _groups(words) if not passes(_figures(words, group))]
    for group in failing[:MOST]:
        figures = _figures(words, group)
        found = _read_again([words[index] for index in group], figures, crop, work)
        if found is not None:
            _put(read, group, *found)
    return tuple(read)


def passes(figures: str) -> bool:
    """Tell whether nine figures pass the elfproef (Besluit burgerservicenummer, article 1).

    >>> passes("999990019"), passes("999990018")
    (True, False)
    """
    return bsn.checksum(figures) == 0


def _groups(words: Sequence[Word]) -> Iterator[range]:
    """Yield the places of nine figures in a row: in one word, or in words beside each other."""
    first = 0
    for index, (word, following) in enumerate(pairwise((*words, None))):
        if following is None or word is None or not _goes_on(word, following):
            group = range(first, index + 1)
            parts = all(_PART.fullmatch(words[at].text) for at in group)
            if parts and len(_figures(words, group)) == FIGURES:
                yield group
            first = index + 1


def _goes_on(word: Word, following: Word) -> bool:
    if not (_PART.fullmatch(word.text) and _PART.fullmatch(following.text)):
        return False
    gap, height = following.box.x0 - word.box.x1, word.box.height
    return -height < gap < _GAP * height and word.box.shared_height(following.box) > 0.5 * height


def _figures(words: Sequence[Word], group: range) -> str:
    return "".join(char for at in group for char in words[at].text if char.isdigit())


def _read_again(
    words: Sequence[Word], figures: str, crop: Crop, work: "Work"
) -> tuple[str, float] | None:
    """Return a reading that can be a BSN, or else the one that most looks agree on.

    Only what is nearly the same as before counts.
    """
    whole = Word(figures, around(word.box for word in words), 0.0)
    told = ask_other(whole, crop, work)
    seen = "".join(filter(str.isdigit, told.text))
    if told.confidence >= DOUBT and passes(seen) and _is_near(seen, figures):
        return seen, told.confidence
    votes = Counter({figures: 1})
    for dpi in LOOKS_DPI:
        again = read_alone(whole, crop, dpi, work)
        seen = "".join(char for char in again.text if char.isdigit())
        if not _is_near(seen, figures):
            continue
        if passes(seen):
            return seen, again.confidence
        votes[seen] += 1
    chosen, most = votes.most_common(1)[0]
    return (chosen, DOUBT) if chosen != figures and most > votes[figures] else None


def _is_near(seen: str, figures: str) -> bool:
    if len(seen) != len(figures):
        return False
    return sum(one != other for one, other in zip(seen, figures, strict=True)) <= MOST_OTHER


def _put(words: list[Word], group: range, figures: str, sure: float) -> None:
    """Put the figures in the words, which keep their signs."""
    left = iter(figures)
    for at in group:
        text = "".join(next(left) if char.isdigit() else char for char in words[at].text)
        words[at] = replace(words[at], text=text, confidence=min(sure, AGAIN))
