"""Writes what was learnt of reasons as data that the product loads, and tells how good it is."""

from collections.abc import Iterator, Sequence

from benchmarks import teach
from benchmarks.kinds.told import share
from benchmarks.reasons.learning import Example
from extractors.element import ElementId
from extractors.learnt.odds import logistic
from extractors.story.reason_chances import SAYING_WHY, ReasonModels

HEAD = """\
# How likely a letter says why (extractors/story/reason_chances.py): logistic models over the traits
# of its sentences (`zin`) and of the whole (`brief`), in thousandths.
#
# Written by a command; do not edit:
#   python -m benchmarks.fit_reasons
# {counts}
# By models that saw nothing of the same writer:
"""
CHANCES = (0.5, 0.8, 0.9, 0.95)


def model_file(models: ReasonModels, examples: Sequence[Example], told: str) -> str:
    """Return the text of `extractors/story/redenkansen.toml`."""
    counts = f"{len(examples)} letters by {len({each.writer for each in examples})} writers."
    lines = [HEAD.format(counts=counts), *(f"#   {line}\n" for line in told.splitlines())]
    for element, model in models.items():
        lines += teach.written_model(model.sentence, f"{element}.zin")
        lines += teach.written_model(model.letter, f"{element}.brief")
    return "".join(lines)


def told_of(examples: Sequence[Example], odds: Sequence[float]) -> str:
    """Tell of letters that say why, and of those that do not, how many are taken to say it."""
    return "".join(f"{line}\n" for element in SAYING_WHY for line in _told(element, examples, odds))


def _told(element: ElementId, examples: Sequence[Example], odds: Sequence[float]) -> Iterator[str]:
    chances = [
        (each.says_why, logistic(said))
        for each, said in zip(examples, odds, strict=True)
        if each.element is element
    ]
    yield f"{element}: letters that say why, and that do not, taken to say it"
    for least in CHANCES:
        counts = [share([c >= least for says, c in chances if says is x]) for x in (True, False)]
        yield f"  from {least}: {counts[0]}, {counts[1]}"
