"""How much work there is in RabbitMQ and its outbox, as metrics and a person see it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from service.adapters.broker.queues import StoreQueues
from service.adapters.broker.rabbitmq import OutboxRabbitmq
from service.ports.jobs import QueueDepth, Work
from service.ports.store import Store


class RabbitmqQueues:
    """The queues of RabbitMQ together with its outbox.

    RabbitMQ does not tell how long something waits, nor counts what it handed out. The age is that
    of the letter or the delivery that has waited longest, which the store knows.
    """

    def __init__(
        self, store: Store, broker: OutboxRabbitmq, now: Callable[[], dt.datetime]
    ) -> None:
        """Look in this store and, over a connection of its own, in RabbitMQ."""
        self._store = store
        self._outbox = StoreQueues(store)
        self._broker = broker
        self._now = now

    def depths(self) -> tuple[QueueDepth, ...]:
        """Return how much there is of every kind of work."""
        return tuple(self._whole(each) for each in self._outbox.depths())

    def _whole(self, outbox: QueueDepth) -> QueueDepth:
        return replace(
            outbox,
            waiting=outbox.waiting + self._broker.count(outbox.work.value),
            oldest_s=max(outbox.oldest_s, self._oldest_s(outbox.work)),
        )

    def _oldest_s(self, work: Work) -> float:
        now = self._now()
        with self._store.reading() as transaction:
            since = (
                transaction.letters.oldest_waiting()
                if work is Work.READ
                else transaction.deliveries.oldest_due(now=now)
            )
        return 0.0 if since is None else max((now - since).total_seconds(), 0.0)
