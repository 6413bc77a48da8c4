"""Print of which the page pass read nothing is read once more, by itself and in full contrast.

The engine leaves whole lines of a poor scan out, often the address at the head of a letter. Only
what was clearly read the second time counts; boxes are those of the page.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Box, PageImage, Word, around
from extractors.ocr import Segmentation
from extractors.pictures.images import with_full_contrast
from extractors.readers.second_reading import is_same_place
from extractors.readers.unread import find_unread

if TYPE_CHECKING:
    from extractors.readers.work import Work

Crop = Callable[[Box], PageImage]

MOST_CALLS: Final = 8  # of one page: where more is missing the page needs a person
MARGIN_PT: Final = 4.0
TOGETHER_PT: Final = (14.0, 7.0)  # rows no further apart, across and down, are read in one call
SURE: Final = 0.55  # letters by weight; less is noise that looks like print


def read_missed(
    page: PageImage, words: tuple[Word, ...], *, crop: Crop, work: "Work"
) -> tuple[tuple[Word, ...], tuple[Box, ...]]:
    """Return the words with those of rows that gave none, and the rows that still give none.

    `crop` cuts a part of the page out.
    """
    rows = find_unread(page, words)
    if not rows:
        return words, ()
    words = _with_missed(words, _together(rows), crop=crop, work=work)
    return words, find_unread(page, words)


def _with_missed(
    words: tuple[Word, ...], places: list[Box], *, crop: Crop, work: "Work"
) -> tuple[Word, ...]:
    places.sort(key=lambda box: -box.area)
    for place in places[:MOST_CALLS]:
        box = place.grown(MARGIN_PT, MARGIN_PT).on_sheet()
        image = crop(box)
        if min(image.pixels.shape) < 12:
            continue
        read = work.engine.read(
            PageImage(with_full_contrast(image.pixels), image.scale),
            timeout_s=work.time_for_call(),
            segmentation=Segmentation.BLOCK,
        )
        words = _with_new(
            words, [replace(word, box=word.box.moved(box.x0, box.top)) for word in read]
        )
    return words


def _together(rows: Sequence[Box]) -> list[Box]:
    """Join rows that stand below or beside each other."""
    places: list[Box] = []
    for row in rows:
        near = [place for place in places if place.grown(*TOGETHER_PT).overlaps(row)]
        places = [place for place in places if place not in near]
        places.append(around([row, *near]))
    return places


def _with_new(words: tuple[Word, ...], read: Sequence[Word]) -> tuple[Word, ...]:
    """Add the new words that were read clearly; of an old and a new one the surer stays."""
    new = [word for word in read if word.confidence >= SURE and _has_sign(word)]
    kept = [word for word in words if not any(_beats(other, word) for other in new)]
    return (*kept, *(word for word in new if not any(is_same_place(word, old) for old in kept)))


def _has_sign(word: Word) -> bool:
    return any(char.isalnum() for char in word.text)


def _beats(new: Word, old: Word) -> bool:
    return (
        is_same_place(new, old)
        and new.confidence > old.confidence
        and len(new.text) >= len(old.text)
    )
