"""What is left of a letter to compare it with another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is left of a letter's text and picture to compare it with another: nothing to read.

    `words` are the least hashes of its runs of words (MinHash), `rows` the brightness steps of
    its first page (dHash), row by row. Both are empty when there is too little to compare.
    """

    words: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()


def likeness(one: tuple[bytes, ...], other: tuple[bytes, ...]) -> float:
    """Return which share of two lists is the same in the same place; 0 when one is empty.

    >>> likeness((b"a", b"b"), (b"a", b"c"))
    0.5
    """
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
