"""Find ink on a page that is no printed text: strokes of a pen, measured in millimetres.

Pure pixel work. What is known to be print comes in as boxes; what the ink means (a signature, a
note, a smudge) is not decided here, only measured.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from extractors.document import PT_PER_MM, Box, PageImage
from extractors.inks.inkmask import (
    Ring,
    binarise,
    flatten,
    remove_blots,
    remove_rings,
    without,
)
from extractors.inks.lettering import Lettering, measure_lettering
from extractors.inks.pen_lines import corners_of, outline_of, pen_of, sharpness_of, slenderness_of
from extractors.inks.rules import RULE_MM, remove_rules
from extractors.inks.strokes import Shape, measure_shape
from extractors.pictures.images import inked, pieces_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.uint8]  # 0 or 1
    Real = NDArray[np.float32]
    Labels = NDArray[np.int32]


# OCR boxes hug the letters; blur and skew reach a little further.
PRINT_MARGIN_MM = 0.45
# Specks and the ends of masked letters are smaller, strokes are not.
SPECK_MM = 1.1
# Strokes of one signature stand no further apart.
GAP_MM = (6.0, 3.5)
# A pen is paler than print; as pale as this only where the paper has no grain.
STRONG_PEN, WEAK_PEN = 0.82, 0.9
# A pen as thin as this is a pixel wide and breaks; pieces so close together were one stroke.
BROKEN_PEN_MM = 0.2
BREAK_MM = 0.8
FEWEST_BROKEN, MOST_BROKEN = 2, 150
# As many lines as people draw under their name, and how much broader than a line a stroke is.
UNDERLINES = 3
# So much of the ink of a line is surely its middle; with less print its darkness is not known.
CORE_PERCENT = 20
LEAST_PRINT_MM2 = 3.0
# A short word so much paler than the print around it is a pen that was read as letters.
PALE = 0.3
# In type letters stand apart; so much of the ink of a word in one piece is a pen's.
ONE_STROKE = 0.9
# A name has as much ink, along its lines.
LEAST_NAME_MM = 15.0
# So much ink, along its lines, has a shape: less is a speck, a dot, a letter.
LEAST_SHAPE_MM = 6.0
STRAIGHT = 0.05
# A long dash through or under a name, drawn in one go, bends a little.
DASH, DASH_MM = 0.09, 12.0


@dataclass(frozen=True, slots=True)
class Ink:
    """Strokes that stand together; lengths in millimetres, shares from 0 to 1."""

    box: Box  # tight around the strokes, in points of the page
    stroke_height: float  # of the largest single stroke
    stroke_width: float
    stroke_length: float  # how far the pen went in the largest stroke
    length: float  # how far the pen went in all
    pen: float  # usual width of the line
    pen_variation: float  # spread of that width, relative
    density: float  # inked share of the box
    darkness: float  # 0 paper, 1 black
    sharpness: float  # how steeply it darkens, of its darkness per pixel; show-through is blurred
    outline: float  # share of the hull of the largest stroke that is inked: a ring gives 1
    slenderness: float  # 0 a straight line, 1 as broad as long
    corners: int  # of the largest stroke drawn with straight lines: a tick has 6, a scribble 20
    letterlike: float  # share of the ink in pieces no larger than a printed letter
    evenness: float  # 1 all pieces stand on one base line, as print does
    pieces: int
    ringed: float = 0.0  # share of the ink that stands inside a circle of a stamp's size
    lettering: Lettering | None = None  # None: too little for a name, or cut off by print
    paleness: float = 0.0  # 0 as dark as the print beside it, 1 as paper; 0 too without print
    shape: Shape | None = None  # None: too little to tell
    crispness: float = 0.0  # sharpness, of that of the print beside it; 0 without print

    @property
    def stroke(self) -> float:
        """The larger side of the largest stroke."""
        return max(self.stroke_height, self.stroke_width)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One connected component after print and rules were taken away, in pixels of the zone."""

    label: int
    x0: int
    y0: int
    x1: int
    y1: int
    area: int

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the pixels of a zone stand on the page."""

    left: float  # points
    top: float
    scale: float  # pixels per point

    @property
    def per_mm(self) -> float:
        return self.scale * PT_PER_MM


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """What is known of each pixel of the zone."""

    paper_share: "Real"
    labels: "Labels"
    covered: "Mask"  # by words that were read
    inside: "Mask"  # of the ring of a stamp
    print_darkness: float  # of the words that were read, 0 without any
    print_sharpness: float  # of these words, 0 without any


def find_ink(
    image: PageImage,
    zone: Box,
    printed: Sequence[Box] = (),
    *,
    doubtful: Sequence[tuple[Box, int]] = (),
) -> tuple[Ink, ...]:
    """Return the groups of strokes in a zone of the page, the longest first.

    `printed` are boxes of words that were read for certain: their ink does not count, but a
    stroke that runs through a word still hangs together. Those in `doubtful`, with the number of
    their letters, are print only when they are as dark as those, and no stroke joins all letters.
    """
    grey = image.crop(zone)
    if min(grey.shape) < 8:
        return ()
    frame = _Frame(max(zone.x0, 0.0), max(zone.top, 0.0), image.scale)
    paper_share = flatten(grey, frame.per_mm)
    ink = binarise(paper_share, strong=STRONG_PEN, weak=WEAK_PEN)
    ink = remove_blots(ink, frame.per_mm)
    covered = _covered(grey.shape, printed, frame)
    print_ = ink & covered
    print_darkness = _print_darkness(paper_share, print_, frame.per_mm)
    for box, letters in doubtful:
        word = _covered(grey.shape, [box], frame)
        is_pale = _is_pale(paper_share[(word & ink) > 0], print_darkness)
        if not is_pale and not _is_one_stroke(word & ink, letters):
            covered |= word
    free = remove_rules(without(ink, covered > 0), frame.per_mm)
    free, rings = remove_rings(free, frame.per_mm)
    pieces, labels = _pieces(ink, free, covered, frame.per_mm)
    groups = [
        _mended(group, labels, frame.per_mm) for group in _groups(pieces, grey.shape, frame.per_mm)
    ]
    print_sharpness = sharpness_of(paper_share, print_) if groups and print_darkness > 0 else 0.0
    inside = _inside(rings, grey.shape)
    sheet = _Sheet(paper_share, labels, covered, inside, print_darkness, print_sharpness)
    measured = (_measure(group, sheet, frame) for group in groups)
    return tuple(sorted(measured, key=lambda each: each.length, reverse=True))


def _inside(rings: Sequence[Ring], shape: tuple[int, ...]) -> "Mask":
    """Mark what stands inside a circle."""
    inside = np.zeros(shape, np.uint8)
    for x, y, radius in rings:
        cv2.circle(inside, (round(x), round(y)), round(radius), 1, -1)
    return inside


def _print_darkness(paper_share: "Real", print_: "Mask", per_mm: float) -> float:
    """Return how dark print is; 0 when too little of it stands here to tell."""
    if cv2.countNonZero(print_) < LEAST_PRINT_MM2 * per_mm**2:
        return 0.0
    return _core_darkness(paper_share[print_ > 0])


def _is_pale(shares: "Real", print_darkness: float) -> bool:
    """Tell whether the ink of a word is much paler than print."""
    return shares.size > 0 and _paleness(_core_darkness(shares), print_darkness) >= PALE


def _core_darkness(shares: "Real") -> float:
    """Return how dark the middle of lines is: their edges are paler, the more the thinner."""
    return 1.0 - float(np.percentile(shares, CORE_PERCENT))


def _is_one_stroke(word: "Mask", letters: int) -> bool:
    """Tell whether what was read as some letters hangs together: in type each stands by itself."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(word, connectivity=8)
    areas = stats[1:, cv2.CC_STAT_AREA]
    return letters > 1 and areas.size > 0 and areas.max() >= ONE_STROKE * areas.sum()


