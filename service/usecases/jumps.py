"""A clock that jumps: what was written down while it was ahead does not wait until then."""

import datetime as dt
import logging
from typing import Final

from service.ports.store import Store
from service.ports.world import Clock
from service.usecases.deliver import LONGEST_AWAY_S

# Clocks of machines that are kept equal differ by less; a jump by hand or by summer time by more.
ALLOWED: Final = dt.timedelta(seconds=60)

log = logging.getLogger("postkamer.jumps")


def bring_back(*, store: Store, clock: Clock) -> int:
    """Bring back to now what waits for a time that a clock wrote that was ahead."""
    with store.working() as transaction:
        away = dt.timedelta(seconds=LONGEST_AWAY_S)
        count = transaction.ahead.bring_back(now=clock.now(), by=ALLOWED, away=away)
    if count:
        log.warning("clock_was_ahead", extra={"count": count})
    return count
