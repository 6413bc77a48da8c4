"""What other pens than that of the signature leave near a closing."""

import math
from dataclasses import replace

import cv2
import numpy as np

from benchmarks.inks.desk import HIGH_MM, SPREAD, WIDE_MM, Desk, fitted
from benchmarks.inks.hands import curve, drawn, real, written
from benchmarks.inks.placing import anywhere, near, paper, stroke
from benchmarks.letters import stamps


def underline(desk: Desk) -> None:
    """Underline what is printed, by hand."""
    dice = desk.dice
    x, y, right = desk.name or (desk.place[0], desk.place[1] - 6, desk.place[0] + 40)
    for row in range(dice.whole(1, 2)):
        wave = dice.between(0.0, 0.6)
        xs = np.arange(x - 2, right + dice.between(1, 8), 1.0)
        foot = y + 4.8 + 1.6 * row + dice.between(-0.02, 0.02) * (xs - x)
        line = np.stack([xs, foot + wave * np.sin(xs / 5)], axis=1)
        stroke(desk, line)


def margin_line(desk: Desk) -> None:
    """Draw a line beside the text, as who reads does, straight or wavy."""
    dice = desk.dice
    first, long_ = dice.between(10, 60), dice.between(18, 70)
    ys = np.arange(first, first + long_, 0.7)
    x = dice.pick([dice.between(8, 18), dice.between(188, 202)])
    wave = dice.between(0, 1.2)
    stroke(desk, np.stack([x + wave * np.sin(ys / dice.between(0.8, 3)), ys], axis=1))


def tick(desk: Desk) -> None:
    """Tick or cross something off."""
    dice = desk.dice
    size = dice.between(4, 16)
    check = [(0.0, 0.55), (0.32, 1.0), (1.0, 0.0)]
    lines = dice.pick([[check], [[(0.0, 0.0), (1.0, 1.0)], [(1.0, 0.0), (0.0, 1.0)]]])
    jitter = [np.array(line) + dice.stream.normal(0, 0.05, (len(line), 2)) for line in lines]
    mark = drawn([line * size * SPREAD for line in jitter], dice.whole(3, 8), dice.whole(10, 90))
    near(desk, mark)


def clerk(desk: Desk) -> None:
    """Put the initials of a clerk in a corner, with a date or not."""
    dice = desk.dice
    mark = curve(dice, dice.between(8, 16), dice.between(5, 11), turns=dice.whole(5, 9))
    x, y = dice.between(160, 186), dice.pick([dice.between(4, 20), dice.between(150, 172)])
    desk.lay(mark, x, y)
    if dice.chance(0.4):
        desk.lay(written(dice, f"{dice.whole(1, 28)}/6", desk.split, 4.0), x, y + 8)


def note(desk: Desk) -> None:
    """Write a remark by hand: of the mailroom, or a telephone number of the sender."""
    dice = desk.dice
    words = dice.pick(["kopie in dossier", "naar JZ", "spoed", "z.o.z.", "zie bijlage",
                       "gebeld 4/6", f"06-{dice.digits(8)}", "afgehandeld",
                       "2x bellen"])  # fmt: skip
    mark = fitted(written(dice, words, desk.split, dice.between(3.5, 7)), 70, 14)
    x, y = desk.place
    spots = [(dice.between(100, 135), y + dice.between(-10, 20)), (x, y + dice.between(42, 62)),
             (dice.between(60, 130), dice.between(2, 8))]  # fmt: skip
    right, down = dice.pick(spots)
    desk.lay(mark, min(right, WIDE_MM - mark.shape[1] / SPREAD - 4), min(down, HIGH_MM - 15))


def date_by_hand(desk: Desk) -> None:
    """Fill in the date by hand, and sign nowhere."""
    dice = desk.dice
    words = dice.pick([f"{dice.whole(1, 28)}-5-2026", f"{dice.whole(1, 28)} mei 2026"])
    mark = fitted(written(dice, words, desk.split, dice.between(3.5, 5.5)), 40, 8)
    x, y = desk.place
    right, down = dice.pick([(75.0, 4.0), (0.0, -9.0), (75.0, -4.0)])
    desk.lay(mark, min(x + right, 165.0), y + down)


def doodle(desk: Desk) -> None:
    """Draw a spiral, a flower or a row of loops, far from the closing."""
    dice = desk.dice
    t = np.linspace(0, dice.between(3, 9) * math.pi, 300)
    shapes = [
        (t * np.cos(t), t * np.sin(t)),
        ((2 + np.cos(5 * t)) * np.cos(t), (2 + np.cos(5 * t)) * np.sin(t)),
        (t + 1.4 * np.cos(3 * t), 1.6 * np.sin(3 * t)),
    ]
    x, y = dice.pick(shapes)
    size = dice.between(12, 35) / max(np.ptp(x), 1e-3)
    mark = drawn([np.stack([x, y], axis=1) * size * SPREAD], dice.whole(2, 6), dice.whole(20, 90))
    spot = dice.pick([(dice.between(150, 170), 5.0), (4.0, dice.between(70, 130))])
    desk.lay(mark, *spot)