def _covered(shape: tuple[int, ...], printed: Sequence[Box], frame: _Frame) -> "Mask":
    covered = np.zeros(shape, np.uint8)
    margin = PRINT_MARGIN_MM * frame.per_mm
    for box in printed:
        x0, x1 = ((x - frame.left) * frame.scale for x in (box.x0, box.x1))
        y0, y1 = ((y - frame.top) * frame.scale for y in (box.top, box.bottom))
        rows = slice(max(int(y0 - margin), 0), max(int(y1 + margin) + 1, 0))
        covered[rows, max(int(x0 - margin), 0) : max(int(x1 + margin) + 1, 0)] = 1
    return covered


def _pieces(
    ink: "Mask", free: "Mask", covered: "Mask", per_mm: float
) -> tuple[list[_Piece], "Labels"]:
    """Return the strokes; parts of one stroke on both sides of a printed word stay one piece."""
    joined = pieces_of(free | (ink & covered))
    is_free = free.ravel()[joined.inked] > 0
    places, numbers = joined.inked[is_free], joined.numbers[is_free]
    labels: Labels = np.zeros(free.shape, np.int32)
    labels.ravel()[places] = numbers
    touched = np.zeros(len(joined.boxes), np.bool_)
    beside = np.asarray(cv2.dilate(covered, np.ones((3, 3), np.uint8)), dtype=np.uint8)
    touched[numbers[beside.ravel()[places] > 0]] = True
    pieces = []
    for piece in _boxes(labels, len(joined.boxes)):
        least = (2.2 if touched[piece.label] else SPECK_MM) * per_mm
        if max(piece.width, piece.height) >= least and not _is_fold(piece, labels, per_mm):
            pieces.append(piece)
    return pieces, labels


