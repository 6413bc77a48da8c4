"""Whether the chance would choose between candidates better than the judges do."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.fitting.examples import Example
from extractors.element import ElementId


@dataclass(frozen=True, slots=True)
class Contest:
    """Letters with several candidates of which one is right, and who chose that one."""

    letters: int
    judge: int
    chance: int


def compare(examples: Sequence[Example], chances: Sequence[float]) -> dict[ElementId, Contest]:
    """Count by element who chose right, in letters of texts that the rules did not see."""
    groups: dict[tuple[ElementId, str], list[tuple[float, Example]]] = defaultdict(list)
    for example, chance in zip(examples, chances, strict=True):
        if not example.seen:
            groups[example.element, example.letter].append((chance, example))
    counts: dict[ElementId, list[tuple[bool, bool]]] = defaultdict(list)
    for (element, _), found in groups.items():
        if len(found) > 1 and any(each.right > 0.5 for _, each in found):
            best = max(found, key=lambda pair: pair[0])[1]
            judged = any(each.is_chosen and each.right > 0.5 for _, each in found)
            counts[element].append((judged, best.right > 0.5))
    return {
        element: Contest(len(each), sum(j for j, _ in each), sum(c for _, c in each))
        for element, each in sorted(counts.items())
    }
