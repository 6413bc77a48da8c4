"""Reading for the service: several threads hand out one file each and wait for it."""

import logging

from service.adapters.processes import Processes
from service.ports.reading import Assignment, Finished

log = logging.getLogger("postkamer.reader")


class ProcessReader:
    """Reads each file in a process of its own and survives what it does."""

    def __init__(self, processes: Processes) -> None:
        """Use these processes; whoever made them stops them."""
        self._processes = processes

    def read(self, assignment: Assignment) -> Finished:
        """Return what became of the file; also when its process died or took too long.

        Raises:
            AwayError: when the original cannot be had now.
            StoppedError: when the processes were stopped.

        """
        finished = self._processes.result(self._processes.hand_out(assignment))
        if finished.trouble is not None:
            log.warning(
                "reading_failed", extra={"code": finished.trouble.value, "place": finished.place}
            )
        return finished
