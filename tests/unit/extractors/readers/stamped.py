"""Pages with drawn stamps, for tests of where stamps are found and how they are read."""

import cv2
import numpy as np

from extractors.document import PageImage, Word
from extractors.readers.stamp_zone import Zone, find_zones
from tests.unit.extractors.drawn import PX_PER_MM, SCALE, Paper

LINES = ("INGEKOMEN", "12 NOV 2026", "Afd. JZ")
MIDDLE = (150.0, 60.0)  # millimetres
LETTER = "J. Jansen\nDorpsstraat 1\n\n\n\n\n\n\n\n\n\n\n\n\nGeachte heer,\n\nIk maak bezwaar."


def stamp(
    *, tilt: float, frame: str = "rechthoek", ink: int = 90, lines: tuple[str, ...] = LINES
) -> Paper:
    """Draw a letter with a stamp on it that is tilted clockwise, in degrees."""
    paper = Paper(LETTER)
    layer = np.full_like(paper.pixels, 255)
    x, y = (round(side * PX_PER_MM) for side in MIDDLE)
    wide, high = round(24 * PX_PER_MM), round(13 * PX_PER_MM)
    for row, line in enumerate(lines):
        left = x - cv2.getTextSize(line, cv2.FONT_HERSHEY_DUPLEX, 1.0, 2)[0][0] // 2
        top = y + round((row - 0.7) * 7 * PX_PER_MM)
        cv2.putText(layer, line, (left, top), cv2.FONT_HERSHEY_DUPLEX, 1.0, ink, 2, cv2.LINE_AA)
    if frame == "rechthoek":
        cv2.rectangle(layer, (x - wide, y - high), (x + wide, y + high), ink, 3)
    if frame == "ovaal":
        axes = (round(wide * 1.25), round(high * 1.25))
        cv2.ellipse(layer, (x, y), axes, 0, 0, 360, ink, 3)
    turn = cv2.getRotationMatrix2D((float(x), float(y)), -tilt, 1.0)
    rows, columns = layer.shape
    turned = cv2.warpAffine(layer, turn, (columns, rows), borderValue=(255.0,))
    np.minimum(paper.pixels, turned, out=paper.pixels)
    return paper


def image(paper: Paper) -> PageImage:
    return PageImage(paper.pixels, SCALE)


def zones(paper: Paper, words: tuple[Word, ...] | None = None) -> tuple[Zone, ...]:
    return find_zones(image(paper), paper.words if words is None else words)
