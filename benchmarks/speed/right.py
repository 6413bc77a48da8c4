"""Tells beside the speed how much of what was read is right: fast and wrong is worth nothing."""

import json
from pathlib import Path

from benchmarks.scoring.product import read_lines
from benchmarks.scoring.score import ELEMENTS, VALUED, score
from benchmarks.scoring.scores import ALL
from benchmarks.scoring.tables import with_interval


def right_of(truth: Path, reports: str) -> str:
    """Return, of the elements in the letters, how many have the right value and status."""
    told = [json.loads(line) for line in reports.splitlines() if line.strip()]
    tally = score(read_lines(truth), told).tallies[ALL]
    values = tally.rate(*(f"value {element}" for element in VALUED))
    statuses = tally.rate(*(f"status {element}" for element in ELEMENTS))
    return (
        f"of the elements in them, per cent with the right value {with_interval(values)}, "
        f"with the right status {with_interval(statuses)}"
    )
