"""What was written down by a clock that was ahead."""

import datetime as dt
from typing import Protocol


class Ahead(Protocol):
    """The times that work, deliveries and receivers wait for."""

    def bring_back(self, *, now: dt.datetime, by: dt.timedelta, away: dt.timedelta) -> int:
        """Let what was written down more than `by` from now be as if it was written now.

        No receiver is found away for longer than `away`. Return how many things were brought back.
        """
