"""The machines for tuning."""

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.letters import damage
from benchmarks.letters.dice import Dice
from benchmarks.letters.machines.job import Job
from benchmarks.letters.photos import snap

Grey = NDArray[np.uint8]


def flatbed(dice: Dice) -> Job:
    """Set up a good flatbed at 300 dpi in grey."""
    del dice

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.skew(page, dice.between(-0.3, 0.3))
        page = cv2.GaussianBlur(page, (0, 0), 0.6)
        return damage.grain(dice, damage.contrast(page, 12, 250), 2.5)

    return Job(300, scan)


def feeder(dice: Dice) -> Job:
    """Set up the mailroom's sheet feeder."""
    dpi, black = dice.pick([200, 240, 300, 300]), dice.chance(0.3)
    grey, holes, folded = dice.chance(0.35), dice.chance(0.3), dice.chance(0.35)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        if dice.chance(0.3):
            page = damage.show_through(page, back, dice.between(0.04, 0.13))
        page = damage.hole_punches(page) if holes else page
        page = damage.contrast(page, dice.whole(20, 60), dice.whole(205, 240)) if grey else page
        page = damage.fold(dice, page) if folded else page
        page = damage.skew(page, dice.between(-1.5, 1.5))
        page = cv2.GaussianBlur(damage.rescale(page, dpi), (0, 0), dice.between(0.4, 0.8))
        page = damage.grain(dice, damage.grain(dice, page, 3), 3, size=4)
        page = damage.light(dice, page, dice.between(0, 0.12))
        page = damage.specks(dice, page, dice.whole(0, 25))
        if dice.chance(0.03):
            page = cv2.rotate(page, cv2.ROTATE_180)  # fed upside down
        if black:
            return damage.bilevel(page, dice.whole(140, 175))
        return damage.jpeg(page, dice.whole(50, 80))

    return Job(dpi, scan)


def fax(dice: Dice) -> Job:
    """Set up a fax at fine resolution."""
    folded = dice.chance(0.35)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.fold(dice, page) if folded else page
        return damage.fax(dice, damage.skew(page, dice.between(-3, 3)))

    return Job(200, scan)


def copier(dice: Dice) -> Job:
    """Set up a scan of a copy, or of a copy of a copy."""
    dpi, twice = dice.pick([150, 180, 200]), dice.chance(0.6)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.photocopy(dice, damage.skew(page, dice.between(-3, 3)))
        if twice:
            page = damage.photocopy(dice, damage.skew(page, dice.between(-0.8, 0.8)))
        return _weary(dice, page, dpi)

    return Job(dpi, scan)


def worn(dice: Dice) -> Job:
    """Set up a worn scanner, thin paper."""
    dpi, folded = dice.pick([150, 180, 200]), dice.chance(0.35)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        page = damage.fold(dice, page) if folded else page
        page = damage.show_through(
            damage.skew(page, dice.between(-3, 3)), back, dice.between(0.05, 0.2)
        )
        page = damage.contrast(page, dice.whole(40, 85), dice.whole(170, 215))
        return _weary(dice, page, dpi)

    return Job(dpi, scan)


def _weary(dice: Dice, page: Grey, dpi: int) -> Grey:
    """End a bad scan: blur, noise, light, dust, the edge of the lid, strong JPEG."""
    page = cv2.GaussianBlur(damage.rescale(page, dpi), (0, 0), dice.between(0.4, 0.9))
    page = damage.grain(dice, damage.grain(dice, page, dice.between(4, 9)), 4, size=5)
    page = damage.specks(dice, page, dice.whole(10, 80))
    page = damage.light(dice, page, dice.between(0.05, 0.25))
    page = damage.edges(dice, page) if dice.chance(0.4) else page
    return damage.jpeg(page, dice.whole(35, 60))


def phone(dice: Dice) -> Job:
    """Set up a phone above a table; the picture is in colour."""
    folded = dice.chance(0.35)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        return snap(dice, damage.fold(dice, page) if folded else page, shade=True)

    return Job(300, scan)


MACHINES = {
    "clean": (flatbed,),
    "office": (feeder,),
    "bad": (fax, copier, copier, worn, worn),
    "photo": (phone,),
}
