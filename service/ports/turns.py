"""Whose turn it is to do what only one machine may do."""

import datetime as dt
from typing import Protocol


class Turns(Protocol):
    """The turns; each has an owner until a time, and may be taken by another after that."""

    def take(self, name: str, owner: str, *, now: dt.datetime, until: dt.datetime) -> bool:
        """Take a turn, or keep it for longer; False while it is another's."""
