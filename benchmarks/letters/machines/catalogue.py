"""All machines, by split and class of paper."""

import numpy as np
from numpy.typing import NDArray

from benchmarks.letters.dice import Dice
from benchmarks.letters.machines import development, testing, tuning

Grey = NDArray[np.uint8]
MACHINES = {
    "tune": tuning.MACHINES,
    "dev": development.MACHINES,
    "test": testing.MACHINES,
}


def scan_pages(dice: Dice, pages: list[Grey], medium: str, split: str) -> tuple[list[Grey], int]:
    """Scan all pages of a file with one machine of the split; return them and the dpi."""
    job = dice.pick(MACHINES[split][medium])(dice)
    backs = [pages[(index + 1) % len(pages)] for index in range(len(pages))]
    scans = [job.scan(dice, page, back) for page, back in zip(pages, backs, strict=True)]
    return scans, job.dpi
