"""Pixel work on decoded pictures: make them grey, turn, straighten and scale them, find their ink.

Arrays are uint8, 255 is white: (rows, columns) when grey, (rows, columns, 3) in RGB order when
coloured. Nothing here knows about pages, words or files.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from extractors.pictures.areas import averaged

if TYPE_CHECKING:
    from numpy.typing import NDArray


FAINT: Final = 8  # darker than the paper beside it: less shows no letter
DUST: Final = 0.0001  # of a page: a dot of print is as large
FEWEST_INKED: Final = 200  # pixels: fewer tell nothing about the ink
PALE: Final = 110.0  # levels of grey between paper and ink
NEGATIVE: Final = 80  # levels of grey of a page that is darker than any paper
SMALLEST_INK: Final = 0.0004  # of a page: less is dust
FEWEST_SKEWED: Final = 300  # pixels of ink: fewer show no lines
MOST_SKEWED: Final = 60_000  # more show them no better
ROUGHLY: Final = 4  # one in so many of them will do to half a degree
MOST_LETTERS: Final = 150  # whose neighbours are looked for
BLURRED: Final = (3, 5)  # pixels: around each of them a mean takes half the time of one of squares
LAST_PIXEL: Final = 1 << 30
INKED: Final = 255 * 3.5 / 25  # four of five times five pixels


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Ink that hangs together, by number; number 0 is the paper."""

    inked: "NDArray[np.intp]"  # the pixels of ink among all, row after row
    numbers: "NDArray[np.int32]"  # of which piece each of them is
    boxes: "NDArray[np.int64]"  # left, top, width and height in pixels
    shape: tuple[int, int]  # rows and columns of the picture

    def mask_of(self, kept: "NDArray[np.bool_]", *, ink: int = 1) -> "NDArray[np.uint8]":
        """Return a picture of the pieces that are kept."""
        mask = np.zeros(self.shape, np.uint8)
        mask.ravel()[self.inked[kept[self.numbers]]] = ink
        return mask

    def places_of(self, number: int) -> tuple["NDArray[np.intp]", "NDArray[np.intp]"]:
        """Return the rows and the columns of the pixels of one piece."""
        places = self.inked[self.numbers == number]
        return places // self.shape[1], places % self.shape[1]


