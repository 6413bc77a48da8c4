"""Originals in a local folder, encrypted, each written whole and synced before it has its name."""

import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from service.adapters.blobs.counted import Counted
from service.adapters.sealing import PIECE, Sealer
from service.records import StoredBlob


class FolderBlobs:
    """Blobs as files `ab/cdef...` below a folder."""

    def __init__(self, folder: Path, sealer: Sealer) -> None:
        """Use the folder, which is made with the first blob."""
        self._folder = folder
        self._sealer = sealer

    def put(self, source: BinaryIO, *, max_bytes: int) -> StoredBlob:
        """Keep everything that can be read; it is on the disk when this returns.

        Raises:
            TooManyBytesError: when there is more than `max_bytes`; nothing is kept.
            OSError: when the disk is full or fails; nothing is kept.

        """
        counted = Counted(source, max_bytes)
        draft = self._draft()
        try:
            with draft.open("xb") as out:
                _write(out, self._sealer.seal_stream(counted))
            self._name(draft, counted.stored.sha256)
        finally:
            draft.unlink(missing_ok=True)
        return counted.stored

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
        draft = self._draft()
        try:
            with draft.open("xb") as out:
                _write(out, pieces)
            self._name(draft, sha256)
        finally:
            draft.unlink(missing_ok=True)

    def has(self, sha256: str) -> bool:
        """Tell whether the blob is there."""
        return self._path(sha256).exists()

    def delete(self, sha256: str) -> None:
        """Remove a blob; one that is not there is no error."""
        self._path(sha256).unlink(missing_ok=True)

    def all(self) -> Iterator[str]:
        """Return the SHA-256 of every blob."""
        for path in sorted(self._folder.glob("[0-9a-f][0-9a-f]/*")):
            yield path.parent.name + path.name

    def probe(self) -> None:
        """See whether something can be kept now."""
        draft = self._draft()
        try:
            draft.write_bytes(b"?")
        finally:
            draft.unlink(missing_ok=True)

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256[2:]

    def _draft(self) -> Path:
        drafts = self._folder / "onderweg"
        drafts.mkdir(parents=True, exist_ok=True)
        return drafts / secrets.token_hex(16)

    def _name(self, draft: Path, sha256: str) -> None:
        path = self._path(sha256)
        path.parent.mkdir(exist_ok=True)
        draft.replace(path)
        _sync_folder(path.parent)


def _write(out: BinaryIO, pieces: Iterable[bytes]) -> None:
    """Write everything, down to the disk."""
    for piece in pieces:
        out.write(piece)
    out.flush()
    os.fsync(out.fileno())


def _sync_folder(folder: Path) -> None:
    """Make sure that the new name outlives a power cut too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
