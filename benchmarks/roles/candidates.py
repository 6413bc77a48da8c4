"""Sets the candidates in marked letters beside their marks, to learn chances from."""

from collections.abc import Callable, Iterable, Iterator

from benchmarks.fitting.examples import SHOWN, TYPED, Example, is_same, without_chances
from benchmarks.fitting.held_out import HeldOut
from benchmarks.roles.marked import Marked
from benchmarks.roles.outcomes import (
    OF_OBJECTIONS,
    ROLES,
    case_for,
    is_marked,
    read_letter,
    why_asked,
)
from extractors.chances.traits import traits_of
from extractors.element import Candidate, ElementId
from extractors.once import for_one_file
from validators.case import Case
from validators.judge import judge_candidates
from validators.report import Kind

_Asked = tuple[ElementId, Candidate, bool]  # what was found of an element, and whether it is right


def candidates_of(letters: Iterable[Marked], models: HeldOut) -> Iterator[Example]:
    """Yield every candidate, with what models say that saw nothing of the same writer."""
    return _examples(letters, models, _of_all)


def whys_of(letters: Iterable[Marked], models: HeldOut) -> Iterator[Example]:
    """Yield what was taken for reasons, of letters in which nothing else is marked."""
    return _examples(letters, models, _of_why)


def _examples(
    letters: Iterable[Marked],
    models: HeldOut,
    asked: Callable[[Marked, Case], Iterable[_Asked]],
) -> Iterator[Example]:
    for marked in letters:
        reading = without_chances(read_letter(marked))
        case = case_for(marked, reading)
        name = f"{marked.writer}/{marked.name}"
        with for_one_file():
            view = models.view(reading, marked.writer)
            for element, candidate, right in asked(marked, case):
                judged = judge_candidates(case, element)
                is_chosen = judged.status in SHOWN and is_same(candidate, judged)
                if is_chosen or marked.written(*ROLES.get(element, ())):
                    traits = traits_of(view, element, candidate, case.candidates(element))
                    yield Example(
                        element, traits, float(right), is_chosen, judged.status, judged.reason,
                        candidate.confidence, name, name, TYPED, seen=False,
                    )  # fmt: skip


def _of_all(marked: Marked, case: Case) -> Iterator[_Asked]:
    yield from _of_roles(marked, case)
    yield from _of_why(marked, case)


def _of_roles(marked: Marked, case: Case) -> Iterator[_Asked]:
    """Yield what was found of each element, and whether it is marked as that."""
    for element, roles in ROLES.items():
        if case.kind is Kind.BEZWAAR or element not in OF_OBJECTIONS:
            for each in case.candidates(element):
                yield element, each, is_marked(marked, each, roles)


def _of_why(marked: Marked, case: Case) -> Iterator[_Asked]:
    """Yield what was taken for reasons, and whether the letter gives any."""
    element = why_asked(marked, case)
    for each in case.candidates(element) if element else ():
        # What stands where reasons should be, and says so, is no claim that there are any.
        if element and not each.marks:
            yield element, each, bool(marked.says_why)
