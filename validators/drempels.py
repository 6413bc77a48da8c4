"""From which chance on an element is there, as measured on letters of which the truth is known.

The limits stand in `drempels.toml`, written by the same command as the chances.
"""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from extractors.element import GUESSED, OWN_DAY, STAMPED, Candidate, ElementId

# What a person says: of the letter's own day whether the decision is of that day too, of a stamp
# whether the letter has a date besides, and of what is only guessed whether it is so.
FOR_A_PERSON = frozenset({GUESSED, OWN_DAY, STAMPED})


@cache
def load_needed() -> Mapping[ElementId, float]:
    """Return the chance that each element needs to be there without a doubt."""
    return _load("nodig")


@cache
def load_high() -> Mapping[ElementId, float]:
    """Return the chance that makes each element sure whatever the score of its finder."""
    return _load("hoog")


def _load(table: str) -> Mapping[ElementId, float]:
    text = files("validators").joinpath("drempels.toml").read_text("utf-8")
    return {ElementId(name): float(need) for name, need in tomllib.loads(text)[table].items()}


def is_vouched_for(element: ElementId, candidate: Candidate) -> bool:
    """Tell whether what was learnt makes a candidate sure that its finder is not sure of."""
    if candidate.marks & FOR_A_PERSON:
        return False
    return (candidate.chance or 0.0) >= load_high().get(element, math.inf)
