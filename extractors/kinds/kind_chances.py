"""The chance of each kind of letter, learnt from letters of which the kind is known.

A logistic model over the traits of a letter, as shares of all that was counted of it: a long letter
is no surer than a short one, and one of words that no known letter has is less sure. A letter that
objects and complains is a kind of its own to it: so it learns how such letters are written. Its
weights stand in `soortkansen.toml` with the command that made them.
"""

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

OTHER, BOTH = "overig", "beide"
WEIGHED = ("bezwaar", "klacht", BOTH)  # each against other post, which has no weights of its own
KINDS = (*WEIGHED, OTHER)
UNIT = 1000  # weights are written as whole thousandths
Weights = tuple[float, ...]  # one for each of WEIGHED


@dataclass(frozen=True, slots=True)
class KindModel:
    """Log odds of each kind against other post: `constant` for every letter, others by trait.

    What the traits of a letter add is divided by `size_of` them.
    """

    constant: Weights
    weights: Mapping[str, Weights]

    def chances(self, traits: Mapping[str, float]) -> dict[str, float]:
        """Return the chance of each kind; together they are 1.

        >>> model = KindModel((0.0, 0.0, 0.0), {"zegt:oneens": (2.0, 0.0, 0.0)})
        >>> {kind: round(chance, 2) for kind, chance in model.chances({"zegt:oneens": 1.0}).items()}
        {'bezwaar': 0.71, 'klacht': 0.1, 'beide': 0.1, 'overig': 0.1}
        """
        odds = list(self.constant)
        size = size_of(traits)
        for name, value in traits.items():
            if name not in self.weights:
                continue
            for at, weight in enumerate(self.weights[name]):
                odds[at] += weight * value / size
        odds.append(0.0)
        powers = [math.exp(each - max(odds)) for each in odds]
        return {kind: power / sum(powers) for kind, power in zip(KINDS, powers, strict=True)}


def size_of(traits: Mapping[str, float]) -> float:
    """Return the length of the traits of a letter as a vector; 1 if there are none.

    >>> size_of({"woord:bezwaa": 3.0, "paar:maak_bezwaa": 4.0})
    5.0
    """
    return math.hypot(*traits.values()) or 1.0


@cache
def load_kind_model() -> KindModel:
    """Return the model that comes with Postkamer."""
    text = files("extractors.kinds").joinpath("soortkansen.toml").read_text("utf-8")
    return parse_kind_model(text)


def parse_kind_model(text: str) -> KindModel:
    r"""Return the model in a file as the training command writes it.

    Each trait is a line of its sort, with thousandths for each kind: as values of their own so many
    of them would take ten times as long to read.

    >>> text = "constant = [0, 0, 0]\n[weights]\nzegt = '''oneens 2000 0 -500'''"
    >>> dict(parse_kind_model(text).weights)
    {'zegt:oneens': (2.0, 0.0, -0.5)}
    """
    data = tomllib.loads(text)
    return KindModel(tuple(each / UNIT for each in data["constant"]), _Written(data["weights"]))


class _Written(Mapping[str, Weights]):
    """Weights as they stand in the file: a letter has a few hundred of those many thousands."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        """Cut the lines of each sort behind the name of their trait."""
        self._lines = {
            sort: dict(line.split(" ", 1) for line in each.splitlines())
            for sort, each in lines.items()
        }
        self._known: dict[str, Weights] = {}  # by the full name: most letters share their words

    def __contains__(self, name: object) -> bool:
        sort, _, trait = str(name).partition(":")
        return trait in self._lines.get(sort, ())

    def __getitem__(self, name: str) -> Weights:
        if name not in self._known:
            sort, _, trait = name.partition(":")
            bezwaar, klacht, both = self._lines[sort][trait].split(" ")
            self._known[name] = (int(bezwaar) / UNIT, int(klacht) / UNIT, int(both) / UNIT)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return (f"{sort}:{trait}" for sort, lines in self._lines.items() for trait in lines)

    def __len__(self) -> int:
        return sum(map(len, self._lines.values()))
