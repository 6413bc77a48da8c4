"""RabbitMQ: dramatiq's own broker, with the table `job` as its outbox.

New work, work that is tried again later and dead letters are rows of the database; RabbitMQ only
holds what can be done now. So storing and queueing cannot drift apart, a delay does not live in the
memory of a worker, and dead letters do not vanish after a week.

A message is acknowledged when its work is done. One that comes back from a worker that died goes
through the outbox again, with a count, so that work which kills its worker ends as a dead letter.
"""

import logging
import threading
from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from dramatiq import Consumer, MessageProxy
from dramatiq.brokers.rabbitmq import RabbitmqBroker
from dramatiq.common import xq_name
from dramatiq.errors import ConnectionClosed
from pika.exceptions import AMQPError, ChannelClosedByBroker

from service.adapters.broker.envelope import renewed
from service.adapters.broker.mailbag import Mailbag
from service.adapters.broker.outcomes import CRASHES, RETRIES, Outcome, for_next_try, give_up
from service.ports.errors import AwayError
from service.ports.jobs import WhyDead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dramatiq import Message

log = logging.getLogger("postkamer.broker")

# What a connection does unless its address says otherwise. Reading goes on in other processes, so
# the thread of a connection answers heartbeats while a letter is read.
CONNECTION = {
    "heartbeat": "30",
    "blocked_connection_timeout": "30",
    "socket_timeout": "5",
    "stack_timeout": "10",
    "connection_attempts": "1",  # who asks tries again by itself
}
NO_QUEUE = 404


class OutboxRabbitmq(RabbitmqBroker):
    """Hands out what RabbitMQ holds; all that must wait goes to the outbox."""

    def __init__(
        self,
        url: str,
        mailbag: Mailbag,
        *,
        max_crashes: int,
        lanes: Mapping[str, int] | None = None,
    ) -> None:
        """Connect when it is first needed; `lanes` say how much of each queue may be in hand.

        Work that did not outlive `max_crashes` workers is given up.
        """
        super().__init__(url=with_defaults(url), confirm_delivery=True, middleware=[])
        self.stopping = threading.Event()
        self._mailbag = mailbag
        self._lanes = lanes or {}
        self._max_crashes = max_crashes

    def declare_queue(self, queue_name: str, *, ensure: bool = False) -> None:
        """Make a queue known, and make it in RabbitMQ if asked; none for delays is needed."""
        if queue_name not in self.queues:
            self.emit_before("declare_queue", queue_name)
            self.queues.add(queue_name)
            self.queues_pending.add(queue_name)
            self.emit_after("declare_queue", queue_name)
        if ensure:
            super().declare_queue(queue_name, ensure=True)

    def consume(self, queue_name: str, prefetch: int = 1, timeout: int = 5000) -> Consumer:
        """Return what hands out the messages of a queue, acknowledged when they are done."""
        lane = self._lanes.get(queue_name, prefetch)
        return OutboxConsumer(
            super().consume(queue_name, lane, timeout),
            self._mailbag,
            stopping=self.stopping,
            max_crashes=self._max_crashes,
        )

    def enqueue(self, message: "Message[None]", *, delay: int | None = None) -> "Message[None]":
        """Hand a message to RabbitMQ and wait until it is safe there; a later one is put off."""
        if delay is None:
            return super().enqueue(message)
        self._mailbag.put(message, after_s=delay / 1000)
        return message

    def stop_claiming(self) -> None:
        """Hand out nothing more."""
        self.stopping.set()

    def collect_unreadable(self, queue_name: str) -> int:
        """Take what no worker could read into the database, where a person sees it.

        Raises:
            AwayError: when RabbitMQ or the database is away.

        """
        with self._or_away():
            return self._collect_unreadable(queue_name)

    def count(self, queue_name: str) -> int:
        """Return how many messages can be handed out.

        Raises:
            AwayError: when RabbitMQ is away.

        """
        with self._or_away():
            try:
                found = self.channel.queue_declare(queue=queue_name, passive=True)
            except ChannelClosedByBroker as error:
                del self.channel
                if error.reply_code != NO_QUEUE:
                    raise
                return 0  # nothing was queued yet
            return int(found.method.message_count)

    def keep_connection(self) -> None:
        """Answer the heartbeats on the connection of this thread, if there is one."""
        connection = getattr(self.state, "connection", None)
        if connection is None:
            return
        try:
            connection.process_data_events()
        except AMQPError:
            del self.connection  # the next message makes a new one

    @contextmanager
    def _or_away(self) -> "Iterator[None]":
        try:
            yield
        except (AMQPError, ConnectionClosed) as error:
            del self.connection
            message = "RabbitMQ"
            raise AwayError(message) from error

    def _collect_unreadable(self, queue_name: str) -> int:
        self.declare_queue(queue_name, ensure=True)
        found = 0
        while True:
            method, _, body = self.channel.basic_get(xq_name(queue_name))
            if method is None:
                return found
            self._mailbag.bury_bytes(body, queue=queue_name)
            self.channel.basic_ack(method.delivery_tag)
            log.error("job_unreadable", extra={"queue": queue_name})
            found += 1

    def _declare_dq_queue(self, queue_name: str) -> None:
        """Make no queue for delays."""

    def _declare_xq_queue(self, queue_name: str) -> object:
        # dramatiq would let what lies there vanish after a week
        return self.channel.queue_declare(queue=xq_name(queue_name), durable=True)


