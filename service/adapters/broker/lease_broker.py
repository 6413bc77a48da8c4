"""The embedded broker: dramatiq over the table `job`, in the database that the letters are in.

Nothing waits in the memory of a worker: a job is claimed when a thread is free for it, later ones
lie in the table until they are due, and those that were given up until a person decides.
"""

import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping

from dramatiq import Broker, Consumer, Message, MessageProxy
from dramatiq.errors import ConnectionClosed, DecodeError, QueueJoinTimeout, QueueNotFound

from service.adapters.broker.flights import Flights, Heartbeat
from service.adapters.broker.leases import Claim, Leases
from service.adapters.broker.mailbag import Mailbag
from service.adapters.broker.outcomes import RETRIES, Outcome, for_next_try, give_up
from service.ports.errors import AwayError
from service.ports.jobs import WhyDead

log = logging.getLogger("postkamer.broker")

SHORTEST_POLL_S = 0.01
LONGEST_POLL_S = 0.2  # also how long a job may lie in an idle house


class LeaseMessage(MessageProxy):
    """A message with the claim under which it was handed out."""

    def __init__(self, message: "Message[None]", claim: Claim) -> None:
        """Join the two."""
        super().__init__(message)
        self.claim = claim


class LeaseBroker(Broker):
    """Hands out the jobs of one database under leases."""

    def __init__(
        self,
        leases: Leases,
        mailbag: Mailbag,
        *,
        max_crashes: int,
        lanes: Mapping[str, int] | None = None,
    ) -> None:
        """Give each queue its lane: how many of its jobs may be in hand at a time.

        A job that did not outlive `max_crashes` workers is given up.
        """
        super().__init__(middleware=[])
        self.leases = leases
        self.flights = Flights()
        self.stopping = threading.Event()
        self.max_crashes = max_crashes
        self._mailbag = mailbag
        self._lanes = lanes or {}
        self._heartbeat = Heartbeat(leases, self.flights)

    def declare_queue(self, queue_name: str) -> None:
        """Make a queue known; there is nothing to make in the database."""
        if queue_name not in self.queues:
            self.emit_before("declare_queue", queue_name)
            self.queues[queue_name] = None
            self.emit_after("declare_queue", queue_name)

    def consume(self, queue_name: str, prefetch: int = 1, timeout: int = 30_000) -> Consumer:
        """Return what hands out the jobs of a queue, `timeout` milliseconds of waiting each."""
        if queue_name not in self.queues:
            raise QueueNotFound(queue_name)
        self._heartbeat.start()
        lane = self._lanes.get(queue_name, prefetch)
        return LeaseConsumer(self, queue_name, lane, timeout / 1000)

    def enqueue(self, message: "Message[None]", *, delay: int | None = None) -> "Message[None]":
        """Queue a message in a transaction of its own, `delay` milliseconds from now."""
        if message.queue_name not in self.queues:
            raise QueueNotFound(message.queue_name)
        self.emit_before("enqueue", message, delay)
        self._mailbag.put(message, after_s=(delay or 0) / 1000)
        self.emit_after("enqueue", message, delay)
        return message

    def flush(self, queue_name: str) -> None:
        """Drop all jobs of a queue but the dead ones."""
        self._mailbag.purge(queue_name)

    def flush_all(self) -> None:
        """Drop all jobs but the dead ones."""
        for queue_name in self.queues:
            self.flush(queue_name)

    def join(self, queue_name: str, *, timeout: int | None = None) -> None:
        """Wait until no live job of the queue is left."""
        deadline = time.monotonic() + timeout / 1000 if timeout is not None else None
        while self.count(queue_name):
            if deadline is not None and time.monotonic() > deadline:
                raise QueueJoinTimeout(queue_name)
            time.sleep(SHORTEST_POLL_S)

    def count(self, queue_name: str) -> int:
        """Return how many live jobs a queue has, those in hand included."""
        return self._mailbag.count(queue_name)

    def stop_claiming(self) -> None:
        """Hand out nothing more."""
        self.stopping.set()

    def close(self) -> None:
        """Give back what is still in hand."""
        self.stopping.set()
        self._heartbeat.stop()
        self.leases.put_all_back()


