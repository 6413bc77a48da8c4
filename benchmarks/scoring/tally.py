"""Counts of right and wrong, with what they say about the rate behind them."""

import math
from collections import defaultdict
from dataclasses import dataclass, field

Z = 1.96  # 95 %


@dataclass(slots=True)
class Rate:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one case."""
        self.right += right
        self.of += 1

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.right + other.right, self.of + other.of)

    @property
    def share(self) -> float:
        """The share that was counted; of nothing, nothing."""
        return self.right / self.of if self.of else 0.0

    def interval(self) -> tuple[float, float]:
        """Return the Wilson interval of 95 % around the share.

        >>> [round(end, 3) for end in Rate(1, 31).interval()]
        [0.006, 0.162]
        >>> [round(end, 3) for end in Rate(0, 100).interval()]
        [0.0, 0.037]
        """
        if not self.of:
            return 0.0, 1.0
        n, p = self.of, self.share
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass
class Tally:
    """Rates by name, in one set of letters."""

    rates: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))

    def add(self, name: str, right: bool) -> None:
        """Count one case."""
        self.rates[name].add(right)

    def rate(self, *names: str) -> Rate:
        """Return a rate, or several taken together."""
        return sum((self.rates[name] for name in names if name in self.rates), Rate())
