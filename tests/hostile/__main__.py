"""Every file made to break readers, through the real command: `python -m tests.hostile [NAME ...]`.

Each is a run of `postkamer validate` of its own; computing, memory and outcome are printed.
Ends with 1 when a file had no report or another outcome, or took more than it may; of e-mails only
what they took is looked at, for each thing in them has a report. `--write FOLDER` only writes all.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.hostile.cases import CASES, Make
from tests.hostile.doors import MESSAGES

COMMAND = str(Path(sys.executable).with_name("postkamer"))
CPU_S, MEGABYTES = 20.0, 3072
ROOM_S = 5.0  # to start the command itself
ANY = "one or more reports"
UNTOLD = ("nothing", "gecrasht")  # no report, or none that says what is wrong


def main(arguments: list[str]) -> int:
    """Try all files, or those that are named."""
    if arguments[:1] == ["--write"]:
        _write(Path(arguments[1]))
        return 0
    every = {**CASES, **dict.fromkeys(MESSAGES, ANY)}
    wanted = {make: outcome for make, outcome in every.items() if _is_wanted(make, arguments)}
    with tempfile.TemporaryDirectory() as name:
        good = [_try(make, outcome, Path(name)) for make, outcome in wanted.items()]
    print(f"{len(good)} files, {good.count(False)} not as they should be")
    return 0 if good and all(good) else 1


def _is_wanted(make: Make, names: list[str]) -> bool:
    return not names or make.__name__ in names


def _write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for make in (*CASES, *MESSAGES):
        (folder / make.__name__).write_bytes(make())


def _try(make: Make, outcome: str, folder: Path) -> bool:
    file = folder / make.__name__
    file.write_bytes(make())
    output, seconds, megabytes = _run(file)
    file.unlink()
    found = _outcome(output)
    is_told = found == outcome or (outcome is ANY and found not in UNTOLD)
    is_good = is_told and seconds < CPU_S + ROOM_S and megabytes < MEGABYTES
    mark = "" if is_good else f"  <- {outcome}"
    print(f"{make.__name__:40} {seconds:6.1f} s {megabytes:5} MB  {found}{mark}", flush=True)
    return is_good


def _run(file: Path) -> tuple[str, float, int]:
    """Return what the command printed, and what it and all it started took."""
    command = [COMMAND, "validate", str(file), "--format", "jsonl", "--today", "2026-11-20"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        output = process.stdout.read().decode()
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return output, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def _outcome(output: str) -> str:
    reports = [json.loads(line) for line in output.splitlines()]
    codes = [report["error"]["code"] for report in reports if report.get("error")]
    pages = sum(report["document"]["pages"] or 0 for report in reports)
    return codes[0] if codes else str(pages) if reports else "nothing"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
