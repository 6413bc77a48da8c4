"""Dates and numbers that were not read for certain are read again by themselves, and compared.

A wrong letter in a sentence does no harm; a wrong figure is another day, another person. So a word
of figures is read at other scales, and where the readings differ the majority counts; without one
the word becomes doubtful.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Box, PageImage, Word
from extractors.ocr import LEAST_SIDE, Segmentation
from extractors.pictures.images import with_full_contrast
from extractors.readers.threes import SURE, as_three

if TYPE_CHECKING:
    from extractors.readers.work import Work

Crop = Callable[[Box, float], PageImage]

FIGURES: Final = 4  # in a word: fewer are no date and no number by themselves
LONG: Final = 6  # as a date, a BSN or a reference is
CERTAIN: Final = 0.93  # Tesseract is right about 199 in 200 such words
LOOKS_DPI: Final = (250.0, 185.0)
MOST: Final = 12  # words of one page
MARGIN_PT: Final = 3.0
AGREED: Final = 0.9  # at most so sure is a word that two of three readings gave
DOUBT: Final = 0.5  # at most so sure is a word that no two readings gave
ALL_ALIKE: Final = 0.85  # at least so sure is a word that every reading gave, sign by sign
GUESSED: Final = 0.45  # less sure, readings may agree on a figure that does not stand there
_SEPARATOR: Final = re.compile(r"(?<=\d)[.\-/](?=\d)")
_DATE: Final = re.compile(r"\W*\w{1,2}[-./]\w{1,2}[-./]\w{2,4}\W*")
# "410,413.774", "9999,89.777": an amount has two figures behind its comma.
_PARTED: Final = re.compile(r"\d+(?:[.,]\d+)+[.,]\d{3,}[.,;]?")
_MANY: Final = 7
_FOLD: Final = str.maketrans("OoQDlI|SsBZz", "000011155822")


def check_numbers(
    words: tuple[Word, ...], *, crop: Crop, work: "Work", apart: Collection[int] = ()
) -> tuple[Word, ...]:
    """Return the words with those of figures compared with a second and a third reading.

    `crop` gives the picture of a part of the page at a resolution; `apart` are the places of
    words that are compared elsewhere.
    """
    left = MOST
    checked = []
    for index, word in enumerate(map(_with_dots, words)):
        if left and _is_doubtful(word) and index not in apart:
            left -= 1
            checked.append(_checked(word, crop, work))
        else:
            checked.append(word)
    return tuple(checked)


def _with_dots(word: Word) -> Word:
    """Return a number in parts with the dots that a scan took for commas.

    >>> _with_dots(Word("410,413.774,", Box(0, 0, 1, 1), 0.5)).text
    '410.413.774,'
    """
    if "," not in word.text or not _PARTED.fullmatch(word.text):
        return word
    if sum(map(str.isdigit, word.text)) < _MANY:
        return word
    inner = word.text.rstrip(",")
    return replace(word, text=inner.replace(",", ".") + word.text[len(inner) :])


def _is_doubtful(word: Word) -> bool:
    return word.confidence < CERTAIN and sum(map(str.isdigit, word.text)) >= FIGURES


def _checked(word: Word, crop: Crop, work: "Work") -> Word:
    readings = [word]
    for dpi in LOOKS_DPI:
        again = read_alone(word, crop, dpi, work)
        is_alike = as_three([_figures(each.text) for each in (*readings, again)]) is not None
        agrees = [each for each in readings if _is_same(each, again) and not is_alike]
        if agrees:
            sure = max(again.confidence, *(each.confidence for each in agrees))
            cap = sure if agrees[0] is word else AGREED
            agreed = replace(
                word, text=_with_separators(agrees[0], again), confidence=min(sure, cap)
            )
            return _seen_alike(agreed, [*readings, again], crop, work)
        readings.append(again)
    three = as_three([_figures(each.text) for each in readings])
    if three is not None and sum(map(str.isdigit, word.text)) == len(three):
        return replace(word, text=with_figures(word.text, three), confidence=SURE)
    # A few figures by themselves are easily cut wrong: then the first reading saw more.
    is_long = sum(map(str.isdigit, word.text)) >= LONG
    if is_long or any(_is_lookalike(word, each) for each in readings[1:]):
        return replace(word, confidence=min(word.confidence, DOUBT))
    return word


def _seen_alike(word: Word, readings: Sequence[Word], crop: Crop, work: "Work") -> Word:
    """Return the word surer when it was the same at every scale, whatever the engine thinks.

    How sure the engine is tells of the print; that no scale changes a sign tells more.
    """
    if word.confidence >= ALL_ALIKE or len({_bare(each.text) for each in readings}) > 1:
        return word
    looks = [read_alone(word, crop, dpi, work) for dpi in LOOKS_DPI[len(readings) - 1 :]]
    alike = bool(looks) and all(_bare(each.text) == _bare(word.text) for each in looks)
    alike = alike and min(each.confidence for each in (*readings, *looks)) >= GUESSED
    return replace(word, confidence=ALL_ALIKE) if alike else word


def _bare(text: str) -> str:
    return text.strip(".,;:()")


def _with_separators(first: Word, again: Word) -> str:
    """Return the reading that shows where a number is parted: a scan loses dots, adds none."""
    parts = [len(_SEPARATOR.findall(each.text)) for each in (first, again)]
    bare = [_SEPARATOR.sub("", each.text).strip(".,;:") for each in (first, again)]
    more = parts[1] > parts[0] and bare[0] == bare[1] and again.confidence > first.confidence
    return again.text if more else first.text


def picture_of(word: Word, crop: Crop, dpi: float, *, margin: float = MARGIN_PT) -> PageImage:
    """Return the picture of a word by itself, as black as it can be; the margin in points."""
    image = crop(word.box.grown(margin, margin).on_sheet(), dpi)
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


def _is_same(one: Word, other: Word) -> bool:
    """Tell whether two readings have the same figures; signs around them do not count.

    In a code an O is another sign than a 0; in a date it can only be one.
    """
    if not other.text or _figures(one.text) != _figures(other.text):
        return False
    return not _is_lookalike(one, other)


def _is_lookalike(one: Word, other: Word) -> bool:
    """Tell whether two readings of a code differ in nothing but signs that look like each other."""
    mine, others = (_signs(each.text) for each in (one, other))
    if mine == others or _DATE.fullmatch(one.text):
        return False
    return mine.translate(_FOLD) == others.translate(_FOLD)


def _signs(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def with_figures(text: str, figures: str) -> str:
    """Return a text with other figures in the place of its own.

    >>> with_figures("12-5.", "123")
    '12-3.'
    """
    left = iter(figures)
    return "".join(next(left) if char.isdigit() else char for char in text)


def _figures(text: str) -> str:
    return "".join(char for char in text.translate(_FOLD) if char.isdigit())
