"""The whole way of a letter: uploaded, queued, read, judged, and its report handed to a webhook."""

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import httpx

from benchmarks.local_http import receiving, wait_for_answer
from benchmarks.speed.measured import Cost, cost_of
from service.bootstrap.channels import open_office
from service.bootstrap.web import key_desk, ready_store
from service.records.people import Scope
from service.settings import OWN, Settings
from service.usecases import channels
from service.usecases.channels import NewChannel
from service.usecases.keys import KeyWish, create_key

AT_ONCE = 50  # letters in a request
PATIENCE_S = 1800.0
LOCAL = "127.0.0.0/8"


def served(letters: Path, *, workers: int = 2) -> Cost:
    """Send letters to `postkamer serve`; wall is from the first upload to the last delivery.

    Seconds of processors are those of the whole service, its start and end included.
    """
    files = sorted(each for each in letters.iterdir() if each.is_file())
    taken = threading.Semaphore(0)
    with tempfile.TemporaryDirectory() as folder, receiving(taken.release) as url:
        data = Path(folder) / "data"
        key = _prepared(data, url)
        said = Path(folder) / "said"
        process = _started(data, workers, said)
        try:
            address = _address(said)
            begun = time.monotonic()
            _send(address, key, files)
            _wait_for(taken, len(files))
            wall = time.monotonic() - begun
        finally:
            process.terminate()
        return cost_of(process, wall)


def _prepared(data: Path, url: str) -> str:
    """Make a data folder with a webhook; return a key to send letters with."""
    settings = Settings(data=data, webhook_networks=(LOCAL,))
    store = ready_store(settings)
    _, key = create_key(KeyWish(OWN, "meting", tuple(Scope)), desk=key_desk(settings, store))
    given = {"url": url, "inhoud": "rapport"}
    channels.add(NewChannel(OWN, "webhook", "meting", given), office=open_office(settings, store))
    store.database.close()
    return key


def _started(data: Path, workers: int, said: Path) -> "subprocess.Popen[bytes]":
    own = {
        "POSTKAMER_DATA": str(data),
        "POSTKAMER_WORKERS": str(workers),
        "POSTKAMER_METRICS_PORT": "0",
        "POSTKAMER_REQUESTS_PER_MINUTE": str(10**9),
        "POSTKAMER_WEBHOOK_NETWORKS": LOCAL,
    }
    command = [str(Path(sys.executable).with_name("postkamer")), "serve", "--port", "0"]
    with said.open("wb") as stderr:
        return subprocess.Popen(command, env={**os.environ, **own}, stderr=stderr)


def _address(said: Path) -> str:
    """Return where the service answers, as soon as it does."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = re.search(r"http://127\.0\.0\.1:\d+", said.read_text("utf-8"))
        if found:
            wait_for_answer(f"{found.group()}/health/ready", patience_s=PATIENCE_S)
            return found.group()
        time.sleep(0.05)
    raise TimeoutError


def _send(address: str, key: str, files: Sequence[Path]) -> None:
    headers = {"Authorization": f"Bearer {key}"}
    with httpx.Client(base_url=address, headers=headers, timeout=PATIENCE_S) as client:
        for start in range(0, len(files), AT_ONCE):
            some = files[start : start + AT_ONCE]
            parts = [("files", (file.name, file.read_bytes())) for file in some]
            client.post("/v1/batches", files=parts).raise_for_status()


def _wait_for(taken: threading.Semaphore, letters: int) -> None:
    for _ in range(letters):
        if not taken.acquire(timeout=PATIENCE_S):
            raise TimeoutError
