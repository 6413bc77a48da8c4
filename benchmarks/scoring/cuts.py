"""Whether a scan of several letters was cut where one letter ends and the next begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Pages = Sequence[int]


@dataclass(frozen=True, slots=True)
class Cutting:
    """Borders between neighbouring pages of letters, right and wrong."""

    borders: int  # where one letter follows another
    missed: int
    inside: int  # neighbouring pages of one letter
    wrong: int

    @property
    def exact(self) -> bool:
        """Tell whether every cut was made and no other."""
        return not self.missed and not self.wrong


def compare_cuts(letters: Sequence[Pages], parts: Sequence[Pages], content: set[int]) -> Cutting:
    """Compare letters with the parts that were reported.

    Pages outside `content` (blank sheets, separators) may be in any part.

    >>> compare_cuts([[1, 2], [4]], [[1, 2, 3], [4]], {1, 2, 4}).exact
    True
    >>> compare_cuts([[1, 2], [3]], [[1], [2, 3]], {1, 2, 3})
    Cutting(borders=1, missed=1, inside=1, wrong=1)
    """
    letter_of = {page: at for at, pages in enumerate(letters) for page in pages}
    part_of = {page: at for at, pages in enumerate(parts) for page in pages}
    pages = sorted(page for page in letter_of if page in content)
    borders = missed = inside = wrong = 0
    for left, right in pairwise(pages):
        together = part_of.get(left) == part_of.get(right)
        if letter_of[left] == letter_of[right]:
            inside += 1
            wrong += not together
        else:
            borders += 1
            missed += together
    return Cutting(borders, missed, inside, wrong)


def pair_up(letters: Sequence[Pages], parts: Sequence[Pages]) -> list[int | None]:
    """Return for each letter the part that shares most of its pages; each part serves once.

    >>> pair_up([[1, 2], [3]], [[1, 2, 3]])
    [0, None]
    """
    overlaps = [
        (len(set(pages) & set(part)), -at_letter, -at_part)
        for at_letter, pages in enumerate(letters)
        for at_part, part in enumerate(parts)
    ]
    out: list[int | None] = [None] * len(letters)
    used: set[int] = set()
    for shared, minus_letter, minus_part in sorted(overlaps, reverse=True):
        letter, part = -minus_letter, -minus_part
        if shared and out[letter] is None and part not in used:
            out[letter] = part
            used.add(part)
    return out
