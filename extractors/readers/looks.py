"""A second look at one word: its picture by itself, and what Tesseract reads in it.

Shared by the modules that look at dates, addresses and citizen service numbers again.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Box, PageImage, Word
from extractors.ocr import LEAST_SIDE, Segmentation
from extractors.pictures.images import with_full_contrast
from extractors.word_engine import NO_OPINION, Reading

if TYPE_CHECKING:
    from extractors.readers.work import Work

Crop = Callable[[Box, float], PageImage]  # a part of the page in points, at pixels per inch

CERTAIN: Final = 0.93  # Tesseract is right about 199 in 200 words of figures that are as sure
MARGIN_PT: Final = 3.0
OTHER_DPI: Final = 200.0  # for the other engine
# Beside a word more brings in what stands there; above it, the picture gets narrower: less work.
OTHER_MARGIN_PT: Final = (2.0, 3.0)
AGREED: Final = 0.9  # at most so sure is a word that two of three readings gave
DOUBT: Final = 0.5  # at most so sure is a word that no two readings gave
ALL_ALIKE: Final = 0.85  # at least so sure is a word that every reading gave, sign by sign


def picture_of(
    word: Word, crop: Crop, dpi: float, *, margin: tuple[float, float] = (MARGIN_PT, MARGIN_PT)
) -> PageImage:
    """Return the picture of a word by itself, as black as it can be.

    The margin is in points, beside it and above and below it.
    """
    image = crop(word.box.grown(*margin).on_sheet(), dpi)
    if not image.pixels.size:
        return image
    return PageImage(with_full_contrast(image.pixels), image.scale)


def read_alone(word: Word, crop: Crop, dpi: float, work: "Work") -> Word:
    """Return what stands there now, in the place of the word; empty when nothing was read."""
    image = picture_of(word, crop, dpi)
    if min(image.pixels.shape) < LEAST_SIDE:
        return replace(word, text="", confidence=0.0)
    read = work.engine.read(image, timeout_s=work.time_for_call(), segmentation=Segmentation.LINE)
    text = "".join(each.text for each in read)
    sure = min((each.confidence for each in read), default=0.0)
    return replace(word, text=text, confidence=sure)


def ask_other(word: Word, crop: Crop, work: "Work") -> Reading:
    """Return what the other engine sees in the place of the word."""
    work.time_for_call()  # raises when none is left
    if work.other is None:
        return NO_OPINION
    return work.other.read(picture_of(word, crop, OTHER_DPI, margin=OTHER_MARGIN_PT))
