"""One run of the real command over the samples, shared by all tests of this folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden.reports import Report, key_of

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
EXPECTED = SAMPLES / "expected.jsonl"
TODAY = "2026-11-23"
OPTION = "--update-golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        OPTION, action="store_true", help="write samples/expected.jsonl and the letters anew"
    )


@pytest.fixture(scope="session")
def output() -> str:
    """Run `postkamer validate samples/` and return what it prints."""
    command = [
        *(sys.executable, "-c", "from service.cli.app import main; main()"),
        *("validate", str(SAMPLES), "--format", "jsonl", "--today", TODAY),
    ]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},  # noqa: TID251 - the tests' own process
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 1, done.stderr[-2000:]  # some samples are incomplete, none fails
    return done.stdout


@pytest.fixture(scope="session")
def reports(output: str, request: pytest.FixtureRequest) -> dict[str, Report]:
    """Return the reports of this run by file and part; write them down when that is asked."""
    if request.config.getoption(OPTION, default=False):
        EXPECTED.write_text(output, encoding="utf-8")
    return _by_key(output)


@pytest.fixture(scope="session")
def expected(reports: dict[str, Report]) -> dict[str, Report]:
    """Return the reports that were written down (`reports` may just have renewed them)."""
    return _by_key(EXPECTED.read_text(encoding="utf-8")) if reports else {}


def _by_key(lines: str) -> dict[str, Report]:
    found = [json.loads(line) for line in lines.splitlines()]
    return {key_of(report): report for report in found}
