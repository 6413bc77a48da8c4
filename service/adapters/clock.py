"""The only reader of the clock of this machine."""

import datetime as dt
import zoneinfo


class SystemClock:
    """Today in the Netherlands, whatever time zone the machine is set to."""

    def today(self) -> dt.date:
        """Return the date of now in Amsterdam."""
        return dt.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).date()
