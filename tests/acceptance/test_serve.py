"""`postkamer serve` as a new user meets it: one command, a letter in, a report out."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.acceptance.conftest import COMMAND, write_letter

PATIENCE_S = 120.0
LOOK_S = 0.1


@dataclass
class Served:
    """A running service: its process and how to reach it."""

    process: "subprocess.Popen[str]"
    url: str

    def children(self) -> set[int]:
        """Return the process ids of what it started."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return {int(pid) for task in tasks for pid in task.read_text().split()}


Serve = Callable[..., Served]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every command a data folder of its own and no port for figures."""
    monkeypatch.setenv("POSTKAMER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("POSTKAMER_METRICS_PORT", "0")
    monkeypatch.setenv("POSTKAMER_WORKERS", "1")
    return tmp_path / "data"


def command(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run another command on the same installation."""
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start the service on a free port and wait until it is ready."""
    processes: list[subprocess.Popen[str]] = []

    def start() -> Served:
        served = [*COMMAND, "serve", "--port", "0"]
        process = subprocess.Popen(served, stderr=subprocess.PIPE, text=True)
        processes.append(process)
        said = _read_until(process, r"https?://\S+/uitnodiging/\S+|Ctrl-C")
        url = re.search(r"http://[\d.]+:\d+", said)
        assert url is not None, said
        running = Served(process, url.group())
        wait_until(lambda: _answer(running, "/health/ready") == 200)
        return running

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def _read_until(process: "subprocess.Popen[str]", pattern: str) -> str:
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        if re.search(pattern, line):
            return said
    return said


def _answer(served: Served, path: str) -> int:
    try:
        return httpx.get(served.url + path, timeout=10).status_code
    except httpx.HTTPError:
        return 0


def wait_until(condition: Callable[[], bool]) -> None:
    """Look again and again until it is so, or the patience is over."""
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(LOOK_S)


def is_gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists() or " Z " in Path(f"/proc/{pid}/stat").read_text()


def test_a_letter_goes_in_and_its_report_comes_out(serve: Serve, tmp_path: Path) -> None:
    served = serve()
    scopes = ("--scope", "upload", "--scope", "read")
    key = command("key", "create", "proef", *scopes).stdout.split()[-1]
    letter = write_letter(tmp_path / "brief.pdf")
    answer = httpx.post(
        f"{served.url}/v1/letters?wait=60",
        headers={"Authorization": f"Bearer {key}"},
        files={"file": letter.read_bytes()},
        timeout=PATIENCE_S,
    )
    assert answer.status_code == 201, answer.text
    assert answer.json()["report"]["missing"] == ["handtekening"]


def test_what_dies_is_started_again_and_a_stop_is_graceful(serve: Serve) -> None:
    served = serve()
    before = served.children()
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: len(served.children() - before) == len(before))
    wait_until(lambda: _answer(served, "/health/ready") == 200)
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(PATIENCE_S) == 0


def test_killed_outright_it_leaves_nothing_running(serve: Serve) -> None:
    served = serve()
    children = served.children()
    served.process.kill()
    wait_until(lambda: all(is_gone(pid) for pid in children))


def test_a_second_one_on_the_same_folder_is_refused(serve: Serve, data: Path) -> None:
    serve()
    second = command("serve", "--port", "0")
    assert second.returncode == 2
    assert str(data) in second.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("POSTKAMER_HOST", "192.0.2.1"),  # an address for documentation: never ours
        ("POSTKAMER_DATABASE", "sqlite:////nergens/postkamer.db"),
        ("POSTKAMER_ORGANISATION_PROFILE", "bestaat-niet"),
        ("POSTKAMER_KEY", "geen sleutel"),
        ("POSTKAMER_KLEUR", "blauw"),
    ],
)
def test_a_wrong_setting_is_named_and_nothing_starts(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    done = command("serve", "--port", "0")
    assert done.returncode == 2
    key = name.removeprefix("POSTKAMER_")
    assert re.search(key, done.stderr, flags=re.IGNORECASE)
    assert "Traceback" not in done.stderr
