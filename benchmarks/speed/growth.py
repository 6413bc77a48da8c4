"""Whether a letter costs the same among ten thousand as among a hundred.

The letters are digital and short, so that what is done for each file, and what grows with the
number of files, is not hidden behind recognition.
"""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.memory import write_letters
from benchmarks.speed import ways
from benchmarks.speed.measured import measure

NUMBERS = (100, 2_000, 10_000)
QUICK = (20, 200)


def show_growth(numbers: Sequence[int]) -> None:
    """Print what a letter costs in folders of these sizes, and what all but the start costs."""
    print("\ngrowth, short digital letters, 2 jobs")
    print(f"{'letters':>8}{'CPU ms each':>13}{'more, each':>12}{'wall ms each':>14}{'MB':>6}")
    before: tuple[int, float] | None = None
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            write_letters(Path(folder), number)
            cost = measure(ways.postkamer(Path(folder)))
        more = "" if before is None else _each(cost.cpu - before[1], number - before[0])
        before = (number, cost.cpu)
        wall = _each(cost.wall, number)
        row = f"{number:>8}{_each(cost.cpu, number):>13}{more:>12}{wall:>14}{cost.memory_mb:>6.0f}"
        print(f"{row}   load {os.getloadavg()[0]:.1f}", flush=True)


def _each(seconds: float, number: int) -> str:
    return f"{1000 * seconds / number:.1f}"
