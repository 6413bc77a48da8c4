"""The machines for the test."""

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.letters import damage
from benchmarks.letters.dice import Dice
from benchmarks.letters.machines.job import Job
from benchmarks.letters.photos import snap

Grey = NDArray[np.uint8]


def document_feeder(dice: Dice) -> Job:
    """Set up a fast document scanner at 300 dpi: a little shrunk, sharp, mild JPEG."""
    shrink = dice.between(0.985, 1.0)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.skew(page, dice.between(-0.45, 0.45))
        page = cv2.resize(page, None, fx=1, fy=shrink, interpolation=cv2.INTER_AREA)
        page = damage.sharpen(cv2.GaussianBlur(page, (0, 0), 0.7), 0.9)
        return damage.jpeg(damage.grain(dice, page, 2), 90)

    return Job(300, scan)


def dirty_duplex(dice: Dice) -> Job:
    """Set up a duplex feeder with a dirty glass and thin paper."""
    dpi, dirt, holes = dice.pick([240, 300]), dice.whole(1, 5), dice.chance(0.3)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        page = damage.show_through(page, back, dice.between(0.03, 0.15))
        page = damage.hole_punches(page) if holes else page
        page = damage.skew(page, dice.between(-1.4, 1.4))
        page = cv2.GaussianBlur(damage.rescale(page, dpi), (0, 0), dice.between(0.4, 0.7))
        page = damage.streaks(dice, damage.contrast(page, 30, 232), dirt)
        return damage.jpeg(damage.grain(dice, page, 4), dice.whole(55, 78))

    return Job(dpi, scan)


def dithered(dice: Dice) -> Job:
    """Set up a scanner in black and white with error diffusion."""
    del dice

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.skew(page, dice.between(-1, 1))
        page = damage.contrast(cv2.GaussianBlur(page, (0, 0), 0.8), 0, dice.whole(253, 262))
        return damage.dither(page)

    return Job(300, scan)


def grey_office(dice: Dice) -> Job:
    """Set up an old office copier: 200 dpi, grey paper with texture, folds."""
    folded, holes = dice.chance(0.5), dice.chance(0.4)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.fold(dice, page) if folded else page
        page = damage.hole_punches(page) if holes else page
        page = damage.contrast(page, dice.whole(35, 65), dice.whole(200, 225))
        page = damage.skew(page, dice.between(-1.6, 1.6))
        page = cv2.GaussianBlur(damage.rescale(page, 200), (0, 0), dice.between(0.35, 0.6))
        page = damage.grain(dice, damage.grain(dice, page, 3), 4, size=3)
        return damage.jpeg(page, dice.whole(60, 80))

    return Job(200, scan)


def crumpled(dice: Dice) -> Job:
    """Set up a scan of a letter that was crumpled and smoothed out."""
    dpi, depth = dice.pick([170, 200]), dice.between(0.5, 1.0)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.crumple(dice, page, depth)
        page = damage.contrast(damage.skew(page, dice.between(-2.5, 2.5)), 40, 225)
        page = cv2.GaussianBlur(damage.rescale(page, dpi), (0, 0), dice.between(0.4, 0.8))
        page = damage.specks(dice, damage.grain(dice, page, 6), dice.whole(10, 60))
        return damage.jpeg(page, dice.whole(40, 62))

    return Job(dpi, scan)


def weak_drum(dice: Dice) -> Job:
    """Set up a printer with a weak drum, scanned at 200 dpi."""
    share = dice.between(0.04, 0.11)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.dropouts(dice, page, share)
        page = damage.skew(page, dice.between(-2, 2))
        page = cv2.GaussianBlur(damage.rescale(page, 200), (0, 0), dice.between(0.4, 0.7))
        page = damage.light(dice, damage.grain(dice, page, 6), dice.between(0.1, 0.25))
        return damage.jpeg(page, dice.whole(42, 60))

    return Job(200, scan)


def carbon(dice: Dice) -> Job:
    """Set up a carbon copy: faint, doubled, on grey paper."""
    shift = (dice.whole(1, 4), dice.whole(1, 4))

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.ghost(page, shift, dice.between(0.2, 0.4))
        page = damage.contrast(page, dice.whole(70, 105), dice.whole(195, 220))
        page = damage.skew(page, dice.between(-2.8, 2.8))
        page = cv2.GaussianBlur(damage.rescale(page, 180), (0, 0), dice.between(0.4, 0.7))
        page = damage.grain(dice, damage.grain(dice, page, 5), 5, size=4)
        return damage.jpeg(page, dice.whole(45, 65))

    return Job(180, scan)


def messenger(dice: Dice) -> Job:
    """Set up a photo that came through a messenger: small and recompressed."""
    side = dice.pick([1600, 1800, 2048])

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        picture = snap(dice, page, shade=dice.chance(0.5))
        scale = side / max(picture.shape[:2])
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, dice.whole(55, 75)])
        return cv2.imdecode(data, cv2.IMREAD_COLOR)

    return Job(200, scan)


def curled(dice: Dice) -> Job:
    """Set up a photo of a sheet that curls, with light from a window."""
    depth = dice.between(0.004, 0.014)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.light(dice, damage.curl(page, depth), dice.between(0.15, 0.35))
        return snap(dice, page, shade=False)

    return Job(300, scan)


MACHINES = {
    "clean": (document_feeder,),
    "office": (dirty_duplex, dithered, grey_office),
    "bad": (crumpled, weak_drum, carbon),
    "photo": (messenger, curled),
}
