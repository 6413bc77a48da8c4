"""Signatures: strokes of a pen that never belonged to anybody.

Handwriting is drawn as two coupled oscillations (up-down and to-and-fro) over a steady drift to
the right, the oldest model of cursive writing, with a large first letter and a paraph below. The
numbers come from a seed, so the same name always signs the same way.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Stroke = list[Point]
Grey = NDArray[np.uint8]

STEPS = 26  # points per swing of the pen: smooth at 300 dpi
SUPERSAMPLE = 3


# The pen's way through a capital: turning points in units of its height, y upwards.
CAPITALS: tuple[tuple[Point, ...], ...] = (
    # a stem with a loop and a leg
    (
        (-0.1, 0.65),
        (0.3, 1.05),
        (0.1, 0.0),
        (-0.2, 0.25),
        (0.45, 0.95),
        (0.6, 0.5),
        (0.25, 0.4),
        (0.9, 0.05),
    ),
    # a long stem that comes back under itself
    ((0.1, 0.8), (0.6, 1.05), (0.45, 0.3), (0.2, -0.45), (-0.15, -0.3), (0.3, 0.05), (0.85, 0.15)),
    # a snake
    (
        (0.75, 0.85),
        (0.45, 1.1),
        (0.15, 0.8),
        (0.5, 0.4),
        (0.4, 0.0),
        (-0.1, 0.1),
        (0.2, 0.3),
        (0.95, 0.2),
    ),
    # two hills
    ((-0.1, 0.1), (0.15, 1.0), (0.2, 0.1), (0.5, 0.95), (0.6, 0.15), (0.8, 0.7), (0.95, 0.0)),
    # an open round
    ((0.8, 0.8), (0.4, 1.05), (0.0, 0.5), (0.3, 0.0), (0.75, 0.2), (1.0, 0.15)),
    # a closed round with a loop on top
    (
        (0.4, 0.9),
        (0.0, 0.6),
        (0.2, 0.0),
        (0.7, 0.3),
        (0.6, 0.9),
        (0.2, 1.0),
        (0.5, 0.8),
        (1.0, 0.75),
    ),
    # a stem with two bellies
    (
        (0.15, 0.9),
        (0.1, 0.0),
        (0.05, 0.8),
        (0.55, 1.0),
        (0.5, 0.6),
        (0.2, 0.5),
        (0.7, 0.4),
        (0.5, 0.0),
        (-0.1, 0.05),
        (0.9, 0.1),
    ),
)


@dataclass(frozen=True, slots=True)
class Hand:
    """How somebody moves a pen."""

    swings: int  # ups and downs after the first letter
    slant: float
    height: float  # of small letters, relative to the first letter
    drift: float
    paraph: str  # "onder", "door", "lus" or "geen"
    strokes: int  # how often the pen is lifted


def hand_of(rng: random.Random) -> Hand:
    """Draw somebody's way of writing."""
    return Hand(
        swings=rng.randint(6, 13),
        slant=rng.uniform(0.15, 0.6),
        height=rng.uniform(0.26, 0.42),
        drift=rng.uniform(0.8, 1.5),
        paraph=rng.choice(("onder", "onder", "door", "lus", "geen")),
        strokes=rng.choice((1, 2, 2, 3)),
    )


def capital(rng: random.Random) -> Stroke:
    """Draw the large first letter, one of a few shapes, never twice the same."""
    shape = rng.choice(CAPITALS)
    width = rng.uniform(0.8, 1.25)
    return smooth(
        [((x + rng.uniform(-0.09, 0.09)) * width, y + rng.uniform(-0.08, 0.08)) for x, y in shape]
    )


def smooth(anchors: list[Point]) -> Stroke:
    """Lay a Catmull-Rom curve through the anchors."""
    padded = [anchors[0], *anchors, anchors[-1]]
    points: Stroke = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(STEPS):
            t = step / STEPS
            points.append(
                (
                    _spline(t, before[0], start[0], end[0], after[0]),
                    _spline(t, before[1], start[1], end[1], after[1]),
                )
            )
    return [*points, anchors[-1]]


def _spline(t: float, a: float, b: float, c: float, d: float) -> float:  # noqa: PLR0917
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


def cursive(rng: random.Random, hand: Hand, start: Point) -> Iterator[Stroke]:
    """Draw the small letters as swings whose size and place change from one to the next."""
    x, base = start[0], 0.0
    stroke: Stroke = []
    phase = rng.uniform(0.5, 1.4)
    lifts = set(rng.sample(range(2, hand.swings - 1), k=hand.strokes - 1))
    for swing in range(hand.swings):
        fade = 1.0 - 0.55 * swing / hand.swings  # the end of a name is scribbled
        tall = rng.random() < 0.22
        up = hand.height * fade * (rng.uniform(1.9, 2.6) if tall else rng.uniform(0.6, 1.2))
        down = -rng.uniform(0.35, 0.6) if rng.random() < 0.12 else rng.uniform(-0.05, 0.05)
        width = hand.height * hand.drift * rng.uniform(0.5, 1.2)
        loop = hand.height * rng.uniform(0.1, 0.5)
        for step in range(STEPS):
            angle = 2 * math.pi * step / STEPS
            rise = (1 - math.cos(angle)) / 2
            low = base + (down * step / STEPS if down < -0.1 else down * rise)
            stroke.append(
                (
                    x + width * step / STEPS + loop * math.sin(angle + phase) * rise,
                    low + up * rise,
                )
            )
        x += width
        base += rng.uniform(-0.02, 0.03)
        if swing in lifts:
            yield stroke
            stroke, x = [], x + hand.height * rng.uniform(0.05, 0.35)
    tail = stroke[-1]
    stroke += smooth([tail, (tail[0] + 0.4, tail[1] + 0.1), (tail[0] + 1.0, tail[1] + 0.02)])
    yield stroke


