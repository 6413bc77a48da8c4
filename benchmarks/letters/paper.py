"""What happens to paper: scanners, copiers, faxes, stamps, folds and phones, as causes."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.letters.dice import Dice

Grey = NDArray[np.uint8]
TABLES = [
    (60, 85, 120),
    (95, 95, 95),
    (40, 50, 70),
    (150, 165, 175),
    (70, 60, 50),
]  # blue, green, red
TINTS = [(0.90, 0.95, 0.99), (0.97, 0.97, 0.96), (0.84, 0.92, 0.97)]  # warm, cold, lamp
CLASSES = ("digital", "clean", "office", "bad", "photo")


@dataclass(frozen=True)
class Job:
    """How the pages of one letter are scanned: the same machine and settings for all."""

    dpi: int
    black: bool  # two levels
    way: str  # bad scans: fax, copy or worn
    grey: bool  # paper that looks grey
    holes: bool
    folded: bool


def draw_job(dice: Dice, medium: str) -> Job:
    """Choose the machine."""
    dpi = {"office": [200, 240, 300, 300], "bad": [150, 180, 200]}.get(medium, [300])
    way = dice.weighed({"fax": 3, "copy": 4, "worn": 5})
    return Job(
        dpi=200 if medium == "bad" and way == "fax" else dice.pick(dpi),
        black=dice.chance(0.3),
        way=way,
        grey=dice.chance(0.35),
        holes=dice.chance(0.3),
        folded=dice.chance(0.35),
    )


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


def scan_clean(dice: Dice, page: Grey, back: Grey, job: Job) -> Grey:
    """Scan on a good flatbed at 300 dpi in grey."""
    del back, job
    page = skew(page, dice.between(-0.3, 0.3))
    page = cv2.GaussianBlur(page, (0, 0), 0.6)
    return grain(dice, contrast(page, 12, 250), 2.5)


def scan_office(dice: Dice, page: Grey, back: Grey, job: Job) -> Grey:
    """Scan in the mailroom's sheet feeder."""
    if dice.chance(0.3):
        page = show_through(page, back, dice.between(0.04, 0.13))
    page = hole_punches(page) if job.holes else page
    page = contrast(page, dice.whole(20, 60), dice.whole(205, 240)) if job.grey else page
    page = fold(dice, page) if job.folded else page
    page = skew(page, dice.between(-1.5, 1.5))
    page = cv2.GaussianBlur(rescale(page, job.dpi), (0, 0), dice.between(0.4, 0.8))
    page = grain(dice, grain(dice, page, 3), 3, size=4)
    page = specks(dice, light(dice, page, dice.between(0, 0.12)), dice.whole(0, 25))
    if dice.chance(0.03):
        page = cv2.rotate(page, cv2.ROTATE_180)  # fed upside down
    if job.black:
        return bilevel(page, dice.whole(140, 175))
    return jpeg(page, dice.whole(50, 80))


def scan_bad(dice: Dice, page: Grey, back: Grey, job: Job) -> Grey:
    """Send through a fax, copy a copy, or scan with a worn machine."""
    page = fold(dice, page) if job.folded else page
    page = skew(page, dice.between(-3, 3))
    if job.way == "fax":
        return fax(dice, page)
    if job.way == "copy":
        page = photocopy(dice, page)
        if dice.chance(0.6):
            page = photocopy(dice, skew(page, dice.between(-0.8, 0.8)))
    else:
        page = show_through(page, back, dice.between(0.05, 0.2))
        page = contrast(page, dice.whole(40, 85), dice.whole(170, 215))
    page = cv2.GaussianBlur(rescale(page, job.dpi), (0, 0), dice.between(0.4, 0.9))
    page = grain(dice, grain(dice, page, dice.between(4, 9)), 4, size=5)
    page = light(dice, specks(dice, page, dice.whole(10, 80)), dice.between(0.05, 0.25))
    page = edges(dice, page) if dice.chance(0.4) else page
    return jpeg(page, dice.whole(35, 60))


def take_photo(dice: Dice, page: Grey, back: Grey, job: Job) -> Grey:
    """Photograph with a phone above a table; returns colour (rows, columns, 3)."""
    del back
    page = fold(dice, page) if job.folded else page
    picture, mask = lay_on_table(dice, page)
    rows, columns = mask.shape[:2]
    picture *= shadow(dice, rows, columns)[..., None]
    picture = cv2.GaussianBlur(picture, (0, 0), dice.between(0.6, 1.5))
    picture += dice.stream.normal(0, dice.between(2, 6), (rows, columns, 1))
    return as_bytes(picture)


def lay_on_table(dice: Dice, page: Grey) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return a picture of the sheet on a table, seen at an angle, and where the sheet is."""
    rows, columns = 3200, 2400
    table = np.empty((rows, columns, 3), np.float32)
    table[:] = dice.pick(TABLES)
    planks = np.sin(np.linspace(0, dice.between(20, 90), columns)) * 9
    table += planks[None, :, None] + dice.stream.normal(0, 6, (rows, columns, 1))
    height, width = page.shape
    margin, jitter = dice.between(0.03, 0.07), dice.between(0.005, 0.045)
    corners = [
        (margin, margin),
        (1 - margin, margin),
        (1 - margin, 1 - margin),
        (margin, 1 - margin),
    ]
    moved = [
        (x + dice.between(-jitter, jitter), y + dice.between(-jitter, jitter)) for x, y in corners
    ]
    goal = np.float32([(columns * x, rows * y) for x, y in moved])
    source = np.float32([(0, 0), (width, 0), (width, height), (0, height)])
    matrix = cv2.getPerspectiveTransform(source, goal)
    tint = np.float32(dice.pick(TINTS))
    colour = cv2.merge([page, page, page]).astype(np.float32) * tint
    sheet = cv2.warpPerspective(colour, matrix, (columns, rows), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones_like(page, np.float32), matrix, (columns, rows))[..., None]
    return table * (1 - mask) + sheet * mask, mask


def shadow(dice: Dice, rows: int, columns: int) -> NDArray[np.float32]:
    """Light that falls off, with the soft shadow of a hand or phone."""
    y, x = np.mgrid[0 : 1 : complex(rows // 8), 0 : 1 : complex(columns // 8)].astype(np.float32)
    angle = dice.between(0, 2 * math.pi)
    slope = 1 - dice.between(0.05, 0.3) * (
        math.cos(angle) * (x - 0.5) + math.sin(angle) * (y - 0.5) + 0.5
    )
    if dice.chance(0.6):
        cx, cy, wide = dice.between(0, 1), dice.between(0.4, 1.1), dice.between(0.2, 0.5)
        away = np.sqrt((x - cx) ** 2 + (y - cy) ** 2)
        slope *= 1 - dice.between(0.1, 0.4) / (1 + np.exp((away - wide) / 0.04))
    return cv2.resize(slope.astype(np.float32), (columns, rows), interpolation=cv2.INTER_LINEAR)


SCANNERS: dict[str, Callable[[Dice, Grey, Grey, Job], Grey]] = {
    "clean": scan_clean,
    "office": scan_office,
    "bad": scan_bad,
    "photo": take_photo,
}
