"""How far reading came, in a small file mapped into memory: it outlives a process that is killed.

It holds a stage, page numbers and how much memory was taken, never anything of a letter.
"""

import mmap
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extractors.stages import Reached, Stage, noting
from service.adapters.peak import peak_told

RECORD: Final = struct.Struct("<BII")  # number of the stage, from 1; first and last page
MEMORY: Final = struct.Struct("<I")  # after it: the most MB that were taken
STAGES: Final = tuple(Stage)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading came and what it took, as far as was written down."""

    reached: Reached | None = None
    peak_mb: int = 0


@contextmanager
def written_to(path: Path) -> Iterator[None]:
    """Write down, until the end of the block, where the work on a file is and what it takes."""
    size = RECORD.size + MEMORY.size
    with path.open("w+b") as file:
        file.write(bytes(size))
        file.flush()
        record = mmap.mmap(file.fileno(), size)

    def note(reached: Reached) -> None:
        RECORD.pack_into(record, 0, STAGES.index(reached.stage) + 1, reached.first, reached.last)

    def tell(megabytes: int) -> None:
        MEMORY.pack_into(record, RECORD.size, megabytes)

    with record, noting(note), peak_told(tell):
        yield


def take(path: Path) -> Progress:
    """Return what was written last and remove the file."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Progress()
    with suppress(OSError):
        path.unlink()
    if len(raw) != RECORD.size + MEMORY.size:
        return Progress()
    number, first, last = RECORD.unpack_from(raw)
    (peak_mb,) = MEMORY.unpack_from(raw, RECORD.size)
    # whoever took the process over may have written anything here
    is_known = 0 < number <= len(STAGES)
    return Progress(Reached(STAGES[number - 1], first, last) if is_known else None, peak_mb)
