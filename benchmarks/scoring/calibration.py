"""Whether a stated confidence is the share that turns out right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Pair = tuple[float, bool]  # stated confidence, was it right
EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Readings whose stated confidence lies in one range."""

    low: float
    high: float
    n: int
    stated: float
    right: float


def bins(pairs: Iterable[Pair], edges: Sequence[float] = EDGES) -> list[Bin]:
    """Return the bins that hold anything, from low to high; the last one includes its end.

    >>> [(b.low, b.n, b.right) for b in bins([(0.6, True), (0.6, False), (1.0, True)], (0, 0.5, 1))]
    [(0.5, 3, 0.6666666666666666)]
    """
    pairs = list(pairs)
    out = []
    for low, high in pairwise(edges):
        inside = [(c, r) for c, r in pairs if low <= c < high or c == high == edges[-1]]
        if inside:
            n = len(inside)
            stated, right = sum(c for c, _ in inside) / n, sum(r for _, r in inside) / n
            out.append(Bin(low, high, n, stated, right))
    return out


def calibration_error(pairs: Sequence[Pair]) -> float:
    """Return the expected calibration error over ten equal bins.

    >>> round(calibration_error([(0.95, True), (0.95, False)]), 2)
    0.45
    """
    if not pairs:
        return 0.0
    tenths = [step / 10 for step in range(11)]
    gaps = (b.n * abs(b.stated - b.right) for b in bins(pairs, tenths))
    return sum(gaps) / len(pairs)
