"""Telling the administrators what they must know."""

from collections.abc import Sequence
from typing import Protocol


class TellingError(Exception):
    """A message that could not be sent now."""


class Mailer(Protocol):
    """Sends messages to people."""

    def send(self, to: Sequence[str], *, subject: str, text: str) -> None:
        """Send a message.

        Raises:
            TellingError: when it was not sent to anyone.

        """
