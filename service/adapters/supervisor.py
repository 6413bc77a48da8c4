"""Keeps the processes of the service running: starts them, restarts what dies, stops them in order.

A process that dies at once is started again ever more slowly, so that a mistake does not become a
storm. When this process itself is killed the kernel ends the others (see `lifeline`).
"""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import FrameType

from service.adapters.lifeline import end_with_parent

LOOK_S = 0.1
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 30.0
STEADY_S = 60.0  # after so long a process counts as healthy again
STOPS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Program:
    """One process to keep running; `keep_fds` are open files that it takes over."""

    name: str
    command: Sequence[str]
    keep_fds: tuple[int, ...] = ()


class Ear:
    """Hears what happens to processes; does nothing unless told what to do."""

    def __init__(self, tell: Callable[[str, str, Mapping[str, object]], None]) -> None:
        """Pass every event on as (event, program, details)."""
        self._tell = tell

    def started(self, program: str, pid: int) -> None:
        """Hear that a process was started."""
        self._tell("process_started", program, {"pid": pid})

    def died(self, program: str, code: int, pause_s: float) -> None:
        """Hear that a process ended by itself and when it is started again."""
        self._tell("process_died", program, {"exit_code": code, "restart_in_s": pause_s})

    def stopped(self, program: str, code: int) -> None:
        """Hear that a process ended because it was asked to."""
        self._tell("process_stopped", program, {"exit_code": code})

    def killed(self, program: str) -> None:
        """Hear that a process did not end in time and was killed."""
        self._tell("process_killed", program, {})


@dataclass(slots=True)
class _Kept:
    """A program with its present process."""

    program: Program
    process: "subprocess.Popen[bytes] | None" = None
    started_at: float = 0.0
    pause_s: float = FIRST_PAUSE_S
    start_at: float = 0.0


class Supervisor:
    """Runs programs until it is asked to stop."""

    def __init__(self, programs: Sequence[Program], *, stop_s: float, ear: Ear) -> None:
        """Prepare; nothing is started yet."""
        self._kept = [_Kept(program) for program in programs]
        self._stop_s = stop_s
        self._ear = ear
        self._stop = threading.Event()
        self._is_in_a_hurry = False

    def run(self) -> None:
        """Keep the programs running until SIGTERM or SIGINT; a second one stops at once."""
        before = {each: signal.signal(each, self._asked) for each in STOPS}
        try:
            while not self._stop.is_set():
                for kept in self._kept:
                    self._look_after(kept)
                self._stop.wait(LOOK_S)
        finally:
            self._end_all()
            for each, handler in before.items():
                signal.signal(each, handler)

    def _asked(self, _number: int, _frame: FrameType | None) -> None:
        self._is_in_a_hurry = self._stop.is_set()
        self._stop.set()

    def _look_after(self, kept: _Kept) -> None:
        """Start what is due, and notice what has ended."""
        now = time.monotonic()
        if kept.process is None:
            if now >= kept.start_at:
                self._start(kept, now)
            return
        code = kept.process.poll()
        if code is None:
            return
        kept.pause_s = next_pause(kept.pause_s, ran_s=now - kept.started_at)
        kept.process, kept.start_at = None, now + kept.pause_s
        self._ear.died(kept.program.name, code, kept.pause_s)

    def _start(self, kept: _Kept, now: float) -> None:
        kept.process = subprocess.Popen(  # noqa: S603 - our own commands
            kept.program.command,
            pass_fds=kept.program.keep_fds,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is ours to pass on
            preexec_fn=end_with_parent,  # noqa: PLW1509 - this process has one thread
        )
        kept.started_at = now
        self._ear.started(kept.program.name, kept.process.pid)

    def _end_all(self) -> None:
        """Ask all to stop, last started first; kill what is still there at the end."""
        running = [each for each in reversed(self._kept) if each.process is not None]
        for kept in running:
            _send(kept, signal.SIGTERM)
        deadline = time.monotonic() + self._stop_s
        while any(_is_running(each) for each in running) and time.monotonic() < deadline:
            if self._is_in_a_hurry:
                break
            time.sleep(LOOK_S)
        for kept in running:
            self._end(kept)

    def _end(self, kept: _Kept) -> None:
        process = kept.process
        if process is None:
            return
        if process.poll() is None:
            self._ear.killed(kept.program.name)
        _send_group(process.pid, signal.SIGKILL)  # what it started itself goes too
        self._ear.stopped(kept.program.name, process.wait())


def next_pause(pause_s: float, *, ran_s: float) -> float:
    """Return how long to wait before the next start of a process that ran for so long.

    >>> next_pause(4.0, ran_s=1.0)
    8.0
    >>> next_pause(30.0, ran_s=3600.0)
    0.5
    """
    return FIRST_PAUSE_S if ran_s >= STEADY_S else min(pause_s * 2, LONGEST_PAUSE_S)


def _is_running(kept: _Kept) -> bool:
    return kept.process is not None and kept.process.poll() is None


def _send(kept: _Kept, number: signal.Signals) -> None:
    if kept.process is not None and kept.process.poll() is None:
        kept.process.send_signal(number)


def _send_group(pid: int, number: signal.Signals) -> None:
    try:
        os.killpg(pid, number)
    except ProcessLookupError:
        return
