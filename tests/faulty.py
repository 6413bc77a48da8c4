"""Folders, stores and disks that fail, each in one way, and a fuse that kills at any step."""

import errno
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO
from unittest.mock import patch

from service.adapters.blobs.folder import FolderBlobs
from service.adapters.drop_folder import DiskDropFolder
from service.ports.doors import OpenFile, Seen
from service.ports.errors import FullError, Trouble, TroubleError
from service.usecases.receive import Desk


class Stuck(DiskDropFolder):
    """A folder in which nothing can be moved or written: a share that is read-only."""

    def prepare(self, *, is_known: bool) -> None:
        """Refuse to make anything."""
        raise OSError(errno.EROFS, "read-only")

    def move(self, name: str, place: str) -> None:
        """Refuse."""
        raise OSError(errno.EROFS, "read-only")


class Locked(DiskDropFolder):
    """A folder with one file that another program keeps locked."""

    def __init__(self, root: Path, name: str) -> None:
        """Lock a name."""
        super().__init__(root)
        self._locked = name

    def open_file(self, seen: Seen) -> AbstractContextManager[OpenFile]:
        """Refuse the locked one."""
        if seen.name == self._locked:
            raise TroubleError(Trouble.GEEN_LEESRECHT)
        return super().open_file(seen)


class Vanishing(DiskDropFolder):
    """A folder from which one file is taken away while it is read."""

    def __init__(self, root: Path, name: str) -> None:
        """Let a name vanish."""
        super().__init__(root)
        self._path_of_it = root / name
        self._name = name

    @contextmanager
    def open_file(self, seen: Seen) -> Iterator[OpenFile]:
        """Take the file away once it is open."""
        with super().open_file(seen) as opened:
            if seen.name == self._name:
                self._path_of_it.unlink()
            yield opened


@contextmanager
def full(_blobs: FolderBlobs) -> Iterator[None]:
    """Let the disk of the originals be full."""

    def refuse(_self: FolderBlobs, _source: BinaryIO, *, max_bytes: int) -> None:
        raise FullError(errno.ENOSPC, "full")

    with patch.object(FolderBlobs, "draft", refuse):
        yield


class KilledError(BaseException):
    """What a kill -9 is to the code: nothing after it runs, nothing catches it."""


@dataclass
class Fuse:
    """Kills at a certain step; counts them all."""

    at: int
    steps: int = 0

    def burn(self) -> None:
        """Count a step, and kill when it is the one."""
        self.steps += 1
        if self.steps == self.at:
            raise KilledError


class Fused:
    """Anything, with a fuse that burns before and after each call to it."""

    def __init__(self, thing: object, fuse: Fuse) -> None:
        """Put a fuse in a thing."""
        self._thing = thing
        self._fuse = fuse

    def __getattr__(self, name: str) -> Any:
        """Return the method with the fuse in it."""
        method = getattr(self._thing, name)

        def call(*args: object, **named: object) -> object:
            self._fuse.burn()
            result = method(*args, **named)
            if isinstance(result, AbstractContextManager):
                return self._within(result)
            self._fuse.burn()
            return result

        return call

    @contextmanager
    def _within(self, context: AbstractContextManager[object]) -> Iterator[object]:
        with context as inner:
            yield inner
            self._fuse.burn()  # of a transaction: before it is committed
        self._fuse.burn()


def fused_desk(desk: Desk, fuse: Fuse) -> Desk:
    """Return a desk that can be killed at any step."""
    return replace(desk, store=Fused(desk.store, fuse), blobs=Fused(desk.blobs, fuse))
