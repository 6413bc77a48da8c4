"""Find what looks like a received stamp on a page of pixels, and turn it upright.

Stamps stand askew, in a frame or in pale ink, in the upper part of the page. A zone costs calls of
the engine, so logos, signatures, tables and what was read already must not look like one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from extractors.document import PT_PER_MM, Box, PageImage, Word, around
from extractors.parts import has_stamp_word
from extractors.pictures.images import darker_than_around, inked, pieces_of, scaled, skew_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

SEARCH_SCALE: Final = 100 / 72  # pixels per point: a frame of half a millimetre is two pixels
FEW_MORE: Final = 1.25  # times that scale: to make it smaller costs more than it saves
AROUND: Final = 35  # pixels of paper to which ink is compared
DARK: Final = 14  # levels of grey darker than that paper
MOST_ZONES: Final = 3
LONG_MM: Final = (20.0, 95.0)  # the long side of a stamp
SHORT_MM: Final = (7.0, 62.0)
LARGEST_TILT: Final = 22.0  # degrees
UPPER: Final = 0.62  # of the page's height: stamps stand there, signatures below
FRAME_FILLS: Final = 0.88  # how much of its rectangle the hull of a frame fills
ROUND_FILLS: Final = 0.74  # an ellipse fills 0.785
HOLLOW: Final = 0.55  # most ink inside a frame; a picture has more
PALE: Final = 0.75  # of the brightness of the page: what is darker is no paper
OUTLINED: Final = 0.8  # how much of the outline of a frame is ink
FRAME_MM: Final = 1.1  # what is cut off with the frame
MARGIN_MM: Final = 1.5  # around words without a frame
NEAR_PT: Final = 16.0  # from a missed line of a stamp to the middle of the next that was read
GAPS_MM: Final = (3.6, 4.4)  # between the words and between the lines of one stamp
ROW_MM: Final = 8.5  # of a single row, with its margins
LETTER_MM: Final = (1.3, 9.0)  # heights of capitals
FEWEST_LETTERS: Final = 8
SURE: Final = 0.8
STRAIGHT: Final = 1.0  # degrees: the page pass reads what stands no more askew


@dataclass(frozen=True, slots=True)
class Zone:
    """A tilted rectangle on the page, in points; `tilt` is clockwise, in degrees."""

    x: float
    y: float
    width: float
    height: float
    tilt: float
    is_round: bool = False
    has_frame: bool = True

    @property
    def box(self) -> Box:
        """The rectangle when it is turned upright on its middle."""
        across, down = self.width / 2, self.height / 2
        return Box(self.x - across, self.y - down, self.x + across, self.y + down)

    def holds(self, box: Box) -> bool:
        """Tell whether the middle of the box stands in the zone."""
        x, y = self.levelled(*box.center)
        return self.box.contains(Box(x, y, x, y))

    def levelled(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is when the zone is turned upright on its middle."""
        turn = np.radians(-self.tilt)
        x, y = x - self.x, y - self.y
        across = x * np.cos(turn) - y * np.sin(turn)
        down = x * np.sin(turn) + y * np.cos(turn)
        return self.x + float(across), self.y + float(down)


def find_zones(page: PageImage, words: Sequence[Word]) -> tuple[Zone, ...]:
    """Return the places that look like a stamp and were not read surely, likeliest first."""
    if min(page.pixels.shape) < 100:
        return ()
    upper = page.pixels[: round(UPPER * page.pixels.shape[0])]
    small, scale = upper, page.scale
    if page.scale > FEW_MORE * SEARCH_SCALE:
        small = scaled(upper, SEARCH_SCALE / page.scale)
        scale = page.scale * small.shape[1] / upper.shape[1]
    mask = darker_than_around(small, AROUND, DARK)  # pale ink counts
    frames = tuple(_frames(mask, scale))
    letters = _letters(mask, scale)
    _clear_read(letters, scale, words, frames)
    zones = [zone for zone in frames if _is_paper(small, scale, zone) and not _is_read(zone, words)]
    groups = [zone for zone in _clusters(letters, scale) if not _is_level_row(zone, words)]
    zones += [_with_capitals(zone, words) for zone in groups]
    return tuple(zones[:MOST_ZONES])


