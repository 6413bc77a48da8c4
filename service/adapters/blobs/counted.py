"""Reading something that is being received: counted, hashed and never longer than may be."""

import hashlib
from typing import BinaryIO

from service.ports.errors import TooManyBytesError
from service.records.letters import StoredBlob


class Counted:
    """A source that is hashed and counted while it is read."""

    def __init__(self, source: BinaryIO, max_bytes: int) -> None:
        """Read from the source, at most so many bytes."""
        self._source = source
        self._max_bytes = max_bytes
        self.size = 0
        self.sha256 = hashlib.sha256()

    @property
    def stored(self) -> StoredBlob:
        """What was read so far, as what is kept of it."""
        return StoredBlob(self.sha256.hexdigest(), self.size)

    def read(self, count: int) -> bytes:
        """Return exactly so many bytes while there are, whatever the source returns at a time."""
        pieces: list[bytes] = []
        wanted = count
        while wanted and (piece := self._source.read(wanted)):
            pieces.append(piece)
            wanted -= len(piece)
            self.size += len(piece)
            self.sha256.update(piece)
            if self.size > self._max_bytes:
                raise TooManyBytesError(self._max_bytes)
        return b"".join(pieces)
