"""What offices and printers put near a closing: stamps, logos, codes, lettering and pictures."""

import datetime as dt
import math

import cv2
import numpy as np
from PIL import Image, ImageDraw

from benchmarks.inks.desk import BODY, SPREAD, Desk, fitted
from benchmarks.inks.hands import curve, cut, drawn
from benchmarks.inks.placing import dots, near, paper
from benchmarks.letters import stamps
from benchmarks.letters.fonts import usable
from benchmarks.letters.lists import load_lists

DAY = dt.date(2026, 6, 3)


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
