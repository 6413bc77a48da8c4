"""Tell ink from paper, and take away what no pen draws: blobs and rings.

Pure pixel work on one part of a page; masks hold 1 for ink and 0 for paper.
"""

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from extractors.pictures.images import Pieces, inked, pieces_of, reduced

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.uint8]
    Real = NDArray[np.float32]

Ring = tuple[float, float, float]  # x, y and radius in pixels

# Darker than this part of the paper around it is ink for certain; a pale pen reaches it in places.
STRONG = 0.78
# Ink that hangs together with certain ink may be as pale as this, if the paper is not noisy.
WEAK = 0.87
# Level of grey: paper is not darker, a black table is.
DARKEST = 24.0
# Pixels that tell how noisy the paper is: more tell the same.
MOST_PAPER = 50_000
# A felt-tip pen is narrower.
BLOB_MM = 2.4
# Where two strokes of such a pen run together they are no wider, and not everywhere.
WIDEST_MM, SOLID = 4.0, 0.8
# A name in such a pen that ran together nearly everywhere still has the ragged outline of writing:
# share of its hull, corners, width, and no part as wide as a smudge.
RAGGED_HULL, RAGGED_CORNERS, RAGGED_MM, BROADEST_MM = 0.72, 18, 10.0, 6.0
CORNER_MM = 0.6


def without(ink: "Mask", gone: "NDArray[np.bool_]") -> "Mask":
    """Return the ink that is not marked as gone."""
    return ink & (~gone).view(np.uint8)  # in a quarter of the time of `where`


