"""A worker process that takes one message, says which, and keeps it until it is killed.

Imports little, to be there soon.
"""

import sys

from service.adapters.broker.choose import BrokerPlan, open_broker
from service.adapters.clock import SystemClock
from service.adapters.store.database import Database
from service.ports.jobs import Work

LEASE_S = 1.0
CRASHES = 3
QUEUES = tuple(work.value for work in Work)
TURN_MS = 100


def plan_of(database_url: str, broker_url: str, lease_s: float = LEASE_S) -> BrokerPlan:
    """Return how brokers are opened in tests."""
    return BrokerPlan(broker_url, Database(database_url), SystemClock(), lease_s, CRASHES)


def main() -> None:
    """Take a message from the queue of letters to read."""
    database_url, broker_url, lease_s = sys.argv[1:]
    plan = plan_of(database_url, broker_url, float(lease_s))
    broker = open_broker(plan, lanes=dict.fromkeys(QUEUES, 1))
    broker.declare_queue(Work.READ.value)
    consumer = broker.consume(Work.READ.value, prefetch=1, timeout=TURN_MS)
    while True:
        message = next(consumer)
        if message is not None:
            print(message.args[0], flush=True)  # noqa: T201 - what the test waits for


if __name__ == "__main__":
    main()
