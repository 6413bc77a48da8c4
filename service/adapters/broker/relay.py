"""Passes on to RabbitMQ what is due in the outbox: at least once, in order.

A row is removed after RabbitMQ has said that the message is safe there. Whoever is killed between
the two leaves a row that is passed on again; work may be done twice, it is never lost.
"""

from collections.abc import Sequence

from dramatiq import Message
from dramatiq.errors import ConnectionClosed, DecodeError
from pika.exceptions import AMQPError

from service.adapters.broker.leases import Claim, Leases
from service.adapters.broker.rabbitmq import OutboxRabbitmq
from service.ports.errors import AwayError
from service.ports.jobs import WhyDead

BATCH = 100
LEASE_S = 60.0  # for the rows of one batch


class Relay:
    """Passes on what is due; to be called every fraction of a second, by one thread."""

    def __init__(self, leases: Leases, broker: OutboxRabbitmq, queues: Sequence[str]) -> None:
        """Take rows of these queues."""
        self._leases = leases
        self._broker = broker
        self._queues = queues

    def __call__(self) -> int:
        """Pass on everything that is due now; return how many messages that was.

        Raises:
            AwayError: when RabbitMQ or the database is away; nothing is lost.

        """
        passed_on = sum(self._pass_on_all(queue) for queue in self._queues)
        self._broker.keep_connection()
        return passed_on

    def collect_unreadable(self) -> int:
        """Take what no worker could read into the database; return how many messages that was.

        Raises:
            AwayError: when RabbitMQ or the database is away; nothing is lost.

        """
        return sum(self._broker.collect_unreadable(queue) for queue in self._queues)

    def close(self) -> None:
        """Close the connections of all threads."""
        self._broker.close()

    def _pass_on_all(self, queue: str) -> int:
        if not self._leases.is_any_ready(queue):
            return 0
        self._broker.declare_queue(queue)
        passed_on = 0
        while claims := self._leases.claim(queue, BATCH):
            passed_on += self._pass_on(claims)
        return passed_on

    def _pass_on(self, claims: Sequence[Claim]) -> int:
        """Pass on one batch; what RabbitMQ did not take stays where it is."""
        safe: list[Claim] = []
        try:
            for claim in claims:
                self._publish(claim)
                safe.append(claim)
        except (ConnectionClosed, AMQPError) as error:
            for claim in claims[len(safe) :]:
                self._leases.put_back(claim)
            message = "RabbitMQ"
            raise AwayError(message) from error
        finally:
            self._leases.end_all(safe)
        return len(safe)

    def _publish(self, claim: Claim) -> None:
        try:
            message: Message[None] = Message.decode(claim.message)
        except DecodeError:
            self._leases.bury(claim, WhyDead.UNREADABLE)
        else:
            self._broker.enqueue(message)
