"""Connections to the database, and the kinds of transaction.

SQLite keeps its log ahead of the file (WAL), so that readers never wait for a writer; a writer
takes its place at once (BEGIN IMMEDIATE), so that two never find out at the end. What was
acknowledged to a sender is on the disk before the answer goes out (FULL); other work may, after a
power cut, be done once more (NORMAL).
"""

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from sqlite3 import SQLITE_FULL
from sqlite3 import Connection as SqliteConnection

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from service.ports.errors import AwayError, FullError

SQLITE = "sqlite"
PG_DISK_FULL = "53100"
BUSY_MS = 15_000  # a writer waits this long for another one
HURRY_MS = 100  # and one that only counts, this long
# How soon a server that is not reached any more is given up, unless its address says otherwise: by
# itself Linux would wait for hours for an answer that a network lost.
PATIENCE: Mapping[str, int] = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # milliseconds
}
# Locked, restarting, unreachable, no connection free: it may be over the next time.
PASSING = (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError)
_Insert = sqlite.Insert | postgresql.Insert


class Database:
    """One database; may be used by several threads, not across a fork."""

    def __init__(self, url: str, *, busy_ms: int = BUSY_MS) -> None:
        """Prepare connections; none is made yet."""
        self.url = url
        self._busy_ms = busy_ms
        self.is_sqlite = sa.make_url(url).get_backend_name() == SQLITE
        self._accepting = self._engine("FULL", begin="BEGIN IMMEDIATE")
        self._working = self._engine("NORMAL", begin="BEGIN IMMEDIATE")
        self._reading = self._engine("NORMAL", begin="BEGIN")
        self._counting = self._engine("NORMAL", begin="BEGIN IMMEDIATE", busy_ms=HURRY_MS)

    def _engine(self, synchronous: str, *, begin: str, busy_ms: int | None = None) -> sa.Engine:
        if not self.is_sqlite:
            url = _with_driver(self.url)
            patience = {name: each for name, each in PATIENCE.items() if name not in url.query}
            return sa.create_engine(
                url, pool_pre_ping=True, hide_parameters=True, connect_args=patience
            )
        # an error that is printed must not quote what was to be stored
        engine = sa.create_engine(self.url, hide_parameters=True)

        @sa.event.listens_for(engine, "connect")
        def _prepare(connection: SqliteConnection, _record: object) -> None:
            connection.isolation_level = None  # the driver must not begin by itself
            connection.execute(f"PRAGMA busy_timeout = {busy_ms or self._busy_ms}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA synchronous = {synchronous}")
            connection.execute("PRAGMA foreign_keys = ON")

        @sa.event.listens_for(engine, "begin")
        def _begin(connection: sa.Connection) -> None:
            connection.exec_driver_sql(begin)

        return engine

    @contextmanager
    def accepting(self) -> Iterator[sa.Connection]:
        """Open a transaction that is on the disk when it ends well."""
        with _transaction(self._accepting) as connection:
            yield connection

    @contextmanager
    def working(self) -> Iterator[sa.Connection]:
        """Open a transaction for work that may be repeated."""
        with _transaction(self._working) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Open a transaction that only looks, at one moment in time."""
        with _transaction(self._reading) as connection:
            yield connection

    @contextmanager
    def counting(self) -> Iterator[sa.Connection]:
        """Open a transaction that gives up at once when another one is writing."""
        with _transaction(self._counting) as connection:
            yield connection

    def close(self) -> None:
        """Close all connections."""
        for engine in (self._accepting, self._working, self._reading, self._counting):
            engine.dispose()


@contextmanager
def _transaction(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Open a transaction; what may pass by itself is told apart from what will not.

    Raises:
        FullError: when the disk of the database is full.
        AwayError: when the database cannot be used now.

    """
    try:
        with engine.begin() as connection:
            yield connection
    except PASSING as error:
        if _is_full(error):
            raise FullError from error
        message = "the database"
        raise AwayError(message) from error


def _is_full(error: sa.exc.SQLAlchemyError) -> bool:
    origin = getattr(error, "orig", None)
    code = getattr(origin, "sqlite_errorcode", 0) & 0xFF  # the rest of it says more
    return code == SQLITE_FULL or getattr(origin, "sqlstate", None) == PG_DISK_FULL


def _with_driver(url: str) -> sa.URL:
    """Use psycopg 3 for PostgreSQL, whatever short form was given."""
    parsed = sa.make_url(url)
    if parsed.drivername in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


def insert_once(connection: sa.Connection, table: sa.Table, **values: object) -> bool:
    """Insert a row unless one with its key is there; tell whether it was inserted."""
    insert = dialect_insert(connection)(table).values(**values).on_conflict_do_nothing()
    # a row comes back only when one was made; of the count PostgreSQL says nothing
    return connection.execute(insert.returning(*table.primary_key)).first() is not None


def insert_all_once(
    connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, object]]
) -> None:
    """Insert rows, but not those with a key that is there."""
    connection.execute(_once(table, connection.dialect.name), rows)


@functools.cache
def _once(table: sa.Table, dialect: str) -> sa.Insert:
    insert = sqlite.insert if dialect == SQLITE else postgresql.insert
    return insert(table).on_conflict_do_nothing()


def dialect_insert(connection: sa.Connection) -> Callable[[sa.Table], _Insert]:
    """Return the insert of this database, which can do without rows that are there."""
    return sqlite.insert if connection.dialect.name == SQLITE else postgresql.insert
