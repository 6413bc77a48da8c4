"""What copying, faxing and scanning do to a page with ink on it; 300 dpi in and out."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.letters import damage
from benchmarks.letters.dice import Dice

Grey = NDArray[np.uint8]


def _back(worn: Grey, page: Grey) -> Grey:
    return np.asarray(cv2.resize(worn, page.shape[::-1], interpolation=cv2.INTER_LINEAR), np.uint8)


def clean(dice: Dice, page: Grey) -> Grey:
    """Scan well."""
    return damage.contrast(page, dice.whole(0, 25), dice.whole(245, 255))


def office(dice: Dice, page: Grey) -> Grey:
    """Scan on the feeder of a mailroom."""
    dpi = dice.pick([200, 240, 300])
    page = damage.skew(damage.contrast(page, 35, dice.whole(225, 245)), dice.between(-1, 1))
    page = damage.grain(dice, damage.rescale(page, dpi), dice.between(2, 6))
    page = damage.specks(dice, page, dice.whole(0, 30))
    return _back(damage.jpeg(page, dice.whole(50, 80)), np.zeros((2185, 2480), np.uint8))


def two_levels(dice: Dice, page: Grey) -> Grey:
    """Scan in black and white."""
    page = damage.grain(dice, damage.rescale(page, dice.pick([200, 300])), 4)
    return _back(damage.bilevel(page, dice.whole(130, 190)), np.zeros((2185, 2480), np.uint8))


def copy(dice: Dice, page: Grey) -> Grey:
    """Copy once or twice."""
    page = damage.photocopy(dice, damage.skew(page, dice.between(-1.5, 1.5)))
    return damage.photocopy(dice, page) if dice.chance(0.4) else page


def fax(dice: Dice, page: Grey) -> Grey:
    """Fax."""
    tall = np.vstack([page, np.full((3508 - page.shape[0], page.shape[1]), 255, np.uint8)])
    sent = cv2.resize(damage.fax(dice, tall), tall.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(sent[: page.shape[0]], np.uint8)


def thin_paper(dice: Dice, page: Grey) -> Grey:
    """Scan grey, thin paper with the back shining through."""
    page = damage.show_through(page, cv2.flip(page, 0), dice.between(0.04, 0.16))
    page = damage.contrast(page, dice.whole(40, 80), dice.whole(180, 220))
    page = cv2.GaussianBlur(page, (0, 0), dice.between(0.8, 1.4))
    page = damage.light(dice, damage.grain(dice, page, dice.between(3, 7)), dice.between(0, 0.2))
    return damage.jpeg(page, dice.whole(40, 70))


def snapped(dice: Dice, page: Grey) -> Grey:
    """Photograph: soft, uneven light, shadows."""
    page = cv2.GaussianBlur(damage.contrast(page, 30, 215), (0, 0), dice.between(1.0, 2.2))
    page = damage.light(dice, page, dice.between(0.2, 0.5))
    page = damage.grain(dice, page, dice.between(4, 8))
    return damage.jpeg(damage.skew(page, dice.between(-2, 2), border=160), dice.whole(45, 75))


WEARS: dict[Callable[[Dice, Grey], Grey], float] = {
    clean: 1.5, office: 3, two_levels: 1.5, copy: 2, fax: 2, thin_paper: 1.5, snapped: 1,
}  # fmt: skip