def _frames(mask: "NDArray[np.uint8]", scale: float) -> Iterator[Zone]:
    """Yield the hollow rectangles and ovals of a stamp's size."""
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    for y, x in _pieces(np.asarray(closed, dtype=np.uint8), scale, shortest_mm=SHORT_MM[0]):
        points = np.stack((x, y), axis=1).astype(np.int32)
        hull = np.asarray(cv2.convexHull(points), dtype=np.int32)
        zone = _rectangle(hull, scale)
        area = max(zone.width * zone.height * scale**2, 1.0)
        filled = cv2.contourArea(hull) / area
        if filled < ROUND_FILLS or len(points) > HOLLOW * area or not _has_stamp_size(zone):
            continue
        if not _is_outlined(hull, points):
            continue
        if filled < FRAME_FILLS:
            zone = _oval(mask, hull, scale)
        if abs(zone.tilt) <= LARGEST_TILT:
            yield zone


def _pieces(
    mask: "NDArray[np.uint8]", scale: float, *, shortest_mm: float
) -> Iterator[tuple["NDArray[np.intp]", "NDArray[np.intp]"]]:
    """Yield rows and columns of the connected pieces that may be as large as a stamp."""
    pieces = pieces_of(mask)
    sides = pieces.boxes[:, 2:] / (PT_PER_MM * scale)
    longest, shortest = sides.max(axis=1), sides.min(axis=1)
    large = (shortest >= shortest_mm) & (longest > LONG_MM[0] * 0.8) & (longest < LONG_MM[1] * 1.2)
    large[0] = False
    for index in np.flatnonzero(large).tolist():
        yield pieces.places_of(index)


def _is_outlined(hull: "NDArray[np.int32]", points: "NDArray[np.int32]") -> bool:
    """Tell whether ink runs along the hull: a signature only touches it here and there."""
    first = points.min(axis=0) - 2
    wide, high = (int(side) for side in np.ptp(points, axis=0) + 5)
    ink = np.zeros((high, wide), np.uint8)
    ink[points[:, 1] - first[1], points[:, 0] - first[0]] = 255
    ink = np.asarray(cv2.dilate(ink, np.ones((5, 5), np.uint8)), dtype=np.uint8)
    line = np.zeros((high, wide), np.uint8)
    cv2.polylines(line, [hull - first], True, 255, 1)
    return bool(np.count_nonzero(ink[line > 0]) > OUTLINED * np.count_nonzero(line))


def _rectangle(hull: "NDArray[np.int32]", scale: float) -> Zone:
    (x, y), (wide, high), tilt = cv2.minAreaRect(hull)
    if abs(tilt) > 45:  # OpenCV gives any of the four sides
        wide, high, tilt = high, wide, tilt - 90 if tilt > 0 else tilt + 90
    return Zone(x / scale, y / scale, wide / scale, high / scale, tilt)


def _oval(mask: "NDArray[np.uint8]", hull: "NDArray[np.int32]", scale: float) -> Zone:
    """Return the rectangle around an oval, tilted as the letters in it are: a circle has no top."""
    points = hull[:, 0, :]
    left, top = points.min(axis=0)
    right, bottom = points.max(axis=0)
    inner = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    cv2.fillConvexPoly(inner, hull - (left, top), 255)
    rim = max(round(2 * FRAME_MM * PT_PER_MM * scale), 1)
    inner = np.asarray(cv2.erode(inner, np.ones((2 * rim, 2 * rim), np.uint8)), dtype=np.uint8)
    inner[mask[top : bottom + 1, left : right + 1] == 0] = 0
    tilt = skew_of(inner, reach=LARGEST_TILT)
    zone = _around(points[:, 0].astype(np.intp), points[:, 1].astype(np.intp), tilt, scale)
    return replace(zone, is_round=True, has_frame=True)


