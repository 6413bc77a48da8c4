"""Print under a stamp or a note in pen is read from the darkest ink alone.

A stamp that came down on a line leaves rubbish of its words. Its ink is seldom as dark as print:
with all that is paler than the page's own letters made paper, the line shows again. Only what is
then read surely counts, and only in its own place.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from extractors.document import Box, PageImage, Word, around
from extractors.ocr import LEAST_SIDE, Segmentation
from extractors.readers.second_reading import is_same_place, lines_of, signs_of, with_margin

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extractors.readers.work import Work

Crop = Callable[[Box], PageImage]

WEAK: Final = 0.5  # half of the words that are read so are wrong
SURE: Final = 0.7
KEPT: Final = 0.5  # of what is read beneath; less is what the stamp left
UPPER: Final = 0.42  # of the page's height: stamps come down there, signatures below
MOST: Final = 6  # lines of one page: with more it is no stamp that spoils it
SAMPLES: Final = 8  # words that tell how dark the print is
DARKEST: Final = 3.0  # per cent of the pixels of a word that are the middle of its strokes
PALER: Final = (0.25, 0.4)  # of the way from the print to the paper: from there on it is no print
PAPER: Final = 90.0  # per cent of the pixels of a word are darker than its lightest paper ...
GRAIN: Final = 40  # ... of which the grain is no darker than so many levels
BLACK: Final = 32
WHITE: Final = 223
SHADED: Final = 0.2  # pixels between the two, for each black one, in a picture with shades
LEAST_DARK: Final = 8  # pixels as dark as print in a word: without them nothing stands beneath
HIDING: Final = 1.6  # times as much pale ink, beside the dark, as print here has at its edges
MORE: Final = 2  # letters and figures that must become sure
CLEARLY: Final = 0.05  # by how much a word must be surer


def read_beneath(
    words: tuple[Word, ...], *, height: float, crop: Crop, work: "Work"
) -> tuple[Word, ...]:
    """Return the words with those of lines that something pale hides, where they can be read.

    `crop` gives the picture of a part of a page with shades; `height` is that of the page.
    """
    lines = list(lines_of(words))
    hidden = [at for at, line in enumerate(lines) if _is_hidden(line, UPPER * height)]
    ink = print_ink(words, crop) if hidden else None
    if ink is None:
        return words
    for at in [at for at in hidden if _has_pale_ink(lines[at], crop, ink)][:MOST]:
        box = with_margin(around(word.box for word in lines[at]))
        for read in _looks(crop(box), ink, work):
            again = [replace(word, box=word.box.moved(box.x0, box.top)) for word in read]
            line = _together(again, lines[at])
            if _signs(line, SURE) >= _signs(lines[at], SURE) + MORE:
                lines[at] = line
                break
    return tuple(word for line in lines for word in line)


def _is_hidden(line: Sequence[Word], lowest: float) -> bool:
    """Tell whether a line of the letter's upper part has a word that is hardly read.

    And one that is: strokes of a pen give no sure words.
    """
    weak, sure = any(map(_is_hardly_read, line)), any(map(_is_read, line))
    return weak and sure and line[0].box.top < lowest


def _is_hardly_read(word: Word) -> bool:
    return word.confidence < WEAK and signs_of(word) > 1


def _is_read(word: Word) -> bool:
    return word.confidence >= SURE and signs_of(word) > 2


def _has_pale_ink(line: Sequence[Word], crop: Crop, ink: float) -> bool:
    """Tell whether paler ink than that of print lies over a word that is hardly read.

    Without any, there is nothing to take away; without print in it, nothing would be left.
    """
    edges = [_inks(crop(word.box), ink) for word in line if _is_read(word)]
    usual = float(np.median([pale / max(dark, 1) for dark, pale in edges])) if edges else 0.0
    weak = [_inks(crop(word.box), ink) for word in line if _is_hardly_read(word)]
    return any(dark >= LEAST_DARK and pale > HIDING * usual * dark for dark, pale in weak)


def _inks(image: PageImage, ink: float) -> tuple[int, int]:
    """Return how many pixels of a word are as dark as print, and how many are paler ink."""
    if not image.pixels.size:
        return 0, 0
    darkest = ink + PALER[0] * (255.0 - ink)
    paper = float(np.percentile(image.pixels, PAPER)) - GRAIN
    dark = int(np.count_nonzero(image.pixels < darkest))
    return dark, int(np.count_nonzero(image.pixels < paper)) - dark


def print_ink(words: Sequence[Word], crop: Crop) -> float | None:
    """Return how dark print is on this page; None when nothing tells."""
    sure = [word for word in words if word.confidence > 0.9]
    longest = sorted(sure, key=signs_of, reverse=True)[:SAMPLES]
    pictures = [image for word in longest if (image := crop(word.box).pixels).size]
    if not pictures:
        return None
    return float(np.median([np.percentile(image, DARKEST) for image in pictures]))


def has_shades(grey: "NDArray[np.uint8]") -> bool:
    """Tell a picture in shades from one in black and white, where a stamp is as dark as print."""
    dark = int(np.count_nonzero(grey < BLACK))
    return int(np.count_nonzero((grey >= BLACK) & (grey < WHITE))) > SHADED * dark


def darkest(image: PageImage, ink: float) -> Iterator[PageImage]:
    """Yield the picture with all that is paler than print made paper: much of it, and less."""
    if min(image.pixels.shape) < LEAST_SIDE:
        return
    for share in PALER:
        reach = max(share * (255.0 - ink), 1.0)
        lit = (image.pixels.astype(np.float32) - ink) * (255.0 / reach)
        pixels = np.ascontiguousarray(np.clip(lit, 0, 255).astype(np.uint8))
        yield PageImage(pixels, image.scale)


def _looks(image: PageImage, ink: float, work: "Work") -> Iterator[tuple[Word, ...]]:
    """Yield what is read in the line when only its darkest ink is left."""
    for picture in darkest(image, ink):
        yield work.engine.read(
            picture, timeout_s=work.time_for_call(), segmentation=Segmentation.LINE
        )


def _together(again: Sequence[Word], before: Sequence[Word]) -> list[Word]:
    """Return what is read now, with what was read before where nothing is read now."""
    new = [
        word
        for word in again
        if word.confidence >= KEPT and not any(_is_better(old, word) for old in before)
    ]
    left = [word for word in before if not any(is_same_place(word, other) for other in new)]
    return sorted([*new, *left], key=lambda word: word.box.x0)


def _is_better(old: Word, new: Word) -> bool:
    """Tell whether a word was read clearly surer before in the same place, or more of it."""
    surer = old.confidence >= SURE and old.confidence > new.confidence + CLEARLY
    is_part = new.text in old.text and signs_of(new) < signs_of(old)
    return (surer or is_part) and is_same_place(old, new)


def _signs(words: Sequence[Word], least: float) -> int:
    return sum(signs_of(word) for word in words if word.confidence >= least)
