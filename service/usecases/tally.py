"""Counting the requests of each key: in this process at once, with the other processes soon after.

To write down every request by itself would cost each of them a place in the line of writers, and
an upload waits for that line already.
"""

import datetime as dt
from dataclasses import dataclass
from threading import Lock

from service.ports.errors import PassingError
from service.ports.store import Store

MINUTE_S = 60
TOGETHER_S = 1.0  # so far the processes may lag behind each other


@dataclass(slots=True)
class _Minute:
    """What is known of one key in one minute."""

    began_s: int
    told_at: dt.datetime | None = None
    known: int = 0  # by all processes, when they last told each other
    own: int = 0  # since then, by this one

    def is_due(self, now: dt.datetime) -> bool:
        """Tell whether it is time to tell the other processes."""
        return self.told_at is None or (now - self.told_at).total_seconds() >= TOGETHER_S

    def begin_telling(self, now: dt.datetime) -> int:
        """Hand out what the others do not know yet, so that nobody tells it twice."""
        untold, self.own = self.own, 0
        self.known += untold
        self.told_at = now
        return untold

    def take_back(self, untold: int) -> None:
        """Keep for the next time what could not be told."""
        self.known -= untold
        self.own += untold


class Tally:
    """The counts that this process keeps; shared by its threads."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lock = Lock()
        self._minutes: dict[str, _Minute] = {}

    def add(self, key_id: str, *, now: dt.datetime, store: Store) -> int:
        """Count a request; return how many there were this minute, this one included."""
        began_s = int(now.timestamp()) // MINUTE_S * MINUTE_S
        with self._lock:
            minute = self._minutes.get(key_id)
            if minute is None or minute.began_s != began_s:
                minute = self._minutes[key_id] = _Minute(began_s)
            minute.own += 1
            count = minute.known + minute.own
            untold = minute.begin_telling(now) if minute.is_due(now) else 0
        known = self._tell(key_id, minute, untold, now=now, store=store) if untold else None
        return count if known is None else known

    def _tell(
        self, key_id: str, minute: _Minute, untold: int, *, now: dt.datetime, store: Store
    ) -> int | None:
        """Add what was counted here to what all have counted; return how many that is.

        While someone else is writing it waits for the next time: better too many requests than
        none. The first ones of a minute are also noted as the last use of the key.
        """
        try:
            with store.counting() as transaction:
                known = transaction.counts.add(key_id, minute.began_s, times=untold)
                if known == untold:
                    transaction.keys.used(key_id, now=now)
        except PassingError:
            with self._lock:
                minute.take_back(untold)
            return None
        with self._lock:
            minute.known = max(minute.known, known)
        return known
