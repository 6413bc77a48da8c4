"""Worker processes: files beside each other, each with a limit on time and memory.

A file that kills its process or takes too long costs that one file; the others go on. Only a few
files are under way at any time, so that memory does not grow with their number.
"""

import multiprocessing
import os
import resource
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from service.adapters.lifeline import end_with_parent
from service.ports import Assignment, Finished, Trouble

# Files under way for each process: enough that one slow letter does not keep the others waiting.
AHEAD = 4
# Files after which a process is replaced: native libraries do not give all memory back.
FILES_PER_PROCESS = 200
# Seconds above the limit that reading keeps itself, before the process is ended from outside.
GRACE_S = 15.0
LOOK_S = 0.5
ATTEMPTS = 2
POOL_WORKER = "pebble_pool_worker"  # how pebble names its processes

TIED = "service.adapters.tied"
STOPS = (signal.SIGINT, signal.SIGTERM)  # Ctrl-C, and what a service manager sends

_Handler = Callable[[int, FrameType | None], object] | int | None
Work = Callable[[Assignment], Finished]


@dataclass(slots=True)
class _Flight:
    """An assignment that was handed to a process."""

    assignment: Assignment
    future: ProcessFuture[Finished]
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class Caps:
    """What one file may take."""

    seconds: float
    memory_mb: int


class WorkerPool:
    """A pool of processes that does `work` on assignments; use it as a context."""

    def __init__(self, work: Work, *, jobs: int, caps: Caps, preload: tuple[str, ...] = ()) -> None:
        """Set up `jobs` processes; modules in `preload` are imported once for all of them."""
        self._work = work
        self._jobs = jobs
        self._caps = caps
        # a fork of this process would copy its threads' locks; a new interpreter per worker would
        # import everything again: the fork server does neither
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([TIED, "__main__", *preload])
        self._flights: deque[_Flight] = deque()
        self._is_in_hand = False  # the caller is busy with a result
        self._is_stopped = False
        self._before: dict[signal.Signals, _Handler] = {}

    def __enter__(self) -> Self:
        """Take over Ctrl-C; processes start with the first file."""
        self._pool = self._new_pool()
        self._before = {each: signal.signal(each, self._interrupt) for each in STOPS}
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the processes and what they started, at once."""
        for each in STOPS:
            signal.signal(each, signal.SIG_IGN)
        self._end(self._pool)
        for each, before in self._before.items():
            signal.signal(each, before)

    def run(self, assignments: Iterable[Assignment]) -> Iterator[tuple[Assignment, Finished]]:
        """Yield what became of each assignment, in the order given.

        Raises:
            KeyboardInterrupt: on Ctrl-C, never while the caller has an item in hand.

        """
        waiting = iter(assignments)
        self._fill(waiting)
        while self._flights:
            finished = self._result(self._flights[0])
            self._is_in_hand = True
            yield self._flights.popleft().assignment, finished
            self._is_in_hand = False
            if self._is_stopped:
                raise KeyboardInterrupt
            self._fill(waiting)

    def rescue(self) -> Iterator[tuple[Assignment, Finished]]:
        """Yield what was finished but not yet yielded when `run` was interrupted."""
        while self._flights:
            flight = self._flights.popleft()
            if flight.future.done() and flight.future.exception() is None:
                yield flight.assignment, flight.future.result()

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._jobs,
            max_tasks=FILES_PER_PROCESS,
            initializer=prepare_worker,
            initargs=(self._caps.memory_mb,),
            context=self._context,
        )

    def _fill(self, waiting: Iterator[Assignment]) -> None:
        while len(self._flights) < self._jobs * AHEAD:
            assignment = next(waiting, None)
            if assignment is None:
                return
            self._flights.append(_Flight(assignment, self._submit(assignment)))

    def _submit(self, assignment: Assignment) -> "ProcessFuture[Finished]":
        if assignment.trouble is not None:  # nothing to read: no process is started for it
            future: ProcessFuture[Finished] = ProcessFuture()
            future.set_result(Finished(trouble=assignment.trouble))
            return future
        for _ in range(ATTEMPTS):
            try:
                return self._schedule(assignment)
            except RuntimeError:  # it broke since the last file
                self._renew()
        return self._schedule(assignment)

    def _schedule(self, assignment: Assignment) -> "ProcessFuture[Finished]":
        return self._pool.schedule(
            self._work, args=(assignment,), timeout=self._caps.seconds + GRACE_S
        )

    def _result(self, flight: _Flight) -> Finished:
        while True:
            self._wait(flight)
            try:
                return flight.future.result(timeout=0)
            except ProcessExpired as error:
                return Finished(trouble=_trouble_of(error.exitcode))
            except BrokenProcessPool:
                if flight.attempts > ATTEMPTS:
                    return Finished(trouble=Trouble.GECRASHT)
            except TimeoutError:
                if flight.future.done():
                    return Finished(trouble=Trouble.TIJD_OP)
            self._renew()

    def _wait(self, flight: _Flight) -> None:
        """Wait for a result as long as the pool is alive."""
        while not flight.future.done() and self._pool.active:
            wait([flight.future], timeout=LOOK_S)

    def _renew(self) -> None:
        """Replace a pool that broke down, and hand out again what was not finished."""
        self._end(self._pool)
        self._pool = self._new_pool()
        for flight in self._flights:
            if not flight.future.done() or _is_broken(flight.future):
                flight.future = self._schedule(flight.assignment)
                flight.attempts += 1

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        """Stop between two files: half a report on stdout is worse than none. Twice is at once."""
        if self._is_stopped or not self._is_in_hand:
            raise KeyboardInterrupt
        self._is_stopped = True

    def _end(self, pool: ProcessPool) -> None:
        pool.stop()
        for child in multiprocessing.active_children():
            if child.name == POOL_WORKER:
                _kill_group(child.pid)
        pool.join()


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


def _kill_group(pid: int | None) -> None:
    if pid is None:
        return
    for kill in (os.killpg, os.kill):  # a process that has only just begun heads no group yet
        try:
            kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
        return


def _is_broken(future: "ProcessFuture[Finished]") -> bool:
    return future.done() and isinstance(future.exception(), BrokenProcessPool)


def _trouble_of(exitcode: int | None) -> Trouble:
    """Tell a kill by the system, which is what it does when memory runs out, from a crash."""
    killed = exitcode is not None and exitcode in {-signal.SIGKILL, 128 + signal.SIGKILL}
    return Trouble.GEHEUGEN_OP if killed else Trouble.GECRASHT
