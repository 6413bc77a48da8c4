"""Measure uploads: acknowledgements a second on one core, and memory during a large ZIP.

    python -m benchmarks.upload [--letters 2000] [--threads 8] [--gigabytes 2]

Starts `postkamer web` over a folder of its own, tied to one core with `taskset`, and sends letters
of 50 KB from this process: one at a time over several connections, then all in one request; then a
ZIP of incompressible letters of 1 MB. What is acknowledged is on the disk (FULL sync of the
database, fsync of the originals). Prints rates, and the most memory that the process had.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.local_http import wait_for_answer
from service.bootstrap.web import key_desk, ready_store
from service.records.people import Scope
from service.settings import OWN, Settings
from service.usecases.keys import KeyWish, create_key

LETTER_BYTES = 50_000
MIB = 1024 * 1024
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running web service on one core."""

    url: str
    key: str
    pid: int

    def client(self) -> httpx.Client:
        """Return a client with the key."""
        headers = {"Authorization": f"Bearer {self.key}"}
        return httpx.Client(base_url=self.url, headers=headers, timeout=1800)

    @property
    def worker(self) -> Path:
        """Return what the system knows of the process that answers."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return Path("/proc") / children[0]

    def memory_mb(self, name: str) -> float:
        """Return a figure of the process that answers: VmRSS now, VmHWM at most."""
        status = (self.worker / "status").read_text().splitlines()
        return int(next(line.split()[1] for line in status if line.startswith(name))) / 1024

    def cpu_s(self) -> float:
        """Return how long the process that answers has been computing."""
        figures = (self.worker / "stat").read_text().rpartition(")")[2].split()
        return (int(figures[11]) + int(figures[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def server(folder: Path, *, threads: int) -> Iterator[Server]:
    """Run the web service over a folder, tied to the first core that we may use."""
    settings = Settings(data=folder, web_threads=threads, requests_per_minute=10**9)
    store = ready_store(settings)
    _, key = create_key(KeyWish(OWN, "benchmark", tuple(Scope)), desk=key_desk(settings, store))
    store.database.close()
    core = str(min(os.sched_getaffinity(0)))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(128)
        command = [str(Path(sys.executable).with_name("postkamer")), "web"]
        process = subprocess.Popen(  # noqa: S603 - our own command
            ["/usr/bin/taskset", "-c", core, *command, "--listen-fd", str(listening.fileno())],
            env={
                **os.environ,  # noqa: TID251 - of the program that is started
                "POSTKAMER_DATA": str(folder),
                "POSTKAMER_WEB_THREADS": str(threads),
                "POSTKAMER_REQUESTS_PER_MINUTE": str(10**9),
                "POSTKAMER_UPLOAD_MB": "4096",
            },
            pass_fds=[listening.fileno()],
            stderr=subprocess.DEVNULL,
        )
        try:
            url = f"http://127.0.0.1:{listening.getsockname()[1]}"
            wait_for_answer(f"{url}/health/live", patience_s=PATIENCE_S)
            yield Server(url, key, process.pid)
        finally:
            process.terminate()
            process.wait()


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def letter() -> bytes:
    """Return a letter that does not pack."""
    return b"%PDF-1.7\n" + os.urandom(LETTER_BYTES)


def one_at_a_time(running: Server, *, letters: int, threads: int) -> float:
    """Send letters over this many connections; return acknowledgements a second."""

    def send(share: int) -> None:
        with running.client() as client:
            for number in range(share):
                files = {"file": (f"{number}.pdf", letter())}
                client.post("/v1/letters", files=files).raise_for_status()

    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(send, [letters // threads] * threads))
    return letters // threads * threads / (time.perf_counter() - begun)


def all_at_once(running: Server, *, letters: int) -> float:
    """Send letters in one request; return acknowledgements a second."""
    files = [("files", (f"{number}.pdf", letter())) for number in range(letters)]
    with running.client() as client:
        begun = time.perf_counter()
        client.post("/v1/batches", files=files).raise_for_status()
        return letters / (time.perf_counter() - begun)


def large_zip(running: Server, folder: Path, *, gigabytes: float) -> float:
    """Send one ZIP; return megabytes a second."""
    path, letters = folder / "post.zip", int(gigabytes * 1000)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for number in range(letters):
            archive.writestr(f"{number}.pdf", b"%PDF-1.7\n" + os.urandom(MIB))
    size = path.stat().st_size
    with running.client() as client, path.open("rb") as content:
        begun = time.perf_counter()
        headers = {"Content-Type": "application/zip"}
        client.post("/v1/batches", content=content, headers=headers).raise_for_status()
        seconds = time.perf_counter() - begun
    path.unlink()
    return size / MIB / seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=2000)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--gigabytes", type=float, default=2.0)
    parser.add_argument("--folder", type=Path, default=None, help="where to keep the letters")
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(dir=given.folder) as name,
        server(Path(name) / "data", threads=given.threads) as running,
    ):
        say(f"memory at the start: {running.memory_mb('VmRSS'):.0f} MB")
        for connections in (1, given.threads):
            before = running.cpu_s()
            rate = one_at_a_time(running, letters=given.letters, threads=connections)
            cost = 1000 * (running.cpu_s() - before) / given.letters
            what = f"one letter a request, {connections} connections"
            say(f"{what}: {rate:.0f} letters/s, {cost:.1f} ms computing each")
        before = running.cpu_s()
        rate = all_at_once(running, letters=given.letters)
        cost = 1000 * (running.cpu_s() - before) / given.letters
        what = f"{given.letters} letters in one request"
        say(f"{what}: {rate:.0f} letters/s, {cost:.1f} ms computing each")
        say(f"most memory so far: {running.memory_mb('VmHWM'):.0f} MB")
        if given.gigabytes:
            rate = large_zip(running, Path(name), gigabytes=given.gigabytes)
            say(f"a ZIP of {given.gigabytes:g} GB: {rate:.0f} MB/s")
            say(f"most memory: {running.memory_mb('VmHWM'):.0f} MB")


if __name__ == "__main__":
    main()
