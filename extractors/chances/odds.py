"""Turn the sums of learnt models into chances."""

import math


def logistic(log_odds: float) -> float:
    """Turn log odds into a chance.

    >>> round(logistic(0.0), 2), round(logistic(4.6), 2)
    (0.5, 0.99)
    """
    return 1.0 / (1.0 + math.exp(-max(min(log_odds, 30.0), -30.0)))
