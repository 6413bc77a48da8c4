"""A Postkamer that is disturbed while letters stream in keeps every promise, on both stacks."""

import pytest

from benchmarks.chaos.plan import cut, kill, kill_server, stop
from benchmarks.chaos.run import run_plan
from benchmarks.chaos.site import DISTRIBUTED, EMBEDDED, work_folder

LETTERS = 15
# Nothing that makes deliveries rest for minutes: that is for the long run (docs/reliability.md).
PLANS = {
    EMBEDDED: (kill("worker"), stop("keeper"), kill("web"), kill("reader")),
    DISTRIBUTED: (kill("worker"), cut("rabbitmq"), kill_server("rabbitmq")),
}


@pytest.mark.parametrize("stack", PLANS)
def test_every_promise_is_kept_whatever_is_killed_stopped_or_cut(stack: str) -> None:
    with work_folder() as folder:
        outcome = run_plan(stack, folder, PLANS[stack], letters=LETTERS, lease_seconds=2.0)
    assert outcome.counted.broken == ()
    assert outcome.counted.figures["letters"] == LETTERS
    assert outcome.done.total() == len(PLANS[stack])
