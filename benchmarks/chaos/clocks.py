"""The clocks of the programs: each moved by a file of its own, where there is a C compiler.

Only the time of day moves, as it does when somebody or NTP sets a clock. libfaketime 0.9.10 does
more: with it every `time.sleep` of Python 3.11 fails once a clock was moved.
"""

import shutil
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path

SOURCE = Path(__file__).with_name("clock.c")
AWAY = struct.Struct("=q")  # seconds


def library(folder: Path) -> Path | None:
    """Return the library that programs are started with, None where it cannot be made."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    made = folder / "klok.so"
    command = [compiler, "-shared", "-fPIC", "-O2", "-o", str(made), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)  # noqa: S603 - our own source
    return made


def environment(preloaded: Path, clock: Path) -> Mapping[str, str]:
    """Return what makes a program look at this clock."""
    return {"LD_PRELOAD": str(preloaded), "CHAOS_CLOCK": str(clock)}


def set_to(clock: Path, away_s: int) -> None:
    """Let a clock be so many seconds ahead; below nought it is behind."""
    with clock.open("r+b" if clock.exists() else "wb") as file:
        file.write(AWAY.pack(away_s))
