"""A clock that jumps both ways: work is neither held for ever nor ended by two owners."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from service.adapters.broker.leases import Claim, Leases
from service.adapters.store.store import SqlStore
from service.ports.jobs import Work
from service.usecases.jumps import bring_back
from tests.brokers import open_house
from tests.posts import FakeClock

QUEUE = Work.READ.value
LEASE_S = 8.0
SOON_S = 75.0  # the round of the keeper and a lease, with room to spare
HOURS = st.sampled_from((-25, -1, 1, 25))
ACTS = ("jump", "claim", "extend", "end", "die", "put_back", "keeper", "wait")
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 1), HOURS), max_size=25)


@dataclass
class Worker:
    """Someone who works, with what is in hand."""

    leases: Leases
    held: list[Claim] = field(default_factory=list)


@dataclass
class Place:
    """A database, its keeper, two workers and the one clock of the machine."""

    store: SqlStore
    clock: FakeClock
    workers: tuple[Worker, Worker]
    ended: list[str] = field(default_factory=list)

    def step(self, act: str, who: int, hours: int) -> None:
        """Do one thing."""
        worker = self.workers[who]
        match act:
            case "jump":
                self.clock.move(hours=hours)
            case "wait":
                self.clock.move(seconds=LEASE_S / 3)
            case "keeper":
                bring_back(store=self.store, clock=self.clock)
            case "claim":
                worker.held += worker.leases.claim(QUEUE, 1)
            case "extend":
                worker.leases.extend([each.number for each in worker.held])
            case "end" if worker.held:
                claim = worker.held.pop()
                if worker.leases.end(claim):
                    self.ended.append(claim.id)
            case "put_back" if worker.held:
                worker.leases.put_back(worker.held.pop())
            case "die":
                worker.held.clear()  # its leases stay behind

    def finish(self) -> None:
        """Let all who hold something die, the keeper look, and another one do the rest."""
        bring_back(store=self.store, clock=self.clock)
        self.clock.move(seconds=SOON_S)
        while claims := self.workers[0].leases.claim(QUEUE, 1):
            assert self.workers[0].leases.end(claims[0])
            self.ended.append(claims[0].id)


@contextmanager
def place(names: list[str]) -> Iterator[Place]:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'test.db'}"
        with open_house(url) as house:
            clock = FakeClock(dt.datetime.now(dt.UTC))  # noqa: TID251 - as the house itself has it
            one, other = (
                Worker(Leases(house.plan.database, owner=name, lease_s=LEASE_S, clock=clock))
                for name in ("een", "ander")
            )
            house.put(*names)
            yield Place(house.store, clock, (one, other))


@settings(max_examples=15, deadline=None)
@given(STEPS)
def test_all_work_ends_once_and_soon_whatever_the_clock_did(
    steps: list[tuple[str, int, int]],
) -> None:
    names = ["brief-1", "brief-2"]
    with place(names) as here:
        for act, who, hours in steps:
            here.step(act, who, hours)
        here.finish()
        assert len(here.ended) == len(set(here.ended)) == len(names)
