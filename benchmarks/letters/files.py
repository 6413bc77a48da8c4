"""Writes scanned pages to files, in the forms in which they come in."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.letters.dice import Dice

Grey = NDArray[np.uint8]
TURNS = {
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
    3: Image.Transpose.ROTATE_180,
}


def save_scans(dice: Dice, scans: list[Grey], dpi: int, stem: Path) -> Path:
    """Write scans as PDF, TIFF, PNG or JPEG."""
    images = [Image.fromarray(scan) for scan in scans]
    black = all(set(np.unique(scan)) <= {0, 255} for scan in scans)
    if black:
        images = [image.convert("1") for image in images]
    forms = {"pdf": 70, "tif": 18}
    if len(images) == 1:
        forms |= {"png": 5, "jpg": 7}
    form = dice.weighed(forms)
    target = stem.with_suffix(f".{form}")
    first, rest = images[0], images[1:]
    if form == "pdf":
        options = {} if black else {"quality": 80}
        first.save(target, "PDF", resolution=dpi, save_all=True, append_images=rest, **options)
    elif form == "tif":
        way = "group4" if black else "jpeg"
        first.save(
            target, "TIFF", dpi=(dpi, dpi), compression=way, save_all=True, append_images=rest
        )
    else:
        first.convert("L").save(target, dpi=(dpi, dpi))
    return target


def save_photos(dice: Dice, photos: list[Grey], stem: Path) -> Path:
    """Write a photo with or without EXIF turn; several become one PDF."""
    images = [Image.fromarray(photo[..., ::-1]) for photo in photos]
    if len(images) > 1:
        target = stem.with_suffix(".pdf")
        images[0].save(
            target, "PDF", resolution=280, save_all=True, append_images=images[1:], quality=78
        )
        return target
    target = stem.with_suffix(".jpg")
    image, exif = images[0], Image.Exif()
    turn = dice.weighed({1: 60, 6: 25, 8: 10, 3: 5})
    exif[0x0112] = turn
    if turn in TURNS:
        image = image.transpose(TURNS[turn])
    image.save(target, quality=dice.whole(72, 90), exif=exif)
    return target
