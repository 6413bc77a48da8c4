"""The folder run over worker processes: files beside each other, results in the order given.

Only a few files are under way at any time, so that memory does not grow with their number.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import FrameType, TracebackType
from typing import Self

from service.adapters.processes import Flight, Processes
from service.ports.reading import Assignment, Finished

# Files under way for each process: enough that one slow letter does not keep the others waiting.
AHEAD = 4
STOPS = (signal.SIGINT, signal.SIGTERM)  # Ctrl-C, and what a service manager sends

_Handler = Callable[[int, FrameType | None], object] | int | None


class WorkerPool:
    """Does assignments in processes and gives the results in order; use it as a context."""

    def __init__(self, processes: Processes) -> None:
        """Use these processes, which are stopped at the end."""
        self._processes = processes
        self._flights: deque[Flight] = deque()
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
        while len(self._flights) < self._processes.number * AHEAD:
            assignment = next(waiting, None)
            if assignment is None:
                return
            self._flights.append(self._processes.hand_out(assignment))

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        """Stop between two files: half a report on stdout is worse than none. Twice is at once."""
        if self._is_stopped or not self._is_in_hand:
            raise KeyboardInterrupt
        self._is_stopped = True
