"""How often something was done in a period; the processes of the service count together."""

import datetime as dt

import sqlalchemy as sa

from service.adapters.store.database import dialect_insert
from service.adapters.store.tables import request_count


class SqlCounts:
    """The counts in one transaction; a period is named by the second at which it began."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, who: str, period: int, *, times: int = 1) -> int:
        """Count so many times more; return how often it is now. Earlier periods are forgotten."""
        insert = dialect_insert(self._connection)(request_count).values(
            who=who, period=period, count=times
        )
        count: int = self._connection.execute(
            insert.on_conflict_do_update(
                index_elements=[request_count.c.who, request_count.c.period],
                set_={"count": request_count.c.count + times},
            ).returning(request_count.c.count)
        ).scalar_one()
        if count == times:
            self._connection.execute(
                request_count.delete()
                .where(request_count.c.who == who)
                .where(request_count.c.period < period)
            )
        return count

    def read(self, who: str, period: int) -> int:
        """Return how often it was."""
        found = self._connection.execute(
            sa.select(request_count.c.count)
            .where(request_count.c.who == who)
            .where(request_count.c.period == period)
        ).scalar_one_or_none()
        return found or 0

    def forget(self, who: str) -> None:
        """Begin again."""
        self._connection.execute(request_count.delete().where(request_count.c.who == who))

    def sweep(self, *, before: dt.datetime) -> None:
        """Throw away what was counted in periods that began before this time."""
        self._connection.execute(
            request_count.delete().where(request_count.c.period < int(before.timestamp()))
        )
