"""Floors behind house numbers ("27-III") are told by counting their strokes in the picture.

"III" is read as "II", "111" or "1II", mostly by both engines; another floor is another house.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractors.document import Word
from extractors.readers.flags import Seen, look_at
from extractors.readers.looks import Crop, picture_of
from extractors.readers.second_reading import lines_of
from extractors.readers.strokes import count_strokes
from extractors.readers.weighing import SETTLED

MOST: Final = 8  # words of one page
DPI: Final = 300.0  # at which strokes are counted
FLOORS: Final = frozenset({2, 3})
_FLOOR: Final = re.compile(r"(?P<number>\d{1,4}[-/])(?P<strokes>[Il1|]{1,4})(?P<end>[,.]?)")
_ALONE: Final = re.compile(r"(?P<number>)(?P<strokes>[Il1|]{2,4})(?P<end>[,.]?)")  # "291 II"
_HOUSE: Final = re.compile(r"\d{1,4}")


def with_floors(words: Sequence[Word], *, crop: Crop) -> tuple[Word, ...]:
    """Return the words with the floors of addresses as they are counted."""
    told = list(words)
    for at, floor in list(_floors(words))[:MOST]:
        told[at] = _with_floor(words[at], floor, crop)
    return tuple(told)


def _floors(words: Sequence[Word]) -> Iterator[tuple[int, re.Match[str]]]:
    at = 0
    for line in lines_of(words):
        before = ""
        for word in line:
            is_behind = _HOUSE.fullmatch(before) is not None
            floor = (_ALONE if is_behind else _FLOOR).fullmatch(word.text)
            if floor is not None:
                yield at, floor
            before = word.text
            at += 1


def _with_floor(word: Word, floor: re.Match[str], crop: Crop) -> Word:
    """Return the word with its floor, as it is when that is unclear.

    Engines lose strokes and add none. Strokes that were all read as 1 may be the figures of a date
    or a reference.
    """
    picture = picture_of(word, crop, DPI).pixels
    count = count_strokes(picture, alone=not floor["number"]) if picture.size else 0
    if count not in FLOORS or count < len(floor["strokes"]):
        return word
    if set(floor["strokes"]) == {"1"} and look_at(picture, count) is not Seen.FLOOR:
        return word
    return replace(word, text=f"{floor['number']}{'I' * count}{floor['end']}", confidence=SETTLED)
