"""What paper, desk and scanner leave near a closing."""

import cv2
import numpy as np

from benchmarks.inks.desk import HIGH_MM, SPREAD, WIDE_MM, Desk
from benchmarks.inks.hands import curve
from benchmarks.inks.placing import anywhere, dots, near, paper, stroke


def cup(desk: Desk) -> None:
    """Leave the ring of a cup and a drop."""
    dice = desk.dice
    layer, middle = paper(62, 62), int(31 * SPREAD)
    start = dice.whole(0, 360)
    radius = int(dice.between(11, 26) * SPREAD)
    cv2.ellipse(layer, (middle, middle), (radius, radius), 0, start, start + dice.whole(160, 360),
                dice.whole(120, 190), dice.whole(10, 26))  # fmt: skip
    cv2.circle(layer, (middle + radius, middle), dice.whole(8, 30), dice.whole(110, 180), -1)
    near(desk, np.asarray(cv2.GaussianBlur(layer, (0, 0), dice.between(2, 6)), np.uint8))


def smear(desk: Desk) -> None:
    """Leave a smear of dirt."""
    dice = desk.dice
    layer = paper(60, 30)
    for _ in range(dice.whole(2, 8)):
        centre = dice.whole(60, layer.shape[1] - 60), dice.whole(60, layer.shape[0] - 60)
        sides = dice.whole(6, 60), dice.whole(2, 22)
        cv2.ellipse(layer, centre, sides, dice.whole(0, 180), 0, 360, dice.whole(70, 200), -1)
    near(desk, np.asarray(cv2.GaussianBlur(layer, (0, 0), dice.between(1.5, 7)), np.uint8))


def hole(desk: Desk) -> None:
    """Punch holes in the margin, or tear the corner at a staple."""
    dice = desk.dice
    for down in (0.0, 80.0):
        spot = dots((dice.between(9, 13), 40 + down))[0].tolist()
        cv2.circle(desk.page, spot, int(3 * SPREAD), dice.whole(20, 90), -1)
    x, y = dice.between(6, 30), dice.between(4, 12)
    stroke(desk, np.array([(x, y), (x + dice.between(6, 11), y + dice.between(-5, 5))]))


def fold(desk: Desk) -> None:
    """Fold the sheet: a line of shadow across or down, not quite straight."""
    dice = desk.dice
    for _ in range(dice.whole(1, 3)):
        y = desk.place[1] + dice.between(-8, 30)
        xs = np.arange(0, WIDE_MM, 2.0)
        line = np.stack([xs, y + np.cumsum(dice.stream.normal(0, 0.05, xs.size))], axis=1)
        if dice.chance(0.25):
            line = np.stack([dice.between(60, 150) + line[:, 1] - y, xs], axis=1)
        layer = np.full_like(desk.page, 255)
        cv2.polylines(layer, [np.round(line * SPREAD).astype(np.int32)], isClosed=False,
                      color=dice.whole(60, 170), thickness=dice.whole(2, 9))  # fmt: skip
        desk.lay(np.asarray(cv2.GaussianBlur(layer, (0, 0), dice.between(0.5, 3)), np.uint8), 0, 0)


def hair(desk: Desk) -> None:
    """Leave hairs and fibres on the glass."""
    dice = desk.dice
    for _ in range(dice.whole(1, 3)):
        mark = curve(dice, dice.between(5, 40), dice.between(3, 18), turns=dice.whole(3, 5))
        thin = np.asarray(cv2.dilate(mark, np.ones((2, 2))), np.uint8)
        (near if dice.chance(0.7) else anywhere)(desk, thin, dice.between(0.4, 0.9))


def edge(desk: Desk) -> None:
    """Leave the shadow of the lid along an edge, not quite straight."""
    dice = desk.dice
    ys = np.arange(0, HIGH_MM, 2.0)
    off = dice.between(2, 12) + np.cumsum(dice.stream.normal(0, 0.15, ys.size))
    xs = off if dice.chance(0.5) else WIDE_MM - off
    layer = np.full_like(desk.page, 255)
    line = np.round(np.stack([xs, ys], axis=1) * SPREAD).astype(np.int32)
    cv2.polylines(
        layer, [line], isClosed=False, color=dice.whole(20, 150), thickness=dice.whole(4, 40)
    )
    desk.lay(np.asarray(cv2.GaussianBlur(layer, (0, 0), dice.between(1, 6)), np.uint8), 0, 0)
