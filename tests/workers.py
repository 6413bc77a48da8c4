"""What worker processes do in tests: importable by name, because a process takes no closures."""

import os
import resource
import signal
import socket
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from extractors.stages import Stage, begin
from service.ports.errors import Trouble
from service.ports.reading import Assignment, Finished


def taken() -> int:
    """Return how many megabytes the tests before this one mapped: a fork begins with those."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize() // 1024**2


def obey(assignment: Assignment) -> Finished:
    """Do what the name of the file says."""
    if assignment.path.startswith("page "):
        begin(Stage.LEZEN, int(assignment.path.removeprefix("page ")))
    act = ACTS.get(assignment.file.partition("-")[0])
    return Finished(place=assignment.file) if act is None else act(assignment)


def _end_by(number: int) -> NoReturn:
    os.kill(os.getpid(), number)
    raise AssertionError


def _wait(assignment: Assignment, seconds: float) -> Finished:
    time.sleep(seconds)
    return Finished(place=assignment.file)


def _eat(_: Assignment) -> Finished:
    try:
        return Finished(place=str(len(bytearray(8 * 1024**3))))
    except MemoryError:
        return Finished(trouble=Trouble.GEHEUGEN_OP)


def _spin(_: Assignment) -> NoReturn:
    while True:
        pass


def _print(assignment: Assignment) -> Finished:
    os.write(1, b"noise")
    return Finished(place=assignment.file)


def _leave(_: Assignment) -> Finished:
    handle, path = tempfile.mkstemp()
    os.write(handle, b"part of a letter")
    return Finished(place=path)


def _leave_and_die(assignment: Assignment) -> NoReturn:
    _leave(assignment)
    _end_by(signal.SIGKILL)


def _call(address: str) -> str:
    """Try to connect with whoever listens there."""
    try:
        with socket.create_connection(("127.0.0.1", int(address)), timeout=5):
            return "connected"
    except OSError as error:
        return type(error).__name__


def _open_many() -> str:
    held = []
    try:
        for _ in range(2000):
            held.append(os.dup(0))  # noqa: PERF401 - the list must hold those before the error
    except OSError:
        return "refused"
    finally:
        for each in held:
            os.close(each)
    return "opened"


def _write(size: int) -> str:
    handle, _ = tempfile.mkstemp()
    try:
        os.truncate(handle, size)
    except OSError:
        return "refused"
    finally:
        os.close(handle)
    return "written"


ACTS: dict[str, Callable[[Assignment], Finished]] = {
    "die": lambda _: _end_by(signal.SIGABRT),
    "killed": lambda _: _end_by(signal.SIGKILL),
    "hang": lambda assignment: _wait(assignment, 3600),
    "slow": lambda assignment: _wait(assignment, 0.3),
    "eat": _eat,
    "noise": _print,
    "spin": _spin,
    "call": lambda assignment: Finished(place=_call(assignment.path)),
    "open": lambda _: Finished(place=_open_many()),
    "write": lambda _: Finished(place=_write(1024**3)),
    "leave": _leave,
    "leavedie": _leave_and_die,
}
