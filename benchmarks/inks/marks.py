"""What stands near a closing and is no signature: of offices, printers, paper and other pens."""

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from benchmarks.inks.desk import BODY, HIGH_MM, SPREAD, WIDE_MM, Desk, fitted
from benchmarks.inks.hands import curve, cut, drawn, real, written
from benchmarks.letters import stamps
from benchmarks.letters.dice import Dice
from benchmarks.letters.fonts import usable
from benchmarks.letters.lists import load_lists

Grey = NDArray[np.uint8]
DAY = dt.date(2026, 6, 3)


def paper(wide_mm: float, high_mm: float) -> Grey:
    """Return white paper."""
    return np.full((round(high_mm * SPREAD), round(wide_mm * SPREAD)), 255, np.uint8)


def dots(*points: tuple[float, float]) -> NDArray[np.int32]:
    """Return places in millimetres as pixels."""
    return np.round(np.array(points) * SPREAD).astype(np.int32)


def near(desk: Desk, mark: Grey, strength: float = 0.9) -> None:
    """Put a mark somewhere about where people sign."""
    dice, (x, y) = desk.dice, desk.place
    wide = mark.shape[1] / SPREAD
    right = dice.between(0, 45) if dice.chance(0.75) else dice.between(45, 100)
    desk.lay(mark, min(x + right, WIDE_MM - wide - 4), y + dice.between(-6, 10), strength)


def anywhere(desk: Desk, mark: Grey, strength: float = 0.9) -> None:
    """Put a mark anywhere on the sheet."""
    dice, (high, wide) = desk.dice, (side / SPREAD for side in mark.shape)
    x, y = dice.between(6, max(WIDE_MM - wide - 6, 7)), dice.between(4, HIGH_MM - high - 4)
    desk.lay(mark, x, y, strength)


def round_stamp(desk: Desk) -> None:
    """Stamp with the round stamp of an office."""
    near(desk, stamps.round_stamp(desk.dice), desk.dice.between(0.45, 0.95))


def received(desk: Desk) -> None:
    """Stamp that the letter was received."""
    mark = stamps.received_stamp(desk.dice, DAY, load_lists(desk.split).stamps)
    near(desk, mark, desk.dice.between(0.5, 0.95))


