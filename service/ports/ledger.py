"""The books of the store: what must add up, asked of the database as a whole."""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Protocol

from service.records.ledger import LedgerCounts, LedgerFault


class Ledger(Protocol):
    """What came in against what went out, over all organisations."""

    def counts(self) -> LedgerCounts:
        """Return what there is."""

    def faults(self, *, still_since: dt.datetime) -> Iterator[LedgerFault]:
        """Yield what does not add up; work that waits since before then lies still."""

    def originals(self) -> Iterator[str]:
        """Yield the SHA-256 of all bytes that must be kept."""

    def known(self, of: Collection[str]) -> frozenset[str]:
        """Return which of these bytes must be kept."""
