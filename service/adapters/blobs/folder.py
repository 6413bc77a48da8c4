"""Originals in a local folder, encrypted, each written whole and synced before it has its name."""

import datetime as dt
import errno
import os
import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

from service.adapters.blobs.counted import Counted
from service.adapters.sealing import PIECE, Sealer
from service.ports.blobs import Draft
from service.ports.errors import FullError
from service.records.letters import StoredBlob

DRAFTS = "onderweg"
AT_ONCE = 8  # writes that the disk is asked for at the same time
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class FolderBlobs:
    """Blobs as files `ab/cdef...` below a folder."""

    def __init__(self, folder: Path, sealer: Sealer) -> None:
        """Use the folder, which is made with the first blob."""
        self._folder = folder
        self._sealer = sealer

    def draft(self, source: BinaryIO, *, max_bytes: int) -> Draft:
        """Write down everything that can be read, sealed.

        Raises:
            TooManyBytesError: when there is more than `max_bytes`; nothing is left behind.
            FullError: when the disk is full, or OSError when it fails; nothing is left behind.

        """
        counted = Counted(source, max_bytes)
        place = self._new_place()
        try:
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as out:
                for piece in self._sealer.seal_stream(counted):
                    out.write(piece)
        except BaseException as error:
            place.unlink(missing_ok=True)
            if isinstance(error, OSError) and error.errno in FULL:
                raise FullError from error
            raise
        return Draft(counted.stored, str(place))

    def keep(self, drafts: Sequence[Draft]) -> None:
        """Keep drafts; all of them, and their names, outlive a power cut when this returns."""
        _sync_all([Path(draft.place) for draft in drafts])
        folders = set()
        for draft in drafts:
            path = self._path(draft.stored.sha256)
            if not path.parent.exists():
                path.parent.mkdir(exist_ok=True)
                folders.add(self._folder)
            Path(draft.place).replace(path)
            folders.add(path.parent)
        _sync_all(sorted(folders))

    def discard(self, drafts: Sequence[Draft]) -> None:
        """Throw away drafts; one that was kept or is gone is no error."""
        for draft in drafts:
            Path(draft.place).unlink(missing_ok=True)

    def put(self, source: BinaryIO, *, max_bytes: int) -> StoredBlob:
        """Keep everything that can be read; it is on the disk when this returns.

        Raises:
            TooManyBytesError: when there is more than `max_bytes`; nothing is kept.
            OSError: when the disk is full or fails; nothing is kept.

        """
        draft = self.draft(source, max_bytes=max_bytes)
        try:
            self.keep([draft])
        finally:
            self.discard([draft])
        return draft.stored

    def read(self, sha256: str) -> bytes:
        """Return a whole blob."""
        return b"".join(self.stream(sha256))

    def stream(self, sha256: str) -> Iterator[bytes]:
        """Return a blob in pieces."""
        with self._path(sha256).open("rb") as file:
            yield from self._sealer.open_stream(file)

    def export(self, sha256: str) -> Iterator[bytes]:
        """Return a blob as it is kept, encrypted, in pieces."""
        with self._path(sha256).open("rb") as file:
            while piece := file.read(PIECE):
                yield piece

    def restore(self, sha256: str, pieces: Iterable[bytes]) -> None:
        """Keep a blob that was exported."""
        draft = Draft(StoredBlob(sha256, 0), str(self._new_place()))
        try:
            with Path(draft.place).open("xb") as out:
                for piece in pieces:
                    out.write(piece)
            self.keep([draft])
        finally:
            self.discard([draft])

    def has(self, sha256: str) -> bool:
        """Tell whether the blob is there."""
        return self._path(sha256).exists()

    def missing(self, wanted: Collection[str]) -> frozenset[str]:
        """Return which of these blobs are not there."""
        return frozenset(each for each in wanted if not self.has(each))

    def delete(self, sha256: str) -> None:
        """Remove a blob; one that is not there is no error."""
        self._path(sha256).unlink(missing_ok=True)

    def all(self) -> Iterator[str]:
        """Return the SHA-256 of every blob."""
        for path in sorted(self._folder.glob("[0-9a-f][0-9a-f]/*")):
            yield path.parent.name + path.name

    def probe(self) -> None:
        """See whether something can be kept now."""
        place = self._new_place()
        try:
            place.write_bytes(b"?")
        finally:
            place.unlink(missing_ok=True)

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256[2:]

    def sweep(self, *, older_than: dt.datetime) -> Iterator[str]:
        """Throw away drafts that a killed process left behind; return every older blob."""
        oldest = older_than.timestamp()
        for path in (self._folder / DRAFTS).glob("*"):
            if _is_older(path, oldest):
                path.unlink(missing_ok=True)
        yield from (each for each in self.all() if _is_older(self._path(each), oldest))

    def _new_place(self) -> Path:
        drafts = self._folder / DRAFTS
        drafts.mkdir(parents=True, exist_ok=True)
        return drafts / secrets.token_hex(16)


def _is_older(path: Path, than: float) -> bool:
    try:
        return path.stat().st_mtime < than
    except FileNotFoundError:  # gone since
        return False


def _sync_all(paths: Sequence[Path]) -> None:
    """Have the disk write files or names; it does many at once when many ask at once."""
    if len(paths) == 1:
        _sync(paths[0])
        return
    with ThreadPoolExecutor(min(len(paths), AT_ONCE) or 1) as threads:
        for _ in threads.map(_sync, paths):
            pass


def _sync(path: Path) -> None:
    """Have the disk write a file, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
