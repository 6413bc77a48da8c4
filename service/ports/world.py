"""The clock, what counts what happens, and how passwords are kept."""

import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """Tells the day and the time."""

    def today(self) -> dt.date:
        """Return the date in the Netherlands."""

    def now(self) -> dt.datetime:
        """Return the time, aware, in UTC."""


class Passwords(Protocol):
    """Turns passwords into what may be kept of them."""

    def hash(self, password: str) -> str:
        """Return what is kept; takes its time on purpose."""

    def is_right(self, password_hash: str | None, password: str) -> bool:
        """Tell whether this is the password; without a hash it takes as long and is not."""


class Meter(Protocol):
    """Counts what happens, for who watches over the service."""

    def took(self, stage: str, seconds: float) -> None:
        """Count how long a stage of the work took."""

    def judged(self, verdict: str) -> None:
        """Count a letter that has its report."""

    def failed(self, code: str) -> None:
        """Count something that went wrong."""
