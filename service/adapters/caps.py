"""What a process that reads a file may take, and how its end is told."""

import os
import resource
import signal
import sys
from dataclasses import dataclass
from types import FrameType

from service.adapters.lifeline import end_with_parent
from service.ports import Trouble

# Seconds above the limit that reading keeps itself, before the process is ended from outside.
GRACE_S = 15.0


@dataclass(frozen=True, slots=True)
class Caps:
    """What one file may take."""

    seconds: float
    memory_mb: int


def prepare_worker(memory_mb: int) -> None:
    """Set the limits of this worker process; it heads a group with all that it starts."""
    end_with_parent()
    os.setpgid(0, 0)
    signal.signal(signal.SIGTERM, _end_group)
    size = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold someone's letter
    # native libraries print to stdout and stderr, and may quote a letter there
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.__stdout__.fileno() if sys.__stdout__ else 1)
    os.dup2(nowhere, sys.__stderr__.fileno() if sys.__stderr__ else 2)


def _end_group(_number: int, _frame: FrameType | None) -> None:
    os.killpg(0, signal.SIGKILL)


def kill_group(pid: int | None) -> None:
    """End a process and what it started, at once; one that is gone is no trouble."""
    if pid is None:
        return
    for kill in (os.killpg, os.kill):  # a process that has only just begun heads no group yet
        try:
            kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
        return


def trouble_of(exitcode: int | None) -> Trouble:
    """Tell a kill by the system, which is what it does when memory runs out, from a crash."""
    killed = exitcode is not None and exitcode in {-signal.SIGKILL, 128 + signal.SIGKILL}
    return Trouble.GEHEUGEN_OP if killed else Trouble.GECRASHT
