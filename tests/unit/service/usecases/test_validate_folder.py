from service.ports.errors import Trouble
from service.ports.reading import Finished
from service.usecases.validate_folder import Tally, validate
from tests.fakes import FakePool, FakeRendering
from tests.unit.service.reports import make_assignment, make_failed, make_outcome, make_report
from validators.report import Verdict

GOOD = Finished((make_outcome(),))


def run(pool: FakePool, *files: str) -> tuple[Tally, FakeRendering]:
    rendering = FakeRendering()
    tally = validate((make_assignment(file) for file in files), pool=pool, renderings=[rendering])
    return tally, rendering


def test_every_letter_of_every_file_is_rendered_and_counted() -> None:
    two = Finished((make_outcome(make_report("a")), make_outcome(make_failed("a"))))
    tally, rendering = run(FakePool({"a": two, "b": GOOD}), "a", "b")
    assert len(rendering.outcomes) == 3
    assert tally.verdicts == {Verdict.COMPLEET: 2, Verdict.FOUT: 1}


def test_a_file_that_broke_its_worker_still_has_a_report() -> None:
    _, rendering = run(FakePool({"a": Finished(trouble=Trouble.TIJD_OP)}), "a")
    (outcome,) = rendering.outcomes
    assert outcome.report.error is not None
    assert outcome.report.error.code == "tijd_op"


def test_after_an_interruption_what_was_finished_is_rendered() -> None:
    pool = FakePool({"a": GOOD, "c": GOOD}, stop_before="b")
    tally, rendering = run(pool, "a", "b", "c")
    assert (len(rendering.outcomes), rendering.is_finished) == (2, True)
    assert not tally.is_complete
