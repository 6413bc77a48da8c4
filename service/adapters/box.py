"""The box that files of strangers are opened in: limits, a folder of its own and no network.

A parser that a file takes over can then use no more than its share, write nowhere but in its own
folder's size, and send nothing out. Limits are the kernel's (setrlimit(2)); sockets are refused by
a filter on system calls (seccomp(2)), which programs that it starts inherit.
"""

import errno
import functools
import os
import resource
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import util
from pathlib import Path
from types import FrameType

from service.adapters.freed_memory import keep_freed
from service.adapters.lifeline import end_with_parent
from service.adapters.progress import take
from service.ports.errors import Trouble
from service.ports.reading import Ending, Finished

# Seconds above the limit that reading keeps itself, before the process is ended from outside.
GRACE_S = 15.0
OPEN_FILES = 256
WRITTEN_BYTES = 512 * 1024**2  # the largest file it may write: a few pages without compression
# A process that crashed this close to its limit on memory asked for more than was left of it:
# libraries written in C then end at once, or go on with memory that they did not get.
NEAR = 0.97
MEMORY = Path("/dev/shm")  # noqa: S108 - each folder below it is made by mkdtemp, for us alone
SOCKETS = MEMORY  # the path of a socket is at most 108 bytes long, and this one is short
ROOM_BYTES = 1024**3  # containers often give less, which a large page would fill
PREFIX = "postkamer-lezen-"
# Ways to another process or around the filter that no reader of files needs.
REFUSED = ("ptrace", "process_vm_readv", "process_vm_writev", "io_uring_setup", "kexec_load")


ENDINGS: Mapping[int, Trouble] = {
    signal.SIGKILL: Trouble.GEHEUGEN_OP,
    signal.SIGXCPU: Trouble.REKENTIJD_OP,
}


@dataclass(frozen=True, slots=True)
class Caps:
    """What one file may take: wall clock, memory, and seconds of computing on all cores."""

    seconds: float
    memory_mb: int
    cpu_seconds: float | None = None  # None: as many as the wall clock


class OpenNetworkError(Exception):
    """This machine cannot keep the network from a process."""


def enter_box(memory_mb: int, folder: Path) -> None:
    """Set the limits of this process for good; it heads a group with all that it starts.

    What it writes down for a while goes in a folder of its own below `folder`.
    """
    end_with_parent()
    keep_freed()
    os.setpgid(0, 0)
    signal.signal(signal.SIGTERM, _end_group)
    _use(folder)
    size = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold someone's letter
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN_BYTES, WRITTEN_BYTES))
    with suppress(OpenNetworkError):  # `postkamer doctor` says so
        close_network()
    # native libraries print to stdout and stderr, and may quote a letter there
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.__stdout__.fileno() if sys.__stdout__ else 1)
    os.dup2(nowhere, sys.__stderr__.fileno() if sys.__stderr__ else 2)


@contextmanager
def one_file(cpu_seconds: float, folder: Path) -> Iterator[None]:
    """Let this process compute for so many seconds more, and remove what it wrote down after.

    `folder` is the one that `enter_box` was given: nothing outside of it is ever removed.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + cpu_seconds) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))  # beyond it: SIGXCPU, which ends us
    try:
        yield
    finally:
        for each in _own(folder).glob("*"):
            _remove(each)


def close_network() -> None:
    """Refuse every socket but those of this machine's own files, to this process and its children.

    Raises:
        OpenNetworkError: when libseccomp or the kernel cannot do it.

    """
    try:
        import pyseccomp  # noqa: PLC0415 - it raises when the library is not on the machine

        calls = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
        refuse = pyseccomp.ERRNO(errno.EACCES)
        calls.add_rule(refuse, "socket", pyseccomp.Arg(0, pyseccomp.NE, socket.AF_UNIX))
        for name in REFUSED:
            calls.add_rule(refuse, name)
        calls.load()
    except (ImportError, RuntimeError, OSError) as error:
        raise OpenNetworkError from error


def open_folder() -> Path:
    """Make the folder in which the boxes of this process have theirs, and sweep those of the dead.

    In memory where the machine has room for that: parts of letters should not touch a disk in
    clear, not even for a moment.
    """
    place = MEMORY if _has_room(MEMORY) else Path(tempfile.gettempdir())
    return _new_folder(place)


@functools.cache
def shelter_sockets() -> None:
    """Have multiprocessing put its sockets down where they are swept when this process is killed.

    In the folder that it makes by itself nobody sees whose they are.
    """
    place = SOCKETS if os.access(SOCKETS, os.W_OK) else Path(tempfile.gettempdir())
    folder = _new_folder(place)
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        util.get_temp_dir()  # made once, and removed at the end just before ours
    finally:
        tempfile.tempdir = before
    util.Finalize(None, shutil.rmtree, args=(folder, True), exitpriority=-101)


def sweep_folder(folder: Path) -> None:
    """Remove what processes that died wrote down."""
    for each in folder.glob("*"):
        _remove_of_dead(each, each.name)


def close_folder(folder: Path) -> None:
    """Remove the folder of the boxes and everything in it."""
    _remove(folder)


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
    """Tell by which signal it ended: the system kills when memory runs out, else it crashed."""
    code = exitcode or 0
    number = -code if code < 0 else code - 128  # of a signal, as Python or as a shell says it
    return ENDINGS.get(number, Trouble.GECRASHT)


def _new_folder(place: Path) -> Path:
    """Make a folder that shows whose it is, and sweep those of the dead."""
    for each in place.glob(f"{PREFIX}*"):
        _remove_of_dead(each, each.name.removeprefix(PREFIX).partition("-")[0])
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=place))


def with_ending(finished: Finished, caps: Caps, record: Path) -> Finished:
    """Return what became of a file with where reading ended, and remove the record of that."""
    progress = take(record)
    if finished.trouble is None:
        return finished
    trouble = finished.trouble
    if trouble is Trouble.GECRASHT and progress.peak_mb > caps.memory_mb * NEAR:
        trouble = Trouble.GEHEUGEN_OP
    limits: Mapping[Trouble, float] = {
        Trouble.TIJD_OP: caps.seconds,
        Trouble.REKENTIJD_OP: caps.cpu_seconds or caps.seconds,
        Trouble.GEHEUGEN_OP: caps.memory_mb,
    }
    ending = Ending(progress.reached, limits.get(trouble))
    return replace(finished, trouble=trouble, ending=ending)


def _own(folder: Path) -> Path:
    """Return the part of the folder that this process writes in."""
    return folder / str(os.getpid())


def _use(folder: Path) -> None:
    own = _own(folder)
    own.mkdir(mode=0o700, parents=True, exist_ok=True)
    tempfile.tempdir = str(own)
    os.environ["TMPDIR"] = str(own)  # noqa: TID251 - for the programs that it starts


def _has_room(folder: Path) -> bool:
    return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > ROOM_BYTES


def _remove_of_dead(path: Path, pid: str) -> None:
    if pid.isdecimal() and not Path("/proc", pid).exists():
        _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _end_group(_number: int, _frame: FrameType | None) -> None:
    os.killpg(0, signal.SIGKILL)
