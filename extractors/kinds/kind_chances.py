"""The chance of each kind of letter, learnt from letters of which the kind is known.

A logistic model over the traits of a letter, as shares of all that was counted of it: a long letter
is no surer than a short one, and one of words that no known letter has is less sure. A letter that
objects and complains is a kind of its own to it: so it learns how such letters are written. Its
weights stand in `soortkansen.toml` with the command that made them.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.learnt.odds import shared_out
from extractors.learnt.written import Weights, Written, added_up, from_thousandths

OTHER, BOTH = "overig", "beide"
WEIGHED = ("bezwaar", "klacht", BOTH)  # each against other post, which has no weights of its own
KINDS = (*WEIGHED, OTHER)


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
        odds = added_up(self.constant, self.weights, traits, size_of(traits))
        return dict(zip(KINDS, shared_out([*odds, 0.0]), strict=True))


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

    Each trait is a line of its sort, with thousandths for each of WEIGHED.

    >>> text = "constant = [0, 0, 0]\n[weights]\nzegt = '''oneens 2000 0 -500'''"
    >>> dict(parse_kind_model(text).weights)
    {'zegt:oneens': (2.0, 0.0, -0.5)}
    """
    data = tomllib.loads(text)
    return KindModel(from_thousandths(data["constant"]), Written(data["weights"]))
