"""Turn the sums of learnt models into chances."""

import math
from collections.abc import Sequence


def logistic(log_odds: float) -> float:
    """Turn log odds into a chance.

    >>> round(logistic(0.0), 2), round(logistic(4.6), 2)
    (0.5, 0.99)
    """
    return 1.0 / (1.0 + math.exp(-max(min(log_odds, 30.0), -30.0)))


def log_odds(chance: float) -> float:
    """Turn a chance into log odds; nothing is surer than 0.98 or less sure than 0.02.

    >>> round(log_odds(0.5), 2), round(log_odds(1.0), 2)
    (0.0, 3.89)
    """
    held = min(max(chance, 0.02), 0.98)
    return math.log(held / (1.0 - held))


def shared_out(odds: Sequence[float]) -> list[float]:
    """Turn the log odds of what excludes each other into chances that together are 1.

    >>> [round(each, 2) for each in shared_out([2.0, 0.0, 0.0])]
    [0.79, 0.11, 0.11]
    """
    powers = [math.exp(each - max(odds)) for each in odds]
    return [each / sum(powers) for each in powers]
