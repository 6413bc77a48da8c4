"""A sheet on a table, seen by a telephone."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.letters import damage
from benchmarks.letters.dice import Dice

Grey = NDArray[np.uint8]
TABLES = [
    (60, 85, 120),
    (95, 95, 95),
    (40, 50, 70),
    (150, 165, 175),
    (70, 60, 50),
]  # blue, green, red
TINTS = [(0.90, 0.95, 0.99), (0.97, 0.97, 0.96), (0.84, 0.92, 0.97)]  # warm, cold, lamp


def lay_on_table(dice: Dice, page: Grey) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return a picture of the sheet on a table, seen at an angle, and where the sheet is."""
    rows, columns = 3200, 2400
    table = np.empty((rows, columns, 3), np.float32)
    table[:] = dice.pick(TABLES)
    planks = np.sin(np.linspace(0, dice.between(20, 90), columns)) * 9
    table += planks[None, :, None] + dice.stream.normal(0, 6, (rows, columns, 1))
    height, width = page.shape
    margin, jitter = dice.between(0.03, 0.07), dice.between(0.005, 0.045)
    corners = [
        (margin, margin),
        (1 - margin, margin),
        (1 - margin, 1 - margin),
        (margin, 1 - margin),
    ]
    moved = [
        (x + dice.between(-jitter, jitter), y + dice.between(-jitter, jitter)) for x, y in corners
    ]
    goal = np.float32([(columns * x, rows * y) for x, y in moved])
    source = np.float32([(0, 0), (width, 0), (width, height), (0, height)])
    matrix = cv2.getPerspectiveTransform(source, goal)
    tint = np.float32(dice.pick(TINTS))
    colour = cv2.merge([page, page, page]).astype(np.float32) * tint
    sheet = cv2.warpPerspective(colour, matrix, (columns, rows), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones_like(page, np.float32), matrix, (columns, rows))[..., None]
    return table * (1 - mask) + sheet * mask, mask


def shadow(dice: Dice, rows: int, columns: int) -> NDArray[np.float32]:
    """Light that falls off, with the soft shadow of a hand or phone."""
    y, x = np.mgrid[0 : 1 : complex(rows // 8), 0 : 1 : complex(columns // 8)].astype(np.float32)
    angle = dice.between(0, 2 * math.pi)
    slope = 1 - dice.between(0.05, 0.3) * (
        math.cos(angle) * (x - 0.5) + math.sin(angle) * (y - 0.5) + 0.5
    )
    if dice.chance(0.6):
        cx, cy, wide = dice.between(0, 1), dice.between(0.4, 1.1), dice.between(0.2, 0.5)
        away = np.sqrt((x - cx) ** 2 + (y - cy) ** 2)
        slope *= 1 - dice.between(0.1, 0.4) / (1 + np.exp((away - wide) / 0.04))
    return cv2.resize(slope.astype(np.float32), (columns, rows), interpolation=cv2.INTER_LINEAR)


def snap(dice: Dice, page: Grey, *, shade: bool) -> Grey:
    """Take a photo of a sheet on a table."""
    picture, mask = lay_on_table(dice, page)
    rows, columns = mask.shape[:2]
    if shade:
        picture *= shadow(dice, rows, columns)[..., None]
    picture = cv2.GaussianBlur(picture, (0, 0), dice.between(0.6, 1.5))
    picture += dice.stream.normal(0, dice.between(2, 6), (rows, columns, 1))
    return damage.as_bytes(picture)
