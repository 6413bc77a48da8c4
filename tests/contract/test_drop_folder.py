"""What every watched folder must do; the one there is works on a real disk."""

import os
from pathlib import Path

import pytest

from service.adapters.drop_folder import DiskDropFolder
from service.ports.doors import DropFolder, Seen, Sort
from service.ports.errors import ChangedError, FolderAwayError, OccupiedError, TroubleError


@pytest.fixture
def folder(tmp_path: Path) -> DropFolder:
    """Return a prepared folder."""
    made = DiskDropFolder(tmp_path)
    made.prepare(is_known=False)
    return made


def put(tmp_path: Path, name: str, content: bytes = b"inhoud") -> Path:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def seen(folder: DropFolder) -> Seen:
    (only,) = folder.look().seen
    return only


def test_a_look_shows_files_and_manifests_in_order(folder: DropFolder, tmp_path: Path) -> None:
    for name in ("b.pdf", "a.pdf", "sub/c.pdf", "sub/Manifest.csv", "verwerkt/oud.pdf"):
        put(tmp_path, name)
    look = folder.look()
    assert [each.name for each in look.seen] == ["a.pdf", "b.pdf", "sub/c.pdf"]
    assert [each.name for each in look.manifests] == ["sub/Manifest.csv"]


def test_an_identity_changes_with_the_content(folder: DropFolder, tmp_path: Path) -> None:
    path = put(tmp_path, "a.pdf")
    first = seen(folder).identity
    path.write_bytes(b"langere inhoud")
    assert seen(folder).identity != first
    assert folder.identity("a.pdf") == seen(folder).identity
    assert folder.identity("is-er-niet.pdf") is None


def test_an_identity_outlives_a_move(folder: DropFolder, tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    before = seen(folder).identity
    folder.move("a.pdf", "verwerkt/a.pdf")
    assert folder.identity("verwerkt/a.pdf") == before


def test_nothing_is_moved_over_something_else(folder: DropFolder, tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    put(tmp_path, "verwerkt/a.pdf", b"een ander")
    with pytest.raises(OccupiedError):
        folder.move("a.pdf", "verwerkt/a.pdf")
    assert (tmp_path / "verwerkt/a.pdf").read_bytes() == b"een ander"
    assert (tmp_path / "a.pdf").exists()


def test_a_place_that_was_taken_before_a_crash_is_used(folder: DropFolder, tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    put(tmp_path, "verwerkt/a.pdf", b"")
    folder.move("a.pdf", "verwerkt/a.pdf")
    assert (tmp_path / "verwerkt/a.pdf").read_bytes() == b"inhoud"


@pytest.mark.parametrize("taken", ["a.pdf", "a.pdf.json", "a.pdf.txt"])
def test_a_free_place_has_room_for_all_that_lies_beside(
    folder: DropFolder, tmp_path: Path, taken: str
) -> None:
    assert folder.free_place("verwerkt", "a.pdf") == "verwerkt/a.pdf"
    put(tmp_path, f"verwerkt/{taken}")
    assert folder.free_place("verwerkt", "a.pdf") == "verwerkt/a-2.pdf"


def test_a_link_to_nothing_takes_a_place_too(folder: DropFolder, tmp_path: Path) -> None:
    (tmp_path / "verwerkt/a.pdf").symlink_to("nergens")
    assert folder.free_place("verwerkt", "a.pdf") == "verwerkt/a-2.pdf"


def test_a_file_that_changes_while_it_is_read_is_not_whole(
    folder: DropFolder, tmp_path: Path
) -> None:
    path = put(tmp_path, "a.pdf")
    with folder.open_file(seen(folder)) as opened:
        opened.check_whole()
        with path.open("ab") as file:
            file.write(b" en meer")
        with pytest.raises(ChangedError):
            opened.check_whole()


def test_a_file_that_is_replaced_while_it_is_read_is_not_whole(
    folder: DropFolder, tmp_path: Path
) -> None:
    put(tmp_path, "a.pdf")
    with folder.open_file(seen(folder)) as opened:
        put(tmp_path, "b.tmp", b"een ander").replace(tmp_path / "a.pdf")
        with pytest.raises(ChangedError):
            opened.check_whole()


def test_a_link_that_took_the_name_of_a_file_is_not_followed(
    folder: DropFolder, tmp_path: Path
) -> None:
    path = put(tmp_path, "a.pdf")
    before = seen(folder)
    path.rename(tmp_path / "verwerkt/a.pdf")
    path.symlink_to(tmp_path / "verwerkt/a.pdf")
    with pytest.raises(TroubleError), folder.open_file(before):
        pass
    assert seen(folder).sort is Sort.LINK


def test_a_pipe_is_never_waited_for(folder: DropFolder, tmp_path: Path) -> None:
    path = put(tmp_path, "a.pdf")
    before = seen(folder)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(ChangedError), folder.open_file(before):
        pass
    assert seen(folder).sort is Sort.OTHER
    assert folder.is_being_written("a.pdf") is False


def test_a_text_is_written_whole_and_removed_again(folder: DropFolder, tmp_path: Path) -> None:
    folder.write("fout/sub/a.pdf.txt", "één")
    assert (tmp_path / "fout/sub/a.pdf.txt").read_text(encoding="utf-8") == "één"
    for _ in range(2):
        folder.remove("fout/sub/a.pdf.txt")
    assert os.listdir(tmp_path / "fout/sub") == []  # noqa: PTH208


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    away = DiskDropFolder(tmp_path / "weg")
    with pytest.raises(FolderAwayError):
        away.prepare(is_known=False)
    with pytest.raises(FolderAwayError):
        away.look()


def test_a_folder_without_its_areas_is_another_folder(tmp_path: Path) -> None:
    with pytest.raises(FolderAwayError):
        DiskDropFolder(tmp_path).prepare(is_known=True)


def test_areas_are_known_in_capitals_too(tmp_path: Path) -> None:
    put(tmp_path, "Verwerkt/a.pdf")
    assert DiskDropFolder(tmp_path).look().seen == ()
