"""Tell a name set in a typeface that imitates a pen from one written by hand.

The chance is learnt from names in typefaces and from scanned signatures, see `typeset.toml`; what
is measured is in `lettering` and `ink`. Whether such a name is a signature is not decided here.
"""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from extractors.document import PT_PER_MM
from extractors.inks.ink import Ink
from extractors.learnt.odds import logistic

PALEST = 0.5  # a pen that is paler than this is no likelier to be one


def inputs_of(ink: Ink) -> Mapping[str, float]:
    """Turn what tells type from a hand into numbers of about 0 to 1; none for too little ink."""
    letters = ink.lettering
    if letters is None:
        return {}
    return {
        "feet": math.log(max(letters.feet, 1)),
        "tops": math.log(max(letters.tops, 1)),
        "feet_share": letters.feet_share,
        "tops_share": letters.tops_share,
        "tilt": min(abs(letters.tilt), 3.0) / 3.0,
        "upright": letters.upright,
        "darkness_variation": min(letters.darkness_variation, 1.0),
        "height": min(ink.stroke_height, 20.0) / 20.0,
        "tall": min(ink.box.height / PT_PER_MM, 30.0) / 30.0,
        "density": min(ink.density, 0.4),
        "line": min(ink.length * PT_PER_MM / max(ink.box.width, 1.0), 8.0) / 8.0,
        "joined": min(ink.stroke_width, 60.0) / 60.0,
        "paleness": min(ink.paleness, PALEST),
    }


def is_typeset(ink: Ink) -> float:
    """Return the chance that ink was printed in letters, 0 for too little ink to be a name."""
    inputs = inputs_of(ink)
    if not inputs:
        return 0.0
    weights = _weights()
    total = weights["constant"] + sum(weights[name] * value for name, value in inputs.items())
    return logistic(total)


@cache
def _weights() -> Mapping[str, float]:
    data = tomllib.loads((files("extractors.inks") / "typeset.toml").read_text("utf-8"))
    return {name: float(value) for name, value in data["weights"].items()}
