"""The processes of a running Postkamer: started, started again when they die, and found by role."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from service.settings import LISTS, Settings

COMMAND = str(Path(sys.executable).with_name("postkamer"))
ROLES = ("serve", "worker", "web", "keeper", "reader")
LOOK_S = 0.2
STOP_S = 90.0


@dataclass
class Program:
    """One `postkamer` command that is to run all the time."""

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    process: "subprocess.Popen[bytes] | None" = None
    starts: int = 0

    def start(self) -> None:
        """Start it; what it says is added to its log."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                [COMMAND, *self.arguments],
                env={**os.environ, **self.environment},  # noqa: TID251 - for another process
                stderr=log,
                stdout=log,
                start_new_session=True,
            )
        self.starts += 1


@dataclass
class Household:
    """Keeps programs running, as the machine of an administrator does (systemd)."""

    programs: Sequence[Program]
    seen: set[int] = field(default_factory=set)  # every process that there ever was
    _stop: threading.Event = field(default_factory=threading.Event)
    _thread: "threading.Thread | None" = None

    def start(self) -> None:
        """Start all programs and look after them."""
        for program in self.programs:
            program.start()
        self._thread = threading.Thread(target=self._look_after, daemon=True)
        self._thread.start()

    def stop(self) -> dict[str, int]:
        """Ask all to end; return the exit codes, by name."""
        self._rest()
        for program in self.programs:
            _signal(program, signal.SIGTERM)
        end = time.monotonic() + STOP_S
        codes = {}
        for program in self.programs:
            with suppress(subprocess.TimeoutExpired):
                if program.process is not None:
                    program.process.wait(max(end - time.monotonic(), 0.1))
            code = program.process.returncode if program.process else None
            codes[program.name] = signal.SIGALRM if code is None else code
        return codes

    def kill(self) -> None:
        """End everything that still runs, and what that started."""
        self._rest()
        for pid in self.alive():
            send(pid, signal.SIGKILL)
        for program in self.programs:
            if program.process is not None:
                program.process.wait()

    def alive(self) -> set[int]:
        """Return all processes, children of children included."""
        mine = {each.process.pid for each in self.programs if each.process is not None}
        found = {pid for pid in mine if Path("/proc", str(pid)).exists()}
        for pid in tuple(found):
            found |= set(descendants(pid))
        self.seen |= found
        return found

    def of_role(self, role: str) -> list[int]:
        """Return the processes that have a role now."""
        alive = self.alive()
        if role == "reader":
            return sorted(
                child
                for worker in self.of_role("worker")
                for child in descendants(worker)
                if _command(child) and "resource_tracker" not in _command(child)
            )
        return sorted(pid for pid in alive if _role(pid) == role)

    def _rest(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _look_after(self) -> None:
        while not self._stop.wait(LOOK_S):
            self.alive()
            for program in self.programs:
                if program.process is not None and program.process.poll() is not None:
                    program.start()


def environment_of(settings: Settings) -> dict[str, str]:
    """Return the settings that differ from the defaults as another process reads them."""
    given = settings.model_dump(exclude_defaults=True)
    written = {
        name: ",".join(value) if name in LISTS else str(value) for name, value in given.items()
    }
    return {f"POSTKAMER_{name.upper()}": value for name, value in written.items()}


def descendants(pid: int) -> Iterator[int]:
    """Yield the children of a process and theirs."""
    tasks = Path(f"/proc/{pid}/task")
    with suppress(OSError):
        for task in tasks.glob("*/children"):
            for child in map(int, task.read_text().split()):
                yield child
                yield from descendants(child)


def send(pid: int, number: signal.Signals) -> None:
    """Send a signal to a process; one that is gone is no trouble."""
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def _role(pid: int) -> str | None:
    """Return what a process does, by the command that it was started with."""
    words = _command(pid).split()
    is_ours = any(word.endswith(("postkamer", "service.cli")) for word in words)
    return next((word for word in words if word in ROLES), None) if is_ours else None


def _signal(program: Program, number: signal.Signals) -> None:
    if program.process is not None and program.process.poll() is None:
        program.process.send_signal(number)
