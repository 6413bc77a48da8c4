"""A file that is read alone is as safe as one in a pool."""

import multiprocessing

import pytest

from extractors.stages import Reached, Stage
from service.adapters.box import Caps
from service.adapters.one_process import OneProcess
from service.ports.errors import Trouble
from service.ports.reading import Assignment, Finished
from tests.workers import obey, taken
from validators.assess import Receipt

SECONDS, MEGABYTES = 1.0, 2048
ENOUGH_S = 60.0  # for what does not hang, on however busy a machine


def run(name: str, trouble: Trouble | None = None, path: str = "") -> Finished:
    assignment = Assignment(path or name, name, Receipt(), profile=None, trouble=trouble)
    seconds = SECONDS if name.startswith("hang") else ENOUGH_S
    caps = Caps(seconds=seconds, memory_mb=taken() + MEGABYTES)
    with OneProcess(obey, caps=caps) as pool:
        return next(pool.run([assignment]))[1]


@pytest.fixture(autouse=True)
def grace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.adapters.one_process.GRACE_S", 0.0)


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("quick-1", None),
        ("die-1", Trouble.GECRASHT),
        ("killed-1", Trouble.GEHEUGEN_OP),
        ("hang-1", Trouble.TIJD_OP),
        ("eat-1", Trouble.GEHEUGEN_OP),
    ],
)
def test_what_becomes_of_a_file_is_told(name: str, trouble: Trouble | None) -> None:
    assert run(name).trouble is trouble


def test_no_process_is_left() -> None:
    run("hang-1")
    assert not multiprocessing.active_children()


def test_what_a_library_prints_does_not_reach_stdout(capfd: pytest.CaptureFixture[str]) -> None:
    run("noise-1")
    assert capfd.readouterr().out == ""


def test_a_file_that_was_not_handed_over_starts_no_process() -> None:
    assert run("die-1", trouble=Trouble.LEGE_MAP).trouble is Trouble.LEGE_MAP


@pytest.mark.parametrize("name", ["killed-1", "hang-1", "eat-1", "die-1"])
def test_where_it_ended_is_told(name: str) -> None:
    before = taken()
    ending = run(name, path="page 12").ending
    assert ending is not None
    assert ending.reached == Reached(Stage.LEZEN, 12, 12)
    if name == "hang-1":
        assert ending.limit == SECONDS
    elif name == "die-1":
        assert ending.limit is None
    else:
        assert ending.limit is not None
        assert before + MEGABYTES <= ending.limit <= taken() + MEGABYTES


def test_of_a_file_that_is_read_nothing_is_told() -> None:
    assert run("quick-1", path="page 12").ending is None
