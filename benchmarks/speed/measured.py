"""Run a command and tell what it cost with all that it started."""

import ctypes
import os
import resource
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

SET_CHILD_SUBREAPER = 36  # <linux/prctl.h>


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds by the clock, of processors, and megabytes of one process."""

    wall: float
    cpu: float
    memory_mb: float
    out: str = ""


def take_orphans() -> None:
    """See to it that processes that outlive their parent are counted here."""
    ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1)


def measure(command: list[str], *, one_thread: bool = True) -> Cost:
    """Run a command to its end.

    Raises:
        ValueError: when it fails; exit code 1 of `postkamer validate` tells of letters.

    """
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder) / "out", Path(folder) / "err"
        started = time.monotonic()
        with out.open("wb") as stdout, err.open("wb") as stderr:
            process = subprocess.Popen(
                command, env=_environment(one_thread=one_thread), stdout=stdout, stderr=stderr
            )
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - started
        if process.returncode not in {0, 1}:
            message = f"{command[0]}: {process.returncode}: {err.read_text('utf-8')[-500:]}"
            raise ValueError(message)
        return _cost(wall, used, out.read_text(encoding="utf-8", errors="replace"))


def cost_of(process: "subprocess.Popen[bytes]", wall: float) -> Cost:
    """Wait for a process that was told to end, and tell what it cost with all that it started."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return _cost(wall, used)


def _cost(wall: float, used: resource.struct_rusage, out: str = "") -> Cost:
    every = [used, *_orphans()]
    cpu = sum(each.ru_utime + each.ru_stime for each in every)
    return Cost(wall, cpu, max(each.ru_maxrss for each in every) / 1024, out)


def _environment(*, one_thread: bool) -> dict[str, str]:
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installation has compiled code
    if one_thread:
        environment["OMP_THREAD_LIMIT"] = "1"
    return environment


def _orphans() -> list[resource.struct_rusage]:
    """Wait for processes that outlived their parent: only who was waited for is counted."""
    found = []
    while True:
        try:
            found.append(os.wait4(-1, 0)[2])
        except ChildProcessError:
            return found
