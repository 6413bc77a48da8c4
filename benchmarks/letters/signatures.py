"""Ink: real scanned signatures when the folder is there, else strokes drawn here."""

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.letters.dice import Dice

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "signatures"
Grey = NDArray[np.uint8]


def real_signatures(split: str) -> list[Path]:
    """Return the scanned signatures of one split, by the number of the file."""
    rests = {"tune": {1, 3}, "dev": {2}, "test": {0}}[split]
    return [path for path in sorted(FOLDER.glob("*.jpg")) if int(path.stem) % 4 in rests]


def strokes(dice: Dice, *, loops: int = 0) -> list[list[tuple[float, float]]]:
    """Draw a scribble as pen strokes in a box of 1 by 0.4."""
    count = loops or dice.whole(5, 11)
    points, x = [], 0.04
    for step in range(count * 12):
        angle = step / 12 * 2 * np.pi
        x += 0.9 / (count * 12)
        tall = 0.05 + 0.13 * abs(np.sin(step / (7 + count)))
        wave = np.sin(angle) * tall * dice.between(0.8, 1.2)
        points.append((x + np.cos(angle) * 0.02, 0.22 + wave))
    lines = [points]
    if dice.chance(0.5):
        lines.append([(0.1, 0.34), (0.5, 0.36 + dice.between(-0.03, 0.03)), (0.95, 0.31)])
    return lines


def drawn_ink(dice: Dice, width: int, *, loops: int = 0) -> Grey:
    """Return a drawn scribble, black on white, `width` pixels wide."""
    height = int(width * 0.42)
    image = np.full((height, width), 255, np.uint8)
    thick = max(1, round(width / dice.between(90, 170)))
    for line in strokes(dice, loops=loops):
        points = np.array([(x * width, y * width) for x, y in line], np.int32)
        cv2.polylines(
            image, [points], isClosed=False, color=30, thickness=thick, lineType=cv2.LINE_AA
        )
    return image


def signature_ink(dice: Dice, split: str, width: int) -> Grey:
    """Return a signature as grey ink on pure white, about `width` pixels wide."""
    files = real_signatures(split)
    if not files:
        return drawn_ink(dice, width)
    image = cv2.imread(str(dice.pick(files)), cv2.IMREAD_GRAYSCALE)
    paper = float(np.percentile(image, 80))
    clean = np.clip(image.astype(np.float32) * (255 / (paper - 12)), 0, 255).astype(np.uint8)
    clean = np.clip(
        255 - (255 - clean.astype(np.float32)) * dice.between(1.3, 2.0), 15, 255
    ).astype(np.uint8)
    ink = np.argwhere(clean < 190)
    (top, left), (low, right) = ink.min(axis=0), ink.max(axis=0)
    cut = clean[top : low + 1, left : right + 1]
    scale = width / cut.shape[1]
    tall = width * 0.62 / cut.shape[0]
    scale = min(scale, tall)
    return cv2.resize(cut, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def lay_ink(page: Grey, ink: Grey, x: int, y: int, *, strength: float = 1.0) -> None:
    """Multiply ink onto the page with its top left corner at x, y; clipped to the page."""
    rows, columns = page.shape
    x, y = max(0, x), max(0, y)
    part = ink[: max(0, rows - y), : max(0, columns - x)]
    if part.size == 0:
        return
    area = page[y : y + part.shape[0], x : x + part.shape[1]]
    factor = 1 - strength * (1 - part.astype(np.float32) / 255)
    area[:] = (area * factor).astype(np.uint8)
