"""Files made to break readers: each ends in a document or a DocumentError, in time and memory.

Those that our own code makes (`tests.hostile`) have one outcome each. A collection of others lies
outside of the project; without it that test skips. Files are read in a process apart, so that a
crash is seen and does not take the test along.
"""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import attached, drawings, inside, pdfs, pictures, rasters, tables
from tests.hostile.cases import CASES, QUICK, Make
from tests.needs import engine_or_skip

ROOT = Path(__file__).parents[2]
HOSTILE = ROOT.parent / "shared" / "data" / "hostile"
FILES = sorted(path for path in HOSTILE.glob("*") if path.suffix != ".csv")
SECONDS = 180  # of computing, on however busy a machine
AT_MOST_S = 900
BATCH = 36  # the engine is loaded once for so many
OF_OTHERS = {"truncated", "jpeg2000_head", "tiff_of_noise_as"}  # parts of tricks
MEGABYTES = 1500
CHILD = """
import re, sys
from pathlib import Path
from extractors.errors import DocumentError
from extractors.limits import Limits
from extractors.ocr import load_engine
from extractors.readers.any_format import read
engine = load_engine()
for name in sys.argv[1:]:
    try:
        outcome = str(len(read(Path(name).read_bytes(), engine=engine, limits=Limits()).pages))
    except DocumentError as error:
        outcome = error.code
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
    print(Path(name).name, outcome, peak, flush=True)
"""


def run(*paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, paths)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=AT_MOST_S,
        check=False,
        preexec_fn=_limit,
    )


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def rows_of(*paths: Path) -> list[list[str]]:
    done = run(*paths)
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr[-500:]
    rows = [line.rsplit(" ", 2) for line in done.stdout.splitlines()]
    assert max(int(row[2]) for row in rows) < MEGABYTES
    return rows


@pytest.mark.parametrize("first", range(0, len(QUICK), BATCH))
def test_files_made_to_break_readers_have_one_outcome(first: int, tmp_path: Path) -> None:
    engine_or_skip()
    batch = list(QUICK.items())[first : first + BATCH]
    for make, _ in batch:
        (tmp_path / make.__name__).write_bytes(make())
    rows = rows_of(*(tmp_path / make.__name__ for make, _ in batch))
    assert [row[:2] for row in rows] == [[make.__name__, outcome] for make, outcome in batch]


def test_every_trick_has_an_outcome() -> None:
    def is_trick(name: str, made: object) -> bool:
        return callable(made) and not name.startswith("_") and name not in OF_OTHERS

    for module in (pdfs, pictures, tables, drawings, inside, attached, rasters):
        tricks: list[Make] = [
            made
            for name, made in vars(module).items()
            if is_trick(name, made) and getattr(made, "__module__", "") == module.__name__
        ]
        assert [each.__name__ for each in tricks if each not in CASES] == []
    assert len({make.__name__ for make in CASES}) == len(CASES)


def test_the_collection_is_there() -> None:
    if not FILES:
        pytest.skip(f"no hostile files at {HOSTILE.relative_to(ROOT.parent)}")


@pytest.mark.parametrize("first", range(0, len(FILES), BATCH))
def test_hostile_files_have_an_outcome(first: int) -> None:
    engine_or_skip()
    batch = FILES[first : first + BATCH]
    assert [row[0] for row in rows_of(*batch)] == [path.name for path in batch]
