"""What people established about letters, each with who and when; undone, never thrown away."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.tables import correction
from service.ports.errors import NotFoundError
from service.records.work import Act, Correction


class SqlCorrections:
    """The corrections in one transaction."""

    def __init__(self, connection: sa.Connection, sealer: Sealer) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._sealer = sealer

    def add(self, new: Correction) -> None:
        """Keep what a person established."""
        self._connection.execute(
            correction.insert().values(
                id=new.id,
                letter_id=new.letter_id,
                about=new.about,
                act=new.act,
                content=self._sealer.seal_text(new.content),
                account_id=new.account_id,
                made_at=new.made_at,
            )
        )

    def of(self, letter_id: str) -> tuple[Correction, ...]:
        """Return everything that was established about a letter, undone or not, oldest first."""
        rows = self._connection.execute(
            correction.select()
            .where(correction.c.letter_id == letter_id)
            .order_by(correction.c.number)
        )
        return tuple(self._record(row) for row in rows)

    def undo(self, correction_id: str, *, letter_id: str, now: dt.datetime) -> None:
        """Let something not hold any more.

        Raises:
            NotFoundError: when nothing of that name holds for the letter.

        """
        done = self._connection.execute(
            correction.update()
            .where(correction.c.id == correction_id)
            .where(correction.c.letter_id == letter_id)
            .where(correction.c.undone_at.is_(None))
            .values(undone_at=now)
        )
        if not done.rowcount:
            raise NotFoundError(correction_id)

    def _record(self, row: sa.Row[Any]) -> Correction:
        return Correction(
            id=row.id,
            letter_id=row.letter_id,
            about=row.about,
            act=Act(row.act),
            content=self._sealer.open_text(row.content),
            account_id=row.account_id,
            made_at=row.made_at,
            undone_at=row.undone_at,
        )
