"""Hands: how people sign, with which pen. Returns ink, dark on white, at 300 dpi."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from benchmarks.inks.desk import SPREAD, Desk, fitted
from benchmarks.letters import stamps
from benchmarks.letters.dice import Dice
from benchmarks.letters.fonts import usable
from benchmarks.letters.signatures import signature_ink

Grey = NDArray[np.uint8]
EDGE = 12  # pixels of white around what is drawn


def curve(dice: Dice, wide_mm: float, tall_mm: float, *, turns: int) -> Grey:
    """Return one stroke that winds through points drawn at random, as a quick hand does."""
    steps = np.linspace(0.0, 1.0, turns)
    across = np.clip(steps + dice.stream.normal(0, 0.5 / turns, turns), 0, 1)
    down = dice.stream.uniform(0.0, 1.0, turns) * dice.stream.uniform(0.4, 1.0, turns)
    down[0], down[1] = dice.between(0.3, 0.6), dice.between(0.0, 0.1)
    points = np.stack([across * wide_mm * SPREAD, down * tall_mm * SPREAD], axis=1)
    return drawn([_spline(points)], dice.whole(3, 8), dice.whole(0, 70))


def _spline(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a smooth line through the points (Catmull and Rom)."""
    ends = np.vstack([points[:1], points, points[-1:]])
    t = np.linspace(0.0, 1.0, 24)[:, None]
    parts = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        bend = 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d
        parts.append(0.5 * (2 * b + (c - a) * t + bend[0] * t**2 + bend[1] * t**3))
    return np.vstack(parts)


def drawn(lines: list[NDArray[np.float64]], nib: int, level: int) -> Grey:
    """Draw lines on a sheet that fits them."""
    every = np.vstack(lines)
    low = every.min(axis=0) - EDGE - nib
    wide, high = (every.max(axis=0) - low + EDGE + nib).astype(int).tolist()
    sheet = np.full((high, wide), 255, np.uint8)
    for line in lines:
        points = np.round(line - low).astype(np.int32)
        cv2.polylines(sheet, [points], isClosed=False, color=level, thickness=nib,
                      lineType=cv2.LINE_AA)  # fmt: skip
    return sheet


def bent(dice: Dice, ink: Grey, much: float = 1.0) -> Grey:
    """Bend, lean and stretch ink, so that no two look the same."""
    rows = ink.shape[0]
    wide = cv2.copyMakeBorder(ink, *(30,) * 4, cv2.BORDER_CONSTANT, value=255)
    field = dice.stream.normal(0, 1, (2, 4, 6)).astype(np.float32)
    moves = [cv2.resize(each, wide.shape[::-1], interpolation=cv2.INTER_CUBIC) for each in field]
    y, x = np.mgrid[0 : wide.shape[0], 0 : wide.shape[1]].astype(np.float32)
    lean = np.float32(dice.between(-0.35, 0.35) * much)
    x += moves[0] * np.float32(0.035 * much * min(rows, 250)) + lean * (y - rows / 2)
    y += moves[1] * np.float32(0.06 * much * min(rows, 250))
    out = cv2.remap(wide, x, y, cv2.INTER_LINEAR, borderValue=255)
    tall = dice.between(0.75, 1.2)
    return np.asarray(cv2.resize(out, None, fx=1.0, fy=tall), dtype=np.uint8)


def written(dice: Dice, words: str, split: str, tall_mm: float) -> Grey:
    """Return words as a hand writes them: letters of unequal size off their line."""
    path = dice.pick(usable(split, "hand")).regular
    size = int(tall_mm * SPREAD * 1.2)
    image = Image.new("L", (int(size * 0.75 * len(words)) + 200, int(size * 2.4)), 255)
    draw, x = ImageDraw.Draw(image), 30.0
    for letter in words:
        face = stamps.typeface(max(int(size * dice.between(0.82, 1.15)), 10), path)
        y = size * 0.5 + dice.stream.normal(0, 0.06 * size)
        draw.text((x, y), letter, fill=30, font=face, anchor="ls" if letter == " " else None)
        x += face.getlength(letter) * dice.between(0.88, 1.08)
    return cut(bent(dice, np.array(image)[:, : int(x) + 60], 0.5))


def cut(ink: Grey) -> Grey:
    """Cut the white edges off."""
    ys, xs = np.nonzero(ink < 200)
    if not ys.size:
        return ink
    return ink[max(ys.min() - 3, 0) : ys.max() + 4, max(xs.min() - 3, 0) : xs.max() + 4]


def real(dice: Dice, split: str, wide_mm: float) -> Grey:
    """Return a scanned signature, as it is or bent into another hand's."""
    ink = signature_ink(dice, split, int(wide_mm * SPREAD))
    return cut(bent(dice, ink)) if dice.chance(0.5) else ink


def natural(dice: Dice, ink: Grey) -> tuple[Grey, float]:
    """Take the pen as it is."""
    return ink, dice.between(0.7, 1.0)


def thin(dice: Dice, ink: Grey) -> tuple[Grey, float]:
    """Take a thin ballpoint."""
    size = dice.whole(2, 3)
    return np.asarray(cv2.dilate(ink, np.ones((size, size))), np.uint8), dice.between(0.75, 1.0)


