"""Taking turns: of several machines with the same settings, one at a time walks along a door.

A turn is kept by walking, and lost when nobody did so for a while: then another machine goes on.
What a machine takes in counts only while the turn is still its own, in the same transaction; one
that was stopped in the middle and wakes up after another went on, takes nothing in twice.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from service.ports.errors import BusyError
from service.ports.store import Store, Transaction
from service.ports.world import Clock

log = structlog.get_logger("postkamer.deuren")


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of one machine at one door."""

    name: str
    owner: str  # this machine
    store: Store
    clock: Clock
    lasts: dt.timedelta

    def take(self) -> bool:
        """Take the turn, or keep it; False while it is another machine's."""
        with self.store.working() as transaction:
            return self._take(transaction)

    def check(self, transaction: Transaction) -> None:
        """See to it that what this transaction enters is ours to enter.

        Raises:
            BusyError: when another machine has gone on in the meantime.

        """
        if not self._take(transaction):
            raise BusyError

    def _take(self, transaction: Transaction) -> bool:
        now = self.clock.now()
        return transaction.turns.take(self.name, self.owner, now=now, until=now + self.lasts)


class InTurn:
    """A walk that is only done when it is this machine's turn."""

    def __init__(self, turn: Turn, walk: Callable[[], object]) -> None:
        """Do `walk` in its turn."""
        self._turn = turn
        self._walk = walk
        self._is_ours: bool | None = None

    def walk(self) -> object:
        """Walk once, or do nothing while another machine does it; then None."""
        is_ours = self._turn.take()
        if is_ours is not self._is_ours:
            log.info("turn_taken" if is_ours else "turn_of_other_machine", round=self._turn.name)
        self._is_ours = is_ours
        return self._walk() if is_ours else None
