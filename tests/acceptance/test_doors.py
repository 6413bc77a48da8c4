"""Watched folders as people use them: the real command, files in, reports beside them."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.mails import attach, message
from tests.needs import engine_or_skip
from tests.servers import PATIENCE_S, free_port, wait_until

COMMAND = [sys.executable, "-m", "service.cli"]
LETTER = (
    "Geachte heer, mevrouw,\n\nHierbij maak ik bezwaar tegen uw besluit van 14 oktober 2026, omdat "
    "mijn ziekte niet minder is geworden. Mijn BSN is 999990019.\n\nMet vriendelijke groet,\n\n"
    "Johanna Bakker\nDorpsstraat 12\n2312 AB Leiden\n"
)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return a configuration with one watched folder."""
    (tmp_path / "scans").mkdir()
    path = tmp_path / "postkamer.toml"
    path.write_text(
        f'data = "data"\nport = {free_port()}\nmetrics_port = 0\nworkers = 1\n'
        '[[watch]]\nfolder = "scans"\nevery_seconds = 1\n'
    )
    return path


@contextmanager
def serving(config: Path) -> Iterator[None]:
    """Run the whole service."""
    process = subprocess.Popen([*COMMAND, "serve", "--config", str(config)])
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE_S)


def test_a_message_in_the_folder_gets_its_report_beside_it(config: Path) -> None:
    engine_or_skip()
    scans = config.parent / "scans"
    made = attach(message(LETTER), b"een tekst", "brief.docx", "application/msword")
    (scans / "goed.eml").write_bytes(message(LETTER).as_bytes())
    (scans / "half.eml").write_bytes(made.as_bytes())
    with serving(config):
        wait_until((scans / "verwerkt/goed.eml.json").exists, what="the report")
        wait_until((scans / "fout/half.eml.txt").exists, what="the note")
    report = json.loads((scans / "verwerkt/goed.eml.json").read_text())
    assert (report["kind"], report["document"]["channel"]) == ("bezwaar", "email")
    assert report["document"]["received"] == "2026-11-09"
    assert (scans / "fout/half.eml.json").exists()


def test_the_folders_can_be_tried_once(config: Path) -> None:
    (config.parent / "scans/brief.eml").write_bytes(message(LETTER).as_bytes())
    command = [*COMMAND, "watch", "--config", str(config)]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (tried.returncode, "goed" in tried.stdout) == (0, True), tried.stderr
    assert (config.parent / "scans/verwerkt/brief.eml").exists()


def test_a_folder_that_is_not_there_is_told(config: Path) -> None:
    (config.parent / "scans").rmdir()
    command = [*COMMAND, "watch", "--config", str(config)]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    assert tried.returncode == 1
    assert "niet te bereiken" in " ".join(tried.stdout.split())
