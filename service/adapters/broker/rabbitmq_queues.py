"""How much work there is in RabbitMQ and its outbox, as metrics and a person see it."""

from dataclasses import replace

from service.adapters.broker.queues import StoreQueues
from service.adapters.broker.rabbitmq import OutboxRabbitmq
from service.ports.jobs import QueueDepth
from service.ports.store import Store


class RabbitmqQueues:
    """The queues of RabbitMQ together with its outbox.

    What RabbitMQ handed out is not counted and what waits there has no age: it does not tell.
    """

    def __init__(self, store: Store, broker: OutboxRabbitmq) -> None:
        """Look in this store and, over a connection of its own, in RabbitMQ."""
        self._outbox = StoreQueues(store)
        self._broker = broker

    def depths(self) -> tuple[QueueDepth, ...]:
        """Return how much there is of every kind of work."""
        return tuple(
            replace(each, waiting=each.waiting + self._broker.count(each.work.value))
            for each in self._outbox.depths()
        )
