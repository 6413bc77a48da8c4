"""One picture of a page becomes one upright page with words: light, turn, skew, scale, OCR.

Every reader that meets pixels comes here. What the words mean is none of its business.
"""

import functools
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from extractors.document import Box, Page, PageImage, TextSource, Word
from extractors.inks.dirt import without_lines
from extractors.ocr import Segmentation
from extractors.parts import has_stamp_word
from extractors.pictures.decoding import Picture
from extractors.pictures.images import (
    has_uneven_light,
    ink_mask,
    inked_part,
    is_blank,
    is_negative,
    is_pale,
    reduced,
    rotated,
    scaled,
    share_across,
    skew_of,
    some_of,
    to_grey,
    turned,
    with_even_light,
    with_full_contrast,
)
from extractors.readers.address_check import check_addresses
from extractors.readers.boxed_rows import read_boxed
from extractors.readers.bsn_check import check_bsn
from extractors.readers.day_check import check_days
from extractors.readers.dots import with_dots
from extractors.readers.first_look import look
from extractors.readers.floors import with_floors
from extractors.readers.hidden_rows import read_hidden
from extractors.readers.level_boxes import with_level_boxes
from extractors.readers.missed_lines import read_missed
from extractors.readers.photo import flatten_photo
from extractors.readers.ruled import without_rules
from extractors.readers.second_opinion import with_second_opinion
from extractors.readers.second_reading import is_small, lines_of, read_again
from extractors.readers.spoiled import read_spoiled
from extractors.readers.stamp_reading import read_stamps
from extractors.readers.stamped_over import has_shades, read_beneath
from extractors.readers.whole_words import with_whole_words
from extractors.readers.work import PageRead, Work

if TYPE_CHECKING:
    from numpy.typing import NDArray

POINTS_PER_INCH: Final = 72.0
READ_DPI: Final = 160.0  # from 9 pt up: fewer errors than at 300 dpi, and faster
FINE_DPI: Final = 210.0  # for small print and for lines that were read badly
KEPT_DPI: Final = 300.0  # more than this adds nothing but memory
A4_LONG: Final = 841.89
A4_SHORT: Final = 595.28
LARGEST_SHEET: Final = 1300.0  # a little over A3
SMALLEST_SHEET: Final = 250.0  # a little under A6
SMALLEST_PICTURE: Final = 60  # pixels; fewer hold no line of print
SURE: Final = 0.7
PRINTED: Final = 0.67  # of the letters on a page that is not written by hand
DRAFT_DPI: Final = 99.0  # to look for stamps; a hair under what scanners use, halved
FINER_DPI: Final = 185.0  # a scan below this has nothing more to show
WORTH_ENLARGING: Final = 1.25
FINE_SIDE: Final = 1600  # pixels of a page that show a tenth of a degree
FEW_MORE: Final = 1.25  # times that: with more, what is done to them costs more than it shows
MARGIN_PT: Final = 12.0  # of empty paper around what is read
LEAST_SKEW: Final = 0.4  # degrees
LITTLE_INK: Final = 0.0005  # of a page: with less it is looked at whether there is any
TURNS: Final = (0, 90, 180, 270)
LYING: Final = 0.35  # share of letters with a neighbour beside them: the page lies on its side
STANDING: Final = 0.65  # and above this it stands, on its feet or on its head