def _is_fold(piece: _Piece, labels: "Labels", per_mm: float) -> bool:
    """Tell a long line that is not quite straight: a fold, a shadow along the edge."""
    if max(piece.width, piece.height) < 2 * RULE_MM * per_mm:
        return False
    window = labels[piece.y0 : piece.y1, piece.x0 : piece.x1]
    return slenderness_of((window == piece.label).astype(np.uint8)) < 0.04


def _boxes(labels: "Labels", count: int) -> list[_Piece]:
    ys, xs = inked(labels)
    own = labels[ys, xs]
    area = np.bincount(own, minlength=count)
    x0, y0 = np.full(count, 1 << 30), np.full(count, 1 << 30)
    x1, y1 = np.zeros(count, np.int64), np.zeros(count, np.int64)
    np.minimum.at(x0, own, xs)
    np.minimum.at(y0, own, ys)
    np.maximum.at(x1, own, xs + 1)
    np.maximum.at(y1, own, ys + 1)
    return [
        _Piece(i, int(x0[i]), int(y0[i]), int(x1[i]), int(y1[i]), int(area[i]))
        for i in range(1, count)
        if area[i] > 3
    ]


def _groups(pieces: Sequence[_Piece], shape: tuple[int, ...], per_mm: float) -> list[list[_Piece]]:
    """Put pieces together whose boxes stand closer than the gap."""
    reach_x, reach_y = (round(gap * per_mm / 2) for gap in GAP_MM)
    near = np.zeros(shape, np.uint8)
    for piece in pieces:
        rows = slice(max(piece.y0 - reach_y, 0), piece.y1 + reach_y)
        near[rows, max(piece.x0 - reach_x, 0) : piece.x1 + reach_x] = 1
    _, fields = cv2.connectedComponents(near, connectivity=4)
    groups: dict[int, list[_Piece]] = {}
    for piece in pieces:
        groups.setdefault(int(fields[piece.y0, piece.x0]), []).append(piece)
    return list(groups.values())


def _mended(group: list[_Piece], labels: "Labels", per_mm: float) -> list[_Piece]:
    """Join the pieces of strokes so thin that a scan breaks them; `labels` follow."""
    x0, y0 = min(p.x0 for p in group), min(p.y0 for p in group)
    part = np.s_[y0 : max(p.y1 for p in group), x0 : max(p.x1 for p in group)]
    mask = np.isin(labels[part], [p.label for p in group]).astype(np.uint8)
    if not FEWEST_BROKEN <= len(group) <= MOST_BROKEN or pen_of(mask)[0] > BROKEN_PEN_MM * per_mm:
        return group
    size = round(BREAK_MM * per_mm) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    whole = cv2.dilate(mask, kernel)
    count, joined = cv2.connectedComponents(whole, connectivity=8)
    if count > len(group) + 1:  # strokes that hang together through a printed word
        return group
    names = np.array([0, *sorted(p.label for p in group)][:count])
    window = labels[part]
    window[mask > 0] = names[joined[mask > 0]]
    return [replace(p, x0=p.x0 + x0, y0=p.y0 + y0, x1=p.x1 + x0, y1=p.y1 + y0)
            for p in _boxes(np.where(mask > 0, window, 0), int(names.max()) + 1)]  # fmt: skip


