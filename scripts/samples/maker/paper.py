"""Puts ink on a printed page: signatures, stamps, notes; and what an office does to paper."""

import zlib

import cv2
import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from maker import pen
from maker.recipe import Pen, Recipe, Scan
from maker.sheet import Mark
from maker.stamps import draw_stamp

Colour = NDArray[np.uint8]
Grey = NDArray[np.uint8]

COLOURS = {
    "blauw": (34, 48, 128),
    "zwart": (28, 28, 32),
    "paars": (88, 40, 120),
    "rood": (190, 32, 44),
    "stempelblauw": (38, 60, 150),
    "potlood": (95, 95, 98),
}


def randomness(recipe: Recipe) -> np.random.Generator:
    """Return the source of chance of one sample: the same at every run."""
    return np.random.default_rng(zlib.crc32(recipe.file.encode()))


def render(pdf: bytes, dpi: int) -> list[Colour]:
    """Print the PDF: one colour picture a page."""
    document = pdfium.PdfDocument(pdf)
    pages = [page.render(scale=dpi / 72).to_numpy()[:, :, :3].copy() for page in document]
    document.close()
    return pages


def put_ink(page: Colour, ink: Grey, x: int, y: int, *, colour: str) -> None:
    """Lay ink over the print with its upper left at (x, y); what falls off is lost."""
    top, left = max(y, 0), max(x, 0)
    bottom, right = min(y + ink.shape[0], page.shape[0]), min(x + ink.shape[1], page.shape[1])
    if bottom <= top or right <= left:
        return
    share = ink[top - y : bottom - y, left - x : right - x, None].astype(np.float32) / 255 * 0.93
    blue_last = np.array(COLOURS[colour][::-1], np.float32)  # pdfium renders BGR
    area = page[top:bottom, left:right]
    mixed = area * (1 - share) + np.minimum(area, blue_last) * share
    page[top:bottom, left:right] = np.rint(mixed)


def write(pages: list[Colour], recipe: Recipe, marks: tuple[Mark, ...], dpi: int) -> None:
    """Sign and stamp the pages.

    Raises:
        KeyError: a pen asks for a place that the text does not have.

    """
    places = {mark.name: mark for mark in marks}
    chance = randomness(recipe)
    for item in recipe.pen:
        _sign(pages, item, places[item.mark], dpi)
    for stamp in recipe.stamp:
        ink = draw_stamp(stamp, dpi, chance)
        x, y = (round(value / 25.4 * dpi) for value in (stamp.x, stamp.y))
        put_ink(pages[stamp.page - 1], ink, x, y, colour=stamp.colour)


def _sign(pages: list[Colour], item: Pen, mark: Mark, dpi: int) -> None:
    strokes = pen.initials(item.seed) if item.initials else pen.signature(item.seed)
    ink = pen.draw(strokes, item.width, dpi, nib_mm=item.nib)
    x = round((mark.x + item.dx) / 25.4 * dpi)
    y = round((mark.y + item.dy) / 25.4 * dpi) - ink.shape[0]
    put_ink(pages[mark.page - 1], ink, x, y, colour=item.colour)


def handle(page: Colour, scan: Scan, dpi: int, chance: np.random.Generator) -> Colour:
    """Punch, fold and staple a sheet."""
    if scan.folded:
        _fold(page, chance)
    if scan.stapled:
        _staple(page, dpi)
    if scan.punched:
        _punch(page, dpi)
    return page


def _punch(page: Colour, dpi: int) -> None:
    # two holes 80 mm apart, 12 mm from the edge, 6 mm wide: the dark lid shows through
    for offset in (-40, 40):
        centre = (round(12 / 25.4 * dpi), page.shape[0] // 2 + round(offset / 25.4 * dpi))
        radius = round(2.9 / 25.4 * dpi)
        cv2.circle(page, centre, radius, (96, 94, 92), -1, cv2.LINE_AA)
        cv2.circle(page, centre, radius, (150, 150, 150), 2, cv2.LINE_AA)


def _fold(page: Colour, chance: np.random.Generator) -> None:
    rows, columns = page.shape[:2]
    for part in (1 / 3, 2 / 3):
        y = round(rows * part + chance.integers(-12, 12))
        slope = int(chance.integers(-5, 5))
        veil = np.zeros((rows, columns), np.float32)
        cv2.line(veil, (0, y), (columns, y + slope), 1.0, 2)
        veil = cv2.GaussianBlur(veil, (0, 0), 2.2) * 70
        page[:] = np.clip(page - veil[:, :, None], 0, 255)


def _staple(page: Colour, dpi: int) -> None:
    unit = dpi / 25.4
    for x, y in ((9.0, 8.0), (15.5, 13.0)):
        centre = (round(x * unit), round(y * unit))
        cv2.circle(page, centre, round(0.45 * unit), (70, 70, 74), -1, cv2.LINE_AA)
    start, end = ((round(x * unit), round(y * unit)) for x, y in ((9.0, 8.0), (15.5, 13.0)))
    cv2.line(page, start, end, (196, 196, 198), 3, cv2.LINE_AA)
