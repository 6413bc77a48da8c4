"""How likely it is that a letter says why: the grounds of an objection, what a complaint is about.

A logistic model over the traits of a sentence tells how likely that sentence says it; a letter says
it unless none of its sentences does. Learnt from letters of which it is known, also of those that
tell much and give no reason. The weights stand in `redenkansen.toml` with the command that made
them.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.document import Letter
from extractors.element import ElementId
from extractors.learnt.written import Weights, Written, added_up, from_thousandths
from extractors.once import once
from extractors.story.sentence_traits import sentence_traits

SAYING_WHY = (ElementId.ONDERBOUWING, ElementId.OMSCHRIJVING)
_MOST = 6.0  # as log odds: letters with many reasons are no surer


@dataclass(frozen=True, slots=True)
class ReasonModel:
    """Log odds that a sentence says why: `constant` for every sentence, others by trait."""

    constant: Weights
    weights: Mapping[str, Weights]

    def odds(self, traits: Mapping[str, float]) -> float:
        """Return the log odds that one sentence says why.

        >>> ReasonModel((-2.0,), {"zegt:oorzaak_hard": (3.0,)}).odds({"zegt:oorzaak_hard": 1.0})
        1.0
        """
        return added_up(self.constant, self.weights, traits)[0]


ReasonModels = Mapping[ElementId, ReasonModel]


@once
def reason_odds(letter: Letter, element: ElementId, models: ReasonModels) -> float:
    """Return the log odds that any sentence of a letter says why, at most _MOST from even."""
    model = models[element]
    return any_of(tuple(model.odds(traits) for traits in sentence_traits(letter)))


def any_of(odds: tuple[float, ...]) -> float:
    """Return the log odds that at least one holds of those of which each has its log odds.

    >>> round(any_of((0.0, 0.0)), 3), any_of(())
    (1.099, -6.0)
    """
    # Of none at all: the sum of log(1 - p) is that of log(1 / (1 + e^odds)).
    none = sum(_softplus(each) for each in odds)
    if none <= math.exp(-_MOST):
        return -_MOST
    return min(max(none + math.log(-math.expm1(-none)), -_MOST), _MOST)


def _softplus(odds: float) -> float:
    return max(odds, 0.0) + math.log1p(math.exp(-abs(odds)))


@cache
def load_reason_models() -> ReasonModels:
    """Return the models that come with Postkamer, by element."""
    text = files("extractors.story").joinpath("redenkansen.toml").read_text("utf-8")
    return parse_reason_models(text)


def parse_reason_models(text: str) -> ReasonModels:
    r"""Return the models in a file as the training command writes it.

    >>> text = "[onderbouwing]\nconstant = [-2000]\n[onderbouwing.weights]\nzegt = '''want 1500'''"
    >>> parse_reason_models(text)[ElementId.ONDERBOUWING].odds({"zegt:want": 1.0})
    -0.5
    """
    return {
        ElementId(name): ReasonModel(from_thousandths(table["constant"]), Written(table["weights"]))
        for name, table in tomllib.loads(text).items()
    }