# Reads the top of a page; gives its words when no more of the page is needed.
Glance = Callable[[PageImage], tuple[Word, ...] | None]


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The grey page at its best resolution, upright as far as is known."""

    grey: "NDArray[np.uint8]"
    scale: float  # pixels per point
    shaded: bool = False  # not in black and white
    made: dict[float, PageImage] = field(init=False, default_factory=dict)  # by resolution

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        rows, columns = self.grey.shape
        return columns / self.scale, rows / self.scale

    def at(self, dpi: float) -> PageImage:
        """Return the page at this resolution; a little under it is left as it is."""
        if dpi not in self.made:
            factor = dpi / POINTS_PER_INCH / self.scale
            if 1 < factor < WORTH_ENLARGING:
                factor = 1.0
            pixels = scaled(self.grey, factor)
            scale = self.scale * pixels.shape[1] / self.grey.shape[1]
            self.made[dpi] = PageImage(pixels, scale)
        return self.made[dpi]

    def draft(self) -> PageImage:
        """Return the page as small as stamps are looked for: at 100 dpi or a little more.

        A whole number of pixels becomes one, which is twenty times as fast as any other share.
        """
        if DRAFT_DPI not in self.made:
            times = int(self.scale * POINTS_PER_INCH / DRAFT_DPI)
            self.made[DRAFT_DPI] = PageImage(reduced(self.grey, times), self.scale / max(times, 1))
        return self.made[DRAFT_DPI]

    def inked(self) -> Box:
        """Return the part of the page that is not empty, with a margin; without ink all of it."""
        width, height = self.size
        part = inked_part(self.draft().pixels)
        if part is None:
            return Box(0.0, 0.0, width, height)
        x0, top, wide, high = (side / self.draft().scale for side in part)
        inked = Box(x0, top, x0 + wide, top + high)
        return inked.grown(MARGIN_PT, MARGIN_PT).on_sheet(width, height)

    def turned(self, degrees: int) -> "Sheet":
        """Return the page turned clockwise."""
        return replace(self, grey=turned(self.grey, degrees)) if degrees else self


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says, and the rows of print that gave no word."""

    read: tuple[Word, ...] = ()
    unread: tuple[Box, ...] = ()
    in_part: bool = False


def read_scan(
    picture: Picture, *, number: int, work: Work, width: float = 0.0, whole: bool = False
) -> PageRead:
    """Read one page from its picture.

    `width` is that of the page in points where the file says it; else the resolution of the
    picture counts, and without that the paper is taken to be A4. Unless it is asked for `whole`,
    of an enclosure behind a letter only the top may be read.
    """
    start = time.monotonic()
    sheet, unit = _sheet_of(picture, width)
    may_look = not whole and work.may_leave_out(number)
    glance = functools.partial(look, work=work, number=number) if may_look else None
    sheet, words, degrees = _read_upright(sheet, work, glance)
    image = sheet.at(READ_DPI)
    page_width, page_height = sheet.size
    page = Page(
        number=number,
        width=page_width,
        height=page_height,
        words=words.read,
        source=TextSource.OCR,
        image=image,
        unread=words.unread,
        in_part=words.in_part,
        turned=degrees,
        unit=unit,
    )
    return PageRead(page, time.monotonic() - start)


def _sheet_of(picture: Picture, width: float) -> tuple[Sheet, float]:
    flat = flatten_photo(picture.pixels)
    if flat is not None:
        grey, file_scale = to_grey(flat), 0.0
    else:
        grey = without_lines(to_grey(picture.pixels))
        file_scale = picture.columns / width if width else picture.dpi / POINTS_PER_INCH
    scale = sensible_scale(grey.shape[0], grey.shape[1], file_scale)
    shaded = has_shades(some_of(grey))
    grey = _well_lit(grey)
    sheet = Sheet(grey, scale, shaded)
    if scale * POINTS_PER_INCH > KEPT_DPI:
        kept = sheet.at(KEPT_DPI)
        sheet = Sheet(kept.pixels, kept.scale, shaded)
    return sheet, (scale / file_scale if width and file_scale else 1.0)


