"""A disk that is really full: a small file system in memory, where the machine lets us make one."""

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.needs import missing


@contextlib.contextmanager
def small_disk(folder: Path, *, kilobytes: int) -> Iterator[Path]:
    """Mount a disk of this size on the folder."""
    folder.mkdir(exist_ok=True)
    command = ["/usr/bin/mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        done = None
    if done is None or done.returncode:
        missing("mounting a small disk takes root")
    try:
        yield folder
    finally:
        subprocess.run(["/usr/bin/umount", "-l", str(folder)], check=True)