def _has_stamp_size(zone: Zone) -> bool:
    long, short = (side / PT_PER_MM for side in (zone.width, zone.height))
    return LONG_MM[0] <= long <= LONG_MM[1] and SHORT_MM[0] <= short <= SHORT_MM[1]


def _is_paper(grey: "NDArray[np.uint8]", scale: float, zone: Zone) -> bool:
    """Tell whether there is more paper than ink: the outline of a picture is no frame."""
    part = PageImage(grey, scale).crop(zone.box)
    return bool(part.size and np.median(part) > PALE * np.median(grey[::8, ::8]))


def _is_read(zone: Zone, words: Sequence[Word]) -> bool:
    """Tell whether the page pass has read what stands here: a table, a logo, a level stamp."""
    inside = [word for word in words if zone.holds(word.box)]
    letters = sum(len(word.text) for word in inside)
    sure = sum(len(word.text) for word in inside if word.confidence >= SURE)
    if abs(zone.tilt) > STRAIGHT or has_stamp_word(" ".join(word.text for word in inside).upper()):
        return False
    return letters > 12 and sure > 0.8 * letters


def _is_level_row(zone: Zone, words: Sequence[Word]) -> bool:
    """Tell whether this is one level row of letters that needs no other look: a line of the letter.

    An e-mail address, a word in quotes and the like were read, only not surely; a word of stamps
    that was read surely is in a sentence, or has its date beside it.
    """
    if abs(zone.tilt) > STRAIGHT or zone.height > ROW_MM * PT_PER_MM:
        return False
    inside = [word for word in words if zone.holds(word.box)]
    if not has_stamp_word(" ".join(word.text for word in inside).upper()):
        return True
    return all(word.confidence >= SURE for word in inside)


def _clear_read(
    letters: "NDArray[np.uint8]", scale: float, words: Sequence[Word], zones: Iterable[Zone]
) -> None:
    """Take away the letters that stand in a surely read word or in a zone."""
    for word in words:
        if word.confidence >= SURE and not has_stamp_word(word.text.upper()):
            box = word.box
            x0, x1 = round((box.x0 - 1) * scale), round((box.x1 + 1) * scale) + 1
            y0, y1 = round((box.top - 1) * scale), round((box.bottom + 1) * scale) + 1
            letters[max(y0, 0) : y1, max(x0, 0) : x1] = 0
    for zone in zones:
        corners = cv2.boxPoints(((zone.x, zone.y), (zone.width, zone.height), zone.tilt))
        cv2.fillConvexPoly(letters, np.round(corners * scale).astype(np.int32), 0)


def _letters(mask: "NDArray[np.uint8]", scale: float) -> "NDArray[np.uint8]":
    """Return the ink of pieces as large as a letter or a few that touch."""
    pieces = pieces_of(mask)
    low, high = (side * PT_PER_MM * scale for side in LETTER_MM)
    wide, tall = pieces.boxes[:, 2], pieces.boxes[:, 3]
    kept = (tall >= low) & (tall <= high) & (wide <= 5 * high)
    kept[0] = False
    return pieces.mask_of(kept, ink=255)


def _clusters(rest: "NDArray[np.uint8]", scale: float) -> Iterator[Zone]:
    """Yield groups of tilted unread letters as large as a stamp."""
    across, down = (round(gap * PT_PER_MM * scale) for gap in GAPS_MM)
    grown = cv2.dilate(rest, np.ones((down, across), np.uint8))
    for y, x in _pieces(np.asarray(grown, dtype=np.uint8), scale, shortest_mm=SHORT_MM[0]):
        part = np.zeros((int(np.ptp(y)) + 1, int(np.ptp(x)) + 1), np.uint8)
        part[y - y.min(), x - x.min()] = rest[y, x]
        if cv2.connectedComponents(part)[0] - 1 < FEWEST_LETTERS:
            continue
        tilt = skew_of(part, reach=LARGEST_TILT)
        rows, columns = inked(part)
        zone = _around(columns + x.min(), rows + y.min(), tilt, scale)
        margin = 2 * MARGIN_MM * PT_PER_MM
        yield replace(zone, width=zone.width + margin, height=zone.height + margin)


