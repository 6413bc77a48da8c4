"""Signs that print shows nearly alike, and what it tells that one of them was nearly read."""

from collections.abc import Sequence
from typing import Final

# What was read and the letter or figure that looks like it.
LOOKALIKES: Final = frozenset(
    "O0 0O o0 0o Q0 0Q D0 0D I1 1I l1 1l S5 5S s5 5s B8 8B 2Z".split()  # noqa: SIM905
)
NO_DOUBT: Final = frozenset({"Z2"})  # of each Z a 2 is nearly read
OF_OTHERS: Final = 0.3  # how much a sign counts that looks otherwise: engines weigh more of them

# A sign as it was read, and which others it may be with how sure that is.
Choices = tuple[str, Sequence[tuple[str, float]]]


def nearest(line: Sequence[Choices]) -> float:
    """Return how near the least plain sign of a line was to being read as another one.

    >>> nearest([("D", []), ("O", [("0", 0.6)]), ("S", []), ("5", [("S", 0.1)])])
    0.1
    """
    signs = [read for read, _ in line]
    near = (
        nearness(read, other, sure)
        for at, (read, others) in enumerate(line)
        for other, sure in others
        if other.isdigit() == read.isdigit() or not is_among_its_like(signs, at)
    )
    return max(near, default=0.0)


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


def is_among_its_like(signs: Sequence[str], at: int) -> bool:
    """Tell whether letters stand around a letter, or figures around a figure, on both sides of it.

    At the end of a stretch the two beside it count. In "DOS1862" the O is no nought; the S may be
    a 5.

    >>> [is_among_its_like("DOS1862", at) for at in range(7)]
    [True, True, False, False, True, True, True]
    >>> is_among_its_like("Z26/118-OB1", 8)
    False
    """
    before = [signs[each] for each in (at - 1, at - 2) if each >= 0]
    behind = [signs[each] for each in (at + 1, at + 2) if each < len(signs)]
    like = [_like(signs[at], each) for each in (before, behind)]
    is_end = [not each or not each[0].isalnum() for each in (before, behind)]
    return all(like_it or end for like_it, end in zip(like, is_end, strict=True)) and (
        not any(is_end) or max(like) > 1
    )


def _like(sign: str, others: Sequence[str]) -> int:
    """Count how many of the signs beside one, nearest first, are letters or figures as it is."""
    count = 0
    for each in others:
        if not each.isalnum() or each.isdigit() != sign.isdigit():
            break
        count += 1
    return count