class OutboxConsumer(Consumer):
    """Hands out messages, and ends them as was decided."""

    def __init__(
        self, inner: Consumer, mailbag: Mailbag, *, stopping: threading.Event, max_crashes: int
    ) -> None:
        """Take messages from dramatiq's own consumer."""
        self._inner = inner
        self._mailbag = mailbag
        self._stopping = stopping
        self._max_crashes = max_crashes

    def __next__(self) -> MessageProxy | None:
        """Return the next message; None when there was none for a while.

        Raises:
            ConnectionClosed: when RabbitMQ or the database is away.

        """
        message = next(self._inner)
        # what still comes in while stopping goes back when the connection is closed
        if message is None or self._stopping.is_set():
            return None
        return self._after_crash(message) if message.redelivered else message

    def _after_crash(self, message: MessageProxy) -> MessageProxy | None:
        """Count that a worker died with a message, and queue it again or give it up."""
        crashes = message.options.get(CRASHES, 0) + 1
        message.options[CRASHES] = crashes
        if crashes >= self._max_crashes:
            give_up(message, WhyDead.CRASHED)
            return message
        self._keep(message, f"crash {crashes}", after_s=0.0)
        self._inner.ack(message)
        return None

    def ack(self, message: MessageProxy) -> None:
        """End a message as was decided: done, or again later or at once by the outbox."""
        outcome = Outcome.of(message)
        if outcome.is_put_back:
            self._keep(message, "back", after_s=0.0)
        elif outcome.again_s is not None:
            retry = f"retry {message.options[RETRIES]}"
            self._keep(message, retry, after_s=outcome.again_s)
        self._inner.ack(message)

    def nack(self, message: MessageProxy) -> None:
        """Keep the message as a dead letter in the database."""
        outcome = Outcome.of(message)
        dead = renewed(for_next_try(message), "dead")
        attempts = dead.options.get(RETRIES, 0) + dead.options.get(CRASHES, 0) + 1
        try:
            self._mailbag.bury(dead, why=outcome.why_dead, attempts=attempts)
        except AwayError as error:
            raise ConnectionClosed(error) from error
        extra = {"job_id": dead.message_id, "queue": dead.queue_name, "code": outcome.why_dead}
        log.error("job_dead", extra=extra)
        self._inner.ack(message)

    def requeue(self, messages: Iterable[MessageProxy]) -> None:
        """Do nothing: RabbitMQ takes back what was not acknowledged when the connection closes."""

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def _keep(self, message: MessageProxy, what: str, *, after_s: float) -> None:
        """Queue a message again.

        Raises:
            ConnectionClosed: when the database is away; dramatiq then tries again.

        """
        try:
            self._mailbag.put(renewed(for_next_try(message), what), after_s=after_s)
        except AwayError as error:
            raise ConnectionClosed(error) from error


def with_defaults(url: str) -> str:
    """Return the address of RabbitMQ (or several, separated by `;`) with what it leaves open.

    >>> with_defaults("amqp://post@mq/kamer?heartbeat=5").partition("?")[2].split("&")[0]
    'heartbeat=5'
    """
    return ";".join(_with_defaults(each) for each in url.split(";"))


def _with_defaults(url: str) -> str:
    parts = urlsplit(url)
    given = dict(parse_qsl(parts.query))
    options = given | {name: CONNECTION[name] for name in CONNECTION if name not in given}
    return parts._replace(query=urlencode(options)).geturl()