def child(desk: Desk) -> None:
    """Let a child draw a puppet or a sun."""
    dice = desk.dice
    size, (x, y) = dice.between(10, 24) * SPREAD, (0.0, 0.0)
    t = np.linspace(0, math.tau, 40)
    head = np.stack([x + 0.25 * np.cos(t), y + 0.25 * np.sin(t)], axis=1)
    rays = [np.array([(off * math.cos(a), off * math.sin(a)) for off in (0.32, 0.6)])
            for a in np.linspace(0, math.tau, 9)[:-1]]  # fmt: skip
    pairs = ([(0, 0.25), (0, 0.9)], [(-0.4, 0.45), (0.4, 0.45)], [(0, 0.9), (-0.3, 1.4)],
             [(0, 0.9), (0.3, 1.4)])  # fmt: skip
    limbs = [np.array(pair) for pair in pairs]
    lines = [line + dice.stream.normal(0, 0.02, line.shape)
             for line in [head, *dice.pick([rays, limbs])]]  # fmt: skip
    mark = drawn([line * size for line in lines], dice.whole(3, 8), dice.whole(10, 90))
    (near if dice.chance(0.3) else anywhere)(desk, mark)


def struck_out(desk: Desk) -> None:
    """Cross the printed name or a word out."""
    dice = desk.dice
    x, y, right = desk.name or (desk.place[0], desk.place[1] - 5, desk.place[0] + 30)
    for _ in range(dice.whole(1, 3)):
        ends = (x + dice.between(-2, 2), y + dice.between(1, 4)), (right, y + dice.between(1, 4))
        stroke(desk, np.array(ends))


def back(desk: Desk) -> None:
    """Let what was signed on the back shine through, mirrored."""
    dice = desk.dice
    ink = cv2.flip(real(dice, desk.split, dice.between(35, 60)), 1)
    soft = np.asarray(cv2.GaussianBlur(ink, (0, 0), dice.between(2.0, 4.0)), np.uint8)
    near(desk, soft, dice.between(0.15, 0.4))


def marker(desk: Desk) -> None:
    """Mark the name or a line with a highlighter."""
    dice = desk.dice
    x, y, right = desk.name or (desk.place[0], desk.place[1] - 6, desk.place[0] + 50)
    layer = paper(right - x + 6, dice.between(4, 7))
    layer[2:-2] = dice.whole(150, 215)
    desk.lay(np.asarray(cv2.GaussianBlur(layer, (0, 0), 1.5), np.uint8), x - 3, y - 0.5, 1.0)


def sketch(desk: Desk) -> None:
    """Draw a heart, a face or a star by hand below the letter."""
    dice = desk.dice
    t = np.linspace(0.2, math.tau + 0.3, 60)
    heart = 16 * np.sin(t) ** 3, -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t))
    ring = 16 * np.cos(t), 16 * np.sin(t)
    smile = 9 * np.cos(t[:30]), 9 * np.sin(t[:30])
    spikes = np.arange(6) * math.tau * 2 / 5 - math.pi / 2
    star = 16 * np.cos(spikes), 16 * np.sin(spikes)
    eyes = [(np.array([x, x + 1.0]), np.array([-5.0, -3.0])) for x in (-6.0, 5.0)]
    second = heart[0] * 0.6 + 28, heart[1] * 0.6
    shapes = dice.pick([[heart], [ring, smile, *eyes], [star], [heart, second]])
    size = dice.between(0.12, 0.5) * SPREAD
    lines = [(np.stack(line, axis=1) + dice.stream.normal(0, 0.35, (len(line[0]), 2))) * size
             for line in shapes]  # fmt: skip
    near(desk, drawn(lines, dice.whole(3, 8), dice.whole(10, 90)))


def struck_room(desk: Desk) -> None:
    """Strike the empty room out with a long line or a Z."""
    dice, (x, y), (wide, high) = desk.dice, desk.place, desk.room
    corners = [(0.0, 0.0), (1.0, 0.05), (0.0, 0.95), (1.0, 1.0)]
    points = dice.pick([corners, [(0.0, 1.0), (1.0, 0.0)], [(0.0, 0.0), (1.0, 1.0)]])
    line = np.array(points) * (wide * dice.between(0.5, 1.2), high) + (x, y)
    steps = np.linspace(0, len(line) - 1, 25)
    smooth = [np.interp(steps, np.arange(len(line)), line[:, axis]) for axis in (0, 1)]
    stroke(desk, np.stack(smooth, axis=1) + dice.stream.normal(0, 0.15, (25, 2)))


def of_another(desk: Desk) -> None:
    """Have an office sign in a box of its own, far from where the writer signs."""
    dice = desk.dice
    other = replace(desk, signed=[])
    frame = paper(58, 26)
    cv2.rectangle(frame, (3, 3), (frame.shape[1] - 4, frame.shape[0] - 4), 60, 3)
    words = stamps.lettering(dice.pick(["In te vullen door kantoor", "Behandeld door:"]),
                             stamps.typeface(30))  # fmt: skip
    other.lay(frame, 140, 148)
    other.lay(words, 141, 149)
    ink = fitted(real(dice, desk.split, 30), 40, 13)
    other.lay(ink, 148, 157)
