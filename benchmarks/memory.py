"""Show that memory does not grow with the number of files.

    python -m benchmarks.memory [NUMBER ...] [--letters FOLDER]

Makes that many letters (200 and 2,000 when no number is given) in a temporary folder, validates
them with two workers and prints the highest resident memory of the main process and of the largest
worker. The letters differ by a line, so that nothing is done once for all of them.

With `--letters` they are those of a folder instead, over and over: so that of scans can be told.
"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.mailroom import small_letter

COMMAND = str(Path(sys.executable).with_name("postkamer"))


def write_letters(folder: Path, number: int) -> None:
    """Write this many short letters."""
    for each in range(number):
        (folder / f"{each:05}.pdf").write_bytes(small_letter(each + 1))


def link_letters(folder: Path, number: int, letters: Path) -> None:
    """Put this many letters in a folder, each of those in another one in turn."""
    files = sorted(letters.glob("*.pdf"))
    for each in range(number):
        (folder / f"{each:05}.pdf").symlink_to(files[each % len(files)].resolve())


def children_of(pid: int) -> list[int]:
    """Return the processes below `pid`, all generations."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += [int(child), *children_of(int(child))]
    return found


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process in megabytes; 0 when it is gone."""
    with contextlib.suppress(OSError):
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0


def measure(folder: Path, form: str) -> tuple[float, float, float]:
    """Validate a folder; return peak MB of the main process, of a worker, and the seconds."""
    started = time.monotonic()
    command = [COMMAND, "validate", str(folder), "--format", form, "--jobs", "2"]
    main_peak = worker_peak = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own
        while process.poll() is None:
            main_peak = max(main_peak, resident_mb(process.pid))
            workers = [resident_mb(pid) for pid in children_of(process.pid)]
            worker_peak = max([worker_peak, *workers])
            time.sleep(0.2)
    return main_peak, worker_peak, time.monotonic() - started


def main() -> None:
    """Measure for each number of files."""
    parser = argparse.ArgumentParser(prog="memory", description=__doc__)
    parser.add_argument("numbers", metavar="NUMBER", type=int, nargs="*", default=[200, 2000])
    parser.add_argument("--letters", type=Path)
    options = parser.parse_args()
    print(f"{'files':>6} {'format':>7} {'main MB':>8} {'worker MB':>10} {'seconds':>8}")  # noqa: T201
    for number in options.numbers:
        with tempfile.TemporaryDirectory() as folder:
            if options.letters is None:
                write_letters(Path(folder), number)
            else:
                link_letters(Path(folder), number, options.letters)
            for form in ("jsonl", "html") if options.letters is None else ("jsonl",):
                main_mb, worker_mb, seconds = measure(Path(folder), form)
                row = f"{number:>6} {form:>7} {main_mb:>8.0f} {worker_mb:>10.0f} {seconds:>8.0f}"
                print(row)  # noqa: T201


if __name__ == "__main__":
    main()
