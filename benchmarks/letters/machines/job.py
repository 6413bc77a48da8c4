"""How the pages of one file are scanned."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.letters.dice import Dice

Grey = NDArray[np.uint8]
Scan = Callable[[Dice, Grey, Grey], Grey]  # page and the page on its back


@dataclass(frozen=True, slots=True)
class Job:
    """A machine with its settings, the same for all pages of a file."""

    dpi: int
    scan: Scan