def paraph(rng: random.Random, hand: Hand, width: float) -> Iterator[Stroke]:
    """Draw the flourish that ends a signature."""
    if hand.paraph == "onder":
        y = rng.uniform(-0.45, -0.25)
        yield smooth(
            [
                (width * 0.95, y + 0.15),
                (width * 0.5, y),
                (width * 0.1, y - 0.06),
                (width * 0.16, y - 0.2),
                (width * rng.uniform(0.7, 1.05), y - rng.uniform(0.0, 0.15)),
            ]
        )
    elif hand.paraph == "door":
        yield smooth([(width * 0.25, 0.05), (width * 0.6, 0.32), (width * 1.1, 0.6)])
    elif hand.paraph == "lus":
        x = width * 0.8
        yield smooth(
            [
                (x, 0.2),
                (x + 0.8, 0.9),
                (x + 0.2, 1.1),
                (x - 0.7, 0.1),
                (x - 0.2, -0.4),
                (x + 1.2, 0.0),
            ]
        )


def signature(seed: str) -> list[Stroke]:
    """Return the strokes of one signature, y upwards, in units of the first letter's height."""
    rng = random.Random(seed)  # noqa: S311 - ink, no secret
    hand = hand_of(rng)
    first = capital(rng)
    strokes = [first]
    if rng.random() < 0.45:
        second = [(x + first[-1][0] + 0.25, y * 0.9) for x, y in capital(rng)]
        strokes.append(second)
    strokes += cursive(rng, hand, (strokes[-1][-1][0], 0.0))
    width = max(x for stroke in strokes for x, _ in stroke)
    strokes += paraph(rng, hand, width)
    rise = rng.uniform(0.0, 0.09)
    return [[(x + y * hand.slant, y + x * rise) for x, y in stroke] for stroke in strokes]


def initials(seed: str) -> list[Stroke]:
    """Return two linked capitals: how a clerk marks what was handled."""
    rng = random.Random(seed)  # noqa: S311 - ink, no secret
    first = capital(rng)
    second = [(x + first[-1][0] * 0.8, y) for x, y in capital(rng)]
    return [first + second]


def draw(strokes: list[Stroke], width_mm: float, dpi: int, *, nib_mm: float = 0.42) -> Grey:
    """Return the ink as a grey picture (0 paper, 255 full ink), `width_mm` wide.

    The line is thin where the pen is fast, thick where it turns.
    """
    scale = dpi / 25.4 * SUPERSAMPLE
    xs = [x for stroke in strokes for x, _ in stroke]
    ys = [y for stroke in strokes for _, y in stroke]
    unit = (width_mm - 2) / (max(xs) - min(xs)) * scale
    margin = scale
    rows = int((max(ys) - min(ys)) * unit + 2 * margin) + 1
    canvas = np.zeros((rows, int(width_mm * scale) + 1), np.uint8)
    for stroke in strokes:
        places = [
            ((x - min(xs)) * unit + margin, rows - ((y - min(ys)) * unit + margin))
            for x, y in stroke
        ]
        _ink(canvas, places, nib_mm * scale, scale)
    size = (canvas.shape[1] // SUPERSAMPLE, canvas.shape[0] // SUPERSAMPLE)
    return np.asarray(cv2.resize(canvas, size, interpolation=cv2.INTER_AREA), np.uint8)


def _ink(canvas: Grey, places: list[Point], nib: float, scale: float) -> None:
    width = nib * 0.5
    for index, (start, end) in enumerate(pairwise(places)):
        speed = math.dist(start, end) / scale  # mm per step
        ends = min(1.0, (index + 3) / 12, (len(places) - index) / 10)
        wanted = nib * max(0.5, 1.15 - 0.55 * speed) * (0.45 + 0.55 * ends)
        width += (wanted - width) * 0.3
        pressure = int(255 * min(1.0, 0.72 + 0.28 * width / nib))
        first, last = ((round(x), round(y)) for x, y in (start, end))
        cv2.line(canvas, first, last, pressure, max(1, round(width)), cv2.LINE_AA)


def as_png(ink: Grey) -> bytes:
    """Return dark ink on white paper as a PNG, as somebody cuts it out of a scan."""
    done, data = cv2.imencode(".png", cv2.GaussianBlur(255 - (ink // 8 * 7), (3, 3), 0.6))
    if not done:
        raise ValueError("OpenCV could not write a PNG")
    return data.tobytes()
