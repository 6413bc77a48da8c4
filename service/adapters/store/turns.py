"""Whose turn it is, as rows that one owner holds until a time."""

import datetime as dt

import sqlalchemy as sa

from service.adapters.store.database import dialect_insert
from service.adapters.store.tables import turn


class SqlTurns:
    """The turns in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def take(self, name: str, owner: str, *, now: dt.datetime, until: dt.datetime) -> bool:
        """Take a turn, or keep it for longer; False while it is another's.

        One that ends later than two of ours would was taken by a clock that was ahead.
        """
        beyond = until + (until - now)
        insert = dialect_insert(self._connection)(turn).values(name=name, owner=owner, until=until)
        taken = insert.on_conflict_do_update(
            index_elements=[turn.c.name],
            set_={"owner": owner, "until": until},
            where=sa.or_(turn.c.owner == owner, turn.c.until <= now, turn.c.until > beyond),
        )
        return self._connection.execute(taken.returning(turn.c.name)).first() is not None
