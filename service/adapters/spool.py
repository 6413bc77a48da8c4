"""A place to put something large down for a moment, without it ever lying readable on the disk.

A ZIP is read from its end, so it must be whole before it can be unpacked. It is encrypted on its
way to the disk with a key that only this object has, in a file without a name: when the process
ends, however it ends, the file is gone and what remains of it on the disk cannot be read.
"""

import errno
import io
import os
import secrets
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR

from service.ports.errors import FullError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BLOCK: Final = 16  # bytes of AES: the counter is the number of the block
FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class Spool(io.RawIOBase):
    """A file that is written once, from start to end, and then read anywhere."""

    def __init__(self, folder: Path) -> None:
        """Open a nameless file in the folder, that only we can read."""
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._file = _nameless(folder)
        self._key = AES256(secrets.token_bytes(32))
        self._size = self._position = 0
        self._seal = Cipher(self._key, CTR(bytes(BLOCK))).encryptor()

    def add(self, piece: bytes) -> None:
        """Write the next piece.

        Raises:
            FullError: when the disk is full.

        """
        rest = memoryview(self._seal.update(piece))
        try:
            while rest:
                rest = rest[os.write(self._file, rest) :]
        except OSError as error:
            if error.errno in FULL:
                raise FullError from error
            raise
        self._size += len(piece)

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that it can be read anywhere."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place; return where that is."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence]
        self._position = max(start + offset, 0)
        return self._position

    def tell(self) -> int:
        """Return where the next read begins."""
        return self._position

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Read from the present place."""
        view = memoryview(buffer).cast("B")
        block, skipped = divmod(self._position, BLOCK)
        sealed = os.pread(self._file, len(view) + skipped, block * BLOCK)
        opened = Cipher(self._key, CTR(block.to_bytes(BLOCK, "big"))).decryptor().update(sealed)
        piece = opened[skipped:]
        view[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def close(self) -> None:
        """Give the disk its room back."""
        if not self.closed:
            os.close(self._file)
        super().close()

    def whole(self) -> io.BufferedReader:
        """Return what was written, to read from the start."""
        self.seek(0)
        return io.BufferedReader(self, buffer_size=128 * 1024)


def _nameless(folder: Path) -> int:
    try:
        return os.open(folder, os.O_RDWR | os.O_TMPFILE, 0o600)
    except OSError:  # a file system that only knows files with names, such as NFS
        handle, name = tempfile.mkstemp(dir=folder)
        Path(name).unlink()
        return handle
