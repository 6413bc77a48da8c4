"""A multipart request, one part at a time, straight from the connection.

Werkzeug's own form parser gives every file a temporary file of its own, all open at once and
readable on the disk, and takes a broken request for an empty one. Its decoder does neither.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from werkzeug.sansio.multipart import (
    Data,
    Epilogue,
    Event,
    Field,
    File,
    MultipartDecoder,
    NeedData,
)

PIECE = 64 * 1024
LITTLE = 64
UNSURE = re.compile(rb"-?|[ \t]*\r?")  # behind a boundary: more is needed to know what it is
# Of what is held in memory: the heads of a part, and a field that is not a file.
HELD = 1024 * 1024


class BrokenError(Exception):
    """A request that is no multipart, or ends before its end."""


class Parts:
    """The parts of a request, in the order in which they arrive."""

    def __init__(self, source: BinaryIO, boundary: str, *, most_parts: int) -> None:
        """Read from the connection.

        Raises:
            BrokenError: when there is no usable boundary.

        """
        if not boundary or not boundary.isascii():
            raise BrokenError
        self._source = source
        self._mark = b"--" + boundary.encode("ascii")
        self._before = b""  # the end of the last piece
        self._decoder = MultipartDecoder(
            boundary.encode("ascii"), max_form_memory_size=HELD, max_parts=most_parts
        )

    def __iter__(self) -> Iterator["Part"]:
        """Yield each part; what was not read of one is passed over."""
        while True:
            event = self.next_event()
            if isinstance(event, Epilogue):
                return
            if isinstance(event, Field | File):
                part = Part(self, event.name or "", getattr(event, "filename", None))
                yield part
                part.pass_over()

    def next_event(self) -> Event:
        """Return what the connection brings next.

        Raises:
            BrokenError: when that makes no sense, or it ended.
            RequestEntityTooLarge: when it has too many parts, or too much in a field.

        """
        try:
            event = self._decoder.next_event()
            while isinstance(event, NeedData):
                self._decoder.receive_data(self._next_piece() or None)
                event = self._decoder.next_event()
        except ValueError as error:
            raise BrokenError from error
        return event

    def _next_piece(self) -> bytes:
        """Return what arrives next, never up to just behind a boundary.

        There Werkzeug cannot know yet that it is one, and gives the line break before it as
        content: a letter would get a byte that was not sent.
        """
        piece = self._source.read(PIECE)
        while self._ends_at_boundary(piece):
            more = self._source.read(LITTLE)
            if not more:
                break
            piece += more
        self._before = (self._before + piece)[-len(self._mark) - LITTLE :]
        return piece

    def _ends_at_boundary(self, piece: bytes) -> bool:
        end = (self._before + piece)[-len(self._mark) - LITTLE :]
        place = end.rfind(self._mark)
        return place >= 0 and bool(UNSURE.fullmatch(end, place + len(self._mark)))


@dataclass(slots=True)
class Part:
    """One field or file; reads like a file."""

    parts: Parts
    name: str
    filename: str | None
    _held: bytearray = field(default_factory=bytearray)
    _is_over: bool = False

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes: at most `size`, or all that are left."""
        while not self._is_over and (size < 0 or len(self._held) < size):
            event = self.parts.next_event()
            if not isinstance(event, Data):
                raise BrokenError
            self._held += event.data
            self._is_over = not event.more_data
        count = len(self._held) if size < 0 else min(size, len(self._held))
        piece = bytes(self._held[:count])
        del self._held[:count]
        return piece

    def text(self, *, most: int) -> str | None:
        """Return a field as text, None when it is longer than `most` bytes or is none.

        Raises:
            BrokenError: when the connection ends in it.

        """
        raw = self.read(most + 1)
        try:
            return raw.decode() if len(raw) <= most else None
        except UnicodeDecodeError:
            return None

    def pass_over(self) -> None:
        """Skip what is left."""
        while self.read(PIECE):
            pass
