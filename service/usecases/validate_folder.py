"""The folder run: every file of a plan becomes reports, in order, and goes to every rendering."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from service.ports.drawing import Rendering
from service.ports.reading import Assignment, Finished, Outcome, Pool
from service.usecases.process import trouble_report
from validators.report import Verdict


@dataclass(slots=True)
class Tally:
    """How many letters had which verdict, and whether the run came to its end."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    is_complete: bool = True


def validate(
    assignments: Iterable[Assignment],
    *,
    pool: Pool,
    renderings: Sequence[Rendering],
    done: Callable[[Assignment, Finished], None] = lambda *_: None,
) -> Tally:
    """Do the assignments and render each report as soon as all before it are there.

    `done` hears of each file. After an interruption (Ctrl-C) what was finished is still rendered.
    """
    tally = Tally()
    try:
        for assignment, finished in pool.run(assignments):
            _render(assignment, finished, renderings, tally)
            done(assignment, finished)
    except KeyboardInterrupt:
        tally.is_complete = False
        for assignment, finished in pool.rescue():
            _render(assignment, finished, renderings, tally)
    for rendering in renderings:
        rendering.finish()
    return tally


def _render(
    assignment: Assignment, finished: Finished, renderings: Sequence[Rendering], tally: Tally
) -> None:
    outcomes = finished.outcomes
    if finished.trouble is not None:
        outcomes = (Outcome(trouble_report(assignment, finished.trouble, finished.ending)),)
    for outcome in outcomes:
        tally.verdicts[outcome.report.verdict] += 1
        for rendering in renderings:
            rendering.add(outcome)
