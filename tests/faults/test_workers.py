"""Workers that die, hang or eat memory cost one file and no more."""

import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.adapters.box import Caps
from service.adapters.processes import Flight, Processes
from service.adapters.workers import WorkerPool
from service.ports.errors import Trouble
from service.ports.reading import Assignment, Finished
from tests.servers import wait_until
from tests.workers import obey
from validators.assess import Receipt

CAPS = Caps(seconds=60.0, memory_mb=2048)
SHORT = Caps(seconds=1.0, memory_mb=2048)


def assignment(name: str) -> Assignment:
    return Assignment(path=name, file=name, receipt=Receipt(), profile=None)


@pytest.fixture
def grace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.adapters.processes.GRACE_S", 0.0)


def run(*names: str, jobs: int = 2) -> list[tuple[str, Finished]]:
    caps = SHORT if any(name.startswith("hang") for name in names) else CAPS
    with WorkerPool(Processes(obey, number=jobs, caps=caps)) as pool:
        return [(done.file, what) for done, what in pool.run(assignment(name) for name in names)]


def test_results_come_in_the_order_given() -> None:
    names = ["slow-1", "quick-2", "slow-3", "quick-4", "quick-5"]
    assert [name for name, _ in run(*names)] == names


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("die-1", Trouble.GECRASHT),
        ("killed-1", Trouble.GEHEUGEN_OP),
        ("hang-1", Trouble.TIJD_OP),
        ("eat-1", Trouble.GEHEUGEN_OP),
    ],
)
@pytest.mark.usefixtures("grace")
def test_a_file_that_breaks_its_worker_costs_only_itself(name: str, trouble: Trouble) -> None:
    done = dict(run("quick-1", name, "quick-2", "quick-3"))
    assert {file: what.trouble for file, what in done.items()} == {
        "quick-1": None,
        name: trouble,
        "quick-2": None,
        "quick-3": None,
    }


def test_many_deaths_in_a_row_do_not_end_the_run() -> None:
    names = [f"die-{number}" for number in range(6)]
    assert [what.trouble for _, what in run(*names)] == [Trouble.GECRASHT] * 6


def test_what_a_library_prints_does_not_reach_stdout(capfd: pytest.CaptureFixture[str]) -> None:
    run("noise-1")
    assert capfd.readouterr().out == ""


def test_few_files_are_under_way_at_any_time() -> None:
    handed_out = 0

    def assignments() -> Iterator[Assignment]:
        nonlocal handed_out
        for number in range(1000):
            handed_out += 1
            yield assignment(f"quick-{number}")

    with WorkerPool(Processes(obey, number=1, caps=CAPS)) as pool:
        next(pool.run(assignments()))
    assert handed_out < 10


class Noted(Processes):
    """Processes that note which file is handed out when."""

    def hand_out(self, assignment: Assignment) -> Flight:
        self.order = [*getattr(self, "order", ()), assignment.file]
        return super().hand_out(assignment)


def test_the_last_files_are_begun_by_size_and_come_in_their_order(tmp_path: Path) -> None:
    sizes = {f"quick-{number}": number for number in range(10)}
    for name, size in sizes.items():
        (tmp_path / name).write_bytes(b"x" * size)
    processes = Noted(obey, number=1, caps=CAPS)
    files = [replace(assignment(name), path=str(tmp_path / name)) for name in sizes]
    with WorkerPool(processes) as pool:
        done = [each.file for each, _ in pool.run(files)]
    assert done == list(sizes)
    assert processes.order[-4:] == ["quick-9", "quick-8", "quick-7", "quick-6"]


def interrupt_when_done(pool: WorkerPool, number: int) -> None:
    """Send Ctrl-C when so many files are done that were not asked for yet."""
    wait_until(
        lambda: sum(each.is_finished for each in tuple(pool._flights)) >= number,  # noqa: SLF001
        what="the files behind the slow one",
    )
    os.kill(os.getpid(), signal.SIGINT)


def test_after_ctrl_c_what_was_finished_can_be_rescued() -> None:
    caps = Caps(seconds=60, memory_mb=2048)
    with WorkerPool(Processes(obey, number=2, caps=caps)) as pool:
        names = ("quick-1", "hang-2", "quick-3", "quick-4")
        stream = pool.run(assignment(name) for name in names)
        assert next(stream)[0].file == "quick-1"
        threading.Thread(target=interrupt_when_done, args=(pool, 2)).start()
        with pytest.raises(KeyboardInterrupt):
            next(stream)
        assert [done.file for done, _ in pool.rescue()] == ["quick-3", "quick-4"]