def _well_lit(grey: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """Return the picture with dark ink on even, light paper; as it is when it has that."""
    some = some_of(grey)
    if is_negative(some):
        grey, some = 255 - grey, 255 - some
    if has_uneven_light(some):
        grey = with_even_light(grey)
        some = some_of(grey)
    return with_full_contrast(grey) if is_pale(some) else grey


def sensible_scale(rows: int, columns: int, scale: float) -> float:
    """Return pixels per point: as stated when that gives a sheet of paper, else as if it is A4."""
    longest, shortest = max(rows, columns), min(rows, columns)
    if scale and SMALLEST_SHEET <= longest / scale <= LARGEST_SHEET:
        return scale
    # A long strip (a screen of a telephone, a receipt) is as wide as a page, not as long.
    return longest / A4_LONG if longest < 1.55 * shortest else shortest / A4_SHORT


def _read_upright(sheet: Sheet, work: Work, glance: Glance | None) -> tuple[Sheet, Words, int]:
    """Return the sheet turned upright and straight, its words and how far it was turned."""
    if min(sheet.grey.shape) < SMALLEST_PICTURE:
        return sheet, Words(), 0
    mask = _ink_of(sheet)
    # The engine would be asked five times how an empty back stands.
    if not work.limits.all_pages and _is_clean(sheet, mask):
        return sheet, Words(), 0
    across = share_across(mask)
    # Specks and rules can look like lines that run down: upright has to lose the comparison.
    degrees = _best_turn(sheet, (90, 270, 0), work) if across < LYING else 0
    straight = _straight(sheet.turned(degrees), turned(mask, degrees))
    seen = glance(straight.at(READ_DPI)) if glance and not degrees else None
    if seen is not None:
        return straight, Words(seen, in_part=True), degrees
    words = _read_words(straight, work)
    if is_doubtful(words.read):
        others = (0, 180) if across > STANDING else TURNS
        best = _best_turn(sheet, others, work) if across >= LYING else degrees
        if best != degrees:
            straight = _straight(sheet.turned(best), turned(mask, best))
            return straight, _read_words(straight, work), best
    return straight, words, degrees


def _ink_of(sheet: Sheet) -> "NDArray[np.uint8]":
    """Return the ink of a page, as fine as its lines and their slope are told from."""
    times = max(max(sheet.grey.shape) // FINE_SIDE, 1)
    pixels = reduced(sheet.grey, times)
    if max(pixels.shape) > FEW_MORE * FINE_SIDE:
        pixels = sheet.at(READ_DPI).pixels  # which is needed later anyway
    return ink_mask(pixels, side=max(pixels.shape))


def _is_clean(sheet: Sheet, mask: "NDArray[np.uint8]") -> bool:
    little = bool(np.count_nonzero(mask) < LITTLE_INK * mask.size)
    return little and is_blank(sheet.grey)


def _straight(sheet: Sheet, mask: "NDArray[np.uint8]") -> Sheet:
    skew = skew_of(mask)
    if abs(skew) < LEAST_SKEW:
        return sheet
    return replace(sheet, grey=rotated(sheet.grey, -skew))


def is_doubtful(words: Iterable[Word]) -> bool:
    """Tell whether a page may stand on its head: few of its letters were read surely.

    Measured on scans of letters: upright at least 0.4 of the letters, on its head at most 0.15.
    """
    sure, letters = _sure_letters(words)
    return sure < 10 or sure < 0.33 * letters


def _is_print(words: Iterable[Word]) -> bool:
    """Tell whether a page is printed: what a hand wrote is never decided by, however it is read.

    Of the letters on poor scans of print at least 0.78 were read surely, of those by hand at most
    0.57.
    """
    sure, letters = _sure_letters(words)
    return sure >= PRINTED * letters


def _sure_letters(words: Iterable[Word]) -> tuple[int, int]:
    sure = total = 0
    for word in words:
        letters = sum(char.isalpha() for char in word.text)
        if letters >= 3:
            total += letters
            sure += letters if word.confidence >= SURE else 0
    return sure, total


def _best_turn(sheet: Sheet, turns: tuple[int, ...], work: Work) -> int:
    """Return the turn at which a few lines give most letters that were read surely.

    One block is read: given a page, Tesseract would read lines that run up or down as well.
    """
    scores = {}
    for degrees in turns:
        band = _dense_band(sheet.turned(degrees).at(READ_DPI))
        words = work.engine.read(
            band, timeout_s=work.time_for_call(), segmentation=Segmentation.BLOCK
        )
        scores[degrees] = _sure_letters(words)[0]
    return max(turns, key=lambda degrees: scores[degrees])


def _dense_band(image: PageImage) -> PageImage:
    """Return the part of the page, a quarter of its height, with most ink."""
    mask = ink_mask(image.pixels, side=400)
    rows = mask.sum(axis=1, dtype=np.float64)
    band = max(len(rows) // 4, 1)
    totals = np.convolve(rows, np.ones(band), mode="valid")
    first = int(np.argmax(totals)) * image.pixels.shape[0] // len(rows)
    last = first + band * image.pixels.shape[0] // len(rows)
    return PageImage(np.ascontiguousarray(image.pixels[first:last]), image.scale)


def _read_words(sheet: Sheet, work: Work) -> Words:
    words = _read_inked(sheet, READ_DPI, work)
    if sheet.scale * POINTS_PER_INCH >= FINER_DPI and not is_doubtful(words):
        words = _read_finer(sheet, words, work)
    if not _is_print(words):
        work = replace(work, other=None)
    if sheet.shaded:
        height = sheet.size[1]
        words = read_spoiled(words, height=height, crop=lambda box: _crop(sheet, box), work=work)
        words = read_beneath(words, height=height, crop=lambda box: _crop(sheet, box), work=work)
    page = PageImage(sheet.grey, sheet.scale)
    stamped = read_stamps(page, words, work, draft=sheet.draft())
    # Words of a stamp stand upright now: where they were read before, nothing is missed.
    upright = set(map(id, stamped))
    moved = tuple(word for word in words if id(word) not in upright)
    upright -= set(map(id, words))
    words, unread = read_missed(
        sheet.at(READ_DPI), (*stamped, *moved), crop=lambda box: _crop(sheet, box), work=work
    )
    is_stamped = bool(upright) or any(has_stamp_word(word.text) for word in words)
    if sheet.shaded and is_stamped:
        page = sheet.at(READ_DPI)
        words, hidden = read_hidden(page, words, crop=lambda box: _crop(sheet, box), work=work)
        unread = (*unread, *hidden)
    gone = set(map(id, moved))
    words = tuple(word for word in words if id(word) not in gone)
    words = _compared(sheet, words, work, upright=upright)
    # Looks at parts of the page see rules as well.
    return Words(
        tuple(without_rules(word) for word in with_level_boxes(words) if is_word(word)), unread
    )


def _read_inked(sheet: Sheet, dpi: float, work: Work) -> tuple[Word, ...]:
    """Read the page without its empty margins: a quarter of the engine's work goes by the pixel."""
    page, box = sheet.at(dpi), sheet.inked()
    part = PageImage(np.ascontiguousarray(page.crop(box)), page.scale)
    words = work.engine.read(part, timeout_s=work.time_for_call())
    right, down = (round(side * page.scale) / page.scale for side in (box.x0, box.top))
    return tuple(without_rules(replace(word, box=word.box.moved(right, down))) for word in words)


def _compared(
    sheet: Sheet, words: tuple[Word, ...], work: Work, *, upright: Collection[int]
) -> tuple[Word, ...]:
    """Read numbers, names and addresses again that were not read for certain.

    `upright` are the `id`s of the words of stamps, which stand elsewhere on the page.
    """

    def crop(box: Box, dpi: float) -> PageImage:
        return _crop(sheet, box, dpi)

    words = with_whole_words(tuple(map(with_dots, words)), crop=crop, work=work)
    words = with_floors(words, crop=crop)
    seen = with_second_opinion(words, crop=crop, work=work, apart=upright)
    words = check_addresses(seen.words, crop=crop, work=work, settled=seen.settled)
    words = check_bsn(words, crop=crop, work=work)
    words = check_days(words, crop=crop, work=work)
    words = seen.kept(words)
    return read_boxed(sheet.at(READ_DPI), words, crop=crop, work=work)


def _read_finer(sheet: Sheet, words: tuple[Word, ...], work: Work) -> tuple[Word, ...]:
    lines = list(lines_of(words))
    if sum(map(is_small, lines)) > 0.5 * len(lines):
        return _read_inked(sheet, FINE_DPI, work)
    return read_again(
        words,
        crop=lambda box: _crop(sheet, box),
        engine=work.engine,
        time_for_call=work.time_for_call,
    )


def _crop(sheet: Sheet, box: Box, dpi: float = FINE_DPI) -> PageImage:
    part = PageImage(sheet.grey, sheet.scale).crop(box)
    return Sheet(part, sheet.scale).at(dpi) if part.size else PageImage(part, sheet.scale)


def is_word(word: Word) -> bool:
    """Tell whether this may be print: specks and scribbles give marks without letters."""
    return word.confidence >= 0.3 or any(char.isalnum() for char in word.text)


@dataclass(frozen=True, slots=True, eq=False)
class Upright:
    """A page as it was read, in its own colours: turned, straight, and how large it is."""

    pixels: "NDArray[np.uint8]"
    scale: float  # pixels per point of the file


def upright(picture: Picture, *, degrees: int, width: float = 0.0) -> Upright:
    """Return a picture as `read_scan` sees it; `degrees` is how far it found the page turned."""
    sheet, unit = _sheet_of(picture, width)
    skew = skew_of(turned(_ink_of(sheet), degrees))
    flat = flatten_photo(picture.pixels)
    pixels = turned(picture.pixels if flat is None else flat, degrees)
    if abs(skew) >= LEAST_SKEW:
        pixels = rotated(pixels, -skew)
    points = sheet.turned(degrees).size[0] * unit
    return Upright(pixels, pixels.shape[1] / points)
