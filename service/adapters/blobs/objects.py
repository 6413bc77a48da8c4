"""Originals in an object store (S3 and what speaks like it), encrypted before they leave us."""

import datetime as dt
import errno
import io
import os
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import obstore
from obstore.exceptions import BaseError
from obstore.exceptions import NotFoundError as AbsentError

from service.adapters.blobs.counted import Counted
from service.adapters.sealing import Sealer
from service.ports.blobs import Draft
from service.ports.errors import FullError
from service.records.letters import StoredBlob

if TYPE_CHECKING:
    from obstore.store import ObjectStore

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
DRAFT = "postkamer-onderweg-"
AT_ONCE = 8  # requests to the store at the same time
SPOOL_BYTES = 16 * 1024 * 1024  # larger blobs wait on disk (encrypted) until they are sent


class StoreUrlError(Exception):
    """An address that no object store has."""


class ObjectBlobs:
    """Blobs as objects `ab/cdef...` in a bucket."""

    def __init__(self, store: "ObjectStore", sealer: Sealer) -> None:
        """Use a store that obstore can reach."""
        self._store = store
        self._sealer = sealer

    def draft(self, source: BinaryIO, *, max_bytes: int) -> Draft:
        """Write down everything that can be read, encrypted, on this machine."""
        counted = Counted(source, max_bytes)
        handle, place = tempfile.mkstemp(prefix=DRAFT)
        try:
            with os.fdopen(handle, "wb") as out:
                for piece in self._sealer.seal_stream(counted):
                    out.write(piece)
        except BaseException as error:
            Path(place).unlink(missing_ok=True)
            if isinstance(error, OSError) and error.errno in FULL:
                raise FullError from error
            raise
        return Draft(counted.stored, place)

    def keep(self, drafts: Sequence[Draft]) -> None:
        """Keep drafts; the store has confirmed all of them when this returns."""
        with ThreadPoolExecutor(AT_ONCE) as threads:
            for _ in threads.map(self._keep, drafts):
                pass

    def discard(self, drafts: Sequence[Draft]) -> None:
        """Throw away drafts; one that was kept or is gone is no error."""
        for draft in drafts:
            Path(draft.place).unlink(missing_ok=True)

    def put(self, source: BinaryIO, *, max_bytes: int) -> StoredBlob:
        """Keep everything that can be read; the store has confirmed it when this returns."""
        draft = self.draft(source, max_bytes=max_bytes)
        try:
            self._keep(draft)
        finally:
            self.discard([draft])
        return draft.stored

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

    def missing(self, wanted: Collection[str]) -> frozenset[str]:
        """Return which of these blobs are not there."""
        every = list(wanted)
        with ThreadPoolExecutor(AT_ONCE) as threads:
            found = threads.map(self.has, every)
            return frozenset(
                sha256 for sha256, is_there in zip(every, found, strict=True) if not is_there
            )

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

    def sweep(self, *, older_than: dt.datetime) -> Iterator[str]:
        """Throw away drafts that a killed process left behind; return every older blob."""
        for path in Path(tempfile.gettempdir()).glob(f"{DRAFT}*"):
            if path.stat().st_mtime < older_than.timestamp():
                path.unlink(missing_ok=True)
        with _as_os_error():
            for chunk in obstore.list(self._store):
                for entry in chunk:
                    if entry["last_modified"] < older_than:
                        yield entry["path"].replace("/", "")

    def probe(self) -> None:
        """See whether the store can be reached now."""
        with _as_os_error():
            next(iter(obstore.list(self._store, chunk_size=1)), None)

    def _keep(self, draft: Draft) -> None:
        with Path(draft.place).open("rb") as content:
            self._send(draft.stored.sha256, content)
        Path(draft.place).unlink(missing_ok=True)

    def _send(
        self, sha256: str, content: "BinaryIO | tempfile.SpooledTemporaryFile[bytes]"
    ) -> None:
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
