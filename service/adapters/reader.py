"""Reading for the service: several threads hand out one file each and wait for it."""

import logging
from dataclasses import replace

from service.adapters.processes import Processes
from service.ports.blobs import Blobs
from service.ports.errors import AwayError
from service.ports.reading import Assignment, Finished

log = logging.getLogger("postkamer.reader")


class ProcessReader:
    """Reads each file in a process of its own and survives what it does.

    The process gets the bytes of that one file: neither the key nor the way to any other letter.
    """

    def __init__(self, processes: Processes, blobs: Blobs, *, max_bytes: int) -> None:
        """Use these processes; whoever made them stops them."""
        self._processes = processes
        self._blobs = blobs
        self._max_bytes = max_bytes

    def read(self, assignment: Assignment) -> Finished:
        """Return what became of the file; also when its process died or took too long.

        Raises:
            AwayError: when the original cannot be had now.
            StoppedError: when the processes were stopped.

        """
        given = replace(assignment, content=self._content(assignment.path))
        finished = self._processes.result(self._processes.hand_out(given))
        if finished.trouble is not None:
            log.warning("reading_failed", extra=_told(finished))
        return finished

    def _content(self, sha256: str) -> bytes:
        return load_kept(sha256, blobs=self._blobs, max_bytes=self._max_bytes)


def _told(finished: Finished) -> dict[str, str | int]:
    told: dict[str, str | int] = {"code": str(finished.trouble), "place": finished.place}
    reached = finished.ending and finished.ending.reached
    if reached:
        told |= {"stage": reached.stage.value, "page": reached.first}
    return told


def load_kept(sha256: str, *, blobs: Blobs, max_bytes: int) -> bytes:
    """Return a kept original, or the beginning of one that is longer than `max_bytes`.

    Of the latter it gives at least one byte too many, by which who reads it knows.

    Raises:
        AwayError: when it cannot be had now; a disk or a network share may come back.

    """
    content = bytearray()
    try:
        for piece in blobs.stream(sha256):
            content += piece
            if len(content) > max_bytes:
                break
    except OSError as error:
        away = "the kept originals"
        raise AwayError(away) from error
    return bytes(content)
