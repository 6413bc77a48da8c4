"""The thread that keeps leases is one, however many consumers ask for it at once."""

import threading
from typing import TYPE_CHECKING, cast

from service.adapters.broker.flights import Flights, Heartbeat
from service.adapters.broker.leases import Claim
from service.ports.errors import FullError

if TYPE_CHECKING:
    from service.adapters.broker.leases import Leases

CONSUMERS = 8


class Calm:
    """Leases that need nothing for a long time."""

    lease_s = 1000.0


def test_consumers_that_begin_together_share_one_heartbeat() -> None:
    for _ in range(30):
        heartbeat, ready = (
            Heartbeat(cast("Leases", Calm()), Flights()),
            threading.Barrier(CONSUMERS),
        )

        def begin(heartbeat: Heartbeat = heartbeat, ready: threading.Barrier = ready) -> None:
            ready.wait()
            heartbeat.start()

        threads = [threading.Thread(target=begin) for _ in range(CONSUMERS)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        beating = [each for each in threading.enumerate() if each.name == "heartbeat"]
        heartbeat.stop()
        assert len(beating) == 1


class Full:
    """Leases that cannot be kept twice, because the disk is full, and then can."""

    lease_s = 0.003

    def __init__(self) -> None:
        self.beats = 0
        self.is_kept = threading.Event()

    def extend(self, numbers: tuple[int, ...]) -> int:
        self.beats += 1
        if self.beats <= 2:
            raise FullError
        self.is_kept.set()
        return len(numbers)


def test_a_full_disk_does_not_end_the_heartbeat() -> None:
    leases, flights = Full(), Flights()
    flights.add(Claim(1, "taak-1", "lezen", b"", attempts=1, due=0.0))
    heartbeat = Heartbeat(cast("Leases", leases), flights)
    heartbeat.start()
    is_kept = leases.is_kept.wait(20)
    heartbeat.stop()
    assert is_kept
