"""The jobs that this process has in hand, and the thread that keeps their leases."""

import logging
import threading
from collections import Counter

from service.adapters.broker.leases import Claim, Leases
from service.ports.errors import AwayError

log = logging.getLogger("postkamer.broker")


class Flights:
    """The claims that were not ended yet; may be used by several threads."""

    def __init__(self) -> None:
        """Begin with none."""
        self._claims: dict[int, Claim] = {}
        self._counts: Counter[str] = Counter()
        self._changed = threading.Condition()

    def add(self, claim: Claim) -> None:
        """Take a claim in hand."""
        with self._changed:
            self._claims[claim.number] = claim
            self._counts[claim.queue] += 1

    def remove(self, claim: Claim) -> None:
        """Let go of a claim; one that is not there any more is no error."""
        with self._changed:
            if self._claims.get(claim.number) == claim:
                del self._claims[claim.number]
                self._counts[claim.queue] -= 1
                self._changed.notify_all()

    def wait_for_room(self, queue: str, most: int, *, timeout_s: float) -> int:
        """Wait until fewer than `most` jobs of the queue are in hand; return how many fit in."""
        with self._changed:
            self._changed.wait_for(lambda: self._counts[queue] < most, timeout_s)
            return max(most - self._counts[queue], 0)

    def numbers(self) -> tuple[int, ...]:
        """Return the numbers of the jobs in hand."""
        with self._changed:
            return tuple(self._claims)


class Heartbeat:
    """Keeps the leases of everything that is in hand, three times in each lease."""

    def __init__(self, leases: Leases, flights: Flights) -> None:
        """Prepare; `start` begins."""
        self._leases = leases
        self._flights = flights
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)
        self._starting = threading.Lock()

    def start(self) -> None:
        """Begin, unless it has begun already; every consumer asks for it in its own thread."""
        with self._starting:
            if self._thread.ident is None:
                self._thread.start()

    def stop(self) -> None:
        """End; leases are not kept any more."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._leases.lease_s / 3):
            self._beat()

    def _beat(self) -> None:
        numbers = self._flights.numbers()
        if not numbers:
            return
        try:
            kept = self._leases.extend(numbers)
        except AwayError:
            log.warning("heartbeat_failed", extra={"count": len(numbers)})
            return
        if kept < len(numbers):  # or they ended in the meantime, which is nothing to tell of
            log.debug("leases_gone", extra={"count": len(numbers) - kept})
