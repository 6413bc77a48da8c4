"""A running `postkamer serve` for tests: started, waited for, and looked at from outside."""

import re
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

PATIENCE_S = 120.0
LOOK_S = 0.1
READY = r"https?://\S+/uitnodiging/\S+"  # said last, as long as nobody has an account


@dataclass
class Served:
    """A running service: its process and how to reach it."""

    process: "subprocess.Popen[str]"
    url: str
    said: str

    def children(self) -> set[int]:
        """Return the process ids of what it started."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return {int(pid) for task in tasks for pid in task.read_text().split()}


def started(command: Sequence[str], env: Mapping[str, str] | None = None) -> Served:
    """Start the service and return when it is ready."""
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env)
    said = read_until(process, READY)
    url = re.search(r"http://[\d.]+:\d+", said)
    assert url is not None, said
    running = Served(process, url.group(), said)
    wait_until(lambda: answer_of(running, "/health/ready") == 200)
    return running


def read_until(process: "subprocess.Popen[str]", pattern: str) -> str:
    """Return what a process says up to the line in which this stands."""
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        if re.search(pattern, line):
            return said
    return said


def answer_of(served: Served, path: str) -> int:
    """Return the status of an answer, 0 when there is none."""
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
