"""The real command as a process, on letters that are made on the spot."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

COMMAND = [str(Path(sys.executable).with_name("postkamer"))]
PATIENCE_S = 240  # on a machine that is busy with other tests
LETTER = (
    "M. Jansen",
    "Dorpsstraat 12",
    "3512 AB Utrecht",
    "",
    "Utrecht, 9 november 2026",
    "",
    "Betreft: bezwaar tegen uw besluit van 5 oktober 2026",
    "",
    "Geachte heer, mevrouw,",
    "",
    "Hierbij maak ik bezwaar tegen uw besluit van 5 oktober 2026, waarin u mijn aanvraag",
    "afwijst. Ik ben het niet eens met uw besluit, omdat mijn moeder dag en nacht toezicht",
    "nodig heeft en dat met de zorg die zij nu krijgt niet lukt.",
    "",
    "Met vriendelijke groet,",
    "",
    "M. Jansen",
)

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Start = Callable[..., "subprocess.Popen[str]"]


def write_letter(path: Path) -> Path:
    """Write a short objection without a signature as a PDF."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for number, line in enumerate(LETTER):
        canvas.drawString(72, 770 - 18 * number, line)
    canvas.save()
    return path


@pytest.fixture
def start() -> Iterator[Start]:
    """Start the command with pipes; what still runs at the end of the test is killed."""
    processes: list[subprocess.Popen[str]] = []

    def start_it(*arguments: str | Path) -> "subprocess.Popen[str]":
        pipe = subprocess.PIPE
        command = [*COMMAND, *map(str, arguments)]
        processes.append(subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True))
        return processes[-1]

    yield start_it
    for process in processes:
        process.kill()
        process.communicate()


@pytest.fixture
def run(start: Start) -> Run:
    """Run the command to its end."""

    def run_it(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        process = start(*arguments)
        out, err = process.communicate(timeout=PATIENCE_S)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    return run_it


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """Return a folder with one letter in it."""
    folder = tmp_path / "post"
    folder.mkdir()
    write_letter(folder / "brief.pdf")
    return folder
