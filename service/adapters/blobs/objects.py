"""Originals in an object store (S3 and what speaks like it), encrypted before they leave us."""

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import obstore
from obstore.exceptions import BaseError
from obstore.exceptions import NotFoundError as AbsentError

from service.adapters.blobs.counted import Counted
from service.adapters.sealing import Sealer
from service.records import StoredBlob

if TYPE_CHECKING:
    from obstore.store import ObjectStore

SPOOL_BYTES = 16 * 1024 * 1024  # larger blobs wait on disk (encrypted) until they are sent


class StoreUrlError(Exception):
    """An address that no object store has."""


class ObjectBlobs:
    """Blobs as objects `ab/cdef...` in a bucket."""

    def __init__(self, store: "ObjectStore", sealer: Sealer) -> None:
        """Use a store that obstore can reach."""
        self._store = store
        self._sealer = sealer

    def put(self, source: BinaryIO, *, max_bytes: int) -> StoredBlob:
        """Keep everything that can be read; the store has confirmed it when this returns."""
        counted = Counted(source, max_bytes)
        with tempfile.SpooledTemporaryFile(SPOOL_BYTES) as spool:
            for piece in self._sealer.seal_stream(counted):
                spool.write(piece)
            spool.seek(0)
            self._send(counted.stored.sha256, spool)
        return counted.stored

    def read(self, sha256: str) -> bytes:
        """Return a whole blob."""
        return b"".join(self.stream(sha256))

    def stream(self, sha256: str) -> Iterator[bytes]:
        """Return a blob in pieces."""
        return self._sealer.open_stream(_Pieces(self.export(sha256)))

    def export(self, sha256: str) -> Iterator[bytes]:
        """Return a blob as it is kept, encrypted, in pieces."""
        with _as_os_error():
            for piece in obstore.get(self._store, _key(sha256)):
                yield bytes(piece)

    def restore(self, sha256: str, pieces: Iterable[bytes]) -> None:
        """Keep a blob that was exported."""
        with tempfile.SpooledTemporaryFile(SPOOL_BYTES) as spool:
            for piece in pieces:
                spool.write(piece)
            spool.seek(0)
            self._send(sha256, spool)

    def has(self, sha256: str) -> bool:
        """Tell whether the blob is there."""
        try:
            with _as_os_error():
                obstore.head(self._store, _key(sha256))
        except FileNotFoundError:
            return False
        return True

    def delete(self, sha256: str) -> None:
        """Remove a blob; one that is not there is no error."""
        if self.has(sha256):
            with _as_os_error():
                obstore.delete(self._store, _key(sha256))

    def all(self) -> Iterator[str]:
        """Return the SHA-256 of every blob."""
        with _as_os_error():
            for chunk in obstore.list(self._store):
                yield from sorted(entry["path"].replace("/", "") for entry in chunk)

    def probe(self) -> None:
        """See whether the store can be reached now."""
        with _as_os_error():
            next(iter(obstore.list(self._store, chunk_size=1)), None)

    def _send(self, sha256: str, content: "tempfile.SpooledTemporaryFile[bytes]") -> None:
        with _as_os_error():
            obstore.put(self._store, _key(sha256), content)


class _Pieces:
    """Pieces of any size as something that can be read in pieces of a wanted size."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = io.BytesIO()

    def read(self, count: int) -> bytes:
        """Return so many bytes, less at the end."""
        parts, wanted = [], count
        while wanted:
            part = self._left.read(wanted)
            if not part:
                following = next(self._pieces, None)
                if following is None:
                    break
                self._left = io.BytesIO(following)
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)


def open_store(url: str) -> "ObjectStore":
    """Return the store of a URL such as s3://bucket/prefix; keys come from its usual variables.

    Raises:
        StoreUrlError: when it is not such a URL.

    """
    from_url: Callable[[str], ObjectStore] = obstore.store.from_url
    try:
        return from_url(url)
    except (BaseError, ValueError) as error:
        raise StoreUrlError from error


def _key(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:]}"


@contextmanager
def _as_os_error() -> Iterator[None]:
    """Say what went wrong in the words that every kind of blobs has."""
    try:
        yield
    except AbsentError as error:
        raise FileNotFoundError from error
    except BaseError as error:
        raise OSError(type(error).__name__) from error