def _with_capitals(zone: Zone, words: Sequence[Word]) -> Zone:
    """Return the zone with the capitals and figures close to it: read, but of the same stamp."""
    if abs(zone.tilt) <= STRAIGHT:
        return zone
    near = replace(zone, width=zone.width + 2 * NEAR_PT, height=zone.height + 2 * NEAR_PT)
    close = [w.box for w in words if w.text.upper() == w.text and near.holds(w.box)]
    if not close:
        return zone
    corners = [(x, y) for box in close for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
    level = [zone.levelled(*corner) for corner in corners]
    whole = around([zone.box, *(Box(x - 2, y - 2, x + 2, y + 2) for x, y in level)])
    x, y = replace(zone, tilt=-zone.tilt).levelled(*whole.center)
    return replace(zone, x=x, y=y, width=whole.width, height=whole.height)


def _around(x: "NDArray[np.intp]", y: "NDArray[np.intp]", tilt: float, scale: float) -> Zone:
    """Return the rectangle with this tilt around ink."""
    turn = np.radians(tilt)
    across = x * np.cos(turn) + y * np.sin(turn)
    down = y * np.cos(turn) - x * np.sin(turn)
    wide, high = np.ptp(across) / scale, np.ptp(down) / scale
    middle, level = (np.min(v) + np.ptp(v) / 2 for v in (across, down))
    return Zone(
        x=float(middle * np.cos(turn) - level * np.sin(turn)) / scale,
        y=float(middle * np.sin(turn) + level * np.cos(turn)) / scale,
        width=float(wide),
        height=float(high),
        tilt=tilt,
        has_frame=False,
    )


def upright(page: PageImage, zone: Zone, *, scale: float) -> PageImage:
    """Return the zone turned upright, without its frame, as large as the zone with it."""
    size = (max(round(zone.width * page.scale), 1), max(round(zone.height * page.scale), 1))
    middle = (zone.x * page.scale, zone.y * page.scale)
    matrix = np.asarray(cv2.getRotationMatrix2D(middle, zone.tilt, 1.0), dtype=np.float64)
    matrix[:, 2] += np.subtract(size, np.multiply(middle, 2)) / 2
    crop = cv2.warpAffine(
        page.pixels, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    pixels = np.asarray(crop, dtype=np.uint8)
    if zone.has_frame:
        pixels = _without_frame(pixels, round(FRAME_MM * PT_PER_MM * page.scale), zone.is_round)
    return PageImage(_with_contrast(scaled(pixels, scale / page.scale)), scale)


def _with_contrast(pixels: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """Return the picture with white paper and black ink, however pale the stamp is."""
    ink, paper = (float(level) for level in np.percentile(pixels, (2, 70)))
    stretched = (pixels.astype(np.float32) - ink) * (255 / max(paper - ink, 40.0))
    return np.asarray(np.clip(stretched, 0, 255), dtype=np.uint8)


def _without_frame(pixels: "NDArray[np.uint8]", cut: int, is_round: bool) -> "NDArray[np.uint8]":
    rows, columns = pixels.shape
    inner = np.zeros((rows, columns), np.uint8)
    if is_round:
        axes = (max(columns // 2 - cut, 1), max(rows // 2 - cut, 1))
        cv2.ellipse(inner, (columns // 2, rows // 2), axes, 0, 0, 360, 255, -1)
    else:
        inner[cut : rows - cut, cut : columns - cut] = 255
    paper = np.percentile(pixels, 90)
    return np.where(inner > 0, pixels, paper).astype(np.uint8)
