"""A process that reads keeps what a picture gave back, where the C library can do that."""

import ctypes
import subprocess
import sys

import pytest

from service.adapters.freed_memory import give_back, keep_freed

# The data of the process before and after a picture of 16 MB was taken and given back.
TAKE_AND_GIVE = """
import ctypes
from pathlib import Path
from service.adapters.freed_memory import give_back, keep_freed

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.free.argtypes = [ctypes.c_void_p]
if KEEP:
    keep_freed()
before = resident()
place = library.malloc(16 << 20)
ctypes.memset(place, 1, 16 << 20)
library.free(place)
if GIVE:
    give_back()
print((resident() - before) >> 20)
"""


def left_over(*, keep: bool, give: bool = False) -> int:
    """Return how many megabytes are still there afterwards, in a process of its own."""
    script = TAKE_AND_GIVE.replace("KEEP", str(keep)).replace("GIVE", str(give))
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    return int(done.stdout)


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="not glibc")
def test_what_was_given_back_is_kept() -> None:
    assert left_over(keep=False) < 8
    assert left_over(keep=True) >= 15
    assert left_over(keep=True, give=True) < 8


def test_a_library_that_knows_no_such_setting_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())
    keep_freed()
    give_back()
