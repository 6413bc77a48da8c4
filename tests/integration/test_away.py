"""What may pass by itself is told apart from what will not: it is tried again."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from service.adapters.reader import load_kept
from service.adapters.store.database import Database
from service.adapters.store.migrate import is_migrated, migrate
from service.ports.errors import AwayError
from service.usecases.receive import receive
from tests.posts import PostRoom, envelope, incoming
from tests.servers import PostgreSql


def test_a_locked_database_is_away(room: PostRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.adapters.store.database.BUSY_MS", 10)
    other = Database(room.store.database.url)

    def write() -> None:
        with other.working():
            pass

    with room.store.database.working(), pytest.raises(AwayError):
        write()
    other.close()


def test_a_mistake_in_the_code_is_not_away(room: PostRoom) -> None:
    def ask() -> None:
        with room.store.database.reading() as connection:
            connection.execute(sa.text("SELECT :nothing"), {"else": 1})

    with pytest.raises(sa.exc.StatementError) as found:
        ask()
    assert not isinstance(found.value, AwayError)


def test_an_error_of_the_database_does_not_quote_what_was_stored(room: PostRoom) -> None:
    def ask() -> None:
        with room.store.database.reading() as connection:
            connection.execute(sa.text("SELECT nergens WHERE 1 = :name"), {"name": "Jansen"})

    with pytest.raises(AwayError) as found:
        ask()
    assert "Jansen" not in f"{found.value} {found.value.__cause__}"


def test_an_original_that_is_not_there_is_away(room: PostRoom) -> None:
    with pytest.raises(AwayError):
        load_kept("0" * 64, blobs=room.blobs, max_bytes=100)


def test_an_original_beyond_the_limit_shows_that_it_is(room: PostRoom) -> None:
    receive([incoming(content=b"x" * 900_000)], envelope(), desk=room.desk)
    (sha256,) = room.blobs.all()
    assert len(load_kept(sha256, blobs=room.blobs, max_bytes=900_000)) == 900_000
    assert len(load_kept(sha256, blobs=room.blobs, max_bytes=100)) > 100


def test_a_database_without_tables_is_known(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new.db'}")
    assert not is_migrated(database)
    migrate(database)
    assert is_migrated(database)
    database.close()


def test_a_connection_that_a_network_lost_is_given_up_within_a_minute(
    postgresql: PostgreSql,
) -> None:
    database = Database(f"{postgresql.new_database()}?connect_timeout=7")
    with database.reading() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        given = driver.info.get_parameters()
    database.close()
    assert given["connect_timeout"] == "7"
    assert int(given["tcp_user_timeout"]) == 30_000
    assert int(given["keepalives_idle"]) + 3 * int(given["keepalives_interval"]) == 60
