"""Photos of paper: find the sheet in the picture and look at it straight from above.

A sheet is cut out only when it is surely found: a bright quadrilateral with four straight sides
on something darker. All else is left as it is, for a wrong cut loses part of the letter.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from extractors.pictures.images import level_at

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIDE: Final = 700  # pixels of the small picture in which the sheet is looked for
LEAST_AREA: Final = 0.2  # of the picture
MOST_AREA: Final = 0.985
LEAST_FIT: Final = 0.955  # of the bright region, to be one quadrilateral
LEAST_CONTRAST: Final = 28  # grey levels between the sheet and what it lies on
A4_ASPECT: Final = math.sqrt(2)
INSET: Final = 0.004  # of the sheet: its very edge shows the table


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """Four corners in order: upper left, upper right, lower right, lower left."""

    corners: "NDArray[np.float32]"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels: the longer of each two opposite sides."""
        a, b, c, d = self.corners
        return (
            float(max(np.linalg.norm(b - a), np.linalg.norm(c - d))),
            float(max(np.linalg.norm(d - a), np.linalg.norm(c - b))),
        )


def flatten_photo(pixels: "NDArray[np.uint8]") -> "NDArray[np.uint8] | None":
    """Return the sheet of paper cut out and straight, or None when it is not surely found."""
    sides = find_sheet(pixels)
    return None if sides is None else _cut_out(pixels, sides)


def find_sheet(pixels: "NDArray[np.uint8]") -> Sides | None:
    """Return the corners of the sheet of paper in the picture when it is surely found."""
    factor = SIDE / max(pixels.shape[:2])
    if factor >= 1 or _is_all_paper(pixels):
        return None
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    # The darkest channel: paper is bright in all three, a wooden table is not.
    picture = np.asarray(small, dtype=np.uint8)
    bright = _darkest_channel(picture) if picture.ndim == 3 else picture
    # Closing takes the print away, so that the sheet is one bright region.
    smooth = cv2.GaussianBlur(cv2.morphologyEx(bright, cv2.MORPH_CLOSE, _disc(11)), (0, 0), 2)
    for mask in _masks(np.asarray(smooth, dtype=np.uint8)):
        corners = _quadrilateral(mask)
        if corners is not None and _stands_out(np.asarray(smooth, dtype=np.uint8), corners):
            return Sides(_in_order(corners / factor))
    return None


