"""How likely it is that a letter says why: the grounds of an objection, what a complaint is about.

Two logistic models are asked. One tells of each sentence how likely it says why; a letter says it
unless none of its sentences does. The other reads the letter as a whole: what a sentence means
hangs on those around it. They err in other letters, so that the mean of their log odds is better
than either. Learnt from letters of which it is known, also of those that tell much and give no
reason. The weights stand in `redenkansen.toml` with the command that made them.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.document import Letter
from extractors.element import ElementId
from extractors.learnt.yes_or_no import YesOrNo
from extractors.once import once
from extractors.story.letter_traits import letter_traits
from extractors.story.sentence_traits import Traits, sentence_traits

SAYING_WHY = (ElementId.ONDERBOUWING, ElementId.OMSCHRIJVING)
_MOST = 6.0  # as log odds: letters with many reasons are no surer


@dataclass(frozen=True, slots=True)
class ReasonModel:
    """Log odds that a sentence says why, and that a letter does by all its words."""

    sentence: YesOrNo
    letter: YesOrNo

    def odds(self, sentences: Sequence[Traits], whole: Traits) -> float:
        """Return the log odds that a letter says why, at most _MOST from even.

        >>> both = ReasonModel(YesOrNo((-2.0,), {}), YesOrNo((1.0,), {}))
        >>> round(both.odds(({},), {}), 3)
        -0.5
        """
        either = any_of(tuple(map(self.sentence.odds, sentences)))
        return min(max((either + self.letter.odds(whole)) / 2, -_MOST), _MOST)


ReasonModels = Mapping[ElementId, ReasonModel]


@once
def reason_odds(letter: Letter, element: ElementId, models: ReasonModels) -> float:
    """Return the log odds that a letter says why, at most _MOST from even."""
    sentences = sentence_traits(letter)
    # Without a sentence nothing is said, whatever a usual letter says.
    return models[element].odds(sentences, letter_traits(letter)) if sentences else -_MOST


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

    >>> table = "constant = [-2000]\nweights.zegt = '''want 1500'''\n"
    >>> text = f"[onderbouwing.zin]\n{table}[onderbouwing.brief]\n{table}"
    >>> model = parse_reason_models(text)[ElementId.ONDERBOUWING]
    >>> model.sentence.odds({"zegt:want": 1.0})
    -0.5
    """
    return {
        ElementId(name): ReasonModel(YesOrNo.written(table["zin"]), YesOrNo.written(table["brief"]))
        for name, table in tomllib.loads(text).items()
    }
