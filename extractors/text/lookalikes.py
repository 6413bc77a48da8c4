"""Signs that print shows nearly alike, and what it tells that one of them was nearly read."""

from typing import Final

# What was read and the letter or figure that looks like it.
LOOKALIKES: Final = frozenset(
    "O0 0O o0 0o Q0 0Q D0 0D I1 1I l1 1l S5 5S s5 5s B8 8B 2Z".split()  # noqa: SIM905
)
NO_DOUBT: Final = frozenset({"Z2"})  # of each Z a 2 is nearly read
OF_OTHERS: Final = 0.3  # how much a sign counts that looks otherwise: engines weigh more of them


def nearness(read: str, other: str, sure: float) -> float:
    """Return how far a sign that was nearly read speaks against the one that was.

    >>> nearness("1", "I", 0.3), nearness("Z", "2", 0.6), nearness("m", "r", 0.5)
    (0.3, 0.0, 0.15)
    """
    if not (read.isalnum() and other.isalnum()) or read.casefold() == other.casefold():
        return 0.0
    if read + other in NO_DOUBT:
        return 0.0
    return sure if read + other in LOOKALIKES else OF_OTHERS * sure
