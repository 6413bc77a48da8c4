"""Folders: whole files under their own names, whatever happens."""

import errno
import json
import os
from pathlib import Path

import pytest

from service.adapters.channels.folder import FolderChannel, FolderKind
from service.ports.errors import ChannelSettingsError
from service.records.deliveries import Ending, Handover
from service.rendering.pdf import render_pdf
from tests.expeditions import make_message
from tests.unit.service.reports import make_report

KIND = FolderKind(lambda message: render_pdf(message.report))


def deliver(folder: Path, **changes: object) -> Handover:
    given = {"folder": str(folder), "pdf": changes.pop("pdf", True)}
    return KIND.open_channel(KIND.prepare(given).settings).deliver(make_message(**changes))  # type: ignore[arg-type]


def gone(folder: Path) -> FolderChannel:
    """Return the channel of a folder that went away after it was added."""
    folder.mkdir()
    channel = KIND.open_channel(KIND.prepare({"folder": str(folder)}).settings)
    folder.rmdir()
    return channel


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_report_is_there_as_json_and_pdf(tmp_path: Path) -> None:
    assert deliver(tmp_path, letter_id="brief") == Handover(Ending.DELIVERED, "geschreven")
    assert names(tmp_path) == ["brief-v1.json", "brief-v1.pdf"]
    assert json.loads((tmp_path / "brief-v1.json").read_bytes())["schema_version"] == "1.0"
    assert (tmp_path / "brief-v1.pdf").read_bytes().startswith(b"%PDF")


def test_every_version_and_every_letter_has_files_of_its_own(tmp_path: Path) -> None:
    for letter_id, version in [("een", 1), ("een", 2), ("twee", 1)]:
        deliver(tmp_path, letter_id=letter_id, version=version, pdf=False)
    assert names(tmp_path) == ["een-v1.json", "een-v2.json", "twee-v1.json"]


def test_delivering_again_leaves_the_same_files(tmp_path: Path) -> None:
    deliver(tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    deliver(tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before


def test_the_name_of_a_file_says_nothing_of_the_letter(tmp_path: Path) -> None:
    deliver(tmp_path, report=make_report("Jansen 999990019.pdf"))
    assert not [name for name in names(tmp_path) if "Jansen" in name or "9999" in name]


def test_a_folder_that_is_away_is_not_made(tmp_path: Path) -> None:
    channel = gone(tmp_path / "schijf")
    assert channel.deliver(make_message()) == Handover(Ending.AWAY, "map_weg")
    assert not (tmp_path / "schijf").exists()


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    channel = gone(tmp_path / "schijf")
    (tmp_path / "schijf").write_text("")
    assert channel.deliver(make_message()) == Handover(Ending.AWAY, "map_weg")


def test_a_folder_that_was_never_there_is_no_channel(tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_text("")
    for name in ("schijf", "brief.pdf"):
        with pytest.raises(ChannelSettingsError, match="folder: deze map is er niet"):
            KIND.prepare({"folder": str(tmp_path / name)})


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (errno.ENOSPC, "map_vol"),
        (errno.EACCES, "map_verboden"),
        (errno.EIO, "map_fout"),
    ],
)
def test_a_disk_that_fails_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, status: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    assert deliver(tmp_path) == Handover(Ending.AWAY, status)
    assert names(tmp_path) == []


def test_what_killed_attempts_left_is_cleaned_up(tmp_path: Path) -> None:
    old, busy = tmp_path / ".oud-v1.json.0badcafe.deel", tmp_path / ".bezig-v1.json.0badcafe.deel"
    for draft, age_s in ((old, 7200), (busy, 0)):
        draft.write_bytes(b"{half")
        time = make_message().sent_at.timestamp() - age_s
        os.utime(draft, (time, time))
    deliver(tmp_path, letter_id="brief")
    assert names(tmp_path) == [busy.name, "brief-v1.json", "brief-v1.pdf"]


def test_the_json_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    real = Path.replace

    def watch(self: Path, target: Path) -> Path:
        seen.append(target.suffix)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", watch)
    deliver(tmp_path)
    assert seen == [".pdf", ".json"]