def pale(dice: Dice, ink: Grey) -> tuple[Grey, float]:
    """Take a pen of a light colour, or one that is nearly empty."""
    return ink, dice.between(0.33, 0.55)


def felt(dice: Dice, ink: Grey) -> tuple[Grey, float]:
    """Take a felt-tip pen."""
    nib = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (dice.whole(4, 10),) * 2)
    wide = cv2.copyMakeBorder(ink, *(8,) * 4, cv2.BORDER_CONSTANT, value=255)
    hard = np.where(cv2.erode(wide, nib) < 150, 10, 255).astype(np.uint8)
    return np.asarray(cv2.GaussianBlur(hard, (0, 0), 1.0), np.uint8), dice.between(0.8, 1.0)


def pencil(dice: Dice, ink: Grey) -> tuple[Grey, float]:
    """Take a pencil: grey, and the paper shows through."""
    grit = dice.stream.normal(0, 60, ink.shape)
    soft = np.where(ink < 230, np.clip(ink + 70 + np.abs(grit), 0, 255), 255)
    return np.asarray(cv2.GaussianBlur(soft.astype(np.uint8), (0, 0), 0.8), np.uint8), 0.8


PENS: dict[Callable[[Dice, Grey], tuple[Grey, float]], float] = {
    natural: 5, thin: 2, pale: 1.5, felt: 1.5, pencil: 1,
}  # fmt: skip


def put(desk: Desk, ink: Grey, x: float, y: float) -> None:
    """Sign with some pen."""
    marked, strength = desk.dice.weighed(PENS)(desk.dice, ink)
    desk.sign(marked, x, y, strength)


def in_place(desk: Desk, ink: Grey) -> None:
    """Sign where the room is."""
    dice, (x, y), (wide, high) = desk.dice, desk.place, desk.room
    ink = fitted(ink, wide + 8, high * dice.between(0.8, 1.5))
    down = (high - ink.shape[0] / SPREAD) / 2 + dice.between(-2, 3)
    put(desk, ink, x + dice.between(-3, max(wide - ink.shape[1] / SPREAD, 0)), y + down)


def usual(desk: Desk) -> None:
    """Sign in the usual way."""
    in_place(desk, real(desk.dice, desk.split, desk.dice.between(28, 60)))


def quick(desk: Desk) -> None:
    """Sign with one winding stroke."""
    dice = desk.dice
    wide, tall = dice.between(22, 60), dice.between(7, 20)
    in_place(desk, curve(dice, wide, tall, turns=dice.whole(8, 26)))


def short(desk: Desk) -> None:
    """Sign small."""
    in_place(desk, fitted(real(desk.dice, desk.split, 30), 26, 10))


def over_name(desk: Desk) -> None:
    """Sign over the printed name, or over the closing."""
    dice, (x, y) = desk.dice, desk.place
    ink = fitted(real(dice, desk.split, dice.between(35, 60)), 70, 20)
    if desk.name is not None and dice.chance(0.6):
        x, y = desk.name[0], desk.name[1] - ink.shape[0] / SPREAD * dice.between(0.3, 0.8)
    else:
        y -= dice.between(5, 9)
    put(desk, ink, x + dice.between(-4, 15), y)


def far(desk: Desk) -> None:
    """Sign far below, in the margin or on the right of the page."""
    dice, (x, y) = desk.dice, desk.place
    ink = fitted(real(dice, desk.split, dice.between(30, 55)), 60, 20)
    moves = [(dice.between(0, 20), dice.between(26, 46)), (-15.0, 3.0), (dice.between(55, 85), 2.0)]
    right, down = dice.pick(moves)
    put(desk, ink, min(x + right, 145.0), y + down)


def large(desk: Desk) -> None:
    """Sign large, over whatever stands there."""
    dice, (x, y) = desk.dice, desk.place
    put(desk, fitted(real(dice, desk.split, 85), 95, 38), x - 3, y - dice.between(4, 12))


def by_name(desk: Desk) -> None:
    """Write one's own name, joined or not."""
    dice = desk.dice
    words = dice.pick([desk.person.full, desk.person.full.split()[-1]])
    in_place(desk, written(dice, words, desk.split, dice.between(4, 8)))


def initials(desk: Desk) -> None:
    """Sign with initials, often with a line under them."""
    dice = desk.dice
    wide = dice.between(9, 20)
    ink = curve(dice, wide, dice.between(6, 13), turns=dice.whole(6, 10))
    if dice.chance(0.4):
        letters = "".join(word[0] for word in desk.person.full.split())[:2]
        ink = written(dice, letters, desk.split, dice.between(6, 10))
    in_place(desk, ink)


def both(desk: Desk) -> None:
    """Sign with two people."""
    usual(desk)
    dice, (x, y) = desk.dice, desk.place
    put(desk, fitted(real(dice, desk.split, 42), 55, 18), min(x + 70, 140), y + dice.between(0, 4))


HANDS: dict[Callable[[Desk], None], float] = {
    usual: 6, quick: 2, short: 2, over_name: 2.5, far: 2, large: 1, by_name: 0.8, initials: 1.2,
    both: 1,
}  # fmt: skip
