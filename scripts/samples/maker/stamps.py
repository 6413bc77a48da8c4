"""Stamps of the mailroom: rubber letters with worn ink, and notes by hand."""

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from maker.fonts import path_of
from maker.recipe import Stamp

Grey = NDArray[np.uint8]


def draw_stamp(stamp: Stamp, dpi: int, rng: np.random.Generator) -> Grey:
    """Return the ink of a stamp (0 paper, 255 full ink), already turned."""
    size = round(stamp.size * dpi / 72)
    fonts = [
        ImageFont.truetype(path_of(stamp.font), round(size * (1.25 if index == 1 else 1.0)))
        for index in range(len(stamp.lines))
    ]
    sizes = [font.getbbox(line) for font, line in zip(fonts, stamp.lines, strict=True)]
    wide = round(max(box[2] for box in sizes)) + size * 2
    high = round(sum(box[3] for box in sizes) + size * (1.1 + 0.25 * len(sizes)))
    sheet = Image.new("L", (wide, high), 0)
    pencil = ImageDraw.Draw(sheet)
    y = size * 0.5
    for line, font, box in zip(stamp.lines, fonts, sizes, strict=True):
        pencil.text(((wide - box[2]) / 2, y), line, fill=255, font=font)
        y += box[3] + size * 0.25
    if stamp.frame:
        inset = max(2, size // 8)
        edge = (inset, inset, wide - inset, high - inset)
        pencil.rounded_rectangle(edge, size // 3, outline=255, width=max(2, size // 9))
    turned = sheet.rotate(stamp.angle, expand=True, resample=Image.Resampling.BICUBIC)
    return wear(np.asarray(turned, np.uint8), rng) if stamp.frame else np.asarray(turned, np.uint8)


def wear(ink: Grey, rng: np.random.Generator) -> Grey:
    """Take ink away in spots, as a rubber stamp does."""
    rows, columns = ink.shape
    coarse = rng.random((rows // 14 + 2, columns // 14 + 2)).astype(np.float32)
    spots = cv2.resize(coarse, (columns, rows), interpolation=cv2.INTER_CUBIC)
    fine = cv2.GaussianBlur(rng.random((rows, columns)).astype(np.float32), (0, 0), 1.1)
    keep = np.clip(0.62 + 0.5 * spots + 0.9 * (fine - 0.5), 0.25, 1.0)
    return np.asarray(ink * keep, np.uint8)