class LeaseConsumer(Consumer):
    """Hands out the jobs of one queue; ended from other threads than it is read in."""

    def __init__(self, broker: LeaseBroker, queue_name: str, lane: int, timeout_s: float) -> None:
        """Keep at most `lane` jobs of the queue in hand."""
        self._broker = broker
        self._leases = broker.leases
        self._flights = broker.flights
        self._queue = queue_name
        self._lane = lane
        self._timeout_s = timeout_s
        self._claimed: deque[LeaseMessage] = deque()
        self._poll_s = 0.0  # 0 while there is work

    def __next__(self) -> MessageProxy | None:
        """Return the next message; None when there was none for a while.

        Raises:
            ConnectionClosed: when the database is away.

        """
        try:
            self._fill(time.monotonic() + self._timeout_s)
        except AwayError as error:
            raise ConnectionClosed(error) from error
        return self._claimed.popleft() if self._claimed else None

    def ack(self, message: MessageProxy) -> None:
        """End a claim as was decided: done, again later, or back."""
        claim, outcome = _claim_of(message), Outcome.of(message)
        if outcome.is_put_back:
            self._end(claim, lambda: self._leases.put_back(claim))
        elif outcome.again_s is not None:
            again, after_s = for_next_try(message).encode(), outcome.again_s
            self._end(claim, lambda: self._leases.put_off(claim, again, after_s=after_s))
        else:
            self._end(claim, lambda: self._leases.end(claim))

    def nack(self, message: MessageProxy) -> None:
        """Keep the job as a dead letter."""
        claim, why = _claim_of(message), Outcome.of(message).why_dead
        self._end(claim, lambda: self._leases.bury(claim, why))
        log.error("job_dead", extra={"job_id": claim.id, "queue": claim.queue, "code": why.value})

    def requeue(self, messages: Iterable[MessageProxy]) -> None:
        """Give back what was not begun; what cannot be now comes back when its lease ends."""
        for message in messages:
            claim = _claim_of(message)
            self._flights.remove(claim)
            with contextlib.suppress(AwayError):
                self._leases.put_back(claim)

    def close(self) -> None:
        """Give back what was claimed and not yet handed out."""
        self.requeue(self._claimed)
        self._claimed.clear()

    def _fill(self, deadline: float) -> None:
        """Claim as much as fits, waiting for room and for work until the deadline."""
        while not self._claimed and (left_s := deadline - time.monotonic()) > 0:
            if self._broker.stopping.is_set():
                time.sleep(left_s)  # no claims, and no spinning until the worker is gone
                return
            room = self._flights.wait_for_room(self._queue, self._lane, timeout_s=left_s)
            if room and not self._claim(room):
                self._broker.stopping.wait(min(self._poll_s, left_s))

    def _claim(self, room: int) -> bool:
        # an idle house is only looked at: claiming takes the place of a writer
        is_worth_it = not self._poll_s or self._leases.is_any_ready(self._queue)
        claims = self._leases.claim(self._queue, room) if is_worth_it else ()
        for claim in claims:
            self._take(claim)
        self._poll_s = 0.0 if claims else _slower(self._poll_s)
        return bool(claims)

    def _take(self, claim: Claim) -> None:
        message = self._decoded(claim)
        if message is None:
            return
        handed_out = LeaseMessage(message, claim)
        crashes = claim.attempts - 1 - message.options.get(RETRIES, 0)
        if crashes >= self._broker.max_crashes:
            give_up(handed_out, WhyDead.CRASHED)
        self._flights.add(claim)
        self._claimed.append(handed_out)

    def _decoded(self, claim: Claim) -> "Message[None] | None":
        """Return the message of a job; a job without one that can be read is set aside."""
        try:
            return Message.decode(claim.message)
        except DecodeError:
            log.warning("job_unreadable", extra={"job_id": claim.id, "queue": claim.queue})
        with contextlib.suppress(AwayError):  # then it comes back when its lease ends
            self._leases.bury(claim, WhyDead.UNREADABLE)
        return None

    def _end(self, claim: Claim, change: Callable[[], bool]) -> None:
        """End a claim in the database, and then for this process.

        Raises:
            ConnectionClosed: when the database is away; dramatiq then tries again.

        """
        try:
            is_ours = change()
        except AwayError as error:
            raise ConnectionClosed(error) from error
        self._flights.remove(claim)
        if not is_ours:
            log.warning("lease_lost", extra={"job_id": claim.id, "queue": claim.queue})


def _claim_of(message: MessageProxy) -> Claim:
    if not isinstance(message, LeaseMessage):
        unknown = f"not handed out by this broker: {type(message).__name__}"
        raise TypeError(unknown)
    return message.claim


def _slower(poll_s: float) -> float:
    """Return the next pause of an idle consumer.

    >>> _slower(0.0), _slower(0.15)
    (0.01, 0.2)
    """
    return min(max(poll_s * 1.5, SHORTEST_POLL_S), LONGEST_POLL_S)
