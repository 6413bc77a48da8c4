"""The audit log: who saw, changed, exported and deleted what; rows are added and never changed."""

from collections.abc import Iterator
from typing import Protocol

from service.records.audit import AuditQuery, AuditRow, Checked, Deed, Head


class Audit(Protocol):
    """What was done, in one chain for the whole installation."""

    def note(self, deed: Deed) -> None:
        """Write down what is done; it stands there when this transaction ends well.

        Raises:
            ReadOnlyError: in a transaction that only looks, or that waits for nobody.

        """

    def list(self, query: AuditQuery) -> tuple[AuditRow, ...]:
        """Return the rows that are asked for, the newest first."""

    def stream(self, query: AuditQuery) -> Iterator[AuditRow]:
        """Return the rows that are asked for, the oldest first, however many there are."""

    def head(self) -> Head:
        """Return the last row."""

    def check(self, expected: Head | None = None) -> Checked:
        """Look through all rows; `expected` is a head that was seen before and must be there."""
