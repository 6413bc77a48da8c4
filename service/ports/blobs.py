"""Where original bytes are kept."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from service.records.letters import StoredBlob


@dataclass(frozen=True, slots=True)
class Draft:
    """Bytes that were written down but are not kept yet: nobody else can see them."""

    stored: StoredBlob
    place: str


class Blobs(Protocol):
    """Keeps original bytes under the SHA-256 of what was received."""

    def draft(self, source: BinaryIO, *, max_bytes: int) -> Draft:
        """Write down everything that can be read.

        Raises:
            TooManyBytesError: when there is more than `max_bytes`; nothing is left behind.

        """

    def keep(self, drafts: Sequence[Draft]) -> None:
        """Keep drafts; all of them are safe when this returns."""

    def discard(self, drafts: Sequence[Draft]) -> None:
        """Throw away drafts; one that was kept or is gone is no error."""

    def put(self, source: BinaryIO, *, max_bytes: int) -> StoredBlob:
        """Keep everything that can be read; it is safe when this returns.

        Raises:
            TooManyBytesError: when there is more than `max_bytes`; nothing is kept.
            OSError: when what it is kept on is full, away or fails; nothing is kept.

        """

    def read(self, sha256: str) -> bytes:
        """Return a whole blob.

        Raises:
            FileNotFoundError: when it is not there; another OSError when it may come back.

        """

    def stream(self, sha256: str) -> Iterator[bytes]:
        """Return a blob in pieces."""

    def export(self, sha256: str) -> Iterator[bytes]:
        """Return a blob as it is kept, encrypted, in pieces."""

    def restore(self, sha256: str, pieces: Iterable[bytes]) -> None:
        """Keep a blob that was exported."""

    def has(self, sha256: str) -> bool:
        """Tell whether the blob is there."""

    def missing(self, wanted: Collection[str]) -> frozenset[str]:
        """Return which of these blobs are not there."""

    def delete(self, sha256: str) -> None:
        """Remove a blob; one that is not there is no error."""

    def all(self) -> Iterator[str]:
        """Return the SHA-256 of every blob."""

    def sweep(self, *, older_than: dt.datetime) -> Iterator[str]:
        """Throw away drafts that were left behind; return the SHA-256 of every older blob."""

    def probe(self) -> None:
        """See whether something can be kept now.

        Raises:
            OSError: when it cannot.

        """
