"""Who is logged in."""

import datetime as dt

import sqlalchemy as sa

from service.adapters.store.tables import session
from service.ports.errors import NotFoundError
from service.records.people import Session


class SqlSessions:
    """The sessions in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, new: Session) -> None:
        """Keep a new session."""
        self._connection.execute(
            session.insert().values(
                token_hash=new.token_hash,
                account_id=new.account_id,
                created_at=new.created_at,
                seen_at=new.seen_at,
                expires_at=new.expires_at,
            )
        )

    def find(self, token_hash: str) -> Session:
        """Return a session, over or not."""
        row = self._connection.execute(
            session.select().where(session.c.token_hash == token_hash)
        ).one_or_none()
        if row is None:
            raise NotFoundError
        return Session(row.token_hash, row.account_id, row.created_at, row.seen_at, row.expires_at)

    def of(self, account_id: str) -> tuple[Session, ...]:
        """Return the sessions of an account, over or not, the one used last first."""
        rows = self._connection.execute(
            session.select()
            .where(session.c.account_id == account_id)
            .order_by(session.c.seen_at.desc(), session.c.created_at.desc())
        )
        return tuple(
            Session(row.token_hash, row.account_id, row.created_at, row.seen_at, row.expires_at)
            for row in rows
        )

    def seen(self, token_hash: str, *, now: dt.datetime) -> None:
        """Note that the session was used."""
        self._connection.execute(
            session.update().where(session.c.token_hash == token_hash).values(seen_at=now)
        )

    def end(self, token_hash: str) -> None:
        """End a session."""
        self._connection.execute(session.delete().where(session.c.token_hash == token_hash))

    def end_all(self, account_id: str) -> None:
        """End every session of an account."""
        self._connection.execute(session.delete().where(session.c.account_id == account_id))

    def forget(self, *, before: dt.datetime) -> None:
        """Throw away sessions that were over before this time."""
        self._connection.execute(session.delete().where(session.c.expires_at < before))
