"""The folder run over worker processes: files beside each other, results in the order given.

Only a few files are under way at any time, so that memory does not grow with their number. The
last ones are begun by size, the largest first: then no long letter is left when all else is done.
"""

import itertools
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self

from service.adapters.processes import Flight, Processes
from service.ports.reading import Assignment, Finished

# Files under way for each process: enough that one slow letter does not keep the others waiting.
AHEAD = 4
# And files for each process that are begun by size, at the end of the run.
LAST = 4
STOPS = (signal.SIGINT, signal.SIGTERM)  # Ctrl-C, and what a service manager sends

_Handler = Callable[[int, FrameType | None], object] | int | None


class WorkerPool:
    """Does assignments in processes and gives the results in order; use it as a context."""

    def __init__(self, processes: Processes) -> None:
        """Use these processes, which are stopped at the end."""
        self._processes = processes
        self._flights: deque[Flight] = deque()
        self._next: deque[Assignment] = deque()  # taken, and not handed out
        self._is_in_hand = False  # the caller is busy with a result
        self._is_stopped = False
        self._before: dict[signal.Signals, _Handler] = {}

    def __enter__(self) -> Self:
        """Take over Ctrl-C; processes start with the first file."""
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
        self._processes.stop()
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
            finished = self._processes.result(self._flights[0])
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
            if flight.is_finished:
                yield flight.assignment, flight.now()

    def _fill(self, waiting: Iterator[Assignment]) -> None:
        """Hand out files: in their order, and all that are left by size once those are few."""
        last = self._processes.number * LAST
        while len(self._flights) < self._processes.number * AHEAD:
            self._next.extend(itertools.islice(waiting, last + 1 - len(self._next)))
            if len(self._next) <= last:
                self._hand_out_all()
                return
            self._flights.append(self._processes.hand_out(self._next.popleft()))

    def _hand_out_all(self) -> None:
        files = list(self._next)
        self._next.clear()
        flights = {at: self._processes.hand_out(files[at]) for at in _largest_first(files)}
        self._flights.extend(flights[at] for at in range(len(files)))

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        """Stop between two files: half a report on stdout is worse than none. Twice is at once."""
        if self._is_stopped or not self._is_in_hand:
            raise KeyboardInterrupt
        self._is_stopped = True


def _largest_first(files: Sequence[Assignment]) -> list[int]:
    """Return the places of the files from the largest to the smallest."""
    sizes = [_size_of(each) for each in files]
    return sorted(range(len(files)), key=lambda at: -sizes[at])


def _size_of(assignment: Assignment) -> int:
    """Return how many bytes a file has, 0 when it cannot be looked at: reading it will tell why."""
    if assignment.trouble is not None:
        return 0
    try:
        return Path(assignment.path).stat().st_size
    except OSError:
        return 0
