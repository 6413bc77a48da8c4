"""Runs the product on a folder, as a mailroom would."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def run_product(folder: Path, today: str, jobs: int, *, all_pages: bool = False) -> Path:
    """Run `postkamer validate` on the folder; return the file with the reports."""
    program = Path(sys.executable).with_name("postkamer")
    command = [str(program)] if program.exists() else [sys.executable, "-m", "service.cli"]
    command += ["validate", str(folder), "--format", "jsonl", "--today", today]
    command += ["--jobs", str(jobs)] if jobs else []
    command += ["--all-pages"] if all_pages else []
    target = folder / "reports.jsonl.out"
    with target.open("wb") as stream:
        done = subprocess.run(command, stdout=stream, check=False)  # noqa: S603 - our own program
    if done.returncode not in {0, 1, 3}:
        raise SystemExit(f"postkamer ended with exit code {done.returncode}")
    return target


def read_lines(path: Path) -> list[Json]:
    """Read a jsonl file."""
    return [
        json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
