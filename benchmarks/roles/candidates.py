"""Sets the candidates in marked letters beside their marks, to learn chances from."""

from collections.abc import Iterable, Iterator, Mapping

from benchmarks.fitting.examples import SHOWN, Example, is_same, without_chances
from benchmarks.roles.marked import Marked
from benchmarks.roles.outcomes import OF_OBJECTIONS, ROLES, case_for, is_marked, read_letter
from extractors.chances.traits import View, traits_of
from extractors.once import for_one_file
from extractors.roles.role_chances import RoleModel
from validators.judge import judge_candidates
from validators.report import Kind

PAPER = "typed"


def candidates_of(letters: Iterable[Marked], models: Mapping[str, RoleModel]) -> Iterator[Example]:
    """Yield every candidate, with what the model says that saw nothing of the same writer."""
    for marked in letters:
        reading = without_chances(read_letter(marked))
        case = case_for(marked, reading)
        with for_one_file():
            view = View(reading, models[marked.writer])
            for element, roles in ROLES.items():
                if case.kind is not Kind.BEZWAAR and element in OF_OBJECTIONS:
                    continue
                judged, every = judge_candidates(case, element), case.candidates(element)
                for candidate in every:
                    is_chosen = judged.status in SHOWN and is_same(candidate, judged)
                    if is_chosen or marked.written(*roles):
                        yield Example(
                            element, traits_of(view, element, candidate, every),
                            float(is_marked(marked, candidate, roles)), is_chosen, judged.status,
                            judged.reason, candidate.confidence, marked.name, marked.name, PAPER,
                            seen=False,
                        )  # fmt: skip
