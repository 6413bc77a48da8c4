"""The web service as a process: `postkamer web` on a free port, with a key to use it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from service.bootstrap.web import key_desk, ready_store
from service.records.people import Scope
from service.settings import OWN, Settings
from service.usecases.keys import KeyWish, create_key
from tests.servers import PATIENCE_S, wait_until

COMMAND = str(Path(sys.executable).with_name("postkamer"))
KIB = 1024


@dataclass
class WebServer:
    """A running web service."""

    url: str
    key: str
    folder: Path
    process: "subprocess.Popen[bytes]"

    def client(self, **rest: object) -> httpx.Client:
        headers = {"Authorization": f"Bearer {self.key}"}
        return httpx.Client(base_url=self.url, headers=headers, timeout=120, **rest)  # type: ignore[arg-type]

    def peak_mb(self) -> float:
        """Return the most memory that the process which answers ever had."""
        (worker,) = children(self.process.pid)
        status = Path(f"/proc/{worker}/status").read_text()
        (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
        return int(peak) / KIB

    def kept(self) -> list[Path]:
        """Return what lies in the folders for originals and spools."""
        folders = (self.folder / "blobs", self.folder / "onderweg")
        return [path for each in folders for path in each.rglob("*") if path.is_file()]


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(each) for each in found.split()]


@contextmanager
def web_server(
    folder: Path, *, scopes: Sequence[Scope] = tuple(Scope), **settings: object
) -> Iterator[WebServer]:
    """Run the web service over a data folder of its own."""
    wanted = {"data": folder, "requests_per_minute": 1_000_000, **settings}
    parsed = Settings.model_validate(wanted)
    store = ready_store(parsed)
    _, key = create_key(KeyWish(OWN, "test", scopes), desk=key_desk(parsed, store))
    store.database.close()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(128)
        environment = {f"POSTKAMER_{name.upper()}": str(value) for name, value in wanted.items()}
        process = subprocess.Popen(
            [COMMAND, "web", "--listen-fd", str(listening.fileno())],
            env={**os.environ, **environment},  # noqa: TID251 - of the program that is started
            pass_fds=[listening.fileno()],
            stderr=subprocess.PIPE,
        )
        server = WebServer(f"http://127.0.0.1:{listening.getsockname()[1]}", key, folder, process)
        try:
            wait_until(lambda: _answers(server), what="the web service")
            yield server
        finally:
            process.terminate()
            _, said = process.communicate(timeout=PATIENCE_S)
            (folder / "web.log").write_bytes(said)


def _answers(server: WebServer) -> bool:
    assert server.process.poll() is None, "the web service ended"
    try:
        return httpx.get(f"{server.url}/health/live", timeout=5).is_success
    except httpx.TransportError:
        return False
