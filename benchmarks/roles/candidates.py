"""Sets the candidates in marked letters beside their marks, to learn chances from."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.fitting.examples import (
    SHOWN,
    Example,
    is_same,
    plain_value,
    without_chances,
)
from benchmarks.fitting.held_out import HeldOut
from benchmarks.fitting.reading import found_in
from benchmarks.roles.drawn import drawn_in
from benchmarks.roles.marked import Marked, count_words, described, set_marked
from benchmarks.roles.outcomes import (
    OF_OBJECTIONS,
    ROLES,
    case_for,
    is_marked,
    read_letter,
    why_asked,
)
from benchmarks.scoring.match import is_right
from extractors.chances.traits import traits_of
from extractors.element import Candidate, ElementId, Reading
from extractors.once import for_one_file
from validators.case import Case
from validators.judge import judge_candidates
from validators.report import Kind

_UNBROKEN = 100_000  # characters in a line: nothing that is marked is broken off
# Of these what is marked is the value.
_AS_WRITTEN = frozenset({ElementId.NAAM, ElementId.BSN, ElementId.RELATIENUMMER, ElementId.KENMERK})
_Asked = tuple[ElementId, Candidate, bool]  # what was found of an element, and whether it is right
_Check = Callable[[Marked, Case], Iterable[_Asked]]


def candidates_of(letters: Iterable[Marked], models: HeldOut) -> Iterator[Example]:
    """Yield every candidate, with what models say that saw nothing of the same writer."""
    for marked in letters:
        yield from _examples(marked, read_letter(marked), models, _of_roles, _of_why)


def whys_of(letters: Iterable[Marked], models: HeldOut) -> Iterator[Example]:
    """Yield what was taken for reasons, of letters in which nothing else is marked."""
    for marked in letters:
        yield from _examples(marked, read_letter(marked), models, _of_why)


def drawn_candidates(folder: Path, models: HeldOut) -> Iterator[Example]:
    """Yield every candidate in the scans of marked letters that were read."""
    for drawn in drawn_in(folder):
        readings = found_in(folder, drawn.file)
        if readings:
            reading = max(readings, key=lambda each: count_words(each.letter))
            marked = set_marked(described(drawn.entry), drawn.name, _UNBROKEN)
            yield from _examples(marked, reading, models, _by_value, _of_why)


def _examples(marked: Marked, read: Reading, models: HeldOut, *checks: _Check) -> Iterator[Example]:
    reading = without_chances(read)
    case = case_for(marked, reading)
    name = f"{marked.writer}/{marked.name}"
    with for_one_file():
        view = models.view(reading, marked.writer)
        for check in checks:
            for element, candidate, right in check(marked, case):
                judged = judge_candidates(case, element)
                is_chosen = judged.status in SHOWN and is_same(candidate, judged)
                if is_chosen or marked.written(*ROLES.get(element, ())):
                    traits = traits_of(view, element, candidate, case.candidates(element))
                    yield Example(
                        element, traits, float(right), is_chosen, judged.status, judged.reason,
                        candidate.confidence, name, name, seen=False, hard=True,
                    )  # fmt: skip


def _asked_of(case: Case) -> Iterator[ElementId]:
    for element in ROLES:
        if case.kind is Kind.BEZWAAR or element not in OF_OBJECTIONS:
            yield element


def _of_roles(marked: Marked, case: Case) -> Iterator[_Asked]:
    """Yield what was found of each element, and whether it is marked as that."""
    for element in _asked_of(case):
        for each in case.candidates(element):
            yield element, each, is_marked(marked, each, ROLES[element])


def _by_value(marked: Marked, case: Case) -> Iterator[_Asked]:
    """Yield what was found of each element on a scan, and whether its value is the marked one."""
    typed = read_letter(marked)
    for element in _asked_of(case):
        roles = ROLES[element]
        written = marked.written(*roles)
        found = typed.candidates.get(element, ())
        values = [plain_value(each) for each in found if is_marked(marked, each, roles)]
        values += written if element in _AS_WRITTEN else []
        if values or not written:  # else nobody can tell what it should have been
            for each in case.candidates(element):
                yield element, each, is_right(element, plain_value(each), values)


def _of_why(marked: Marked, case: Case) -> Iterator[_Asked]:
    """Yield what was taken for reasons, and whether the letter gives any."""
    element = why_asked(marked, case)
    for each in case.candidates(element) if element else ():
        # What stands where reasons should be, and says so, is no claim that there are any.
        if element and not each.marks:
            yield element, each, bool(marked.says_why)
