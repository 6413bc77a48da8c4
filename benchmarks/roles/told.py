"""Tells how well roles are told of writers that a model did not see."""

from collections.abc import Iterator, Sequence

from benchmarks.roles.learning import Example
from extractors.roles.itself import Sort
from extractors.roles.role_chances import OTHER, ROLES

SURE = 0.9


def told_of(examples: Sequence[Example], chances: Sequence[dict[str, float]]) -> str:
    """Tell for each role how often it is told, and how often what is told surely is right."""
    return "".join(f"{line}\n" for sort in Sort for line in _told(sort, examples, chances))


def _told(
    sort: Sort, examples: Sequence[Example], chances: Sequence[dict[str, float]]
) -> Iterator[str]:
    own = [at for at, each in enumerate(examples) if each.sort is sort]
    right = sum(_best(chances[at]) == examples[at].role for at in own)
    yield f"{sort}: told right {_share(right, len(own))}"
    for role in ROLES[sort]:
        there = [at for at in own if examples[at].role == role]
        sure = [at for at in own if chances[at][role] >= SURE]
        wrong = sum(examples[at].role != role for at in sure)
        found = sum(chances[at][role] >= SURE for at in there)
        yield (
            f"  {role}: sure from {SURE} {_share(found, len(there))}, wrong among the sure "
            f"{_share(wrong, len(sure))}"
        )


def _best(chances: dict[str, float]) -> str:
    return max({**chances, OTHER: 1.0 - sum(chances.values())}.items(), key=lambda x: x[1])[0]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} ({part}/{whole})" if whole else "-"
