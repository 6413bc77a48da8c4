"""Learns from all words of a letter whether it is written for somebody else."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks import teach
from benchmarks.kinds.told import hints, share
from benchmarks.roles.marked import CLIENT, WRITER, Marked, letter_of
from extractors.learnt.odds import logistic
from extractors.learnt.yes_or_no import YesOrNo
from extractors.once import for_one_file
from extractors.roles.behalf import behalf_traits

HEAD = """\
# How likely it is that who writes does so for somebody else (extractors/roles/behalf.py): a
# logistic model over the words of a letter, in thousandths.
#
# Written by a command; do not edit:
#   python -m benchmarks.fit_behalf
# {counts}
# By models that saw nothing of the same writer:
"""
SURE = (0.5, 0.8, 0.95)


@dataclass(frozen=True, slots=True)
class Example:
    """A letter of which it is known whether somebody else writes for the client."""

    for_other: bool
    traits: Mapping[str, float]
    writer: str  # of the letter as an example: whose hand it is


# Names are left out, as few letters or few writers have them.
RECIPE = teach.Recipe(strength=0.1, seldom=8, least=0.02, hands=4)


def examples_of(letters: Iterable[Marked]) -> Iterator[Example]:
    """Yield the letters in which somebody is named as who writes or whose matter it is."""
    for marked in letters:
        if marked.written(CLIENT, WRITER):
            with for_one_file():
                traits = behalf_traits(letter_of(marked, hints()))
            yield Example(bool(marked.written(WRITER)), traits, marked.writer)


def fit(examples: Sequence[Example]) -> YesOrNo:
    """Return the model that follows from the examples."""
    answers, writers = [each.for_other for each in examples], [each.writer for each in examples]
    return teach.yes_or_no([each.traits for each in examples], answers, RECIPE, writers)


def by_writer(examples: Sequence[Example], *, folds: int = 7) -> dict[str, YesOrNo]:
    """Return for each writer a model that saw nothing of that writer."""

    def fit_without(left_out: Collection[str]) -> YesOrNo:
        return fit([each for each in examples if each.writer not in left_out])

    return teach.by_writer((each.writer for each in examples), fit_without, folds=folds)


def told_of(examples: Sequence[Example], models: Mapping[str, YesOrNo]) -> str:
    """Tell of letters for somebody else, and of those for oneself, how many are taken for it."""
    chances = [
        (each.for_other, logistic(models[each.writer].odds(each.traits))) for each in examples
    ]
    lines = ["letters for somebody else, and for oneself, taken to be for somebody else"]
    for least in SURE:
        counts = [share([c >= least for is_so, c in chances if is_so is x]) for x in (True, False)]
        lines.append(f"  from {least}: {counts[0]}, {counts[1]}")
    return "".join(f"{line}\n" for line in lines)


def model_file(model: YesOrNo, examples: Sequence[Example], told: str) -> str:
    """Return the text of `extractors/roles/namenskansen.toml`."""
    counts = f"{len(examples)} letters by {len({each.writer for each in examples})} writers."
    lines = [HEAD.format(counts=counts), *(f"#   {line}\n" for line in told.splitlines())]
    return "".join([*lines, *teach.written_model(model)])
