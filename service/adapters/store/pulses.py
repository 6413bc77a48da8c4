"""When each round of the keeper last went well: how other processes see that it lives."""

import datetime as dt
from collections.abc import Mapping

import sqlalchemy as sa

from service.adapters.store.database import insert_once
from service.adapters.store.tables import pulse


class SqlPulses:
    """The pulses in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def beat(self, name: str, *, now: dt.datetime) -> None:
        """Keep that the round went well."""
        if insert_once(self._connection, pulse, name=name, beaten_at=now):
            return
        self._connection.execute(pulse.update().where(pulse.c.name == name).values(beaten_at=now))

    def ages(self, *, now: dt.datetime) -> Mapping[str, float]:
        """Return how many seconds ago each round went well."""
        rows = self._connection.execute(pulse.select())
        return {row.name: (now - row.beaten_at).total_seconds() for row in rows}
