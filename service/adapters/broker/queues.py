"""How much work there is in the embedded broker, as metrics and a person see it."""

from service.ports.jobs import QueueDepth
from service.ports.store import Store


class StoreQueues:
    """The queues of the embedded broker: all work is in the database."""

    def __init__(self, store: Store) -> None:
        """Look in this store."""
        self._store = store

    def depths(self) -> tuple[QueueDepth, ...]:
        """Return how much there is of every kind of work."""
        with self._store.reading() as transaction:
            return transaction.jobs.depths()
