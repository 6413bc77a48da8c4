"""Chooses from which chance on an element is there without a person's look."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.fitting.examples import Example
from extractors.element import ElementId
from validators.report import Status
from validators.texts.reasons import Reason

MOST_WRONG = 0.04  # of what is sure; most of it stands in letters that are harder than post
# Without a mistake there is nothing to choose by: there the finders' own score decides.
ENOUGH_WRONG = 1
# A wrong value that is called sure costs as much as so many needless looks of a person.
WORTH = 5
# The finders were mended on some of these letters: in others more is wrong at the same chance.
LEAST, MOST = 0.7, 0.98
# What the finders are not sure of must be likelier, and a mistake there is worth more looks: it is
# the chance alone that vouches for it.
LEAST_ALONE, WORTH_ALONE = 0.8, 8
ENOUGH_ALONE = 5  # right ones more than mistakes are worth: fewer prove nothing


@dataclass(frozen=True, slots=True)
class Choice:
    """A threshold, and what it does to the letters that it was chosen on."""

    needed: float
    letters: int
    sure: int  # letters in which the element is there by this threshold
    wrong: int  # of them


def is_free(example: Example) -> bool:
    """Tell whether the chance decides: what the finders are not sure of is doubtful anyhow."""
    return example.is_chosen and example.status is Status.AANWEZIG


def choose(examples: Sequence[Example], chances: Sequence[float]) -> dict[ElementId, Choice]:
    """Return for each element the threshold that is worth most of those by which few are wrong.

    What one mistake more or less decides is chance: of thresholds that differ by no more than it
    is worth, the lowest is taken.
    Where no threshold does that, those that are wrong look like the right ones in every trait; then
    it is the lowest by which fewest are wrong.
    """
    pairs: dict[ElementId, list[tuple[float, float]]] = {}
    for example, chance in zip(examples, chances, strict=True):
        if is_free(example):
            pairs.setdefault(example.element, []).append((chance, example.right))
    return {
        element: _choose(found) for element, found in sorted(pairs.items()) if _needs_one(found)
    }


def choose_alone(examples: Sequence[Example], chances: Sequence[float]) -> dict[ElementId, Choice]:
    """Return from which chance on an element is there though the finders are not sure of it.

    Elements without a mistake among what was chosen are left out: their truth is never "not there".
    """
    pairs: dict[ElementId, list[tuple[float, float]]] = {}
    mistaken = {each.element for each in examples if each.is_chosen and each.right < 0.5}
    for example, chance in zip(examples, chances, strict=True):
        if example.is_chosen and example.reason is Reason.MISSCHIEN and not example.seen:
            pairs.setdefault(example.element, []).append((chance, example.right))
    steps = [step / 100 for step in range(round(100 * LEAST_ALONE), round(100 * MOST) + 1)]
    found = {
        element: max((_at(own, step) for step in steps), key=_value_alone)
        for element, own in sorted(pairs.items())
        if element in mistaken
    }
    return {element: best for element, best in found.items() if _value_alone(best) >= ENOUGH_ALONE}


def _value_alone(choice: Choice) -> int:
    return choice.sure - choice.wrong - WORTH_ALONE * choice.wrong


def _needs_one(found: Sequence[tuple[float, float]]) -> bool:
    """Tell whether so many are wrong without a threshold that one can be chosen.

    Also where fewer are wrong than may be: the finders were mended on these letters, so that more
    will be in others.
    """
    return sum(right < 0.5 for _, right in found) >= ENOUGH_WRONG


def _choose(found: Sequence[tuple[float, float]]) -> Choice:
    steps = [step / 100 for step in range(round(100 * LEAST), round(100 * MOST) + 1)]
    choices = [_at(found, step) for step in steps]
    few = [each for each in choices if each.wrong <= round(MOST_WRONG * each.sure)]
    if not few:
        return min(choices, key=lambda each: (each.wrong, each.needed))
    most = max(map(_value, few))
    return min((each for each in few if _value(each) >= most - WORTH), key=lambda each: each.needed)


def _value(choice: Choice) -> int:
    return choice.sure - WORTH * choice.wrong


def _at(found: Sequence[tuple[float, float]], needed: float) -> Choice:
    sure = [right for chance, right in found if chance >= needed]
    return Choice(needed, len(found), len(sure), sum(right < 0.5 for right in sure))
