"""This machine and this installation: its clock, files, cores, version, streams."""

import importlib.metadata
import os
import sys
import traceback
from pathlib import Path
from typing import TextIO

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


def use_utf8() -> TextIO:
    """Write UTF-8 whatever the locale, for JSON has no other encoding; return stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return sys.stderr