def _is_all_paper(pixels: "NDArray[np.uint8]") -> bool:
    """Tell whether the rim is as bright as the middle: a scan, or a sheet that fills the photo."""
    step = max(max(pixels.shape[:2]) // SIDE, 1)
    draft = pixels[::step, ::step]
    bright = np.ascontiguousarray(draft) if draft.ndim == 2 else _darkest_channel(draft)
    rim = np.concatenate([bright[:4].ravel(), bright[-4:].ravel(),
                          bright[:, :4].ravel(), bright[:, -4:].ravel()])  # fmt: skip
    paper = level_at(bright, 80)
    return bool(np.mean(rim > 0.8 * paper) > 0.93)


def _darkest_channel(pixels: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    return np.minimum(np.minimum(pixels[:, :, 0], pixels[:, :, 1]), pixels[:, :, 2])


def _masks(smooth: "NDArray[np.uint8]") -> "list[NDArray[np.uint8]]":
    """Return guesses of where the paper is: by one threshold, and by what differs from the rim."""
    threshold, otsu = cv2.threshold(smooth, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    lower = np.where(smooth > 0.85 * threshold, 255, 0)
    higher = np.where(smooth > 1.12 * threshold, 255, 0)
    # A shadow over half of the sheet defeats one threshold; edges still go around it.
    edges = cv2.dilate(cv2.Canny(smooth, 12, 36), _disc(3))
    return [np.asarray(mask, dtype=np.uint8) for mask in (otsu, lower, higher, _inside(edges))]


def _inside(edges: "cv2.typing.MatLike") -> "cv2.typing.MatLike":
    """Return what closed edges enclose: all that cannot be reached from the rim."""
    rows, columns = edges.shape
    framed = cv2.copyMakeBorder(edges, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=[0])
    filled = framed.copy()
    cv2.floodFill(filled, np.zeros((rows + 4, columns + 4), np.uint8), (0, 0), (255,))
    return cv2.bitwise_or(cv2.bitwise_not(filled), framed)[1:-1, 1:-1]


def _quadrilateral(mask: "NDArray[np.uint8]") -> "NDArray[np.float32] | None":
    opened = cv2.morphologyEx(mask, cv2.MORPH_OPEN, _disc(9))
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return None
    region = max(contours, key=cv2.contourArea)
    area, whole = cv2.contourArea(region), float(mask.size)
    if not LEAST_AREA * whole < area < MOST_AREA * whole:
        return None
    corners = _four_corners(cv2.convexHull(region))
    if corners is None or not _is_sheet_like(corners):
        return None
    fit = min(area, cv2.contourArea(corners)) / max(area, cv2.contourArea(corners))
    return corners if fit > LEAST_FIT and _touching(corners, mask.shape) < 2 else None


def _four_corners(hull: "cv2.typing.MatLike") -> "NDArray[np.float32] | None":
    around = cv2.arcLength(hull, closed=True)
    for tolerance in (0.01, 0.02, 0.03, 0.05, 0.07):
        corners = cv2.approxPolyDP(hull, tolerance * around, closed=True)
        if len(corners) == 4:
            return np.asarray(corners.reshape(4, 2), dtype=np.float32)
        if len(corners) < 4:
            break
    return None


def _is_sheet_like(corners: "NDArray[np.float32]") -> bool:
    if not cv2.isContourConvex(corners):
        return False
    arms = np.roll(corners, -1, axis=0) - corners
    lengths = np.linalg.norm(arms, axis=1)
    if lengths.min() < 0.35 * lengths.max():
        return False
    cosines = np.abs(np.sum(arms * np.roll(arms, -1, axis=0), axis=1)) / (
        lengths * np.roll(lengths, -1)
    )
    width, height = Sides(_in_order(corners)).size
    aspect = max(width, height) / min(width, height)
    return bool(cosines.max() < 0.5 and 1.1 < aspect < 1.85)


def _touching(corners: "NDArray[np.float32]", shape: tuple[int, ...]) -> int:
    """Return how many corners lie on the rim, where the sheet goes on outside of the picture."""
    rows, columns = shape[:2]
    x, y = corners[:, 0], corners[:, 1]
    rim = (x < 3) | (y < 3) | (x > columns - 4) | (y > rows - 4)
    return int(np.count_nonzero(rim))


def _stands_out(smooth: "NDArray[np.uint8]", corners: "NDArray[np.float32]") -> bool:
    """Tell whether just inside the sheet is brighter than just outside, on each side of it."""
    middle = corners.mean(axis=0)
    following = np.roll(corners, -1, axis=0)
    steps = np.linspace(0.1, 0.9, 25)[:, None]
    for start, end in zip(corners, following, strict=True):
        edge = start + steps * (end - start)
        away = (edge - middle) / np.linalg.norm(edge - middle, axis=1, keepdims=True)
        inside, outside = _at(smooth, edge - 7 * away), _at(smooth, edge + 7 * away)
        if np.median(inside - outside) < LEAST_CONTRAST:
            return False
    return True


def _at(picture: "NDArray[np.uint8]", points: "NDArray[np.float64]") -> "NDArray[np.float64]":
    rows, columns = picture.shape
    x = np.clip(np.rint(points[:, 0]).astype(int), 0, columns - 1)
    y = np.clip(np.rint(points[:, 1]).astype(int), 0, rows - 1)
    return np.asarray(picture[y, x], dtype=np.float64)


def _in_order(corners: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Return the corners clockwise from the upper left one."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    clockwise = corners[np.argsort(angles)]
    first = int(np.argmin(clockwise.sum(axis=1)))
    return np.asarray(np.roll(clockwise, -first, axis=0), dtype=np.float32)


def _cut_out(pixels: "NDArray[np.uint8]", sides: Sides) -> "NDArray[np.uint8]":
    width, height = _flat_size(sides)
    middle = sides.corners.mean(axis=0)
    source = np.asarray(sides.corners + INSET * 2 * (middle - sides.corners), dtype=np.float32)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(source, target)
    # Cubic keeps the strokes sharp; enlarging happens where the sheet lay far away.
    flat = cv2.warpPerspective(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC)
    return np.asarray(flat, dtype=np.uint8)


def _flat_size(sides: Sides) -> tuple[int, int]:
    """Return the size of the flat sheet in pixels: A4 when its sides are anything like it."""
    width, height = sides.size
    aspect = max(width, height) / min(width, height)
    if 1.15 < aspect < 1.75:  # foreshortening makes a sheet look wider or narrower
        longest = max(width, height, A4_ASPECT * min(width, height))
        short = round(longest / A4_ASPECT)
        return (short, round(longest)) if height >= width else (round(longest), short)
    return round(width), round(height)


def _disc(size: int) -> "NDArray[np.uint8]":
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)), dtype=np.uint8)
