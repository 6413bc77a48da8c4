"""Several threads read at once: what one file does to its process costs that file and no other."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from service.adapters.blobs.folder import FolderBlobs
from service.adapters.box import Caps
from service.adapters.processes import POOL_WORKER, Processes
from service.adapters.reader import ProcessReader
from service.ports.errors import AwayError, StoppedError, Trouble
from service.ports.reading import Assignment, Finished
from tests.servers import wait_until
from tests.workers import obey
from validators.assess import Receipt

CAPS = Caps(seconds=60.0, memory_mb=2048)
PATIENCE_S = 60.0


@pytest.fixture
def processes() -> Iterator[Processes]:
    opened = Processes(obey, number=2, caps=CAPS)
    opened.start()
    yield opened
    opened.stop()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def assignment(name: str) -> Assignment:
    return Assignment(path=name, file=name, receipt=Receipt(), profile=None)


def read(processes: Processes, name: str) -> Finished:
    return ProcessReader(processes, Originals(), max_bytes=1000).read(assignment(name))


def workers() -> list[int]:
    children = multiprocessing.active_children()
    return [child.pid or 0 for child in children if child.name == POOL_WORKER]


def reading(processes: Processes, threads: ThreadPoolExecutor) -> "Future[Finished]":
    """Return a file that takes for ever, while it is being read."""
    begun = threading.Event()

    def begin() -> Finished:
        flight = processes.hand_out(assignment("hang-1"))
        threading.Thread(
            target=lambda: (wait_until(flight.future.running, what="reading"), begun.set())
        ).start()
        return processes.result(flight)

    future = threads.submit(begin)
    assert begun.wait(PATIENCE_S)
    return future


class Originals(FolderBlobs):
    """Originals of which one cannot be had."""

    def __init__(self) -> None:
        """Keep nothing: the names of the files say what happens."""

    def stream(self, sha256: str) -> Iterator[bytes]:
        """Return an original that nobody looks into."""
        if sha256.startswith("away"):
            raise OSError
        yield b"letter"


def test_each_thread_gets_what_became_of_its_own_file(
    processes: Processes, threads: ThreadPoolExecutor
) -> None:
    names = [f"quick-{number}" for number in range(20)]
    found = threads.map(lambda name: read(processes, name), names)
    assert [finished.place for finished in found] == names


def test_a_file_that_kills_its_process_costs_only_itself(
    processes: Processes, threads: ThreadPoolExecutor
) -> None:
    names = ["die-1", "quick-2", "killed-3", "slow-4", "quick-5"]
    found = threads.map(lambda name: read(processes, name), names)
    assert [finished.trouble for finished in found] == [
        Trouble.GECRASHT,
        None,
        Trouble.GEHEUGEN_OP,
        None,
        None,
    ]


def test_an_original_that_is_away_is_no_trouble_of_the_letter(processes: Processes) -> None:
    with pytest.raises(AwayError):
        read(processes, "away-1")


def test_processes_that_died_while_there_was_no_work_are_replaced(processes: Processes) -> None:
    wait_until(lambda: len(workers()) == 2, what="two processes")
    for pid in workers():
        os.kill(pid, signal.SIGKILL)
    assert read(processes, "quick-1").place == "quick-1"


def test_files_under_way_outlive_a_pool_that_broke_down(
    processes: Processes, threads: ThreadPoolExecutor
) -> None:
    names = [f"slow-{number}" for number in range(6)]
    found = [threads.submit(read, processes, name) for name in names]
    processes._pool.stop()  # noqa: SLF001 - as when its own bookkeeping fails
    assert [each.result(PATIENCE_S).place for each in found] == names


def test_stopping_is_no_trouble_of_the_letter(
    processes: Processes, threads: ThreadPoolExecutor
) -> None:
    future = reading(processes, threads)
    processes.stop()
    with pytest.raises(StoppedError):
        future.result(PATIENCE_S)


def test_a_process_that_is_ended_from_outside_while_stopping_is_no_trouble_either(
    processes: Processes, threads: ThreadPoolExecutor
) -> None:
    future = reading(processes, threads)
    processes.drain()
    for pid in workers():
        os.kill(pid, signal.SIGTERM)
    with pytest.raises(StoppedError):
        future.result(PATIENCE_S)


def test_after_stopping_nothing_is_read(processes: Processes) -> None:
    processes.drain()
    with pytest.raises(StoppedError):
        read(processes, "quick-1")
