"""Print of which the page pass read nothing is read once more, by itself and in full contrast.

Tesseract leaves whole lines of a poor scan out, often the address at the head of a letter. Only
what was clearly read the second time counts; boxes are those of the page. Rows that still give
nothing are shown to the other engine: what it reads surely stands there, and where it sees nothing,
as in the waves of a postmark, there is no print.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Box, PageImage, Word, around
from extractors.ocr import Segmentation
from extractors.pictures.images import with_full_contrast
from extractors.readers.looks import ask_other
from extractors.readers.second_reading import is_same_place
from extractors.readers.unread import find_unread
from extractors.readers.weighing import FIRM, SETTLED, SETTLES

if TYPE_CHECKING:
    from extractors.readers.work import Work

Crop = Callable[[Box], PageImage]

MOST_CALLS: Final = 8  # of one page: where more is missing the page needs a person
MOST_ROWS: Final = 16  # of one page, that the other engine is asked for
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
    return _with_other(words, find_unread(page, words), crop=crop, work=work)


def _with_other(
    words: tuple[Word, ...], rows: tuple[Box, ...], *, crop: Crop, work: "Work"
) -> tuple[tuple[Word, ...], tuple[Box, ...]]:
    """Return the words with those that the other engine surely sees, and the rows that are left."""
    left = list(rows[MOST_ROWS:])
    for row in rows[:MOST_ROWS]:
        look = ask_other(Word("", row, 0.0), lambda box, _: crop(box), work)
        inside = [word for word in words if row.contains(word.box)]
        # An e-mail address is told as a whole elsewhere: here it may get spaces.
        is_sure = look.confidence >= SETTLES and "@" not in look.text
        is_sure = is_sure and all(word.confidence < FIRM for word in inside)
        if is_sure:
            words = (*(word for word in words if word not in inside), *_placed(look.text, row))
        elif look.text.strip() or not look.is_opinion:
            left.append(row)
    return words, tuple(left)


def _placed(text: str, row: Box) -> Iterator[Word]:
    """Yield the words of a row, each as wide as its share of the signs."""
    per_sign = row.width / len(text)
    for found in re.finditer(r"\S+", text):
        left, right = (row.x0 + per_sign * at for at in found.span())
        yield Word(found[0], Box(left, row.top, right, row.bottom), SETTLED)


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
