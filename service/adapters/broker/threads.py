"""The threads of a worker process that take work from the broker and do it."""

from dramatiq import Worker

from service.adapters.broker.choose import ServiceBroker

WAKE_MS = 250  # how soon idle threads notice that they must stop


class WorkThreads:
    """As many threads as the lanes of a broker are wide, so that what is claimed is begun."""

    def __init__(self, broker: ServiceBroker, *, number: int) -> None:
        """Prepare; nothing is claimed yet."""
        self._broker = broker
        self._worker = Worker(broker, worker_threads=number, worker_timeout=WAKE_MS)

    def start(self) -> None:
        """Begin to take work."""
        self._worker.start()

    def stop(self, *, patience_s: float) -> None:
        """Take no more work, wait for what is being done, and give back what is left after that."""
        self._broker.stop_claiming()
        self._worker.stop(timeout=int(patience_s * 1000))
        self._broker.close()