def to_grey(pixels: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """Return a grey picture in which coloured ink stays dark.

    The darker of red and green: blue ink has little red, a red stamp little green, while the
    yellow of a highlighter has both and stays as light as the paper. Luminance would fade a
    light blue pen and a pink stamp.
    """
    if pixels.ndim == 2:
        return pixels
    return _as_uint8(cv2.min(pixels[:, :, 0], pixels[:, :, 1]))


def scaled(grey: "NDArray[np.uint8]", factor: float) -> "NDArray[np.uint8]":
    """Return the picture `factor` times as large: area average down, cubic up."""
    if abs(factor - 1) < 0.01:
        return grey
    if factor > 1:
        return _resized(grey, factor, cv2.INTER_CUBIC)
    rows, columns = (max(round(side * factor), 1) for side in grey.shape[:2])
    return averaged(grey, columns, rows)


def sampled(grey: "NDArray[np.uint8]", factor: float) -> "NDArray[np.uint8]":
    """Return the picture smaller, to half at most: each pixel a mean of the four it comes from.

    That takes a seventh of the time of `scaled`. It will do to see where ink is; to read from, it
    leaves too much grain.
    """
    return _resized(grey, factor, cv2.INTER_LINEAR)


def _resized(grey: "NDArray[np.uint8]", factor: float, how: int) -> "NDArray[np.uint8]":
    rows, columns = grey.shape[:2]
    size = (max(round(columns * factor), 1), max(round(rows * factor), 1))
    return _as_uint8(cv2.resize(grey, size, interpolation=how))


def reduced(grey: "NDArray[np.uint8]", times: int) -> "NDArray[np.uint8]":
    """Return the picture `times` as small on each side: an average of whole squares of pixels.

    Twenty times as fast as a factor that is no whole number. What is left over at the right and
    at the foot, less than a square, is cut off.
    """
    rows, columns = (side // max(times, 1) for side in grey.shape[:2])
    if times <= 1 or min(rows, columns) < 1:
        return grey
    whole = grey[: rows * times, : columns * times]
    if times in BLURRED:  # the same to the last pixel
        means = _as_uint8(cv2.blur(whole, (times, times), anchor=(0, 0)))
        return np.ascontiguousarray(means[::times, ::times])
    return _as_uint8(cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA))


def turned(pixels: "NDArray[np.uint8]", degrees: int) -> "NDArray[np.uint8]":
    """Return the picture turned clockwise by a multiple of 90 degrees."""
    return np.ascontiguousarray(np.rot90(pixels, -(degrees // 90) % 4))


def rotated(grey: "NDArray[np.uint8]", degrees: float) -> "NDArray[np.uint8]":
    """Return the picture rotated clockwise about its middle; size unchanged, corners white."""
    rows, columns = grey.shape[:2]
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), -degrees, 1.0)
    return _as_uint8(
        cv2.warpAffine(
            grey, matrix, (columns, rows), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255)
        )
    )


def with_even_light(grey: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """Return the picture divided by its paper: shadows and grey paper become white."""
    paper = paper_of(grey)
    return _as_uint8(cv2.divide(grey, np.maximum(paper, 1), scale=255))


def levels_of(grey: "NDArray[np.uint8]") -> tuple[float, float]:
    """Return how dark the ink and how light the paper is; without ink that is 0 and 255."""
    some = some_of(grey)  # an average would make thin strokes paler
    if min(some.shape) < 8:
        return 0.0, 255.0
    ink = ink_mask(some, side=max(some.shape))
    core = cv2.erode(ink, np.ones((2, 2), np.uint8))
    if cv2.countNonZero(core) < FEWEST_INKED:
        return 0.0, 255.0
    return level_at(some, 30, where=core), level_at(some, 60)


def some_of(grey: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """Return every so many pixels of a picture, a thousand on its long side at least.

    As dark and as light as all of them: enough to tell of the light on a page.
    """
    step = max(max(grey.shape) // 1000, 1)
    return np.ascontiguousarray(grey[::step, ::step])


def level_at(
    grey: "NDArray[np.uint8]", share: float, *, where: "cv2.typing.MatLike | None" = None
) -> float:
    """Return the brightness below which `share` per cent of the pixels lie: `np.percentile`.

    It counts each of the 256 levels instead of putting a million pixels in order. `where` marks
    the pixels that count.
    """
    if where is None:
        counts = cv2.calcHist([grey], [0], None, [256], [0, 256]).ravel()
    else:  # few pixels: to take them out first is twice as fast
        counts = np.bincount(grey[np.asarray(where) != 0], minlength=256)
    until = np.cumsum(counts, dtype=np.float64)
    place = share / 100 * (until[-1] - 1)
    lower, upper = np.searchsorted(until, [np.floor(place), np.ceil(place)], side="right")
    return float(lower + (upper - lower) * (place - np.floor(place)))


def with_full_contrast(grey: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """Return the picture with its ink black and its paper white."""
    ink, paper = levels_of(grey)
    factor = 255 / max(paper - ink, 40.0)
    above = np.maximum(grey, np.uint8(ink)) - np.uint8(ink)
    return _as_uint8(cv2.convertScaleAbs(above, alpha=factor))


def is_pale(grey: "NDArray[np.uint8]") -> bool:
    """Tell whether the ink is so pale that the engine leaves lines out.

    Its threshold asks for a contrast of its own: measured, up to nine lines in ten of a pale page
    were left out below 110 levels of grey, none above 130.
    """
    ink, paper = levels_of(grey)
    return paper - ink < PALE


def is_negative(grey: "NDArray[np.uint8]") -> bool:
    """Tell whether light letters stand on a dark page, as on a telephone at night.

    A dark photo of paper is none: there what differs most from the page is darker than it.
    """
    few = grey[::4, ::4]
    least, usual, most = (level_at(few, share) for share in (1, 50, 99))
    return bool(usual < NEGATIVE and most - usual > 2 * max(usual - least, NEGATIVE / 2))


def paper_of(grey: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """Return the brightness of the paper under the ink, smooth, as large as the picture."""
    rows, columns = grey.shape
    factor = min(1.0, 200 / max(rows, columns, 1))
    size = (max(round(columns * factor), 1), max(round(rows * factor), 1))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    # Closing takes away what is thinner than its kernel: lines of print, not shadows.
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    smooth = cv2.GaussianBlur(cv2.medianBlur(closed, 9), (0, 0), 3)
    return _as_uint8(cv2.resize(smooth, (columns, rows), interpolation=cv2.INTER_LINEAR))


def has_uneven_light(grey: "NDArray[np.uint8]") -> bool:
    """Tell whether the paper is grey or shaded enough to disturb reading."""
    step = max(max(grey.shape) // 400, 1)
    paper = paper_of(np.ascontiguousarray(grey[::step, ::step]))
    low, middle = level_at(paper, 4), level_at(paper, 50)
    return bool(middle < 215 or middle - low > 35)


def ink_mask(grey: "NDArray[np.uint8]", *, side: int = 1600) -> "NDArray[np.uint8]":
    """Return a picture, `side` pixels at most, in which ink is 255 and paper 0.

    Ink is what is clearly darker than the paper around it, so shadows are not ink.
    """
    small = scaled(grey, min(1.0, side / max(grey.shape)))
    rows, columns = small.shape
    # Averaged first: the brightest of its grain would make the paper of a poor scan too bright.
    times = max(max(rows, columns) // 400, 1)
    paper = cv2.dilate(reduced(small, times), np.ones((5, 5), np.uint8))
    # Up to five pixels a median is fast; of a part of a page, as it is, strokes are wider.
    paper = cv2.medianBlur(paper, 5 if times > 1 else 9)
    paper = cv2.resize(paper, (columns, rows), interpolation=cv2.INTER_LINEAR)
    return _as_uint8(cv2.threshold(cv2.subtract(paper, small), 40, 255, cv2.THRESH_BINARY)[1])


def darker_than_around(grey: "NDArray[np.uint8]", side: int, by: int) -> "NDArray[np.uint8]":
    """Return what is so many levels darker than the square of `side` pixels around it as 255.

    OpenCV's `adaptiveThreshold` gives the same and takes up to twice as long.
    """
    paper = cv2.blur(grey, (side, side), borderType=cv2.BORDER_REPLICATE)
    darker = cv2.subtract(paper, grey)
    return _as_uint8(cv2.threshold(darker, by - 1, 255, cv2.THRESH_BINARY)[1])


def inked_part(grey: "NDArray[np.uint8]") -> tuple[int, int, int, int] | None:
    """Return left, top, width and height of what is not empty paper; None when all of it is.

    A few dark pixels close to each other are ink, as in a dot or a thin figure; dust is not.
    """
    mask = ink_mask(grey, side=max(grey.shape))
    dense = cv2.threshold(cv2.blur(mask, (5, 5)), INKED, 255, cv2.THRESH_BINARY)[1]
    x, y, wide, high = cv2.boundingRect(dense)
    return (x, y, wide, high) if wide else None


def is_blank(grey: "NDArray[np.uint8]") -> bool:
    """Tell a clean empty page, such as the back of a sheet, from one with the faintest print.

    Stricter than `ink_mask`: grain, a shadow along the edge or print that shines through is enough
    to have the page read.
    """
    small = scaled(grey, min(1.0, 1400 / max(grey.shape)))
    nine = np.ones((9, 9), np.uint8)
    light = cv2.dilate(small, nine)

    def shows_on(paper: cv2.typing.MatLike) -> bool:
        darker = np.asarray(cv2.subtract(paper, small)) > FAINT
        return bool(np.count_nonzero(darker) >= DUST * small.size)

    # The median takes two hundred times as long as its bounds, of which one mostly decides.
    if shows_on(cv2.erode(light, nine)):
        return False
    return not shows_on(cv2.dilate(light, nine)) or not shows_on(cv2.medianBlur(light, 9))


def ink_share(grey: "NDArray[np.uint8]") -> float:
    """Return which share of the picture is ink, 0..1."""
    mask = ink_mask(grey, side=1000)
    return float(np.count_nonzero(mask) / max(mask.size, 1))


def share_across(mask: "NDArray[np.uint8]") -> float:
    """Return for which share of the letters the nearest neighbour stands beside, not above.

    Letters stand closer to each other than lines do: near 1 for a page that is upright or on its
    head, near 0 for one that lies on its side, whatever the skew. 0.5 when there are few letters.
    """
    boxes = _outer_boxes(mask)
    longest, shortest = boxes[:, 2:].max(axis=1, initial=0), boxes[:, 2:].min(axis=1, initial=9999)
    letters = (longest >= 6) & (longest <= 70) & (shortest >= 2)
    if np.count_nonzero(letters) < 12:
        return 0.5
    usual = np.median(longest[letters])
    letters &= (longest > 0.6 * usual) & (longest < 4 * usual)  # no dots, no rules
    places = boxes[letters, :2] + boxes[letters, 2:] / np.float32(2)
    some = places[:: len(places) // MOST_LETTERS + 1]
    across, down = (some[:, None, i] - places[None, :, i] for i in (0, 1))
    apart = across * across + down * down
    apart[apart < 1] = np.inf  # itself
    away = np.abs(places[apart.argmin(axis=1)] - some)
    return float(np.mean(away[:, 0] > away[:, 1]))


def _outer_boxes(mask: "NDArray[np.uint8]") -> "NDArray[np.float32]":
    """Return left, top, width and height of every piece of ink.

    To follow outlines takes a third of the time of numbering all pixels of a page.
    """
    outlines, above = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    outer = [] if above is None else np.flatnonzero(above[0, :, 3] < 0).tolist()
    boxes = [cv2.boundingRect(outlines[at]) for at in outer]
    return np.asarray(boxes, dtype=np.float32).reshape(-1, 4)


def pieces_of(mask: "NDArray[np.uint8]") -> Pieces:
    """Return the pieces of ink that hang together, numbered and measured.

    OpenCV looks at every pixel of the paper as well: it gets only the rows that have ink, and what
    it would measure is measured by the ink alone.
    """
    columns = mask.shape[1]
    rows = _rows_with_ink(mask)
    part = mask[rows]
    places = np.flatnonzero(part != 0)  # of truth values it finds them ten times as fast
    count, found = cv2.connectedComponentsWithAlgorithm(part, 8, cv2.CV_32S, cv2.CCL_BBDT)
    numbers = np.asarray(found, dtype=np.int32).ravel()[places]
    x, y = places % columns, rows[places // columns]
    first, last = np.full((count, 2), LAST_PIXEL), np.full((count, 2), -1)
    for axis, at in enumerate((x, y)):
        np.minimum.at(first[:, axis], numbers, at)
        np.maximum.at(last[:, axis], numbers, at)
    first[0] = 0  # the paper is no piece
    boxes = np.hstack([first, last - first + 1])
    return Pieces(y * columns + x, numbers, boxes, (mask.shape[0], columns))


def _rows_with_ink(mask: "NDArray[np.uint8]") -> "NDArray[np.intp]":
    """Return the rows with ink, by twos, and two more below each that keep pieces apart.

    OpenCV numbers pieces by blocks of two rows: so their numbers are those in the whole picture.
    """
    twos = np.flatnonzero((mask != 0).any(axis=1)) // 2
    near = np.unique(np.concatenate([np.zeros(1, np.intp), twos, twos + 1]))
    rows = np.stack([2 * near, 2 * near + 1], axis=1).ravel()
    return rows[rows < len(mask)]


def inked(mask: "NDArray[np.generic]") -> tuple["NDArray[np.intp]", "NDArray[np.intp]"]:
    """Return the rows and the columns of every pixel of ink: `np.nonzero`, five times as fast."""
    places = np.flatnonzero(mask != 0)
    return places // mask.shape[1], places % mask.shape[1]


def skew_of(mask: "NDArray[np.uint8]", *, reach: float = 10.0) -> float:
    """Return by how many degrees clockwise the lines of print slope; 0 when there are none.

    Seen along the lines, rows full of ink and empty rows follow each other most sharply.
    """
    places = np.flatnonzero(mask != 0)
    if places.size < FEWEST_SKEWED:
        return 0.0
    some = places[:: places.size // MOST_SKEWED + 1]
    x, y = (some % mask.shape[1]).astype(np.float64), (some // mask.shape[1]).astype(np.float64)
    best = _sharpest(x[::ROUGHLY], y[::ROUGHLY], np.arange(-reach, reach + 0.01, 0.5))
    if abs(best) >= reach:
        return 0.0  # no lines at all: it grows towards the end
    return round(_sharpest(x, y, best + np.arange(-0.4, 0.41, 0.1)), 2)


def _sharpest(
    x: "NDArray[np.float64]", y: "NDArray[np.float64]", angles: "NDArray[np.float64]"
) -> float:
    scores = []
    for angle in angles:
        level = (y - x * np.tan(np.radians(angle))) / 2  # two rows together: print is jagged
        rows = np.bincount((level - level.min()).astype(np.intp))
        scores.append(float(np.square(np.diff(rows.astype(np.float64))).sum()))
    return float(angles[int(np.argmax(scores))])


def _as_uint8(array: "np.ndarray[tuple[int, ...], np.dtype[np.generic]]") -> "NDArray[np.uint8]":
    return np.asarray(array, dtype=np.uint8)
