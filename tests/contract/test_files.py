"""Walking folders and reading letters on a real disk: nothing hangs, nothing vanishes."""

import json
import os
import socket
from collections import deque
from pathlib import Path

import pytest

from extractors.errors import TooLargeError
from service.adapters.files import LocalFiles, read_letter
from service.adapters.letter_files import LetterFiles
from service.ports.errors import Trouble, TroubleError
from tests.full_disk import small_disk
from tests.unit.service.reports import make_outcome, make_report


def walked(folder: Path) -> dict[str, Trouble | None]:
    return {each.name: each.trouble for each in LocalFiles().walk(str(folder)).found}


def trouble_of(path: Path) -> Trouble:
    with pytest.raises(TroubleError) as caught:
        read_letter(str(path), max_bytes=100)
    return caught.value.trouble


def test_letters_are_found_in_folders_below(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(b"a")
    (tmp_path / "b.docx").write_bytes(b"b")
    assert walked(tmp_path) == {"b.docx": None, "in/a.pdf": None}


@pytest.mark.parametrize("name", [".hidden.pdf", "~$open.docx", "Thumbs.db", "desktop.ini"])
def test_hidden_files_are_left_out(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    listing = LocalFiles().walk(str(tmp_path))
    assert (listing.found, listing.skipped) == ((), ())


def test_data_beside_letters_is_skipped_and_named(tmp_path: Path) -> None:
    for name in ("manifest.csv", "uitslag.jsonl", "a.pdf"):
        (tmp_path / name).write_bytes(b"x")
    listing = LocalFiles().walk(str(tmp_path))
    assert [each.name for each in listing.found] == ["a.pdf"]
    assert [each.name for each in listing.manifests] == ["manifest.csv"]
    assert listing.skipped == ("uitslag.jsonl",)


def test_a_manifest_is_known_however_its_name_is_written(tmp_path: Path) -> None:
    (tmp_path / "Manifest.CSV").write_bytes(b"x")
    listing = LocalFiles().walk(str(tmp_path))
    assert [each.name for each in listing.manifests] == ["Manifest.CSV"]
    assert listing.skipped == ()


def test_a_loop_of_folders_is_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "terug").symlink_to(tmp_path)
    assert walked(tmp_path) == {"in/terug": Trouble.SYMLINK_LUS}


def test_a_link_to_a_folder_that_holds_this_one_is_a_loop_as_well(tmp_path: Path) -> None:
    (tmp_path / "post").mkdir()
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "brief.pdf").write_bytes(b"x")
    (tmp_path / "post" / "terug").symlink_to(tmp_path)
    (tmp_path / "post" / "ook").symlink_to(tmp_path / "elders")
    assert walked(tmp_path / "post") == {"terug": Trouble.SYMLINK_LUS, "ook/brief.pdf": None}


def test_a_link_to_itself_is_a_loop(tmp_path: Path) -> None:
    (tmp_path / "ik").symlink_to(tmp_path / "ik")
    assert walked(tmp_path) == {"ik": Trouble.SYMLINK_LUS}


def test_a_link_to_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "weg.pdf").symlink_to(tmp_path / "nergens.pdf")
    assert walked(tmp_path) == {"weg.pdf": Trouble.VERDWENEN}


def test_a_pipe_and_a_socket_are_named_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    with socket.socket(socket.AF_UNIX) as endpoint:
        endpoint.bind(str(tmp_path / "stopcontact"))
        troubles = walked(tmp_path)
    assert set(troubles.values()) == {Trouble.GEEN_BESTAND}


def test_a_name_that_is_no_text_can_be_printed_and_read(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/br\xefef.pdf"
    Path(os.fsdecode(path)).write_bytes(b"x")
    (found,) = LocalFiles().walk(str(tmp_path)).found
    assert found.name == "br\ufffdef.pdf"
    assert read_letter(found.path, max_bytes=100) == b"x"


def test_a_manifest_from_windows_is_read(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_bytes("file\ncliënt.pdf\n".encode("cp1252"))
    assert LocalFiles().read_text(str(tmp_path / "manifest.csv")) == "file\ncliënt.pdf\n"


def test_a_file_that_vanished_is_a_trouble(tmp_path: Path) -> None:
    assert trouble_of(tmp_path / "weg.pdf") == Trouble.VERDWENEN


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    assert trouble_of(tmp_path / "pijp") == Trouble.GEEN_BESTAND


def test_a_device_is_not_read() -> None:
    assert trouble_of(Path("/dev/zero")) == Trouble.GEEN_BESTAND


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_right_to_read_is_a_trouble(tmp_path: Path) -> None:
    (tmp_path / "dicht.pdf").write_bytes(b"x")
    (tmp_path / "dicht.pdf").chmod(0)
    assert trouble_of(tmp_path / "dicht.pdf") == Trouble.GEEN_LEESRECHT


def test_a_refusal_of_the_system_is_a_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    assert trouble_of(tmp_path / "dicht.pdf") == Trouble.GEEN_LEESRECHT


def test_a_file_beyond_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "groot.pdf").write_bytes(b"x" * 101)
    with pytest.raises(TooLargeError):
        read_letter(str(tmp_path / "groot.pdf"), max_bytes=100)


def test_reports_stand_in_the_folders_of_the_letters(tmp_path: Path) -> None:
    files = LetterFiles(tmp_path / "uit")
    for part in (1, 2):
        files.add(make_outcome(make_report("in/a.pdf", part=part)))
    written = {path.name for path in (tmp_path / "uit" / "in").iterdir()}
    assert written == {"a.pdf.json", "a.pdf.brief-2.json"}


def test_a_full_disk_leaves_no_half_report(tmp_path: Path) -> None:
    with small_disk(tmp_path / "klein", kilobytes=64) as disk:
        files = LetterFiles(disk)
        many = [
            make_outcome(make_report(f"{number}.pdf", naam="Jan " * 1500)) for number in range(9)
        ]
        with pytest.raises(OSError, match="No space left"):
            deque(map(files.add, many))
        written = list(disk.iterdir())
        assert written
        assert all(json.loads(each.read_bytes())["verdict"] for each in written)


@pytest.mark.parametrize("name", ["../a.pdf", "/tmp/postkamer-a.pdf"])  # noqa: S108 - refused
def test_no_report_is_written_outside_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        LetterFiles(tmp_path / "uit").add(make_outcome(make_report(name)))
