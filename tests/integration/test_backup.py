"""A backup gives everything back on an empty installation, and says when it cannot."""

from pathlib import Path

import pytest

from service.adapters.backup import (
    ORIGINALS,
    BackupError,
    Kept,
    Manifest,
    back_up,
    check_backup,
    check_originals,
    restore,
)
from service.adapters.blobs.folder import FolderBlobs
from service.adapters.sealing import Sealer
from service.adapters.store.database import Database
from service.usecases.read_letter import Room, read_letter
from service.usecases.receive import receive
from tests.posts import KEY, FakeReader, PostRoom, envelope, incoming, post_room


def kept(room: PostRoom, folder: Path) -> Kept:
    return Kept(room.store.database, room.blobs, folder / "sleutel")


def backed_up(room: PostRoom, folder: Path, *, with_key: bool = False) -> Manifest:
    (folder / "sleutel").write_text(KEY.hex())
    target = folder / "backup"
    return back_up(kept(room, folder), target, made_at="nu", version="1", with_key=with_key)


def originals_in(folder: Path) -> FolderBlobs:
    return FolderBlobs(folder / "backup" / ORIGINALS, Sealer((KEY,)))


def one_letter(room: PostRoom, content: bytes = b"een brief") -> str:
    letter_id = receive([incoming(content=content)], envelope(), desk=room.desk).letters[0].id
    read_letter(letter_id, room=Room(room.store, FakeReader(), room.clock, 3))
    return letter_id


def code_of(error: pytest.ExceptionInfo[BackupError]) -> str:
    return error.value.code


def test_everything_comes_back_on_an_empty_installation(room: PostRoom, tmp_path: Path) -> None:
    letter_id = one_letter(room)
    backed_up(room, tmp_path, with_key=True)
    new = tmp_path / "nieuw"
    empty = Kept(
        Database(f"sqlite:///{new / 'test.db'}"),
        FolderBlobs(new / "blobs", Sealer((KEY,))),
        new / "sleutel",
    )
    new.mkdir()
    restore(tmp_path / "backup", empty, originals=originals_in(tmp_path))
    assert (new / "sleutel").read_text() == KEY.hex()
    store = type(room.store)(
        empty.database, sealer=Sealer((KEY,)), envelope=lambda *_: ("", b""), clock=room.clock
    )
    with store.reading() as transaction:
        letter = transaction.letters.find(letter_id)
        assert transaction.letters.report(letter_id).id == letter_id
    assert empty.blobs.read(letter.sha256) == b"een brief"
    assert check_originals(empty) == 1
    empty.database.close()


def test_the_key_stays_out_unless_asked_for(room: PostRoom, tmp_path: Path) -> None:
    one_letter(room)
    backed_up(room, tmp_path)
    assert not (tmp_path / "backup" / "sleutel").exists()


def test_a_second_backup_copies_only_what_is_new(room: PostRoom, tmp_path: Path) -> None:
    one_letter(room, b"een")
    backed_up(room, tmp_path)
    before = {path: path.stat().st_ino for path in (tmp_path / "backup").rglob("??/*")}
    one_letter(room, b"twee")
    assert backed_up(room, tmp_path).originals == 2
    after = {path: path.stat().st_ino for path in (tmp_path / "backup").rglob("??/*")}
    assert before.items() < after.items()
    check_backup(tmp_path / "backup", originals_in(tmp_path))


def test_a_lost_original_is_named(room: PostRoom, tmp_path: Path) -> None:
    letter_id = one_letter(room)
    with room.store.reading() as transaction:
        sha256 = transaction.letters.find(letter_id).sha256
    room.blobs.delete(sha256)
    with pytest.raises(BackupError) as error:
        check_originals(kept(room, tmp_path))
    assert (code_of(error), error.value.about) == ("origineel_ontbreekt", sha256)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("manifest.json", "geen_backup"),
        ("postkamer.db", "database_ontbreekt"),
    ],
)
def test_a_backup_with_a_part_missing_is_refused(
    room: PostRoom, tmp_path: Path, damage: str, code: str
) -> None:
    one_letter(room)
    backed_up(room, tmp_path)
    (tmp_path / "backup" / damage).unlink()
    with pytest.raises(BackupError) as error:
        check_backup(tmp_path / "backup", originals_in(tmp_path))
    assert code_of(error) == code


def test_a_damaged_database_or_original_is_refused(room: PostRoom, tmp_path: Path) -> None:
    one_letter(room)
    backed_up(room, tmp_path)
    (original,) = (tmp_path / "backup" / ORIGINALS).glob("??/*")
    for path, code in (
        (tmp_path / "backup" / "postkamer.db", "database_beschadigd"),
        (original, "origineel_beschadigd"),
    ):
        whole = path.read_bytes()
        path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        with pytest.raises(BackupError) as error:
            check_backup(tmp_path / "backup", originals_in(tmp_path))
        assert code_of(error) == code
        path.write_bytes(whole)


def test_nothing_is_restored_over_letters(room: PostRoom, tmp_path: Path) -> None:
    one_letter(room)
    backed_up(room, tmp_path)
    with post_room(tmp_path / "ander") as other:
        one_letter(other)
        with pytest.raises(BackupError) as error:
            restore(tmp_path / "backup", kept(other, tmp_path), originals=originals_in(tmp_path))
    assert code_of(error) == "niet_leeg"
