"""What people established about letters, each with who and when; undone, never thrown away."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.tables import correction, letter
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
        of_letter = sa.select(letter.c.organisation_id, letter.c.arrived_on, letter.c.profile)
        row = self._connection.execute(of_letter.where(letter.c.id == new.letter_id)).one()
        self._connection.execute(
            correction.insert().values(
                id=new.id,
                letter_id=new.letter_id,
                about=new.about,
                act=new.act,
                content=self._sealer.seal_text(new.content),
                account_id=new.account_id,
                made_at=new.made_at,
                read_as=new.read_as,
                **row._mapping,  # noqa: SLF001 - is public
            )
        )
        self._note_change(new.letter_id)

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
        self._note_change(letter_id)

    def _note_change(self, letter_id: str) -> None:
        """Keep whether a person changed anything of what was read; to confirm it is no change."""
        changes = (
            sa.select(correction.c.id)
            .where(correction.c.letter_id == letter_id)
            .where(correction.c.act != Act.CONFIRMED)
            .where(correction.c.undone_at.is_(None))
        )
        self._connection.execute(
            letter.update().where(letter.c.id == letter_id).values(is_changed=changes.exists())
        )

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
            read_as=row.read_as,
        )
