"""Lines that a stamp came down on across are read together from the darkest ink alone.

Askew over two or more lines it joins them, so that the page pass sees words that run from one into
the other and nothing of what stands there. Looking beneath one line (`stamped_over`) does not help
then: where lines begin and end has to be found anew.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Box, PageImage, Word, around
from extractors.ocr import Segmentation
from extractors.readers.second_reading import is_same_place, lines_of, signs_of
from extractors.readers.stamped_over import SURE, WEAK, darkest, print_ink

if TYPE_CHECKING:
    from extractors.readers.work import Work

Crop = Callable[[Box], PageImage]

LEAST_LINES: Final = 2
HARDLY: Final = 0.5  # of the signs of a line: with more of them unread nothing is left of it
READ: Final = 0.8  # of the signs of the page: what spoils more of it is no stamp
LARGEST: Final = 0.25  # of the page's height: no stamp is higher
GAP_PT: Final = 8.0  # between lines of one spoiled place
AROUND_PT: Final = (10.0, 6.0)
FEWEST: Final = 4  # signs of a line that are hardly read: less may be strokes of a pen
LEFT_OVER: Final = 3  # signs: of a shorter word
FEWEST_MORE: Final = 6  # letters and figures that must become sure


def read_spoiled(
    words: tuple[Word, ...], *, height: float, crop: Crop, work: "Work"
) -> tuple[Word, ...]:
    """Return the words with lines that lie under a stamp together, where they can be read.

    `crop` gives the picture of a part of a page with shades; `height` is that of the page.
    """
    lines = list(lines_of(words))
    place = _spoiled(lines, height) if _is_read(words) else None
    ink = print_ink(words, crop) if place else None
    if place is None or ink is None:
        return words
    for image in darkest(crop(place), ink):
        read = work.engine.read(
            image, timeout_s=work.time_for_call(), segmentation=Segmentation.BLOCK
        )
        new = [
            replace(word, box=word.box.moved(place.x0, place.top))
            for word in read
            if word.confidence >= SURE and signs_of(word) > 1
        ]
        lost = [word for word in words if _gives_way(word, place, new)]
        if _signs(new) >= _sure_signs(lost) + FEWEST_MORE:
            return _with_lines([word for word in words if word not in lost], new)
    return words


def _is_read(words: Sequence[Word]) -> bool:
    return _sure_signs(words) >= READ * _signs(words)


def _spoiled(lines: Sequence[Sequence[Word]], height: float) -> Box | None:
    """Return where lines below each other are hardly read; the largest such place."""
    places = [place for place in _places(lines) if place.height < LARGEST * height]
    largest = max(places, key=lambda place: place.area, default=None)
    return largest.grown(*AROUND_PT).on_sheet() if largest else None


def _places(lines: Sequence[Sequence[Word]]) -> Iterator[Box]:
    near: list[Box] = []
    for line in (*lines, None):
        box = around(word.box for word in line) if line else None
        if line and box and _is_hardly_read(line):
            if near and not _is_below(box, around(near)):
                if len(near) >= LEAST_LINES:
                    yield around(near)
                near = []
            near.append(box)
        elif len(near) >= LEAST_LINES:
            yield around(near)
            near = []
        else:
            near = []


def _is_below(box: Box, above: Box) -> bool:
    beside = box.x0 < above.x1 and above.x0 < box.x1
    return beside and box.top < above.bottom + GAP_PT


def _is_hardly_read(line: Sequence[Word]) -> bool:
    weak = _signs([word for word in line if word.confidence < WEAK])
    return weak >= FEWEST and weak > HARDLY * _signs(line)


def _gives_way(word: Word, place: Box, new: Sequence[Word]) -> bool:
    """Tell what was read before in a place that was read anew: rubbish, or the same words.

    And what is left of the stamp, such as its year: print would have been seen again.
    """
    if not place.contains(Box(*word.box.center, *word.box.center)):
        return False
    is_left_over = word.confidence < SURE or signs_of(word) < LEFT_OVER
    return is_left_over or any(is_same_place(word, other) for other in new)


def _with_lines(words: Sequence[Word], new: Sequence[Word]) -> tuple[Word, ...]:
    """Put new words in the lines that stand at their height, or between the lines."""
    lines = [list(line) for line in lines_of(words)]
    for row in lines_of(new):
        middle = around(word.box for word in row).center[1]
        at_height = next((line for line in lines if _is_level(line, middle)), None)
        if at_height is not None and not _is_across(at_height, row):
            at_height.extend(row)
            at_height.sort(key=lambda word: word.box.x0)
            continue
        below = (at for at, line in enumerate(lines) if line[0].box.top > middle)
        lines.insert(next(below, len(lines)), list(row))
    return tuple(word for line in lines for word in line)


def _is_level(line: Sequence[Word], middle: float) -> bool:
    box = line[0].box
    return box.top < middle < box.bottom


def _is_across(line: Sequence[Word], row: Sequence[Word]) -> bool:
    """Tell whether words of two lines stand over each other, so that they are not one line."""
    return any(is_same_place(one, other) for one in line for other in row)


def _signs(words: Sequence[Word]) -> int:
    return sum(signs_of(word) for word in words)


def _sure_signs(words: Sequence[Word]) -> int:
    return _signs([word for word in words if word.confidence >= SURE])
