"""Whether the chance would choose between candidates better than the judges do, and what if so."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.fitting.examples import Example
from extractors.element import SEEN, ElementId
from validators.chosen import CHOSEN_BY_CHANCE, CLEARLY_HIGHER, NAMED
from validators.report import Status
from validators.texts.reasons import Reason
from validators.weighing import threshold_of


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


def chosen_by_chance(examples: Sequence[Example], chances: Sequence[float]) -> list[Example]:
    """Return the examples with what is chosen where the chance chooses, as the judges then do."""
    groups: dict[tuple[ElementId, str], list[int]] = defaultdict(list)
    for at, each in enumerate(examples):
        if each.element in CHOSEN_BY_CHANCE and (each.is_chosen or each.confidence >= SEEN):
            groups[each.element, each.letter].append(at)
    every = list(examples)
    for (element, _), group in groups.items():
        best = max(group, key=lambda at: chances[at])
        first = next((at for at in group if examples[at].is_chosen), best)
        if chances[best] < chances[first] + CLEARLY_HIGHER:
            continue
        is_named = f"role_{NAMED}" in examples[best].traits
        is_sure = examples[first].confidence >= threshold_of(element).present and not is_named
        status, why = (Status.AANWEZIG, None) if is_sure else (Status.ONZEKER, Reason.MISSCHIEN)
        every[first] = replace(examples[first], is_chosen=False)
        every[best] = replace(examples[best], is_chosen=True, status=status, reason=why)
    return every