def _measure(group: Sequence[_Piece], sheet: _Sheet, frame: _Frame) -> Ink:
    per_mm = frame.per_mm
    x0, y0 = min(p.x0 for p in group), min(p.y0 for p in group)
    x1, y1 = max(p.x1 for p in group), max(p.y1 for p in group)
    part = np.s_[y0:y1, x0:x1]
    window, share = sheet.labels[part], sheet.paper_share[part]
    mask = np.isin(window, [p.label for p in group]).astype(np.uint8)
    largest = _main(group, sheet.labels, per_mm)
    stroke = (window == largest.label).astype(np.uint8)
    pen, variation = pen_of(mask)
    area = int(mask.sum())
    sharpness = sharpness_of(share, mask)
    # What was cut off at a printed word ends in one line, whoever wrote it.
    edge = cv2.dilate(sheet.covered[part], np.ones((5, 5), np.uint8)) > 0
    is_cut = bool(mask[edge].any())
    is_name = area >= LEAST_NAME_MM * per_mm * pen and not is_cut
    small = sum(p.area for p in group if max(p.width, p.height) < 4.6 * per_mm)
    return Ink(
        box=_box(frame, x0, y0, x1, y1),
        stroke_height=largest.height / per_mm,
        stroke_width=largest.width / per_mm,
        stroke_length=largest.area / pen / per_mm,
        length=area / pen / per_mm,
        pen=pen / per_mm,
        pen_variation=variation,
        density=area / mask.size,
        darkness=float(1.0 - np.mean(share[mask > 0])),
        sharpness=sharpness,
        outline=outline_of(stroke, per_mm),
        slenderness=slenderness_of(stroke),
        corners=corners_of(stroke, per_mm),
        letterlike=small / area,
        evenness=_evenness(group, per_mm),
        pieces=len(group),
        ringed=float(np.mean(sheet.inside[part][mask > 0])),
        lettering=measure_lettering(mask, share, per_mm) if is_name else None,
        paleness=_paleness(_core_darkness(share[mask > 0]), sheet.print_darkness),
        shape=measure_shape(mask, share, per_mm) if area >= LEAST_SHAPE_MM * per_mm * pen else None,
        crispness=sharpness / sheet.print_sharpness if sheet.print_sharpness > 0 else 0.0,
    )


def _paleness(darkness: float, print_darkness: float) -> float:
    return max(1.0 - darkness / print_darkness, 0.0) if print_darkness > 0 else 0.0


def _main(group: Sequence[_Piece], labels: "Labels", per_mm: float) -> _Piece:
    """Return the largest stroke that is no straight line: many people underline their name."""
    by_size = sorted(group, key=lambda p: math.hypot(p.width, p.height), reverse=True)
    for piece in by_size[:UNDERLINES]:
        window = labels[piece.y0 : piece.y1, piece.x0 : piece.x1]
        is_long = math.hypot(piece.width, piece.height) >= DASH_MM * per_mm
        straight = DASH if is_long else STRAIGHT
        if slenderness_of((window == piece.label).astype(np.uint8)) > straight:
            return piece
    return by_size[0]


def _box(frame: _Frame, *sides: int) -> Box:
    x0, y0, x1, y1 = (side / frame.scale for side in sides)
    return Box(frame.left + x0, frame.top + y0, frame.left + x1, frame.top + y1)


def _evenness(group: Sequence[_Piece], per_mm: float) -> float:
    """Tell how well the feet of the larger pieces fit one straight line."""
    tall = [p for p in group if p.height > 1.2 * per_mm]
    if len(tall) < 3:
        return 0.0
    x = np.array([(p.x0 + p.x1) / 2 for p in tall])
    foot = np.array([p.y1 for p in tall], dtype=np.float64)
    line = np.polynomial.polynomial.polyfit(x - x.mean(), foot, 1)
    off = np.median(np.abs(foot - np.polynomial.polynomial.polyval(x - x.mean(), line)))
    return float(max(0.0, 1.0 - off / (1.5 * per_mm)))
