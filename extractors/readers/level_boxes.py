"""Boxes of words that reach out of their line or into the next word are cut back.

A speck above or below a word makes its box two lines high; then the line falls apart, and the
sentence that runs over it with it.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractors.document import Word
from extractors.readers.second_reading import lines_of

OUT: Final = 0.6  # of the height of the line: ascenders and descenders reach less far
KEPT: Final = 0.25
BESIDE: Final = 3  # words on each side tell where the line runs: it may slope
FEWEST: Final = 4


def with_level_boxes(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words, in the same order, with boxes no higher than their line."""
    return tuple(word for line in lines_of(words) for word in _levelled(_apart(line)))


def _apart(line: Sequence[Word]) -> Sequence[Word]:
    """End each word where the next one begins: a speck makes a box too wide as well.

    A dotted line to write on makes it as wide as all that follows.
    """
    end = max((word.box.x1 + word.box.height for word in line[1:]), default=0.0)
    return [
        replace(word, box=word.box._replace(x1=after.box.x0))
        if word.box.x0 < after.box.x0 < word.box.x1 <= end
        else word
        for word, after in pairwise(line)
    ] + list(line[-1:])


def _levelled(line: Sequence[Word]) -> Sequence[Word]:
    if len(line) < FEWEST:
        return line
    high = _median([word.box.height for word in line])
    return [_cut(line, place, high) for place in range(len(line))]


def _cut(line: Sequence[Word], place: int, high: float) -> Word:
    word = line[place]
    near = [*line[max(place - BESIDE, 0) : place], *line[place + 1 : place + 1 + BESIDE]]
    top = _median([each.box.top for each in near])
    bottom = _median([each.box.bottom for each in near])
    box = word.box
    if box.top < top - OUT * high and box.bottom > top:
        box = box._replace(top=top - KEPT * high)
    if box.bottom > bottom + OUT * high and box.top < bottom:
        box = box._replace(bottom=bottom + KEPT * high)
    return word if box is word.box else replace(word, box=box)


def _median(values: list[float]) -> float:
    """Return what `statistics.median` does, of a few numbers in a third of its time."""
    values.sort()
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
