"""One broker to test, whichever it is: its store, its workers and what carries its outbox."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pika
from dramatiq import Consumer, MessageProxy

from service.actors import Handler, declare
from service.adapters.broker.choose import (
    EMBEDDED,
    BrokerPlan,
    ServiceBroker,
    open_broker,
    open_relay,
)
from service.adapters.broker.envelope import envelope
from service.adapters.broker.outcomes import Patience
from service.adapters.broker.queues import StoreQueues
from service.adapters.broker.rabbitmq import OutboxRabbitmq
from service.adapters.broker.rabbitmq_queues import RabbitmqQueues
from service.adapters.broker.relay import Relay
from service.adapters.broker.threads import WorkThreads
from service.adapters.sealing import Sealer
from service.adapters.store.migrate import migrate
from service.adapters.store.store import SqlStore
from service.bootstrap.machine import place_of
from service.ports.errors import AwayError
from service.ports.jobs import DeadJob, Queues, Work
from tests.broker_holder import QUEUES, TURN_MS, plan_of
from tests.posts import KEY
from tests.servers import PATIENCE_S, wait_until


@dataclass
class House:
    """A store with a broker; every `open` is another worker of it."""

    plan: BrokerPlan
    store: SqlStore
    opened: list[ServiceBroker] = field(default_factory=list)
    consumers: list[Consumer] = field(default_factory=list)
    processes: "list[subprocess.Popen[str]]" = field(default_factory=list)
    relay: Relay | None = None

    def put(self, *about: str, after_s: float = 0.0) -> None:
        """Queue letters to read, each in a transaction of the store."""
        for each in about:
            with self.store.accepting() as transaction:
                transaction.jobs.put(Work.READ, each, after_s=after_s)
        self.carry()

    def carry(self) -> None:
        """Do what the keeper does for the broker: pass on, and collect what was set aside.

        Like the keeper it tries again later when the broker is away.
        """
        if self.relay is not None:
            with suppress(AwayError):
                self.relay()
                self.relay.collect_unreadable()

    def open(self, *, lane: int = 1) -> ServiceBroker:
        """Open the broker as another worker does."""
        broker = open_broker(self.plan, lanes=dict.fromkeys(QUEUES, lane))
        self.opened.append(broker)
        return broker

    def consumer(self, broker: "ServiceBroker | None" = None, *, lane: int = 1) -> Consumer:
        """Return what hands out letters to read."""
        at = broker or self.open(lane=lane)
        at.declare_queue(Work.READ.value)
        consumer = at.consume(Work.READ.value, prefetch=lane, timeout=TURN_MS)
        self.consumers.append(consumer)
        return consumer

    def end(self, consumer: Consumer) -> None:
        """Close a consumer, as a worker does when it stops."""
        self.consumers.remove(consumer)
        consumer.close()

    def next(self, consumer: Consumer) -> MessageProxy:
        """Return the next message, waiting for it as long as it takes."""
        found: list[MessageProxy] = []

        def is_there() -> bool:
            self.carry()
            message = next(consumer)
            found.extend([message] if message is not None else [])
            return bool(found)

        wait_until(is_there, what="a message")
        return found[0]

    def is_idle(self, consumer: Consumer, *, turns: int = 3) -> bool:
        """Tell whether the consumer hands out nothing, however often it is asked."""
        self.carry()
        return all(next(consumer) is None for _ in range(turns))

    def dead(self) -> tuple[DeadJob, ...]:
        """Return what is not tried any more."""
        self.carry()
        with self.store.reading() as transaction:
            return transaction.jobs.dead()

    def queues(self) -> Queues:
        """Return the queues from outside."""
        if self.plan.url == EMBEDDED:
            return StoreQueues(self.store)
        watcher = self.open()
        assert isinstance(watcher, OutboxRabbitmq)
        return RabbitmqQueues(self.store, watcher, self.plan.clock.now)

    def hold_in_a_process(self) -> "subprocess.Popen[str]":
        """Start a real worker process that takes one message and keeps it; wait until it has."""
        command = [sys.executable, "-m", "tests.broker_holder"]
        url = self.plan.database.url
        process = subprocess.Popen(
            [*command, url, self.plan.url, str(self.plan.lease_s)],
            cwd=Path(__file__).parents[1],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.processes.append(process)
        assert process.stdout is not None
        with ThreadPoolExecutor(1) as thread:
            line = thread.submit(process.stdout.readline)
            wait_for(self, line.done, what="a process with a message")
        assert line.result().strip(), "the process ended without a message"
        return process


@contextmanager
def open_house(database_url: str, broker_url: str = EMBEDDED) -> Iterator[House]:
    """Open an empty store and its broker."""
    plan = plan_of(database_url, broker_url)
    migrate(plan.database)
    store = SqlStore(plan.database, sealer=Sealer((KEY,)), envelope=envelope, clock=plan.clock)
    house = House(plan, store)
    if broker_url != EMBEDDED:
        delete_queues(broker_url)
        house.relay = open_relay(plan, QUEUES)
    try:
        yield house
    finally:
        for process in house.processes:
            process.kill()
            process.communicate()
        for consumer in house.consumers:
            consumer.close()
        for broker in house.opened:
            broker.close()
        if house.relay is not None:
            house.relay.close()
        plan.database.close()


def delete_queues(url: str) -> None:
    """Remove what an earlier test left in RabbitMQ."""
    connection = pika.BlockingConnection(pika.URLParameters(url))
    channel = connection.channel()
    for name in QUEUES:
        channel.queue_delete(name)
        channel.queue_delete(f"{name}.XQ")
    connection.close()


def wait_for(house: House, is_so: Callable[[], object], *, what: str) -> None:
    """Wait for a condition while the keeper does its rounds."""
    deadline = time.monotonic() + PATIENCE_S

    def look() -> bool:
        house.carry()
        return bool(is_so())

    wait_until(look, what=what, patience_s=deadline - time.monotonic())


@contextmanager
def working(house: House, handler: Handler, patience: Mapping[Work, Patience]) -> Iterator[None]:
    """Let a worker do the work in threads, as long as the block lasts."""
    broker = house.open(lane=2)
    declare(broker, {Work.READ: handler}, place_of=place_of, patience=patience)
    threads = WorkThreads(broker, number=2)
    threads.start()
    try:
        yield
    finally:
        threads.stop(patience_s=PATIENCE_S)
        house.opened.remove(broker)
