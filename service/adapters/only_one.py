"""One `postkamer serve` for each data folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "serve.lock"


class BusyError(Exception):
    """Another process has the folder."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder; the system lets go of it when this process ends, however it ends.

    Raises:
        BusyError: when another process holds it.

    """
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise BusyError(str(folder)) from error
    try:
        yield
    finally:
        os.close(handle)
