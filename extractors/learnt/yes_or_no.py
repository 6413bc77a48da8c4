"""A logistic model of one question: the log odds that the answer is yes, by trait."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractors.learnt.written import Weights, Written, added_up, from_thousandths


@dataclass(frozen=True, slots=True)
class YesOrNo:
    """Log odds of yes: `constant` for everything that is asked about, others by trait."""

    constant: Weights
    weights: Mapping[str, Weights]

    @classmethod
    def written(cls, table: Mapping[str, Any]) -> "YesOrNo":
        r"""Return the model in a table of a TOML file, as the training commands write it.

        >>> table = {"constant": [-2000], "weights": {"zegt": "want 1500\nomdat 500"}}
        >>> YesOrNo.written(table).odds({"zegt:want": 1.0})
        -0.5
        """
        return cls(from_thousandths(table["constant"]), Written(table["weights"]))

    def odds(self, traits: Mapping[str, float]) -> float:
        """Return the log odds of yes.

        >>> YesOrNo((-2.0,), {"zegt:oorzaak_hard": (3.0,)}).odds({"zegt:oorzaak_hard": 1.0})
        1.0
        """
        return added_up(self.constant, self.weights, traits)[0]
