"""Tell where a stamp came down on running text and words of it were lost.

The frame of a stamp ties the letters below it together and the engine reads none of them; no weak
word is left to tell. But the line stops where the stamp begins, and other lines do not.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from extractors.document import BlockRole, Box, LetterPage, Line, Word
from extractors.layout import em_of
from extractors.parts import has_stamp_word

FRAME_EM: Final = (2.5, 3.5)  # from the word of a stamp to its frame, across and down
STOPS_EM: Final = 1.5  # from the last word of a line to the stamp that hides the rest
SHORTEST_EM: Final = 4.0  # a gap in a line; between words it is a third of one
RUNNING: Final = 3  # words of a line, or of what is left of it


def rows_behind(page: LetterPage) -> Iterator[Box]:
    """Yield the parts of lines of running text that stand behind a stamp and were not read."""
    stamps = [_with_frame(line, em_of(page.page)) for line in page.lines if _is_stamp(line)]
    if not stamps:
        return
    body = [line for block in page.blocks if block.role is BlockRole.BODY for line in block.lines]
    text = [line for line in body if len(line.words) >= RUNNING]
    column = max((line.box.x1 for line in text), default=0.0)
    for line in text:
        for stamp in stamps:
            yield from _gap(line, stamp, page, column)


def _is_stamp(line: Line) -> bool:
    return len(line.words) < RUNNING and has_stamp_word(line.text)


def _with_frame(line: Line, em: float) -> Box:
    across, down = FRAME_EM
    return line.box.grown(across * em, down * em)


def _gap(line: Line, stamp: Box, page: LetterPage, column: float) -> Iterator[Box]:
    """Yield what is missing of a line behind a stamp that it runs into."""
    em, box = em_of(page.page), line.box
    if not stamp.top < box.center[1] < stamp.bottom:
        return
    for word in line.words:
        end = word.box.x1
        if not stamp.x0 - STOPS_EM * em < end < stamp.x1:
            continue
        start = _next_start(word, page.lines, stamp, column)
        if start - end >= SHORTEST_EM * em and min(start, stamp.x1) > end:
            yield Box(end, box.top, start, box.bottom)


def _next_start(word: Word, lines: Sequence[Line], stamp: Box, column: float) -> float:
    """Return where the row goes on behind a word; at the side of the stamp when nowhere."""
    own = word.box
    behind = (
        other.box.x0
        for line in lines
        for other in line.words
        if other.box.x0 >= own.x1 - 1 and other.box.shared_height(own) > 0.5 * own.height
    )
    return min(behind, default=min(stamp.x1, column))
