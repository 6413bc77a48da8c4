"""Chooses from which chance on an element is there without a person's look."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.fitting.examples import Example
from extractors.element import ElementId
from validators.drempels import FOR_A_PERSON
from validators.report import Status
from validators.texts.reasons import Reason

MOST_WRONG = 0.04  # of what is sure
# Letters that were written to be harder than post outnumber the others by four or five to one. Both
# count for as much: post is neither.
HARD = 0.2
# Without a mistake there is nothing to choose by: there the finders' own score decides.
ENOUGH_WRONG = 1
# A wrong value that is called sure costs as much as so many needless looks of a person.
WORTH = 5
# The finders were mended on some of these letters: in others more is wrong at the same chance.
LEAST, MOST = 0.6, 0.98
# What the finders are not sure of must be likelier, and a mistake there is worth more looks: it is
# the chance alone that vouches for it.
LEAST_ALONE, WORTH_ALONE = 0.8, 8
ENOUGH_ALONE = 5  # right ones more than mistakes are worth: fewer prove nothing


_Found = tuple[float, float, float]  # the chance, whether it is right, how much the letter counts


@dataclass(frozen=True, slots=True)
class Choice:
    """A threshold, and what it does to the letters that it was chosen on."""

    needed: float
    letters: int
    sure: int  # letters in which the element is there by this threshold
    wrong: int  # of them
    share: float  # of what is sure, those that are wrong, as letters count
    worth: float  # looks of a person that it spares, less what those that are wrong cost


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
    free: dict[ElementId, list[_Found]] = {}
    for example, chance in zip(examples, chances, strict=True):
        if is_free(example):
            free.setdefault(example.element, []).append(_found(example, chance))
    choices = {each: _choose(found) for each, found in sorted(free.items()) if _needs_one(found)}
    return {each: choice for each, choice in choices.items() if _is_worth_it(choice, free[each])}


def _is_worth_it(choice: Choice, found: Sequence[_Found]) -> bool:
    """Tell whether a threshold spares more than it costs.

    One mistake of which the chance knew nothing is no reason to look at all that are unlikely.
    """
    without = _at(found, 0.0, WORTH)
    return without.share > MOST_WRONG or choice.worth >= without.worth


def _found(example: Example, chance: float) -> _Found:
    return chance, example.right, HARD if example.hard else 1.0


def choose_alone(examples: Sequence[Example], chances: Sequence[float]) -> dict[ElementId, Choice]:
    """Return from which chance on an element is there though the finders are not sure of it.

    Elements without a mistake among what was chosen are left out: their truth is never "not there".
    """
    doubted: dict[ElementId, list[_Found]] = {}
    mistaken = {each.element for each in examples if each.is_chosen and each.right < 0.5}
    for example, chance in zip(examples, chances, strict=True):
        is_open = example.is_chosen and not example.seen and not _is_for_a_person(example)
        if is_open and example.reason is Reason.MISSCHIEN:
            doubted.setdefault(example.element, []).append(_found(example, chance))
    steps = [step / 100 for step in range(round(100 * LEAST_ALONE), round(100 * MOST) + 1)]
    found = {
        element: max((_at(own, step, 1 + WORTH_ALONE) for step in steps), key=_worth)
        for element, own in sorted(doubted.items())
        if element in mistaken
    }
    return {element: best for element, best in found.items() if best.worth >= ENOUGH_ALONE}


def _is_for_a_person(example: Example) -> bool:
    return any(example.traits.get(f"mark_{mark}") for mark in FOR_A_PERSON)


def _worth(choice: Choice) -> float:
    return choice.worth


def _needs_one(found: Sequence[_Found]) -> bool:
    """Tell whether so many are wrong without a threshold that one can be chosen.

    Also where fewer are wrong than may be: the finders were mended on these letters, so that more
    will be in others.
    """
    return sum(right < 0.5 for _, right, _ in found) >= ENOUGH_WRONG


def _choose(found: Sequence[_Found]) -> Choice:
    steps = [step / 100 for step in range(round(100 * LEAST), round(100 * MOST) + 1)]
    choices = [_at(found, step, WORTH) for step in steps]
    few = [each for each in choices if each.share <= MOST_WRONG]
    if not few:
        return min(choices, key=lambda each: (each.share, each.needed))
    most = max(map(_worth, few))
    return min((each for each in few if each.worth >= most - WORTH), key=lambda each: each.needed)


def _at(found: Sequence[_Found], needed: float, worth: float) -> Choice:
    sure = [(right, counts) for chance, right, counts in found if chance >= needed]
    wrong = [counts for right, counts in sure if right < 0.5]
    whole = sum(counts for _, counts in sure)
    share = sum(wrong) / whole if whole else 0.0
    return Choice(needed, len(found), len(sure), len(wrong), share, whole - worth * sum(wrong))
