"""A letter photographed with a telephone: on a table, at an angle, in the light of a lamp."""

import io

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.uint8]

ORIENTATION = 0x0112  # EXIF tag
SIDEWAYS = 6  # turn a quarter to the right before showing


def table(rows: int, columns: int, chance: np.random.Generator) -> Picture:
    """Return a wooden table: bands that wave along the grain."""
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    drift = cv2.resize(chance.random((6, 4)).astype(np.float32), (columns, rows))
    rings = np.sin((x / columns * 26 + drift * 9 + y / rows * 1.5) * 2.2)
    grain = cv2.GaussianBlur(chance.random((rows, columns)).astype(np.float32), (0, 0), 1.0)
    grain = cv2.blur(grain, (1, 61))
    tone = (0.55 + 0.06 * rings + 0.9 * (grain - 0.5))[:, :, None]
    return np.asarray(np.clip(tone * np.array([96, 140, 186]), 0, 255), np.uint8)


def photograph(page: Picture, chance: np.random.Generator, *, width: int = 1900) -> Picture:
    """Lay the page on a table and take a picture of it, upright."""
    height = round(width * 4 / 3)
    scene = table(height, width, chance)
    rows, columns = page.shape[:2]
    corners = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], np.float32)
    frame = np.array([[0.09, 0.055], [0.905, 0.04], [0.955, 0.955], [0.045, 0.965]], np.float32)
    frame += chance.uniform(-0.012, 0.012, (4, 2)).astype(np.float32)
    seen = (frame * np.array([width, height], np.float32)).astype(np.float32)
    view = cv2.getPerspectiveTransform(corners, seen)
    smooth = cv2.GaussianBlur(page, (0, 0), 0.8)
    sheet = cv2.warpPerspective(smooth, view, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(
        np.full((rows, columns), 255, np.uint8), view, (width, height), flags=cv2.INTER_AREA
    )
    cast = cv2.GaussianBlur(np.roll(mask, (14, 10), (0, 1)), (0, 0), 14)[:, :, None] / 255.0
    cover = mask[:, :, None] / 255.0
    picture = scene * (1 - 0.45 * cast) * (1 - cover) + sheet * cover
    return _lamp(picture.astype(np.float32), chance)


def _lamp(picture: NDArray[np.float32], chance: np.random.Generator) -> Picture:
    rows, columns = picture.shape[:2]
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    far = np.hypot(x / columns - chance.uniform(0.55, 0.8), y / rows - chance.uniform(0.1, 0.35))
    # the photographer's own shadow falls over a lower corner
    shade = 1 / (1 + np.exp((x / columns - 0.12 - 0.9 * (y / rows - 0.55)) * 16))
    light = (1.0 - 0.3 * far - 0.16 * shade)[:, :, None]
    warm = np.array([0.93, 0.985, 1.0], np.float32)
    noisy = picture * light * warm + chance.normal(0, 2.2, picture.shape)
    return np.asarray(np.clip(noisy, 0, 255), np.uint8)


def as_phone_jpeg(picture: Picture, *, quality: int = 68, sideways: bool = True) -> bytes:
    """Write the JPEG as a telephone does: sideways, with a note that says so."""
    stored = np.rot90(picture, 1) if sideways else picture
    image = Image.fromarray(np.ascontiguousarray(stored[:, :, ::-1]))
    exif = Image.Exif()
    exif[ORIENTATION] = SIDEWAYS if sideways else 1
    exif[0x010F], exif[0x0110] = "Telefoon", "Voorbeeld"
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, exif=exif, optimize=True)
    return buffer.getvalue()
