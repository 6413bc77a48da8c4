"""Received stamps and postmarks, as rubber leaves them."""

import datetime as dt
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from benchmarks.letters import dates
from benchmarks.letters.dice import Dice
from benchmarks.letters.fonts import ROOT

Grey = NDArray[np.uint8]
MONTHS = ["JAN", "FEB", "MRT", "APR", "MEI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC"]
LONG = [name.upper() for name in dates.MONTHS]


def typeface(size: int, path: str = "") -> ImageFont.FreeTypeFont:
    """Return the letters of a stamp, or another typeface by its path."""
    if path:
        return ImageFont.truetype(ROOT / path, size)
    for name in ("croscore/Arimo-Bold.ttf", "dejavu/DejaVuSans-Bold.ttf"):
        if Path(ROOT / name).exists():
            return ImageFont.truetype(ROOT / name, size)
    raise FileNotFoundError("install fonts-croscore or fonts-dejavu-core for the stamps")


def stamped_date(dice: Dice, day: dt.date) -> str:
    """Write a date as a stamp does."""
    return dice.pick(
        [
            f"{day.day:02d} {MONTHS[day.month - 1]} {day.year}",
            f"{day.day} {MONTHS[day.month - 1]}. {day.year}",
            f"{day:%d-%m-%Y}",
            f"{day.day} {LONG[day.month - 1]} {day.year}",
        ]
    )


def received_stamp(dice: Dice, day: dt.date, wordings: list[str]) -> Grey:
    """Return a received stamp at 300 dpi, dark on white, slightly turned."""
    words = dice.pick(wordings)
    lines = [*words.split("\n"), stamped_date(dice, day)]
    if dice.chance(0.3):
        lines.append(dice.pick(["Afd. Juridische Zaken", "Registratie", "DIV"]))
    face = typeface(dice.whole(38, 54))
    wide = max(int(face.getlength(line)) for line in lines) + 70
    step = int(face.size * 1.3)
    image = Image.new("L", (wide, step * len(lines) + 40), 255)
    draw = ImageDraw.Draw(image)
    for index, line in enumerate(lines):
        draw.text(((wide - face.getlength(line)) / 2, 18 + index * step), line, fill=60, font=face)
    if dice.chance(0.7):
        draw.rectangle((4, 4, wide - 5, image.height - 5), outline=60, width=5)
    return worn(dice, turned(dice, np.array(image), 6))


def lettering(words: str, face: ImageFont.FreeTypeFont) -> Grey:
    """Return words in one line, dark on white."""
    image = Image.new("L", (int(face.getlength(words)) + 60, int(face.size * 1.8)), 255)
    ImageDraw.Draw(image).text((25, int(face.size * 0.3)), words, fill=40, font=face)
    return np.array(image)


def turned(dice: Dice, mark: Grey, degrees: float) -> Grey:
    """Turn a mark a little, one way or the other."""
    image = Image.fromarray(mark).rotate(
        dice.between(-degrees, degrees),
        expand=True,
        fillcolor=255,
        resample=Image.Resampling.BICUBIC,
    )
    return np.array(image)


def worn(dice: Dice, stamp: Grey) -> Grey:
    """Let the rubber miss spots."""
    noise = dice.stream.normal(0, 1, (stamp.shape[0] // 6 + 1, stamp.shape[1] // 6 + 1)).astype(
        np.float32
    )
    gaps = cv2.resize(noise, (stamp.shape[1], stamp.shape[0])) > 1.9
    out = stamp.copy()
    out[gaps] = 255
    return out


def round_stamp(dice: Dice, text: str = "") -> Grey:
    """Return a round stamp of an office, as people put over a name."""
    size = dice.whole(330, 430)
    image = Image.new("L", (size, size), 255)
    draw = ImageDraw.Draw(image)
    draw.ellipse((6, 6, size - 7, size - 7), outline=80, width=6)
    draw.ellipse((60, 60, size - 61, size - 61), outline=80, width=3)
    face = typeface(34)
    word = text or dice.pick(["BEWIND", "ZORG", "KANTOOR"])
    draw.text(((size - face.getlength(word)) / 2, size / 2 - 20), word, fill=80, font=face)
    return worn(dice, np.array(image.rotate(dice.between(-20, 20), fillcolor=255)))


def postmark(dice: Dice, day: dt.date, *, legible: bool) -> Grey:
    """Return a postmark: a ring with the date and waves beside it."""
    image = Image.new("L", (900, 300), 255)
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, 290, 290), outline=50, width=5)
    face, small = typeface(40), typeface(30)
    place = dice.pick(["NIEUWEGEIN", "ROTTERDAM", "DEN HAAG", "ZWOLLE"])
    draw.text((150 - small.getlength(place) / 2, 55), place, fill=50, font=small)
    date = (
        f"{day:%d.%m.%Y}"
        if dice.chance(0.5)
        else f"{day.day:02d} {MONTHS[day.month - 1]} {day.year}"
    )
    draw.text((150 - face.getlength(date) / 2, 125), date, fill=50, font=face)
    for row in range(6):
        y = 60 + row * 34
        points = [(320 + x, y + 9 * np.sin(x / 30)) for x in range(0, 560, 6)]
        draw.line(points, fill=60, width=5)
    mark = np.array(image.rotate(dice.between(-4, 4), fillcolor=255))
    if legible:
        return worn(dice, mark)
    smeared = cv2.GaussianBlur(mark, (0, 0), 9)
    smeared[:, : dice.whole(60, 200)] = 255
    return smeared