def initialled_stamp(desk: Desk) -> None:
    """Stamp, and have a clerk put initials in it."""
    dice = desk.dice
    wide, high = dice.between(38, 52), dice.between(22, 32)
    mark = paper(wide, high)
    cv2.rectangle(mark, (4, 4), (mark.shape[1] - 5, mark.shape[0] - 5), 60, 4)
    image = Image.fromarray(mark)
    face = stamps.typeface(36)
    for row, words in enumerate(dice.some(["INGEKOMEN", "AFD. JZ", "BEH.", "PARAAF", "DATUM"], 3)):
        ImageDraw.Draw(image).text((18, 14 + row * 70), words, fill=60, font=face)
    mark = np.array(image)
    ink = curve(dice, dice.between(9, 15), dice.between(6, 9), turns=dice.whole(5, 9))
    sides = zip(mark.shape, ink.shape, strict=True)
    y, x = (max(int(side * 0.5) - part // 2, 0) for side, part in sides)
    part = mark[y : y + ink.shape[0], x : x + ink.shape[1]]
    np.minimum(part, ink[: part.shape[0], : part.shape[1]], out=part)
    near(desk, stamps.turned(dice, mark, 5), 0.85)


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


def stroke(desk: Desk, line: NDArray[np.float64]) -> None:
    """Draw a line with a pen right on the page, in millimetres."""
    dice = desk.dice
    points, level = np.round(line * SPREAD).astype(np.int32), dice.whole(10, 110)
    cv2.polylines(desk.page, [points], isClosed=False, color=level, thickness=dice.whole(2, 7),
                  lineType=cv2.LINE_AA)  # fmt: skip


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


def logo(desk: Desk) -> None:
    """Print a mark of an organisation, with or without its name."""
    dice = desk.dice
    layer = paper(44, 20)
    level = dice.whole(20, 150)
    for _ in range(dice.whole(1, 3)):
        centre, size = dots((dice.between(6, 14), dice.between(6, 14)))[0], dice.whole(30, 100)
        sides = dice.whole(3, 6)
        turns = np.linspace(0, math.tau, sides + 1)[:-1] + dice.between(0, 3)
        points = [centre + size * np.array([math.cos(a), math.sin(a)]) for a in turns]
        if dice.chance(0.5):
            cv2.fillPoly(layer, [np.array(points, np.int32)], level)
        else:
            cv2.ellipse(layer, centre.tolist(), (size, size), 0, 20, dice.whole(200, 380), level,
                        dice.whole(4, 26))  # fmt: skip
    if dice.chance(0.7):
        face = stamps.typeface(dice.whole(40, 80), dice.pick(usable(desk.split)).regular)
        words = stamps.lettering(dice.pick(["Zorg", "Thuis", "Nova", "Wijk & Co"]), face)
        layer = np.hstack([layer, np.pad(words, ((70, max(layer.shape[0] - 70 - words.shape[0], 0)),
                           (0, 0)), constant_values=255)[: layer.shape[0]]])  # fmt: skip
    near(desk, cut(layer))


def code(desk: Desk) -> None:
    """Print a code of squares or bars."""
    dice = desk.dice
    if dice.chance(0.5):
        size = dice.pick([21, 25, 29])
        blocks = dice.stream.integers(0, 2, (size, size)).astype(np.uint8) * 255
        for y, x in ((0, 0), (0, size - 7), (size - 7, 0)):
            blocks[y : y + 7, x : x + 7] = 0
            blocks[y + 1 : y + 6, x + 1 : x + 6] = 255
            blocks[y + 2 : y + 5, x + 2 : x + 5] = 0
        mark = np.kron(blocks, np.ones((dice.whole(7, 12),) * 2, np.uint8))
    else:
        bars = dice.stream.integers(0, 2, 90).astype(np.uint8) * 255
        mark = np.kron(bars[None, :], np.ones((dice.whole(80, 160), dice.whole(4, 7)), np.uint8))
    near(desk, mark, 1.0)


def name_in_script(desk: Desk) -> None:
    """Print the name, or another, in a typeface that imitates a pen."""
    dice = desk.dice
    path = dice.pick([*usable(desk.split, "hand"), *usable(desk.split, "script")]).regular
    words = dice.pick([desk.person.full, desk.person.full, desk.person.full.split()[0], "Fam. Bos"])
    mark = stamps.lettering(words, stamps.typeface(dice.whole(48, 120), path))
    x, y = desk.place
    desk.lay(fitted(cut(mark), 75, 13), x + dice.between(0, 12), y + dice.between(1, 6),
             dice.pick([1.0, 1.0, 0.7]))  # fmt: skip


def ornament(desk: Desk) -> None:
    """Print a flourish below the text, the same to both sides."""
    dice = desk.dice
    t = np.linspace(0, 1, 160)
    curl = dice.between(1.0, 3.0)
    x, y = 20 * t, dice.between(1.5, 4) * np.sin(curl * math.tau * t) * (1 - t)
    lines = [np.stack([side * x, y], axis=1) * SPREAD for side in (1, -1)]
    near(desk, drawn(lines, dice.whole(2, 6), dice.whole(20, 110)), 1.0)


def formula(desk: Desk) -> None:
    """Print what stands for a signature: "w.g.", or that it was signed digitally."""
    dice, (x, y) = desk.dice, desk.place
    words = dice.pick(["w.g.", "digitaal ondertekend", "was getekend", "(handtekening)",
                       "Dit document is elektronisch ondertekend"])  # fmt: skip
    face = stamps.typeface(dice.whole(38, 52), dice.pick(usable(desk.split)).regular)
    desk.lay(stamps.lettering(words, face), x, y + dice.between(0, 5), 1.0)


def struck_out(desk: Desk) -> None:
    """Cross the printed name or a word out."""
    dice = desk.dice
    x, y, right = desk.name or (desk.place[0], desk.place[1] - 5, desk.place[0] + 30)
    for _ in range(dice.whole(1, 3)):
        ends = (x + dice.between(-2, 2), y + dice.between(1, 4)), (right, y + dice.between(1, 4))
        stroke(desk, np.array(ends))


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


def emblem(desk: Desk) -> None:
    """Print closed shapes with flowing edges, filled or in lines: leaves, waves, knots."""
    dice = desk.dice
    t = np.linspace(0, math.tau, 160)
    layer, level = paper(34, 26), dice.whole(20, 140)
    for _ in range(dice.whole(1, 4)):
        radius = 1 + sum(dice.stream.normal(0, 0.4 / n) * np.cos(n * t + dice.between(0, 6))
                         for n in range(1, 5))  # fmt: skip
        size, turn = dice.between(4, 9) * SPREAD, dice.between(0, 6)
        x, y = radius * np.cos(t) * size, radius * np.sin(t) * size * dice.between(0.4, 1)
        across = x * math.cos(turn) - y * math.sin(turn) + layer.shape[1] / 2
        down = x * math.sin(turn) + y * math.cos(turn) + layer.shape[0] / 2
        points = np.stack([across + dice.between(-60, 60), down], axis=1).astype(np.int32)
        if dice.chance(0.4):
            cv2.fillPoly(layer, [points], level)
        else:
            cv2.polylines(layer, [points], isClosed=True, color=level, thickness=dice.whole(3, 14),
                          lineType=cv2.LINE_AA)  # fmt: skip
    near(desk, cut(layer), 1.0)


def monogram(desk: Desk) -> None:
    """Print two large letters, one over the other or in a ring."""
    dice = desk.dice
    layer = Image.new("L", (420, 300), 255)
    draw = ImageDraw.Draw(layer)
    for letter, x in zip(dice.some("ABDGHKMRSTVW", 2), (90, dice.whole(140, 210)), strict=True):
        face = stamps.typeface(dice.whole(130, 210), dice.pick(usable(desk.split)).regular)
        draw.text((x, dice.whole(20, 60)), letter, fill=dice.whole(20, 120), font=face)
    if dice.chance(0.4):
        draw.ellipse((50, 5, 350, 295), outline=60, width=dice.whole(3, 8))
    near(desk, fitted(cut(np.array(layer)), 30, 20), 1.0)


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


def waves(desk: Desk) -> None:
    """Print a rule of waves, arches or beads across the page."""
    dice = desk.dice
    xs = np.arange(0, dice.between(50, 160), 0.25)
    period, tall = dice.between(2, 9), dice.between(0.5, 2.2)
    wave = dice.pick([np.sin(xs * math.tau / period), np.abs(np.sin(xs * math.pi / period)),
                      2 * np.abs((xs / period) % 1 - 0.5)])  # fmt: skip
    near(desk, drawn([np.stack([xs, tall * wave], axis=1) * SPREAD], dice.whole(2, 6), 40), 1.0)


def turned_print(desk: Desk) -> None:
    """Print words that no engine reads: on their side, askew, tiny, or in another script."""
    dice = desk.dice
    face = stamps.typeface(dice.whole(16, 44), dice.pick(usable(desk.split)).regular)
    rows = [stamps.lettering(words, face) for words in dice.some(BODY, dice.whole(1, 3))]
    wide = min(max(row.shape[1] for row in rows), 900)
    block = np.vstack([np.pad(row[:, :wide], ((0, 0), (0, wide - min(row.shape[1], wide))),
                              constant_values=255) for row in rows])  # fmt: skip
    degrees = dice.pick([90.0, 270.0, dice.between(10, 40), 180.0])
    image = Image.fromarray(block).rotate(degrees, expand=True, fillcolor=255)
    near(desk, np.array(image), dice.between(0.5, 1.0))


def picture(desk: Desk) -> None:
    """Print a photo in dots or greys."""
    dice = desk.dice
    small = dice.stream.uniform(40, 235, (dice.whole(4, 9), dice.whole(5, 12))).astype(np.float32)
    sides = dice.whole(250, 520), dice.whole(180, 330)
    grey = cv2.resize(small, sides, interpolation=cv2.INTER_CUBIC).clip(0, 255).astype(np.uint8)
    if dice.chance(0.5):
        printed = Image.fromarray(cv2.resize(grey, None, fx=0.4, fy=0.4)).convert("1").convert("L")
        grey = np.array(printed)
        grey = np.asarray(cv2.resize(grey, sides, interpolation=cv2.INTER_NEAREST), np.uint8)
    near(desk, grey, 1.0)


def route(desk: Desk) -> None:
    """Print a small map: lines that bend and cross."""
    dice = desk.dice
    lines = []
    for _ in range(dice.whole(3, 7)):
        steps = np.cumsum(dice.stream.normal(0, 3.0, (dice.whole(4, 8), 2)), axis=0)
        lines.append((steps + dice.stream.uniform(0, 18, 2)) * SPREAD)
    near(desk, fitted(drawn(lines, dice.whole(2, 7), dice.whole(30, 120)), 45, 32), 1.0)


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


def nothing(desk: Desk) -> None:
    """Leave the room empty."""
    del desk


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


MARKS: dict[Callable[[Desk], None], float] = {
    nothing: 3, round_stamp: 1.5, received: 1.5, initialled_stamp: 1, cup: 1, smear: 1,
    underline: 1, margin_line: 1, tick: 1, clerk: 1, note: 1.5, date_by_hand: 1.5, doodle: 1,
    child: 1, logo: 1, code: 1, name_in_script: 2.5, ornament: 1, formula: 1, struck_out: 1,
    hole: 0.7, fold: 1, hair: 1, back: 1, marker: 0.7, of_another: 0.7,
    emblem: 1.5, monogram: 1, sketch: 1, struck_room: 1, waves: 1, turned_print: 1.2, picture: 0.7,
    route: 1, edge: 0.8,
}  # fmt: skip


def pick_mark(dice: Dice) -> Callable[[Desk], None]:
    """Return one of the kinds of marks."""
    return dice.weighed(MARKS)
