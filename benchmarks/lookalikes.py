"""How the second engine reads signs that look alike, in typefaces and wears that letters come in.

python -m benchmarks.lookalikes [--wears 4] [--seed 1]

Each text is printed in every typeface of `tune` and `dev` at 9.5 to 12 points, scanned at 160 to
300 dpi, blurred, noisy, half of the time cut to two levels. Nothing else is read with it: what is
counted is the engine, not what is made of its answer (`extractors/readers/weighing.py`). Below it
the strokes of floors as they are counted in the picture (`extractors/readers/strokes.py`).
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.letters.damage import Grey, as_bytes, grain, rescale
from benchmarks.letters.dice import Dice
from benchmarks.letters.fonts import ROOT, Font, usable
from extractors.document import PageImage
from extractors.pictures.images import with_full_contrast
from extractors.readers.floors import DPI
from extractors.readers.looks import OTHER_DPI, OTHER_MARGIN_PT
from extractors.readers.strokes import count_strokes
from extractors.readers.weighing import SETTLES
from extractors.word_engine import WordEngine, load_word_engine

TEXTS = (
    "26B", "268", "35", "53", "B682-S853", "Z24-2275", "DOS702845", "D05702845",
    "K0O12", "27-II", "27-11", "l.smit@mail.nl", "I.B.H.",
)  # fmt: skip
FLOORS = {"27-II": 2, "384-II,": 2, "78/II": 2, "27-III": 3, "384-III,": 3, "145/III": 3}
PRINTED_DPI = 300  # what is scanned finer or coarser begins so
POINTS = (9.5, 10.0, 11.0, 12.0)
SCANNED_DPI = (160, 200, 200, 300)
PER_POINT = 1 / 72  # inch
USES = ("text", "mono")
HEAD_OF_FLOORS = """
| floor | counted right | unclear | miscounted |
| --- | ---: | ---: | ---: |
"""
HEAD = """| text | right and sure | right, less sure | wrong and sure | wrong, less sure |
| --- | ---: | ---: | ---: | ---: |
"""


def main() -> None:
    """Print how often each text is read right and surely, and surely as something else."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wears", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    fonts = [font for split in ("tune", "dev") for use in USES for font in usable(split, use)]
    sys.stdout.write(f"{len(fonts)} typefaces, {chosen.wears} wears each\n\n{HEAD}")
    engine = load_word_engine()
    for text in TEXTS:
        pages = _pages(fonts, text, chosen)
        counted = Counter(_read(engine, page, text) for page in pages)
        cells = [counted[right, sure] for right in (True, False) for sure in (True, False)]
        sys.stdout.write(f"| {text} | {' | '.join(map(str, cells))} |\n")
    sys.stdout.write(HEAD_OF_FLOORS)
    for text, truth in FLOORS.items():
        strokes = [_strokes(page) for page in _pages(fonts, text, chosen)]
        right, unclear = strokes.count(truth), strokes.count(0)
        sys.stdout.write(f"| {text} | {right} | {unclear} | {len(strokes) - right - unclear} |\n")


def _pages(fonts: Sequence[Font], text: str, chosen: argparse.Namespace) -> Iterator[Grey]:
    """Yield a text in every typeface, each in as many wears as were asked for."""
    for font in fonts:
        for wear in range(chosen.wears):
            yield worn(Dice(chosen.seed, hash_of(font.name, text, wear)), font, text)


def hash_of(*parts: object) -> int:
    """Return a number that is the same in every run."""
    return sum(ord(sign) * (at + 1) for at, sign in enumerate(repr(parts)))


def worn(dice: Dice, font: Font, text: str) -> Grey:
    """Return a text on paper as a scanner gives it, at the scale that the engine is given."""
    points, dpi = dice.pick(POINTS), dice.pick(SCANNED_DPI)
    face = ImageFont.truetype(ROOT / font.regular, round(points * font.factor * PRINTED_DPI / 72))
    across, down = (round(side * PER_POINT * PRINTED_DPI) for side in OTHER_MARGIN_PT)
    left, top, right, bottom = (round(side) for side in face.getbbox(text))
    paper = Image.new("L", (right - left + 2 * across, bottom - top + 2 * down), 255)
    ImageDraw.Draw(paper).text((across - left, down - top), text, 0, face)
    page = rescale(np.asarray(paper), dpi)
    blurred = cv2.GaussianBlur(page, (0, 0), dice.between(0.5, 0.9) * dpi / 200)
    page = grain(dice, as_bytes(np.asarray(blurred, np.float32)), dice.pick((5.0, 10.0, 22.0)))
    if dice.chance(0.5):
        page = as_bytes(np.where(page < dice.between(130, 180), 0.0, 255.0).astype(np.float32))
    return rescale(page, round(300 * OTHER_DPI / dpi))


def _read(engine: WordEngine, page: Grey, text: str) -> tuple[bool, bool]:
    """Return whether it is right, and whether the engine is sure."""
    reading = engine.read(PageImage(with_full_contrast(page), OTHER_DPI * PER_POINT))
    return reading.text.strip() == text, reading.confidence >= SETTLES


def _strokes(page: Grey) -> int:
    return count_strokes(with_full_contrast(rescale(page, round(300 * DPI / OTHER_DPI))))


if __name__ == "__main__":
    main()
