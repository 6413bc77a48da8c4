"""How far reading came, in a small file mapped into memory: it outlives a process that is killed.

It holds a stage and page numbers, never anything of a letter.
"""

import mmap
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from extractors.stages import Reached, Stage, noting

RECORD: Final = struct.Struct("<BII")  # number of the stage, from 1; first and last page
STAGES: Final = tuple(Stage)


@contextmanager
def written_to(path: Path) -> Iterator[None]:
    """Write down, until the end of the block, which stage and page the work on a file is at."""
    with path.open("w+b") as file:
        file.write(bytes(RECORD.size))
        file.flush()
        record = mmap.mmap(file.fileno(), RECORD.size)

    def note(reached: Reached) -> None:
        RECORD.pack_into(record, 0, STAGES.index(reached.stage) + 1, reached.first, reached.last)

    with record, noting(note):
        yield


def take(path: Path) -> Reached | None:
    """Return what was written last and remove the file; None when nothing was."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None
    with suppress(OSError):
        path.unlink()
    if len(raw) != RECORD.size:
        return None
    number, first, last = RECORD.unpack(raw)
    # whoever took the process over may have written anything here
    return Reached(STAGES[number - 1], first, last) if 0 < number <= len(STAGES) else None
