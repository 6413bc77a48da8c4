"""How often something was done in a period; the processes of the service count together."""

import sqlalchemy as sa

from service.adapters.store.database import dialect_insert
from service.adapters.store.tables import request_count


class SqlCounts:
    """The counts in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, who: str, period: int) -> int:
        """Count once more; return how often it is now. Earlier periods are forgotten."""
        insert = dialect_insert(self._connection)(request_count).values(
            key_id=who, minute=period, count=1
        )
        count: int = self._connection.execute(
            insert.on_conflict_do_update(
                index_elements=[request_count.c.key_id, request_count.c.minute],
                set_={"count": request_count.c.count + 1},
            ).returning(request_count.c.count)
        ).scalar_one()
        if count == 1:
            self._connection.execute(
                request_count.delete()
                .where(request_count.c.key_id == who)
                .where(request_count.c.minute < period)
            )
        return count

    def read(self, who: str, period: int) -> int:
        """Return how often it was."""
        found = self._connection.execute(
            sa.select(request_count.c.count)
            .where(request_count.c.key_id == who)
            .where(request_count.c.minute == period)
        ).scalar_one_or_none()
        return found or 0

    def forget(self, who: str) -> None:
        """Begin again."""
        self._connection.execute(request_count.delete().where(request_count.c.key_id == who))
