"""The most memory a process took while it did one file, looked at while it works.

A library that cannot have the memory it asks for often ends its process at once. Whoever waits for
that process sees only a crash; how close to its limit it was shows what it died of.
"""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

STATUS: Final = Path("/proc/self/status")  # Linux only: elsewhere nothing is known
LOOK_S: Final = 0.03
_SIZES: Final = re.compile(rb"^Vm(?:Peak|Size):\s+(\d+) kB$", re.MULTILINE)


@contextmanager
def peak_told(tell: Callable[[int], None]) -> Iterator[None]:
    """Call `tell` with the most MB of address space since the block began, each time it grows."""
    before = _sizes()
    if before is None:
        yield
        return
    is_over = threading.Event()
    looks = threading.Thread(target=_look, args=(tell, before[0], is_over), daemon=True)
    looks.start()
    try:
        yield
    finally:
        is_over.set()
        looks.join()


def _look(tell: Callable[[int], None], peak_before: int, is_over: threading.Event) -> None:
    most = 0
    while not is_over.wait(LOOK_S):
        sizes = _sizes()
        if sizes is None:
            return
        peak, size = sizes
        # the kernel keeps the peak of the whole process, which may be of an earlier file
        now = peak if peak > peak_before else size
        if now > most:
            most = now
            tell(most // 1024)


def _sizes() -> tuple[int, int] | None:
    """Return the largest and the present address space in kB."""
    try:
        found = _SIZES.findall(STATUS.read_bytes())
    except OSError:
        return None
    return (int(found[0]), int(found[1])) if len(found) == 2 else None
