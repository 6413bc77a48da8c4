"""The only reader of the clock of this machine."""

import datetime as dt

from service.records.letters import AMSTERDAM


class SystemClock:
    """The time of this machine, and today in the Netherlands whatever its time zone."""

    def today(self) -> dt.date:
        """Return the date of now in Amsterdam."""
        return dt.datetime.now(AMSTERDAM).date()

    def now(self) -> dt.datetime:
        """Return the time of now, in UTC."""
        return dt.datetime.now(dt.UTC)
