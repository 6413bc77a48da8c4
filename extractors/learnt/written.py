"""Weights of many traits as they stand in a file: a letter has a few hundred of the thousands.

Each trait is a line of its sort, with a whole number of thousandths for each class: as values of
their own so many of them would take ten times as long to read.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

UNIT = 1000  # weights are written as whole thousandths
Weights = tuple[float, ...]  # one for each class
_NONE: Mapping[str, str] = {}


class Written(Mapping[str, Weights]):
    r"""The weights of a table of a TOML file, by `sort:trait`, read as they are asked for.

    >>> Written({"zegt": "oneens 2000 0 -500\nklopt 0 0 10"})["zegt:oneens"]
    (2.0, 0.0, -0.5)
    """

    def __init__(self, lines: Mapping[str, str]) -> None:
        """Cut the lines of each sort behind the name of their trait."""
        self._lines = {
            sort: dict(line.split(" ", 1) for line in each.splitlines())
            for sort, each in lines.items()
        }
        self._known: dict[str, Weights] = {}  # by the full name: most letters share their words

    def __contains__(self, name: object) -> bool:
        return self.get(str(name)) is not None

    def __getitem__(self, name: str) -> Weights:
        found: Weights | None = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def get(self, name: str, default: Any = None, /) -> Any:  # noqa: ANN401 - as a mapping has it
        """Return the weights of one trait."""
        return next((weights for _, weights in self.of((name,))), default)

    def of(self, names: Iterable[str]) -> Iterator[tuple[str, Weights]]:
        """Yield those of the traits that have weights, with them: of hundreds most have none."""
        known, lines = self._known, self._lines
        for name in names:
            found = known.get(name)
            if found is None:
                sort, _, trait = name.partition(":")
                written = lines.get(sort, _NONE).get(trait)
                if written is None:
                    continue
                found = known[name] = from_thousandths(map(int, written.split(" ")))
            yield name, found

    def __iter__(self) -> Iterator[str]:
        return (f"{sort}:{trait}" for sort, lines in self._lines.items() for trait in lines)

    def __len__(self) -> int:
        return sum(map(len, self._lines.values()))


def added_up(
    constant: Weights,
    weights: Mapping[str, Weights],
    traits: Mapping[str, float],
    size: float = 1.0,
) -> list[float]:
    """Return the log odds of each class: of every trait that has weights its share of `size`.

    >>> added_up((0.5, 0.0), {"zegt:oneens": (2.0, -1.0)}, {"zegt:oneens": 1.0, "om:x": 1.0}, 2.0)
    [1.5, -0.5]
    """
    odds = list(constant)
    for name, found in _of(weights, traits):
        value = traits[name]
        for at, weight in enumerate(found):
            odds[at] += weight * value / size
    return odds


def _of(weights: Mapping[str, Weights], names: Iterable[str]) -> Iterable[tuple[str, Weights]]:
    if isinstance(weights, Written):
        return weights.of(names)
    return ((name, weights[name]) for name in names if name in weights)


def written_lines(weights: Mapping[str, Weights]) -> Iterator[str]:
    """Yield the lines of a TOML table that `Written` reads, sort by sort.

    >>> list(written_lines({"zegt:oneens": (2.0, 0.0, -0.5)}))
    ["zegt = '''", 'oneens 2000 0 -500', "'''"]
    """
    for sort, names in _by_sort(weights):
        yield f"{sort} = '''"
        for name in names:
            yield " ".join((name.partition(":")[2], *map(str, thousandths(weights[name]))))
        yield "'''"


def from_thousandths(written: Iterable[int]) -> Weights:
    """Return weights that were written as whole thousandths.

    >>> from_thousandths([2000, -500])
    (2.0, -0.5)
    """
    return tuple(each / UNIT for each in written)


def thousandths(weights: Weights) -> list[int]:
    """Return weights as they are written."""
    return [round(each * UNIT) for each in weights]


def _by_sort(names: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    sorts: dict[str, list[str]] = {}
    for name in sorted(names):
        sorts.setdefault(name.partition(":")[0], []).append(name)
    yield from sorts.items()
