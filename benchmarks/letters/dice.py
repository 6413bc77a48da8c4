"""Repeatable chance: the same seed gives the same letters."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")


class Dice:
    """Draws from one seeded stream."""

    def __init__(self, *seed: int) -> None:
        self.stream = np.random.default_rng(list(seed))

    def chance(self, share: float) -> bool:
        """Come out true in `share` of the draws."""
        return bool(self.stream.random() < share)

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of the choices."""
        return choices[int(self.stream.integers(len(choices)))]

    def weighed(self, weights: Mapping[T, float]) -> T:
        """Return one key; a heavier key comes more often."""
        keys = list(weights)
        total = sum(weights.values())
        index = self.stream.choice(len(keys), p=[weights[key] / total for key in keys])
        return keys[int(index)]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """Return `count` different choices in a new order."""
        order = self.stream.permutation(len(choices))[:count]
        return [choices[int(index)] for index in order]

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from low up to and including high."""
        return int(self.stream.integers(low, high + 1))

    def between(self, low: float, high: float) -> float:
        """Return a number between the two."""
        return float(self.stream.uniform(low, high))

    def digits(self, count: int) -> str:
        """Return so many digits, the first not 0."""
        return str(self.whole(10 ** (count - 1), 10**count - 1))

    def day(self, first: dt.date, last: dt.date) -> dt.date:
        """Return a day from first up to and including last."""
        return first + dt.timedelta(days=self.whole(0, (last - first).days))
