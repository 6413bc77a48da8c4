"""A 3 is often read as a 5, and a 5 hardly ever as a 3, above all in narrow print.

Of drawn numbers in 88 typefaces, blurred and partly narrowed, a 3 became a 5 54 times and a 5 a 3
twice; where readings at three scales saw both, the 3 was printed each of 31 times. Most of these
came from some fifteen typefaces, so that another one may do otherwise: such a 3 is never certain.
"""

from collections.abc import Collection
from typing import Final

from extractors.document import Word

SURE: Final = 0.8  # of a number with such a 3
NARROW: Final = 0.64  # of its height a figure is wide: from 0.68 on in usual typefaces
_THREES: Final = str.maketrans("5", "3")


def as_three(readings: Collection[str]) -> str | None:
    """Return the one that was printed of readings that differ in nothing but 3 and 5, or None.

    >>> as_three(["1653", "1633", "1653"]), as_three(["58", "58"]), as_three(["58", "33"])
    ('1633', None, None)
    """
    if len(set(readings)) < 2 or len({each.translate(_THREES) for each in readings}) > 1:
        return None
    return "".join("3" if "3" in signs else signs[0] for signs in zip(*readings, strict=True))


def may_hide_three(word: Word) -> bool:
    """Tell whether a word in narrow print has a 5, which may be a 3 however sure it is."""
    bare = word.text.rstrip(",.")
    return "5" in bare and word.box.width < NARROW * len(bare) * word.box.height
