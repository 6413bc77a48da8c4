"""Replacing the key: everything is sealed anew, found as before, and nothing needs the old key."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from pydantic import SecretStr

from service.adapters.sealing import VALUE, Sealer, SealError, load_keys
from service.adapters.store.tables import metadata
from service.bootstrap.encryption import replace_key
from service.bootstrap.kept import open_blobs, open_store
from service.bootstrap.machine import clock
from service.bootstrap.web import desk, ready_store
from service.records.letters import Door, LetterQuery
from service.settings import OWN, ConfigurationError, Settings
from service.usecases.health import KEEPER
from service.usecases.read_letter import Room, read_letter
from service.usecases.receive import Envelope, receive
from tests.posts import FakeReader, incoming

LARGE = bytes(3 * 1024 * 1024)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation with a letter that was read and a large original."""
    settings = Settings(data=tmp_path / "data")
    store = ready_store(settings)
    receiving = desk(settings, store, open_blobs(settings))
    given = [incoming("brief jansen.pdf"), incoming("groot.pdf", LARGE)]
    letters = receive(given, Envelope(OWN, Door.API, "sleutel-1"), desk=receiving).letters
    read_letter(letters[0].id, room=Room(store, FakeReader(), clock(), max_claims=3))
    store.database.close()
    return settings


def seen(settings: Settings) -> list[object]:
    """Return what can be read and found of what is kept."""
    store, blobs = open_store(settings), open_blobs(settings)
    with store.reading() as transaction:
        letters = transaction.letters.list(LetterQuery(OWN))
        found: list[object] = [each.file for each in letters]
        found += [transaction.letters.report(each.id) for each in letters if each.finished_at]
        found += [transaction.work_list.hashes("jansen"), transaction.audit.check().broken]
    found += [len(blobs.read(sha256)) for sha256 in blobs.all()]
    store.database.close()
    return found


def sealed(settings: Settings) -> list[bytes]:
    """Return everything that is sealed, as it is kept."""
    store, blobs = open_store(settings), open_blobs(settings)
    with store.database.reading() as connection:
        values = [
            bytes(value)
            for table in metadata.sorted_tables
            for column in table.columns
            if isinstance(column.type, sa.LargeBinary)
            for value in connection.execute(sa.select(column)).scalars()
            if value is not None and bytes(value).startswith(VALUE)
        ]
    store.database.close()
    return values + [next(iter(blobs.export(sha256))) for sha256 in blobs.all()]


def test_everything_is_as_it_was_and_nothing_needs_the_old_key(settings: Settings) -> None:
    before, (old,) = seen(settings), load_keys(settings.key_path, None)
    done = replace_key(settings)
    new, oldest = load_keys(settings.key_path, None)
    assert oldest == old
    assert seen(settings) == before
    assert done.originals == 2
    everything = sealed(settings)
    assert len(everything) == done.values + done.originals
    assert all(Sealer((new,)).is_current(each) for each in everything)


def test_it_can_be_done_again_and_keeps_no_key_in_between(settings: Settings) -> None:
    before, (oldest,) = seen(settings), load_keys(settings.key_path, None)
    replace_key(settings)
    between, _ = load_keys(settings.key_path, None)
    replace_key(settings)
    newest, last = load_keys(settings.key_path, None)
    assert last == oldest
    assert newest != between
    assert seen(settings) == before


def test_what_broke_off_half_way_stays_readable_and_is_finished_later(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = seen(settings)

    def fail(*_: object, **__: object) -> int:
        raise InterruptedError

    with monkeypatch.context() as broken:
        broken.setattr("service.adapters.resealing.reseal_blobs", fail)
        with pytest.raises(InterruptedError):
            replace_key(settings)
    assert seen(settings) == before
    replace_key(settings)
    assert seen(settings) == before
    assert len(load_keys(settings.key_path, None)) == 2


def test_while_the_service_runs_it_is_refused(settings: Settings) -> None:
    store = open_store(settings)
    with store.working() as transaction:
        transaction.pulses.beat(KEEPER, now=clock().now())
    store.database.close()
    before = settings.key_path.read_bytes()
    with pytest.raises(ConfigurationError, match="Stop de service"):
        replace_key(settings)
    assert settings.key_path.read_bytes() == before


def test_a_key_from_the_environment_is_not_replaced(settings: Settings) -> None:
    key = SecretStr(load_keys(settings.key_path, None)[0].hex())
    given = settings.model_copy(update={"key": key})
    with pytest.raises(ConfigurationError, match="omgeving"):
        replace_key(given)


def test_the_key_file_is_for_us_alone(settings: Settings) -> None:
    replace_key(settings)
    assert settings.key_path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(SealError):
        Sealer((bytes(32),)).open(sealed(settings)[0])
