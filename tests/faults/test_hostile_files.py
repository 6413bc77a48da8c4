"""Files made to break readers: each ends in a document or a DocumentError, in time and memory.

The collection lies outside of the project; without it the test skips. Each file is read in a
process of its own, so that a crash is seen and does not take the others along.
"""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import engine_or_skip

ROOT = Path(__file__).parents[2]
HOSTILE = ROOT.parent / "shared" / "data" / "hostile"
FILES = sorted(path for path in HOSTILE.glob("*") if path.suffix != ".csv")
SECONDS = 60
MEGABYTES = 1500
CHILD = """
import resource, sys
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
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(Path(name).name, outcome, peak, flush=True)
"""


def run(*paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, paths)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=_limit,
    )


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def test_the_collection_is_there() -> None:
    if not FILES:
        pytest.skip(f"no hostile files at {HOSTILE.relative_to(ROOT.parent)}")


@pytest.mark.parametrize("first", range(0, len(FILES), 12))
def test_hostile_files_have_an_outcome(first: int) -> None:
    engine_or_skip()
    batch = FILES[first : first + 12]
    done = run(*batch)
    rows = [line.rsplit(" ", 2) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr[-500:]
    assert [row[0] for row in rows] == [path.name for path in batch]
    assert max(int(row[2]) for row in rows) < MEGABYTES
