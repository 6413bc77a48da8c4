"""Processes that read files: each file with a limit on time and memory, none able to end the rest.

A file that kills its process or takes too long costs that one file. Files may be handed out and
waited for by several threads.
"""

import functools
import itertools
import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from service.adapters.box import (
    GRACE_S,
    Caps,
    close_folder,
    enter_box,
    kill_group,
    one_file,
    open_folder,
    shelter_sockets,
    sweep_folder,
    trouble_of,
    with_ending,
)
from service.adapters.progress import written_to
from service.ports.errors import StoppedError, Trouble
from service.ports.reading import Assignment, Finished

# Files after which a process is replaced: native libraries do not give all memory back.
FILES_PER_PROCESS = 200
LOOK_S = 0.5
ATTEMPTS = 2
POOL_WORKER = "pebble_pool_worker"  # how pebble names its processes
TIED = "service.adapters.tied"

Work = Callable[[Assignment], Finished]


@dataclass(slots=True, eq=False)
class Flight:
    """An assignment that was handed to a process of a pool."""

    assignment: Assignment
    future: "ProcessFuture[Finished]"
    pool: ProcessPool
    record: Path  # of how far it came
    attempts: int = 1

    @property
    def is_finished(self) -> bool:
        """Tell whether there is a result that can be had at once."""
        return self.future.done() and self.future.exception() is None

    def now(self) -> Finished:
        """Return the result of a file that is finished."""
        return self.future.result(timeout=0)


class Processes:
    """A number of processes that do `work`; they are started with the first file."""

    def __init__(
        self, work: Work, *, number: int, caps: Caps, preload: tuple[str, ...] = ()
    ) -> None:
        """Set up the processes; modules in `preload` are imported once for all of them."""
        self.number = number
        self._caps = caps
        self._folder = open_folder()
        self._work = functools.partial(_in_box, work=work, caps=caps, folder=self._folder)
        shelter_sockets()
        # a fork of this process would copy its threads' locks; a new interpreter per worker would
        # import everything again: the fork server does neither
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([TIED, "__main__", *preload])
        self._lock = threading.RLock()
        self._numbers = itertools.count(1)
        self._flights: set[Flight] = set()  # handed out and not waited for to the end
        self._is_stopping = False
        self._pool = self._new_pool()

    def start(self) -> None:
        """Start the processes now, in this thread: they end when the thread that did so ends."""
        with self._lock:
            self._is_alive(self._pool)

    def drain(self) -> None:
        """Take no new files; who dies from now on was stopped, not broken by its file.

        A service manager may well send the signal to stop to these processes too.
        """
        self._is_stopping = True

    def stop(self) -> None:
        """End the processes and what they started, at once."""
        with self._lock:
            self.drain()
            self._end(self._pool)
        close_folder(self._folder)

    def hand_out(self, assignment: Assignment) -> Flight:
        """Give a file to the next process that is free."""
        with self._lock:
            record = self._folder / f"bereikt-{next(self._numbers)}"
            flight = Flight(assignment, self._submit(assignment, record), self._pool, record)
            self._flights.add(flight)
        return flight

    def result(self, flight: Flight) -> Finished:
        """Wait until a file is done and return what became of it.

        Raises:
            StoppedError: when the processes were stopped before.

        """
        try:
            return with_ending(self._result(flight), self._caps, flight.record)
        finally:
            with self._lock:
                self._flights.discard(flight)

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self.number,
            max_tasks=FILES_PER_PROCESS,
            initializer=enter_box,
            initargs=(self._caps.memory_mb, self._folder),
            context=self._context,
        )

    def _submit(self, assignment: Assignment, record: Path) -> "ProcessFuture[Finished]":
        if assignment.trouble is not None:  # nothing to read: no process is started for it
            future: ProcessFuture[Finished] = ProcessFuture()
            future.set_result(Finished(trouble=assignment.trouble))
            return future
        for _ in range(ATTEMPTS):
            try:
                return self._schedule(assignment, record)
            except RuntimeError:  # it broke since the last file
                self._renew(self._pool)
        return self._schedule(assignment, record)

    def _schedule(self, assignment: Assignment, record: Path) -> "ProcessFuture[Finished]":
        if self._is_stopping:
            raise StoppedError
        return self._pool.schedule(
            self._work, args=(assignment, record), timeout=self._caps.seconds + GRACE_S
        )

    def _result(self, flight: Flight) -> Finished:
        while True:
            with self._lock:
                future, pool = flight.future, flight.pool
            self._wait(future, pool)
            try:
                return future.result(timeout=0)
            except ProcessExpired as error:
                trouble: Trouble | None = trouble_of(error.exitcode)
            except BrokenProcessPool:
                trouble = Trouble.GECRASHT if flight.attempts > ATTEMPTS else None
            except TimeoutError:
                trouble = Trouble.TIJD_OP if future.done() else None
            if self._is_stopping:
                raise StoppedError
            if trouble is not None:
                sweep_folder(self._folder)
                return Finished(trouble=trouble)
            self._renew(pool)

    def _wait(self, future: "ProcessFuture[Finished]", pool: ProcessPool) -> None:
        """Wait for a result as long as the pool is alive."""
        while not future.done() and self._is_alive(pool):
            wait([future], timeout=LOOK_S)

    def _renew(self, broken: ProcessPool) -> None:
        """Replace a pool that broke down, and hand out again what was not finished."""
        with self._lock:
            if broken is not self._pool:  # another thread has seen to it
                return
            self._end(self._pool)
            self._pool = self._new_pool()
            for flight in self._flights:
                if not flight.future.done() or _is_broken(flight.future):
                    flight.future = self._schedule(flight.assignment, flight.record)
                    flight.pool = self._pool
                    flight.attempts += 1

    def _is_alive(self, pool: ProcessPool) -> bool:
        return bool(pool.active)

    def _end(self, pool: ProcessPool) -> None:
        pool.stop()
        for child in multiprocessing.active_children():
            if child.name == POOL_WORKER:
                kill_group(child.pid)
        pool.join()


def _in_box(
    assignment: Assignment, record: Path, *, work: Work, caps: Caps, folder: Path
) -> Finished:
    with one_file(caps.cpu_seconds or caps.seconds, folder), written_to(record):
        return work(assignment)


def _is_broken(future: "ProcessFuture[Finished]") -> bool:
    return future.done() and isinstance(future.exception(), BrokenProcessPool)
