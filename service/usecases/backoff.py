"""How long to wait between attempts to deliver: data, without a clock or chance of its own."""

from dataclasses import dataclass

MOST = 1000  # attempts, whatever the figures are


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waits that grow until they have their longest length, and end when the days are over.

    The number of attempts follows from these figures and not from the clock: when Postkamer
    itself stands still, no attempt is lost.
    """

    first_s: float = 10.0
    longest_s: float = 6 * 3600.0
    total_s: float = 3 * 24 * 3600.0
    factor: float = 3.0
    spread: float = 0.2  # share of a wait that chance may add or take away

    @property
    def waits(self) -> tuple[float, ...]:
        """Return the waits between all attempts, without chance.

        >>> Backoff(first_s=10, longest_s=100, total_s=400).waits
        (10, 30.0, 90.0, 100, 100)
        """
        waits: list[float] = []
        wait, left = self.first_s, self.total_s
        while len(waits) < MOST and min(wait, self.longest_s) <= left:
            waits.append(min(wait, self.longest_s))
            left -= waits[-1]
            wait *= self.factor
        return tuple(waits)

    def wait(self, attempts: int, *, chance: float, asked_s: float | None = None) -> float | None:
        """Return the seconds to wait after so many attempts; None when it was the last one.

        `chance` is a number from 0 to 1. What the receiver asked for is honoured, up to a day.
        """
        waits = self.waits
        if attempts > len(waits):
            return None
        wait = waits[attempts - 1] * (1 - self.spread + 2 * self.spread * chance)
        return max(wait, min(asked_s or 0.0, 24 * 3600.0))
