"""The thread that keeps leases is one, however many consumers ask for it at once."""

import threading
from typing import TYPE_CHECKING, cast

from service.adapters.broker.flights import Flights, Heartbeat

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
