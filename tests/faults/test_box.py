"""What a file can do to the process that reads it, and that it stays in its box."""

import multiprocessing
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.stages import Reached, Stage
from service.adapters import box
from service.adapters.box import Caps
from service.adapters.processes import Processes
from service.ports.errors import Trouble
from service.ports.reading import Assignment, Ending, Finished
from tests.workers import obey
from validators.assess import Receipt

ROOT = Path(__file__).parents[2]
READS = """
from service.adapters.box import Caps
from service.adapters.processes import Processes
from tests.workers import obey
Processes(obey, number=1, caps=Caps(seconds=60.0, memory_mb=2048)).start()
"""
SHOWS = """
from pathlib import Path
from service.adapters.pages import PictureCaps, RenderedPages
RenderedPages(None, None, None, folder=Path(), caps=PictureCaps())._warm_up()
"""
KILLED = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
CAPS = Caps(seconds=60.0, memory_mb=2048, cpu_seconds=1.0)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the folders of the boxes are made."""
    monkeypatch.setattr(box, "MEMORY", tmp_path)
    return tmp_path


@pytest.fixture
def no_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.adapters.processes.GRACE_S", 0.0)


@pytest.fixture
def processes(place: Path) -> Iterator[Processes]:
    opened = Processes(obey, number=1, caps=CAPS)
    yield opened
    opened.stop()
    assert list(place.iterdir()) == []


def read(processes: Processes, name: str, path: str = "") -> Finished:
    given = Assignment(path=path or name, file=name, receipt=Receipt(), profile=None)
    return processes.result(processes.hand_out(given))


def test_a_file_that_computes_for_ever_is_stopped(processes: Processes) -> None:
    assert read(processes, "spin-1").trouble is Trouble.REKENTIJD_OP
    assert read(processes, "quick-2").place == "quick-2"


@pytest.mark.parametrize(
    ("act", "limit"), [("spin-1", 1.0), ("killed-1", 2048), ("eat-1", 2048), ("die-1", None)]
)
def test_where_a_file_ended_is_told(processes: Processes, act: str, limit: float | None) -> None:
    ending = read(processes, act, "page 12").ending
    assert ending == Ending(Reached(Stage.LEZEN, 12, 12), limit)


@pytest.mark.usefixtures("no_grace")
def test_where_a_file_was_when_time_was_over_is_told(place: Path) -> None:
    processes = Processes(obey, number=1, caps=Caps(seconds=1.0, memory_mb=2048))
    ending = read(processes, "hang-1", "page 3").ending
    processes.stop()
    assert ending == Ending(Reached(Stage.LEZEN, 3, 3), 1.0)
    assert list(place.iterdir()) == []


def test_no_connection_leaves_the_box(processes: Processes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.0)
        port = server.getsockname()[1]
        assert read(processes, "call-1", str(port)).place == "PermissionError"
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize("act", ["open-1", "write-1"])
def test_open_files_and_written_bytes_have_a_limit(processes: Processes, act: str) -> None:
    assert read(processes, act).place == "refused"


def test_what_was_written_down_is_gone_after_the_file(processes: Processes, place: Path) -> None:
    path = Path(read(processes, "leave-1").place)
    assert path.is_relative_to(place)
    assert not path.exists()


def test_what_a_killed_process_wrote_down_is_gone_too(processes: Processes, place: Path) -> None:
    assert read(processes, "leavedie-1").trouble is Trouble.GEHEUGEN_OP
    assert [each for each in place.rglob("*") if each.is_file()] == []


def test_what_a_killed_program_left_is_swept_at_the_next_start(place: Path) -> None:
    gone = multiprocessing.get_context("fork").Process(target=int)
    gone.start()
    gone.join()
    left = place / f"{box.PREFIX}{gone.pid}-x"
    left.mkdir()
    (left / "part").write_bytes(b"part of a letter")
    box.close_folder(box.open_folder())
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("work", [READS, SHOWS])
def test_a_killed_program_leaves_no_socket_of_its_processes_behind(
    tmp_path: Path, work: str
) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)}  # noqa: TID251
    process = subprocess.Popen([sys.executable, "-c", work + KILLED], env=environment, cwd=ROOT)
    assert process.wait(60) == -9
    box.close_folder(box.open_folder())
    left = [*tmp_path.iterdir(), *box.MEMORY.glob(f"{box.PREFIX}{process.pid}-*")]
    assert left == []
