"""Kills whoever works at a batch of letters, and counts what came out.

    python -m benchmarks.kill [--letters 200] [--deaths 12] [--seed 1] [--stack database|rabbitmq]

Two worker processes read the letters; again and again one of them is killed (-9) at a moment that
the seed draws, and started anew. On PostgreSQL with RabbitMQ (of Debian, started by this script)
both servers are killed as well, twice each. Prints how many letters have how many reports, and ends
with 1 when one is missing or has two.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from service.settings import Settings
from tests.mailroom import Mailroom, killing_plan, open_mailroom
from tests.servers import Process, postgresql_server, rabbitmq_server, wait_until

STACKS = ("database", "rabbitmq")
WORKERS = range(2)
SERVER_DEATHS = 2
PATIENCE_S = 3600.0
UNCOUNTED = 100_000  # nobody is put aside for being killed by us
LEASE_S = 8.0


@contextmanager
def stack(name: str, data: Path) -> Iterator[tuple[Mailroom, Mapping[int, Process]]]:
    """Open a mailroom on one of the stacks; return the servers of it by number."""
    where: dict[str, object] = {}
    servers: dict[int, Process] = {}
    with ExitStack() as opened:
        if name == "rabbitmq":
            database = opened.enter_context(postgresql_server())
            broker = opened.enter_context(rabbitmq_server())
            where = {"database": database.new_database(), "broker": broker.url}
            servers = {100: database.process, 101: broker.process}
        settings = Settings(data=data, workers=1, lease_seconds=LEASE_S, crashes=UNCOUNTED, **where)
        yield opened.enter_context(open_mailroom(settings)), servers


def run(name: str, options: argparse.Namespace) -> bool:
    """Kill on one stack; print the counts and tell whether every letter has one report."""
    dice = random.Random(options.seed)  # noqa: S311 - the same moments in every run
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, stack(name, Path(folder)) as (room, servers):
        room.receive(options.letters)
        for place in WORKERS:
            room.start(place)
        victims = [dice.choice(WORKERS) for _ in range(options.deaths)]
        victims += [number for number in servers for _ in range(SERVER_DEATHS)]
        for moment, victim in killing_plan(dice, letters=options.letters, victims=victims):
            wait_for(room, moment)
            kill(room, servers, victim)
        wait_for(room, options.letters)
        codes = room.stop()
        wait_until(lambda: room.jobs_left() == 0, what="an empty outbox")
        found = room.report_versions()
        print_counts(name, room, victims, time.monotonic() - began)
    return found == Counter({1: options.letters}) and set(codes) == {0}


def kill(room: Mailroom, servers: Mapping[int, Process], victim: int) -> None:
    """Kill a worker or a server and start it anew."""
    if victim in servers:
        servers[victim].kill()
        servers[victim].start_after_kill()
    else:
        room.kill(victim)
        room.start(victim)


def wait_for(room: Mailroom, letters: int) -> None:
    """Wait until so many letters have a report."""
    wait_until(lambda: room.finished() >= letters, what=f"{letters} letters", patience_s=PATIENCE_S)


def print_counts(name: str, room: Mailroom, victims: list[int], seconds: float) -> None:
    """Print what came out."""
    versions = ", ".join(f"{many} with {n}" for n, many in sorted(room.report_versions().items()))
    workers = sum(victim in WORKERS for victim in victims)
    lines = (
        f"{name}: {workers} workers and {len(victims) - workers} servers killed",
        f"  letters by number of reports: {versions}",
        f"  letters by state: {dict(room.states())}",
        f"  read {room.claims()} times in {seconds:.0f} s",
    )
    sys.stdout.write("\n".join(lines) + "\n")


def main() -> int:
    """Run on both stacks, or the one that was asked for."""
    parser = argparse.ArgumentParser(prog="kill", description="Kill workers and count reports.")
    parser.add_argument("--letters", type=int, default=200)
    parser.add_argument("--deaths", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stack", choices=STACKS)
    options = parser.parse_args()
    stacks = [options.stack] if options.stack else STACKS
    outcomes = [run(name, options) for name in stacks]  # all of them, whatever the first says
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    raise SystemExit(main())
