"""The supervisor with real processes: restarts what dies, stops all, leaves nothing behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.servers import PATIENCE_S, wait_until

SCRIPT = """
import sys
from service.adapters.supervisor import Ear, Program, Supervisor

def tell(event, program, details):
    print(event, program, details.get("pid", ""), details.get("exit_code", ""), flush=True)

programs = [
    Program(name, [sys.executable, "-c", code])
    for name, code in zip(sys.argv[2::2], sys.argv[3::2])
]
Supervisor(programs, stop_s=float(sys.argv[1]), ear=Ear(tell)).run()
"""
SLEEPER = "import time; time.sleep(600)"
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "print('ready', flush=True); time.sleep(600)"
)

Started = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Started]:
    """Start a supervisor; what it said can be read from its stdout."""
    processes: list[subprocess.Popen[str]] = []

    def start_it(*programs: str, stop_s: float = 10.0) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", SCRIPT, str(stop_s), *programs]
        processes.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return processes[-1]

    yield start_it
    for process in processes:
        process.kill()
        process.communicate()


def line_of(process: "subprocess.Popen[str]", start: str) -> str:
    """Return the first line that starts so."""
    assert process.stdout is not None
    return next(line for line in process.stdout if line.startswith(start))


def pid_of(line: str) -> int:
    return int(line.split()[2])


def is_gone(pid: int) -> bool:
    """Tell whether the process ended within the patience; a zombie has ended."""
    wait_until(lambda: has_ended(pid), what=f"the end of process {pid}")
    return True


def has_ended(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True
    return status.rpartition(")")[2].split()[0] == "Z"


def test_what_dies_is_started_again(start: Started) -> None:
    process = start("slaper", SLEEPER)
    os.kill(pid_of(line_of(process, "process_started")), signal.SIGKILL)
    assert "-9" in line_of(process, "process_died slaper")
    assert pid_of(line_of(process, "process_started"))


def test_a_stop_ends_all_and_then_the_supervisor(start: Started) -> None:
    process = start("een", SLEEPER, "twee", SLEEPER)
    pids = [pid_of(line_of(process, "process_started")) for _ in range(2)]
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE_S) == 0
    assert all(is_gone(pid) for pid in pids)


def test_what_does_not_stop_in_time_is_killed(start: Started) -> None:
    process = start("koppig", STUBBORN, stop_s=0.5)
    pid = pid_of(line_of(process, "process_started"))
    line_of(process, "ready")
    process.send_signal(signal.SIGTERM)
    assert line_of(process, "process_killed koppig")
    assert process.wait(PATIENCE_S) == 0
    assert is_gone(pid)


def test_a_second_signal_does_not_wait(start: Started) -> None:
    process = start("koppig", STUBBORN, stop_s=600.0)
    line_of(process, "ready")
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE_S) == 0


def test_killed_itself_it_leaves_nothing_running(start: Started) -> None:
    process = start("slaper", SLEEPER)
    pid = pid_of(line_of(process, "process_started"))
    process.kill()
    assert is_gone(pid)