def flatten(grey: "NDArray[np.uint8]", per_mm: float) -> "Real":
    """Divide by the paper around each pixel: 1 is paper, 0 is black, shadows are gone."""
    step = max(round(per_mm), 1)
    step = min(step, max(min(grey.shape) // 2, 1))
    small = reduced(grey, step)
    # A millimetre a pixel: ink is narrower than five, shadows and borders are wider.
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 5)
    paper = cv2.resize(paper, grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    paper = cv2.max(paper, DARKEST)  # type: ignore[call-overload]
    # With a number for paper as dark, and bytes cut off before shares: a sixth of the time.
    return np.asarray(cv2.divide(cv2.min(grey, paper), paper, dtype=cv2.CV_32F), dtype=np.float32)


def binarise(paper_share: "Real", *, strong: float = STRONG, weak: float = WEAK) -> "Mask":
    """Mark ink: certain pixels and the paler ones that hang together with them."""
    pieces, certain = ink_pieces(paper_share, strong=strong, weak=weak)
    return pieces.mask_of(certain)


def ink_pieces(
    paper_share: "Real", *, strong: float = STRONG, weak: float = WEAK
) -> "tuple[Pieces, NDArray[np.bool_]]":
    """Return what may be ink, and which pieces of it are: those with certain ink among it."""
    noise = _noise(paper_share)
    pale = (paper_share < min(weak, 1.0 - 4.0 * noise)).view(np.uint8)
    pieces = pieces_of(pale)
    dark = paper_share.ravel()[pieces.inked] < min(strong, 1.0 - 5.0 * noise)
    certain = np.zeros(len(pieces.boxes), np.bool_)
    certain[pieces.numbers[dark]] = True
    return pieces, certain


def _noise(paper_share: "Real") -> float:
    """Return how far the paper usually is from its own brightness; some of it tells."""
    some = paper_share.ravel()[:: paper_share.size // MOST_PAPER + 1]
    bright = some[some > 0.8]
    return 1.48 * float(np.median(1.0 - bright)) if bright.size else 0.0


def remove_blobs(ink: "Mask", per_mm: float) -> "Mask":
    """Take away what no pen is wide enough for: punch holes, logos, borders, smudges."""
    size = round(BLOB_MM * per_mm)
    # Where not even the square within the circle fits, which is found fast, nor does the circle.
    inner = max(math.floor(0.65 * size), 1)
    fits = np.asarray(cv2.erode(ink, np.ones((inner, inner), np.uint8)), dtype=np.uint8)
    x, y, wide, high = cv2.boundingRect(fits)
    if not wide:
        return ink
    circle = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    near = np.s_[
        max(y - 2 * size, 0) : y + high + 2 * size, max(x - 2 * size, 0) : x + wide + 2 * size
    ]
    held = np.asarray(cv2.erode(ink[near], circle), dtype=np.uint8) & fits[near]
    core = cv2.dilate(held, circle)
    if not cv2.countNonZero(core):
        return ink
    rim = np.ones((2 * round(0.5 * per_mm) + 1,) * 2, np.uint8)
    left = ink.copy()
    left[near][cv2.dilate(core, rim) > 0] = 0
    return left


def remove_blots(ink: "Mask", per_mm: float) -> "Mask":
    """Take blobs away, but not from strokes of a broad pen that ran together in places.

    What holds a blob is one through and through, or has one in it that no such strokes make.
    """
    left = remove_blobs(ink, per_mm)
    if left is ink:
        return ink
    gone = without(ink, left > 0)
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    rows, columns = inked(gone)
    own = np.asarray(pieces[rows, columns], dtype=np.int64)
    deepest = np.zeros(count, np.float32)
    np.maximum.at(deepest, own, _depth(ink, gone, per_mm)[rows, columns])
    solid = np.bincount(own, minlength=count) > SOLID * stats[:, cv2.CC_STAT_AREA]
    is_blot = solid | (2.0 * deepest > WIDEST_MM * per_mm)
    may_be_name = (stats[:, cv2.CC_STAT_WIDTH] >= RAGGED_MM * per_mm) & (
        2.0 * deepest <= BROADEST_MM * per_mm
    )
    for number in np.intersect1d(np.flatnonzero(is_blot & may_be_name), own).tolist():
        x, y, wide, high = stats[number, : cv2.CC_STAT_AREA].tolist()
        part = (pieces[y : y + high, x : x + wide] == number).astype(np.uint8)
        is_blot[number] = not _is_ragged(part, per_mm)
    stays = ~is_blot[own]
    left[rows[stays], columns[stays]] = 1
    return left


def _is_ragged(piece: "Mask", per_mm: float) -> bool:
    """Tell writing from a blot, a highlighter and a hole by its outline."""
    found, _ = cv2.findContours(piece, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(found, key=len)
    hull = cv2.contourArea(cv2.convexHull(outline))
    corners = len(cv2.approxPolyDP(outline, CORNER_MM * per_mm, closed=True))
    return corners >= RAGGED_CORNERS and cv2.countNonZero(piece) <= RAGGED_HULL * hull


def _depth(ink: "Mask", gone: "Mask", per_mm: float) -> "Real":
    """Return how far from the paper the ink around `gone` is, as far as it matters."""
    around = round(WIDEST_MM * per_mm)
    x, y, wide, high = cv2.boundingRect(gone)
    near = np.s_[max(y - around, 0) : y + high + around, max(x - around, 0) : x + wide + around]
    depth = np.zeros(ink.shape, np.float32)
    depth[near] = cv2.distanceTransform(np.ascontiguousarray(ink[near]), cv2.DIST_L2, 3)
    return depth


def remove_rings(ink: "Mask", per_mm: float) -> "tuple[Mask, tuple[Ring, ...]]":
    """Take away circles as large as a stamp (20 to 50 mm across); tell where they stood."""
    ys, xs = inked(ink)
    rings: tuple[Ring, ...] = ()
    if xs.size < 40 * per_mm:
        return ink, rings
    radii = (9.0 * per_mm, 26.0 * per_mm)
    points = np.stack([xs, ys], axis=1).astype(np.float32)
    left = ink.copy()
    for _ in range(3):
        ring = _best_ring(points, radii, per_mm)
        if ring is None:
            return left, rings
        x, y, radius = ring
        rings += (ring,)
        on_ring = np.abs(np.hypot(points[:, 0] - x, points[:, 1] - y) - radius) < 0.9 * per_mm
        gone = points[on_ring].astype(np.int64)
        left[gone[:, 1], gone[:, 0]] = 0
        points = points[~on_ring]
        if len(points) < 40 * per_mm:
            return left, rings
    return left, rings


def _best_ring(points: "Real", radii: tuple[float, float], per_mm: float) -> Ring | None:
    """Fit circles through random triples and keep the one that is inked nearly all round."""
    random = np.random.default_rng(7)
    triples = points[random.integers(0, len(points), (600, 3))]
    circles = _circles(triples)
    circles = circles[(circles[:, 2] > radii[0]) & (circles[:, 2] < radii[1])]
    sample = points[random.integers(0, len(points), min(len(points), 1500))]
    shares = _inked_round(circles, sample, 0.5 * per_mm)
    if shares.max(initial=0.0) <= 0.72:
        return None
    x, y, radius = (float(each) for each in circles[int(np.argmax(shares))])
    return _refined(points, (x, y, radius), per_mm)


def _inked_round(
    circles: "NDArray[np.float64]", sample: "Real", width: float
) -> "NDArray[np.float64]":
    """Return for each circle the share of 36 sectors in which points lie on it."""
    # Roughly and a little too wide first, all at once: few points are near any one circle.
    x, y, radii = (circles[:, i : i + 1].astype(np.float32) for i in range(3))
    squares = (sample[:, 0] - x) ** 2 + (sample[:, 1] - y) ** 2
    inner, outer = np.maximum(radii - width - 0.2, 0.0) ** 2, (radii + width + 0.2) ** 2
    rows, places = inked((squares > inner) & (squares < outer))
    dx = sample[places, 0] - circles[rows, 0]
    dy = sample[places, 1] - circles[rows, 1]
    near = np.abs(np.hypot(dx, dy) - circles[rows, 2]) < width
    rows, dx, dy = rows[near], dx[near], dy[near]
    sectors = ((np.arctan2(dy, dx) + math.pi) / math.tau * 36).astype(np.int64) % 36
    counts = np.bincount(rows * 36 + sectors, minlength=36 * len(circles)).reshape(-1, 36)
    shares = np.count_nonzero(counts, axis=1) / 36
    shares[counts.sum(axis=1) < 36] = 0.0
    return np.asarray(shares, dtype=np.float64)


def _refined(points: "Real", ring: Ring, per_mm: float) -> Ring:
    """Fit the circle again through all points near it, by least squares."""
    x, y, radius = ring
    for width in (1.5, 1.0):
        near = points[
            np.abs(np.hypot(points[:, 0] - x, points[:, 1] - y) - radius) < width * per_mm
        ].astype(np.float64)
        matrix = np.column_stack([2 * near, np.ones(len(near))])
        x, y, rest = np.linalg.lstsq(matrix, (near**2).sum(axis=1), rcond=None)[0]
        radius = math.sqrt(max(rest + x * x + y * y, 0.0))
    return float(x), float(y), radius


def _circles(triples: "Real") -> "NDArray[np.float64]":
    """Return (x, y, radius) of the circle through each three points; drops straight ones."""
    a, b, c = (triples[:, i].astype(np.float64) for i in range(3))
    ab, ac = b - a, c - a
    twice = 2.0 * (ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0])
    usable = np.abs(twice) > 1.0
    a, ab, ac, twice = a[usable], ab[usable], ac[usable], twice[usable]
    ab2, ac2 = (ab**2).sum(axis=1), (ac**2).sum(axis=1)
    x = (ac[:, 1] * ab2 - ab[:, 1] * ac2) / twice
    y = (ab[:, 0] * ac2 - ac[:, 0] * ab2) / twice
    return np.stack([a[:, 0] + x, a[:, 1] + y, np.hypot(x, y)], axis=1)
