"""This machine and this installation: its clock, files, cores and version."""

import importlib.metadata
import os
import traceback
from pathlib import Path

from service.adapters.clock import SystemClock
from service.adapters.files import LocalFiles
from service.ports.reading import Files
from service.ports.world import Clock

DISTRIBUTION = "postkamer"


def clock() -> Clock:
    """Return the clock of this machine."""
    return SystemClock()


def files() -> Files:
    """Return the files of this machine."""
    return LocalFiles()


def version() -> str:
    """Return the version of Postkamer."""
    return importlib.metadata.version(DISTRIBUTION)


def usable_cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0))


def place_of(error: Exception) -> str:
    """Say what was raised where, without its message: that may quote a letter."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} in {where}"
