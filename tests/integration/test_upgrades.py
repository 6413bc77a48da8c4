"""Whatever version an installation comes from, everything in it can be read and goes on."""

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from service.adapters.blobs.folder import FolderBlobs
from service.adapters.readings import FORMAT
from service.adapters.sealing import Sealer
from service.adapters.store.database import Database
from service.adapters.store.migrate import is_migrated, migrate
from service.adapters.store.store import SqlStore
from service.adapters.store.tables import letter, metadata, reading
from service.bootstrap.web import unpacked
from service.records.letters import LetterRecord
from service.usecases.correct import Judge
from service.usecases.dossier import open_dossier
from service.usecases.ledger import check
from service.usecases.reassess import Question, Reassessed, reassess
from tests.posts import KEY, OURS, FakeClock, PostRoom, envelope_of
from tests.releases import save, saved, unpack
from validators.profile import catalogue_of

NOW = "deze versie"
CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


@pytest.fixture(scope="module")
def of_now(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an installation as `scripts/save-release` would save it today."""
    file = tmp_path_factory.mktemp("bewaard") / "nu.tar.gz"
    save(file)
    return file


@pytest.fixture(params=[NOW, *(each.name for each in saved())])
def upgraded(request: pytest.FixtureRequest, of_now: Path, tmp_path: Path) -> Iterator[SqlStore]:
    """Return the store of an installation of that version after it was brought to this one."""
    known = {each.name: each for each in saved()}
    unpack(known.get(request.param, of_now), tmp_path)
    database = Database(f"sqlite:///{tmp_path / 'test.db'}")
    migrate(database)
    yield SqlStore(database, sealer=Sealer((KEY,)), envelope=envelope_of(), clock=FakeClock())
    database.close()


def judge_of(store: SqlStore) -> Judge:
    return Judge(store, FakeClock(), lambda: "verbetering-9", unpacked, catalogue_of())


def letters_of(store: SqlStore) -> list[LetterRecord]:
    with store.reading() as transaction:
        ids = transaction.connection.execute(sa.select(letter.c.id)).scalars().all()
        return [transaction.letters.find(each) for each in ids]


def test_the_tables_are_those_of_now(upgraded: SqlStore) -> None:
    assert is_migrated(upgraded.database)
    with upgraded.database.reading() as connection:
        found = sa.inspect(connection)
        for table in metadata.sorted_tables:
            columns = {each["name"] for each in found.get_columns(table.name)}
            assert columns == {each.name for each in table.c}, table.name


def test_every_report_and_every_letter_can_be_read(upgraded: SqlStore) -> None:
    found = letters_of(upgraded)
    assert len(found) == 3
    for each in found:
        with upgraded.reading() as transaction:
            for version in range(1, each.report_version + 1):
                assert transaction.letters.report(each.id, version=version).schema_version == "1.0"
            for sent in transaction.sent_letters.about(each.id):
                assert sent.concept.letter.signed_by
        dossier = open_dossier(each.id, OURS.id, judge=judge_of(upgraded))
        assert dossier.report is not None


def test_the_books_and_the_log_are_whole(upgraded: SqlStore, tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path / "blobs", Sealer((KEY,)))
    faults = check(store=upgraded, blobs=blobs, clock=FakeClock()).faults
    assert {each.code for each in faults} <= {"werk_ligt_stil", "apart"}
    with upgraded.reading() as transaction:
        assert transaction.audit.check().broken is None


def test_what_was_read_is_judged_again_or_named_for_reading_again(upgraded: SqlStore) -> None:
    judged = list(
        reassess(Question(OURS.id, with_handled=True), judge=judge_of(upgraded), applies=False)
    )
    assert len(judged) == 3
    assert all(isinstance(each, Reassessed) for each in judged)


def test_every_released_version_was_saved() -> None:
    """Whoever releases one and forgets `scripts/save-release` hears it here."""
    released = re.findall(r"^## \[?v?(\d+\.\d+\.\d+)", CHANGELOG.read_text(), re.MULTILINE)
    assert [each for each in released if f"{each}.tar.gz" not in {it.name for it in saved()}] == []


def as_older(room: PostRoom, letter_id: str) -> None:
    """Let a reading be one that a version with another format made."""
    sealer = Sealer((KEY,))
    with room.store.reading() as transaction:
        content = json.loads(zlib.decompress(transaction.letters.reading(letter_id)))
    content["format"] = FORMAT - 1
    packed = sealer.seal(zlib.compress(json.dumps(content).encode()))
    with room.store.database.working() as connection:
        connection.execute(reading.update().values(content=packed))


def test_a_reading_of_an_older_format_keeps_its_report_and_is_named(
    room: PostRoom, letter: LetterRecord
) -> None:
    as_older(room, letter.id)
    judging = judge_of(room.store)
    dossier = open_dossier(letter.id, OURS.id, judge=judging)
    assert dossier.report is not None
    assert dossier.reading is None
    found = list(reassess(Question(OURS.id), judge=judging, applies=True))
    assert found == [Reassessed(letter.id, is_judged=False)]
    with room.store.reading() as transaction:
        assert transaction.letters.find(letter.id).report_version == 1
