"""The machines for development."""

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.letters import damage
from benchmarks.letters.dice import Dice
from benchmarks.letters.machines.job import Job

Grey = NDArray[np.uint8]


def sharp_flatbed(dice: Dice) -> Job:
    """Set up a flatbed whose driver lightens and sharpens."""
    power = dice.between(0.75, 0.95)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.skew(page, dice.between(-0.4, 0.4))
        page = cv2.GaussianBlur(page, (0, 0), 0.8)
        page = damage.grain(dice, damage.contrast(page, 25, 248), 3)
        return damage.sharpen(damage.gamma(page, power), 0.6)

    return Job(300, scan)


def copier_mail(dice: Dice) -> Job:
    """Set up a multifunctional that mails PDFs: dirt on the glass, clipped white, JPEG."""
    dpi, dirt = dice.pick([200, 300]), dice.whole(0, 3)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        page = damage.show_through(page, back, dice.between(0, 0.08))
        page = damage.skew(page, dice.between(-1.2, 1.2))
        page = cv2.GaussianBlur(damage.rescale(page, dpi), (0, 0), dice.between(0.5, 0.8))
        page = damage.streaks(dice, damage.grain(dice, page, 4), dirt)
        page = damage.contrast(page, dice.whole(15, 50), dice.whole(250, 275))
        return damage.jpeg(page, dice.whole(45, 75))

    return Job(dpi, scan)


def faded(dice: Dice) -> Job:
    """Set up a scan of a print with an empty cartridge, as light grey on white."""
    dpi = dice.pick([150, 200])

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.contrast(damage.dropouts(dice, page, 0.05), dice.whole(100, 140), 245)
        page = damage.skew(page, dice.between(-2.5, 2.5))
        page = cv2.GaussianBlur(damage.rescale(page, dpi), (0, 0), dice.between(0.5, 0.8))
        page = damage.light(dice, damage.grain(dice, page, 5), dice.between(0.05, 0.15))
        return damage.jpeg(page, dice.whole(40, 65))

    return Job(dpi, scan)


def rough_fax(dice: Dice) -> Job:
    """Set up a fax through a bad line: fine resolution, thick black, broken lines."""
    threshold = dice.whole(165, 200)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.skew(page, dice.between(-2, 2))
        page = damage.rescale(cv2.GaussianBlur(page, (0, 0), 1.2), 200)
        page = damage.bilevel(damage.grain(dice, page, 14), threshold)
        return damage.specks(dice, page, dice.whole(40, 140))

    return Job(200, scan)


def scan_app(dice: Dice) -> Job:
    """Set up a scanning app: flattened and whitened, with the shadow half gone."""
    small = dice.between(0.55, 0.8)

    def scan(dice: Dice, page: Grey, back: Grey) -> Grey:
        del back
        page = damage.light(dice, page, dice.between(0.3, 0.6))
        page = damage.skew(page, dice.between(-1.5, 1.5))
        page = cv2.resize(page, None, fx=small, fy=small, interpolation=cv2.INTER_AREA)
        page = damage.grain(dice, cv2.GaussianBlur(page, (0, 0), dice.between(0.6, 1.1)), 4)
        page = damage.local_white(page)
        return cv2.merge([damage.jpeg(page, dice.whole(45, 75))] * 3)

    return Job(240, scan)


MACHINES = {
    "clean": (sharp_flatbed,),
    "office": (copier_mail,),
    "bad": (faded, rough_fax),
    "photo": (scan_app,),
}
