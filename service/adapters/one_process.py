"""One file in one process of its own, as safe as in a pool of them and at once.

A pool asks for a server that workers are forked from, which is worth its seconds with the second
file. Here this process forks itself, as long as it has no other thread whose locks would be copied.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Self

from service.adapters.box import (
    GRACE_S,
    Caps,
    close_folder,
    enter_box,
    kill_group,
    one_file,
    open_folder,
    trouble_of,
    with_ending,
)
from service.adapters.progress import written_to
from service.ports.errors import Trouble
from service.ports.reading import Assignment, Finished

RECORD = "bereikt"  # in the folder of the box, beside what the process itself writes

Work = Callable[[Assignment], Finished]


class OneProcess:
    """Does assignments one after the other, each in a new process; use it as a context."""

    def __init__(self, work: Work, *, caps: Caps) -> None:
        """Use these limits for each file."""
        self._work = work
        self._caps = caps

    def __enter__(self) -> Self:
        """Let the signal of a service manager end a run as Ctrl-C does."""
        self._before = signal.signal(signal.SIGTERM, signal.default_int_handler)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Take the signal as it was taken before; no process is left."""
        signal.signal(signal.SIGTERM, self._before)

    def run(self, assignments: Iterable[Assignment]) -> Iterator[tuple[Assignment, Finished]]:
        """Yield what became of each assignment, in the order given.

        Raises:
            KeyboardInterrupt: on Ctrl-C.

        """
        for assignment in assignments:
            trouble = assignment.trouble  # nothing to read: no process is started for it
            yield assignment, Finished(trouble=trouble) if trouble else self._result(assignment)

    def rescue(self) -> Iterator[tuple[Assignment, Finished]]:
        """Yield nothing: what was finished was yielded at once."""
        return iter(())

    def _result(self, assignment: Assignment) -> Finished:
        folder = open_folder()
        try:
            return with_ending(self._read(assignment, folder), self._caps, folder / RECORD)
        finally:
            close_folder(folder)

    def _read(self, assignment: Assignment, folder: Path) -> Finished:
        receiver, sender = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("fork").Process(
            target=_do, args=(self._work, assignment, _Box(self._caps, folder), sender)
        )
        process.start()
        sender.close()  # the other end alone is open: its death is the end of the pipe
        try:
            if not receiver.poll(self._caps.seconds + GRACE_S):
                return Finished(trouble=Trouble.TIJD_OP)
            finished: Finished = receiver.recv()
        except EOFError:
            process.join()
            return Finished(trouble=trouble_of(process.exitcode))
        else:
            return finished
        finally:
            kill_group(process.pid)
            process.join()


@dataclass(frozen=True, slots=True)
class _Box:
    caps: Caps
    folder: Path


def _do(work: Work, assignment: Assignment, box: _Box, sender: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process
    enter_box(box.caps.memory_mb, box.folder)
    seconds = box.caps.cpu_seconds or box.caps.seconds
    with one_file(seconds, box.folder), written_to(box.folder / RECORD):
        finished = work(assignment)
    sender.send(finished)
    sender.close()
    # What libraries would still tidy up is of no use to anybody.
    os._exit(0)
