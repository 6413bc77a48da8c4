"""Writes what was learnt as data that a person can read and the product loads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.fitting.examples import Example
from benchmarks.fitting.learning import fit, held_out
from benchmarks.fitting.ordering import Contest, chosen_by_chance, compare
from benchmarks.fitting.thresholds import Choice, choose, choose_alone
from benchmarks.scoring.calibration import calibration_error
from extractors.chances.chances import Model
from extractors.element import ElementId

CHANCES_HEAD = """\
# The chance that a candidate is right: a logistic model for each element, see
# extractors/chances/chances.py. `constant` is the log odds of a reading that is usual in every way;
# each trait, of those in extractors/chances/traits.py, has its weight and its usual value in
# readings that are right, and counts for the difference.
#
# Written by a command; do not edit:
#   {command}
# {counts}
# Expected calibration error of what the judges chose, in letters of texts that the rules of the
# finders were not made on, by models that saw no letter of the same text (before: the finders' own
# score):
"""
NEEDED_HEAD = """\
# The chance from which on an element is `aanwezig` without a person's look, see
# validators/weighing.py: of those by which few enough are wrong, the one that spares most looks
# of a person. Elements without a mistake to choose by are left out; there the finders' own
# score decides.
#
# Written by a command; do not edit:
#   {command}
# Behind each: in how many letters the chance decides, how many are sure by it, and how many of
# those are wrong, by models that saw no letter of the same text.
[nodig]
"""
ALONE_HEAD = """
# The chance from which on an element is `aanwezig` though its finder is not sure of it, where few
# enough are wrong. Counted in letters of which the finder was not sure.
[hoog]
"""


@dataclass(frozen=True, slots=True)
class Learnt:
    """All that the command learnt, and from what."""

    command: str
    counts: str
    models: Mapping[ElementId, Model]
    choices: Mapping[ElementId, Choice]
    alone: Mapping[ElementId, Choice]
    errors: Mapping[ElementId, tuple[int, float, float]]  # letters, error before, error after
    contests: Mapping[ElementId, Contest]

    @classmethod
    def of(cls, examples: Sequence[Example], command: str) -> "Learnt":
        """Learn from examples; thresholds and errors come from models that did not see the text."""
        chances = held_out(examples)
        chosen = chosen_by_chance(examples, chances)
        return cls(
            command,
            counts_of(examples),
            fit(examples),
            choose(chosen, chances),
            choose_alone(chosen, chances),
            errors_of(chosen, chances),
            compare(examples, chances),
        )


def counts_of(examples: Sequence[Example]) -> str:
    """Say from how much was learnt."""
    letters, texts = {each.letter for each in examples}, {each.template for each in examples}
    return f"{len(examples)} candidates in {len(letters)} letters of {len(texts)} texts."


def errors_of(
    examples: Sequence[Example], chances: Sequence[float]
) -> dict[ElementId, tuple[int, float, float]]:
    """Return the calibration errors before and after, of what the judges chose."""
    found: dict[ElementId, list[tuple[float, float, bool]]] = {}
    for example, chance in zip(examples, chances, strict=True):
        if example.is_chosen and not example.seen:
            row = (example.confidence, chance, example.right > 0.5)
            found.setdefault(example.element, []).append(row)
    return {
        element: (
            len(rows),
            calibration_error([(before, right) for before, _, right in rows]),
            calibration_error([(after, right) for _, after, right in rows]),
        )
        for element, rows in sorted(found.items())
    }


def chances_file(learnt: Learnt) -> str:
    """Return the text of `extractors/elements/kansen.toml`."""
    lines = [CHANCES_HEAD.format(command=learnt.command, counts=learnt.counts)]
    lines += [
        f"#   {element:<15} {count:4} letters: {before:.3f} before, {after:.3f} after\n"
        for element, (count, before, after) in learnt.errors.items()
    ]
    for element, model in learnt.models.items():
        lines.append(f"\n[{element}]\nconstant = {model.constant}\n")
        lines += [
            f"{name} = [{each.weight}, {each.usual}]\n" for name, each in model.weights.items()
        ]
    return "".join(lines)


def needed_file(learnt: Learnt) -> str:
    """Return the text of `validators/drempels.toml`."""
    lines = [NEEDED_HEAD.format(command=learnt.command), *map(_choice, learnt.choices.items())]
    return "".join([*lines, ALONE_HEAD, *map(_choice, learnt.alone.items())])


def _choice(named: tuple[ElementId, Choice]) -> str:
    element, each = named
    told = f"{each.letters} letters: {each.sure} sure, {each.wrong} wrong"
    return f"{element} = {each.needed:.2f}  # {told}\n"


def order_told(learnt: Learnt) -> str:
    """Say whether the chance would choose better between several candidates than the judges do."""
    lines = ["# Right choices in letters with several candidates: by the judges, by the chance.\n"]
    lines += [
        f"# {element}: {each.judge} and {each.chance} of {each.letters}\n"
        for element, each in learnt.contests.items()
    ]
    return "".join(lines)
