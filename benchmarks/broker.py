"""Compares the embedded broker with a Redis of our own: how fast work goes in and comes out.

    python -m benchmarks.broker [--messages 1000] [--rounds 3] [--processes 1] [--threads 4]

Needs Debian's redis-server and the Python client for it; the service itself uses neither. Both
brokers are set to find the work of a dead worker within seconds: the embedded one with its lease of
8 seconds on a database that syncs as the service does, Redis with a heartbeat of 6 seconds looked
at in every call and a log that is synced every second. A worker claims as much as it has threads.
Rounds alternate, so that a busy machine slows both; look at the ratios.
"""

import argparse
import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import dramatiq
from dramatiq import Worker
from dramatiq.brokers.redis import RedisBroker

from service.adapters.broker.choose import EMBEDDED, BrokerPlan, open_broker
from service.adapters.clock import SystemClock
from service.adapters.store.database import Database
from service.adapters.store.migrate import migrate
from tests.servers import free_port, wait_until

QUEUE = "lezen"
LEASE_S = 8.0
NAMES = {"sqlite": "embedded", "redis": "Redis"}


@dataclass(frozen=True, slots=True)
class Rate:
    """Messages a second, in and out."""

    enqueue: float
    drain: float


def open_one(url: str, *, threads: int) -> dramatiq.Broker:
    """Open a broker by its address and declare work on it that does nothing."""
    if url.startswith("redis:"):
        broker: dramatiq.Broker = RedisBroker(
            url=url, middleware=[], heartbeat_timeout=6000, maintenance_chance=1_000_000
        )
    else:
        plan = BrokerPlan(EMBEDDED, Database(url), SystemClock(), LEASE_S, max_crashes=3)
        broker = open_broker(plan, lanes={QUEUE: threads})

    @dramatiq.actor(broker=broker, actor_name=QUEUE, queue_name=QUEUE)
    def work(_about: str) -> None:
        DONE.append(time.monotonic())

    return broker


DONE: list[float] = []  # when this process did its messages


def drain(url: str, threads: int) -> None:
    """Be a worker process: start at a line on stdin, tell at the next when work was done."""
    broker = open_one(url, threads=threads)
    worker = Worker(broker, worker_threads=threads, worker_timeout=250)
    worker.queue_prefetch = threads
    say("ready")
    sys.stdin.readline()
    worker.start()
    sys.stdin.readline()
    say(json.dumps(DONE))
    worker.stop()
    broker.close()


def say(line: str) -> None:
    """Write a line for the process that started this one."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def measure(url: str, options: argparse.Namespace) -> Rate:
    """Queue messages, then let worker processes do them."""
    broker = open_one(url, threads=options.threads)
    workers = [start_worker(url, options.threads) for _ in range(options.processes)]
    for worker in workers:
        worker.stdout.readline()
    actor = broker.get_actor(QUEUE)
    began = time.monotonic()
    for number in range(options.messages):
        actor.send(str(number))
    enqueue_s = time.monotonic() - began
    for worker in workers:
        tell(worker)
    wait_until(lambda: left_in(broker) == 0, what="an empty queue", patience_s=600)
    for worker in workers:
        tell(worker)
    done = [moment for worker in workers for moment in json.loads(worker.stdout.readline())]
    for worker in workers:
        worker.communicate()
    broker.close()
    if len(done) != options.messages:
        message = f"{len(done)} of {options.messages} messages done"
        raise SystemExit(message)
    return Rate(options.messages / enqueue_s, len(done) / (max(done) - min(done)))


def start_worker(url: str, threads: int) -> "subprocess.Popen[str]":
    """Start this file as a worker process."""
    command = [sys.executable, "-m", "benchmarks.broker", "--drain", url, "--threads", str(threads)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)  # noqa: S603 - our own


def tell(worker: "subprocess.Popen[str]") -> None:
    """Let a worker process go on."""
    worker.stdin.write("\n")
    worker.stdin.flush()


def left_in(broker: dramatiq.Broker) -> int:
    """Return how many messages are queued or in hand."""
    if isinstance(broker, RedisBroker):
        return broker.do_qsize(QUEUE)
    return broker.count(QUEUE)


@contextlib.contextmanager
def redis(folder: Path) -> Iterator[str]:
    """Run a Redis of our own and return its address."""
    program, port = shutil.which("redis-server"), free_port()
    if program is None:
        raise SystemExit("redis-server is not installed (Debian: redis-server)")
    options = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    log = ["--appendonly", "yes", "--appendfsync", "everysec", "--save", ""]
    process = subprocess.Popen([program, *options, *log], stdout=subprocess.DEVNULL)  # noqa: S603
    url = f"redis://127.0.0.1:{port}/0"
    client = RedisBroker(url=url, middleware=[]).client

    def answers() -> bool:
        with contextlib.suppress(Exception):
            return bool(client.ping())
        return False

    try:
        wait_until(answers, what="Redis")
        yield url
    finally:
        client.close()
        process.terminate()
        process.wait()


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="broker", description="Compare brokers.")
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--drain", metavar="URL", help=argparse.SUPPRESS)
    return parser


def main() -> None:
    """Measure both brokers in turn and print the rates and their ratios."""
    options = arguments().parse_args()
    if options.drain:
        drain(options.drain, options.threads)
        return
    rates: dict[str, list[Rate]] = {name: [] for name in NAMES}
    with tempfile.TemporaryDirectory() as name, redis(Path(name)) as redis_url:
        database_url = f"sqlite:///{Path(name) / 'post.db'}"
        database = Database(database_url)
        migrate(database)
        database.close()
        for _ in range(options.rounds):
            rates["sqlite"].append(measure(database_url, options))
            rates["redis"].append(measure(redis_url, options))
    sys.stdout.write(table(rates, options))


def table(rates: dict[str, list[Rate]], options: argparse.Namespace) -> str:
    """Return the rates of each round, the medians and the ratios."""
    head = (
        f"{options.messages} messages, {options.processes} process(es) x {options.threads} threads"
    )
    lines = [head]
    for which in ("enqueue", "drain"):
        found = {name: [getattr(rate, which) for rate in rates[name]] for name in NAMES}
        for name, values in found.items():
            each = " ".join(f"{value:7.0f}" for value in values)
            lines.append(f"{which:8} {NAMES[name]:9} {each}  median {median(values):7.0f} /s")
        ratio = median(found["sqlite"]) / median(found["redis"])
        lines.append(f"{which:8} embedded / Redis  {ratio:.2f}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
