"""What happens to paper and pictures of it: each cause by itself, none knows a split."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.letters.dice import Dice

Grey = NDArray[np.uint8]


def as_bytes(image: NDArray[np.float32]) -> Grey:
    """Clip to 0..255."""
    return np.clip(image, 0, 255).astype(np.uint8)


def skew(page: Grey, degrees: float, *, border: int = 255) -> Grey:
    """Turn the page a little, as when it is fed askew."""
    rows, columns = page.shape
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), degrees, 1)
    return cv2.warpAffine(page, matrix, (columns, rows), flags=cv2.INTER_CUBIC, borderValue=border)


def rescale(page: Grey, dpi: int) -> Grey:
    """Scan at another resolution than 300 dpi."""
    return cv2.resize(page, None, fx=dpi / 300, fy=dpi / 300, interpolation=cv2.INTER_AREA)


def grain(dice: Dice, page: Grey, sigma: float, *, size: float = 1.0) -> Grey:
    """Add sensor noise, or paper texture with a larger size."""
    shape = (max(2, int(page.shape[0] / size)), max(2, int(page.shape[1] / size)))
    noise = dice.stream.normal(0, sigma, shape).astype(np.float32)
    if size != 1.0:
        noise = cv2.resize(noise, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_CUBIC)
    return as_bytes(page.astype(np.float32) + noise)


def specks(dice: Dice, page: Grey, count: int) -> Grey:
    """Dust on the glass."""
    rows, columns = page.shape
    for _ in range(count):
        centre = (dice.whole(0, columns - 1), dice.whole(0, rows - 1))
        cv2.circle(page, centre, dice.whole(1, 2), dice.whole(30, 150), -1)
    return page


def light(dice: Dice, page: Grey, depth: float) -> Grey:
    """Uneven light: a slope over the page."""
    rows, columns = page.shape
    angle = dice.between(0, 2 * math.pi)
    x = np.linspace(-1, 1, columns, dtype=np.float32)[None, :] * math.cos(angle)
    y = np.linspace(-1, 1, rows, dtype=np.float32)[:, None] * math.sin(angle)
    return as_bytes(page.astype(np.float32) * (1 - depth * (x + y + 1.42) / 2.84))


def contrast(page: Grey, black: int, white: int) -> Grey:
    """Map black and white to greys: old toner on grey paper."""
    return as_bytes(page.astype(np.float32) / 255 * (white - black) + black)


def hole_punches(page: Grey) -> Grey:
    """Two holes in the left margin, 80 mm apart."""
    rows, _ = page.shape
    dots = rows / 297
    for offset in (-40, 40):
        centre = (int(11 * dots), int(rows / 2 + offset * dots))
        cv2.circle(page, centre, int(3 * dots), 40, -1)
    return page


def show_through(page: Grey, back: Grey, strength: float) -> Grey:
    """Let the back of a duplex sheet shine through, mirrored."""
    other = cv2.GaussianBlur(cv2.flip(back, 1), (0, 0), 2.2)
    other = cv2.resize(other, (page.shape[1], page.shape[0]))
    return as_bytes(page.astype(np.float32) - strength * (255 - other.astype(np.float32)))


def fold(dice: Dice, page: Grey) -> Grey:
    """Fold the letter in three: a shadow line at each third."""
    rows, columns = page.shape
    out = page.astype(np.float32)
    for third in (1, 2):
        y = int(rows * third / 3 + dice.whole(-20, 20))
        band = np.abs(np.arange(rows) - y).astype(np.float32)
        out -= (dice.between(15, 50) * np.exp(-((band / (rows / 400)) ** 2)))[:, None]
        out -= (
            dice.between(4, 14)
            * np.exp(-np.maximum(np.arange(rows) - y, 0) / (rows / 20))
            * (np.arange(rows) > y)
        )[:, None]
    del columns
    return as_bytes(out)


def bilevel(page: Grey, threshold: int) -> Grey:
    """Black and white only, as a scanner set to text does."""
    return np.where(page < threshold, 0, 255).astype(np.uint8)


def fax(dice: Dice, page: Grey) -> Grey:
    """Fine fax: 204 by 196 dpi, two levels, a damaged scan line here and there."""
    small = cv2.resize(page, (1728, int(page.shape[0] * 196 / 300)), interpolation=cv2.INTER_AREA)
    small = bilevel(grain(dice, small, 9), dice.whole(145, 185))
    for _ in range(dice.whole(0, 3)):
        row = dice.whole(0, small.shape[0] - 4)
        small[row : row + dice.whole(1, 2), dice.whole(0, 900) :] = 255
    return small


def photocopy(dice: Dice, page: Grey) -> Grey:
    """One pass through a worn copier: spread toner, hard contrast, specks."""
    page = cv2.GaussianBlur(page, (0, 0), dice.between(0.8, 1.4))
    page = grain(dice, page, 10)
    value = page.astype(np.float32)
    value = 255 / (1 + np.exp(-(value - dice.between(135, 165)) / 16))
    return specks(dice, as_bytes(value), dice.whole(30, 160))


def edges(dice: Dice, page: Grey) -> Grey:
    """Add the dark edge of an open lid."""
    rows, columns = page.shape
    wide = dice.whole(5, columns // 60)
    if dice.chance(0.5):
        page[:, :wide] = 25
    else:
        page[rows - wide :, :] = 25
    return page


def jpeg(page: Grey, quality: int) -> Grey:
    """Lose what JPEG loses."""
    _, data = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)


def sharpen(page: Grey, amount: float) -> Grey:
    """Sharpen as scanner drivers do, with a light rim around the letters."""
    soft = cv2.GaussianBlur(page, (0, 0), 1.6).astype(np.float32)
    return as_bytes(page.astype(np.float32) * (1 + amount) - soft * amount)


def gamma(page: Grey, power: float) -> Grey:
    """Lighten (below 1) or darken the greys."""
    return as_bytes(255 * (page.astype(np.float32) / 255) ** power)


def streaks(dice: Dice, page: Grey, count: int) -> Grey:
    """Thin lines along the way of the paper, from dirt on the glass of a feeder."""
    rows, columns = page.shape
    out = page.astype(np.float32)
    for _ in range(count):
        x, wide = dice.whole(0, columns - 4), dice.whole(1, 3)
        first = dice.whole(0, rows // 3)
        out[first:, x : x + wide] += dice.pick([-70, -45, 60])
    return as_bytes(out)


def dropouts(dice: Dice, page: Grey, share: float) -> Grey:
    """Let the toner miss spots, more in bands that come back with each turn of the drum."""
    rows, columns = page.shape
    noise = dice.stream.normal(0, 1, (rows // 3 + 1, columns // 3 + 1)).astype(np.float32)
    noise = cv2.resize(noise, (columns, rows), interpolation=cv2.INTER_LINEAR)
    turn = np.sin(np.arange(rows) / rows * 2 * math.pi * dice.whole(3, 6)).astype(np.float32)
    limit = np.float32(np.quantile(noise[::7, ::7], 1 - share))
    holes = noise + turn[:, None] * 0.4 > limit
    return np.where(holes & (page < 200), np.uint8(235), page)


def ghost(page: Grey, shift: tuple[int, int], strength: float) -> Grey:
    """Print everything a second time, a little further and fainter."""
    moved = np.full_like(page, 255)
    down, right = shift
    moved[down:, right:] = page[: page.shape[0] - down, : page.shape[1] - right]
    faint = 255 - (255 - moved.astype(np.float32)) * strength
    return as_bytes(np.minimum(page.astype(np.float32), faint))


def crumple(dice: Dice, page: Grey, depth: float) -> Grey:
    """Flatten a sheet that was crumpled: lines shift a little, ridges throw shadows."""
    rows, columns = page.shape
    small = (rows // 130 + 2, columns // 130 + 2)
    height = dice.stream.normal(0, 1, small).astype(np.float32)
    height = cv2.resize(height, (columns, rows), interpolation=cv2.INTER_CUBIC)
    slope_y, slope_x = np.gradient(height)
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    scale = depth * 120
    moved = cv2.remap(
        page,
        x + slope_x.astype(np.float32) * scale,
        y + slope_y.astype(np.float32) * scale,
        cv2.INTER_LINEAR,
        borderValue=255,
    )
    ridges = np.clip(np.abs(slope_y) * 7 * depth - 0.06, 0, 0.14)
    shade = 1 - np.clip(slope_x * 3 * depth, -0.02, 0.06) - ridges
    return as_bytes(moved.astype(np.float32) * shade)


def dither(page: Grey) -> Grey:
    """Two levels by error diffusion, as drivers do for "photo" mode."""
    return np.array(Image.fromarray(page).convert("1").convert("L"))


def local_white(page: Grey) -> Grey:
    """Whiten the paper as scanning apps do: divide by the light of the surroundings."""
    small = cv2.resize(page, None, fx=0.1, fy=0.1, interpolation=cv2.INTER_AREA)
    lit = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 21)
    lit = cv2.resize(lit, (page.shape[1], page.shape[0])).astype(np.float32)
    return as_bytes(page.astype(np.float32) / np.maximum(lit, 30) * 248)


def curl(page: Grey, depth: float) -> Grey:
    """Bend the sheet as in an open binder: the lines rise towards one side."""
    rows, columns = page.shape
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    bend = depth * rows * (1 - x / columns) ** 3
    return cv2.remap(page, x, y + bend, cv2.INTER_LINEAR, borderValue=255)
