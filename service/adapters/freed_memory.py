"""Keeps memory that a picture gave back for the next one, in a process that reads pages.

A page takes and gives back dozens of pictures of megabytes each. glibc hands such pieces back to
the kernel at once, which has to clear them when the next picture asks: a thirtieth of a scan.
"""

import ctypes
from contextlib import suppress
from typing import Final

M_TRIM_THRESHOLD: Final = -1  # <malloc.h>
M_MMAP_THRESHOLD: Final = -3
KEPT: Final = 64 * 1024**2
LARGEST: Final = 32 * 1024**2  # what glibc takes at most; a grey page at 300 dpi is 9 MB


def keep_freed() -> None:
    """Keep up to 64 MB that is free; other C libraries than glibc go on as they did."""
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(M_MMAP_THRESHOLD, LARGEST)
        library.mallopt(M_TRIM_THRESHOLD, KEPT)


def give_back() -> None:
    """Give the kernel what is free now: what was needed to load something, and never again."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
