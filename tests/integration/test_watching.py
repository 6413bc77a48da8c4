"""A watched folder: real files, the real store, and everything that can happen to both."""

import datetime as dt
import io
import json
import os
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.adapters.store.tables import letter
from service.ports.doors import Seen
from service.ports.errors import FolderAwayError, FullError
from service.ports.reading import Finished, Outcome
from service.records.letters import LetterRecord
from service.usecases.receive import Facts
from service.usecases.watching.taking import Taking
from tests.doors import PDF, Mailroom, failing, mailroom
from tests.faulty import Locked, Stuck, Vanishing, full
from tests.mails import COVER, LETTER, attach, message
from tests.posts import FakeReader
from tests.unit.service.reports import make_report
from validators.report import Channel, ReceivedSource


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Mailroom]:
    """Return a post room with a watched folder."""
    with mailroom(tmp_path) as opened:
        yield opened


def found(desk: Mailroom, index: int = 0) -> LetterRecord:
    """Return a letter as it was kept."""
    with desk.room.store.reading() as transaction:
        ids = transaction.connection.execute(letter.select().order_by(letter.c.number)).all()
        return transaction.letters.find(ids[index].id)


def test_a_file_is_taken_in_when_it_stood_still_and_gets_its_report_beside_it(
    desk: Mailroom,
) -> None:
    desk.drop("scan.pdf")
    desk.walk()
    assert desk.letters() == []
    desk.walk()
    assert (desk.letters(), desk.lying()) == (["scan.pdf"], ["verwerkt/scan.pdf"])
    desk.read()
    desk.walk()
    assert desk.lying() == ["verwerkt/scan.pdf", "verwerkt/scan.pdf.json"]
    report = json.loads((desk.inbox / "verwerkt/scan.pdf.json").read_text())
    assert report["document"]["file"] == "scan.pdf"
    assert desk.rows() == 0


def test_a_file_that_grows_waits(desk: Mailroom) -> None:
    for length in range(1, 4):
        desk.drop("scan.pdf", PDF * length)
        assert desk.walk().waiting == 1
    assert desk.letters() == []
    desk.walk()
    assert desk.letters() == ["scan.pdf"]


def test_a_file_that_a_program_has_open_waits(desk: Mailroom) -> None:
    with desk.drop("scan.pdf").open("ab"):
        desk.walk(4)
        is_known = desk.watcher._folder.is_being_written("scan.pdf")  # noqa: SLF001
        if not is_known:
            pytest.skip("this disk does not tell who has a file open")
        assert desk.letters() == []
    desk.walk()
    assert desk.letters() == ["scan.pdf"]


@pytest.mark.parametrize(
    "name", ["scan.pdf.part", "scan.tmp", "scan.pdf~", ".scan.pdf.X1", "~$brief.docx", "Thumbs.db"]
)
def test_a_file_that_is_being_copied_or_hidden_is_left_alone(desk: Mailroom, name: str) -> None:
    desk.drop(name)
    desk.settle()
    assert desk.lying() == [name]


def test_data_of_another_program_is_left_alone(desk: Mailroom) -> None:
    desk.drop("scan.xml", b"<index/>")
    desk.settle()
    assert desk.lying() == ["scan.xml"]


def test_folders_keep_their_structure_and_nothing_is_overwritten(desk: Mailroom) -> None:
    for _ in range(3):
        desk.drop("balie/maandag/scan.pdf")
        desk.settle()
    names = [f"verwerkt/balie/maandag/scan{number}.pdf" for number in ("", "-2", "-3")]
    assert desk.lying() == sorted([*names, *(f"{name}.json" for name in names)])
    assert len(desk.letters()) == 3


def test_the_facts_of_the_folder_hold_for_its_letters(tmp_path: Path) -> None:
    with mailroom(tmp_path, profile="ciz", channel=Channel.BALIE) as desk:
        desk.drop("scan.pdf")
        desk.walk(2)
        assert (found(desk).profile, found(desk).channel) == ("ciz", Channel.BALIE)


def test_what_cannot_be_read_ends_in_fout_with_a_note(desk: Mailroom) -> None:
    desk.reader = failing("stuk.pdf")
    desk.drop("stuk.pdf")
    desk.settle()
    assert desk.lying() == ["fout/stuk.pdf", "fout/stuk.pdf.json", "fout/stuk.pdf.txt"]
    assert "Druk de brief af" in (desk.inbox / "fout/stuk.pdf.txt").read_text()
    assert desk.alerts() == {"post_in_fout"}


def test_of_a_scan_with_two_letters_both_reports_lie_beside_it(desk: Mailroom) -> None:
    two = Finished(tuple(Outcome(make_report(part=part)) for part in (1, 2)))
    desk.reader = FakeReader(lambda _: two)
    desk.drop("scan.pdf")
    desk.settle()
    assert desk.lying() == [
        "verwerkt/scan.pdf",
        "verwerkt/scan.pdf.brief-2.json",
        "verwerkt/scan.pdf.json",
    ]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("brief.docx", b"PK\x03\x04" + bytes(26) + b"x", "beschadigd"),
        ("brief.txt", b"Geachte heer", "Bewaar of scan de brief als PDF"),
        ("film.mp4", b"\0\0\0 ftypmp42", "Bewaar of scan de brief als PDF"),
        ("groot.pdf", b"%PDF-" + b"x" * 1_000_001, "groter dan"),
    ],
)
def test_what_is_no_letter_ends_in_fout(
    desk: Mailroom, name: str, content: bytes, words: str
) -> None:
    desk.drop(name, content)
    desk.settle()
    assert desk.lying() == [f"fout/{name}", f"fout/{name}.txt"]
    assert words in (desk.inbox / f"fout/{name}.txt").read_text()


def test_an_empty_file_waits_and_then_ends_in_fout(desk: Mailroom) -> None:
    desk.drop("scan.pdf", b"")
    desk.walk(3)
    assert desk.lying() == ["scan.pdf"]
    desk.room.clock.move(minutes=11)
    desk.settle()
    assert desk.lying() == ["fout/scan.pdf", "fout/scan.pdf.txt"]


def test_things_that_are_no_files_end_in_fout(
    desk: Mailroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "geheim.pdf"
    secret.write_bytes(PDF)
    (desk.inbox / "koppeling.pdf").symlink_to(secret)
    (desk.inbox / "lus").symlink_to(desk.inbox)
    os.mkfifo(desk.inbox / "pijp.pdf")
    with socket.socket(socket.AF_UNIX) as plug:
        monkeypatch.chdir(desk.inbox)  # the path of a socket must be short
        plug.bind("stekker")
        desk.drop("goed.pdf")
        desk.settle()
    assert desk.letters() == ["goed.pdf"]
    assert {name for name in desk.lying() if not name.endswith((".txt", ".json"))} == {
        "verwerkt/goed.pdf",
        *(f"fout/{name}" for name in ("koppeling.pdf", "lus", "pijp.pdf", "stekker")),
    }
    assert secret.exists()


def test_a_name_that_is_no_text_is_kept(desk: Mailroom) -> None:
    raw = os.fsencode(desk.inbox) + b"/br\xefef.pdf"
    with open(raw, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(PDF)
    desk.settle()
    assert sorted(os.listdir(os.fsencode(desk.inbox / "verwerkt"))) == [  # noqa: PTH208
        b"br\xefef.pdf",
        b"br\xefef.pdf.json",
    ]


def test_a_very_long_name_leaves_room_for_the_report(desk: Mailroom) -> None:
    desk.drop("é" * 120 + ".pdf")
    desk.settle()
    assert [name[-5:] for name in desk.lying()] == ["é.pdf", ".json"]


def test_the_same_file_dropped_again_is_a_new_letter(desk: Mailroom) -> None:
    for _ in range(2):
        path = desk.drop("scan.pdf")
        os.utime(path, ns=(10**18, 10**18))
        desk.settle()
    assert desk.letters() == ["scan.pdf", "scan.pdf"]


# --- messages and archives ----------------------------------------------------------------------


def test_a_message_gives_its_letters_and_a_report_on_each(desk: Mailroom) -> None:
    desk.drop("post.eml", attach(attach(message(COVER)), name="bijlage.pdf").as_bytes())
    desk.settle()
    assert desk.letters() == ["post.eml/bezwaar.pdf", "post.eml/bijlage.pdf"]
    assert desk.lying() == [
        "verwerkt/post.eml",
        "verwerkt/post.eml.brief-2.json",
        "verwerkt/post.eml.json",
    ]
    kept = found(desk)
    assert (kept.channel, kept.received, kept.received_source) == (
        Channel.EMAIL,
        dt.date(2026, 11, 9),
        ReceivedSource.MAIL,
    )


def test_the_message_itself_is_kept_with_its_letters(desk: Mailroom) -> None:
    raw = message(LETTER).as_bytes()
    desk.drop("post.eml", raw)
    desk.walk(2)
    assert desk.room.blobs.read(found(desk).message_sha256) == raw


def test_a_message_of_which_part_is_refused_lies_in_fout_with_the_reports(desk: Mailroom) -> None:
    made = attach(attach(message(COVER)), b"een tekst", "brief.docx", "application/msword")
    desk.drop("post.eml", made.as_bytes())
    desk.settle()
    assert desk.lying() == ["fout/post.eml", "fout/post.eml.json", "fout/post.eml.txt"]
    note = (desk.inbox / "fout/post.eml.txt").read_text()
    assert "post.eml/brief.docx" in note
    assert "post.eml/bezwaar.pdf" not in note
    assert "alleen opnieuw" in note


def test_a_zip_gives_its_letters_as_its_manifest_tells(desk: Mailroom) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("map/brief.pdf", PDF)
        archive.writestr("map/post.eml", message(LETTER).as_bytes())
        archive.writestr("map/manifest.csv", "file,received\nbrief.pdf,2026-11-02\n")
    desk.drop("post.zip", packed.getvalue())
    desk.settle()
    assert desk.letters() == ["map/brief.pdf", "map/post.eml/bericht.pdf"]
    assert found(desk).received == dt.date(2026, 11, 2)
    assert desk.lying()[0] == "verwerkt/post.zip"


# --- manifests ----------------------------------------------------------------------------------


def test_a_manifest_tells_of_its_files_and_is_put_away_after_the_last(desk: Mailroom) -> None:
    desk.drop("dag/manifest.csv", b"file;received;profile\na.pdf;2026-11-20;ciz\nb.pdf;;\n")
    desk.drop("dag/a.pdf")
    desk.settle()
    kept = found(desk)
    assert (kept.received, kept.received_source, kept.profile) == (
        dt.date(2026, 11, 20),
        ReceivedSource.MANIFEST,
        "ciz",
    )
    assert "dag/manifest.csv" in desk.lying()
    desk.drop("dag/b.pdf")
    desk.settle()
    assert "verwerkt/dag/manifest.csv" in desk.lying()
    assert desk.rows() == 0


def test_a_manifest_does_not_stick_to_another_file_with_the_same_name(desk: Mailroom) -> None:
    desk.drop("manifest.csv", b"file,received\nscan.pdf,2026-11-20\nlater.pdf,2026-11-20\n")
    for _ in range(2):
        desk.drop("scan.pdf")
        desk.settle()
    assert [found(desk, number).received for number in (0, 1)] == [dt.date(2026, 11, 20), None]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"file,received\nscan.pdf,gisteren\n", "regel 2"),
        (b"naam\nscan.pdf\n", "kolom"),
        (b"file\n../scan.pdf\n", "buiten de map"),
    ],
)
def test_files_wait_for_a_manifest_that_is_wrong(
    desk: Mailroom, content: bytes, words: str
) -> None:
    desk.drop("dag/manifest.csv", content)
    desk.drop("dag/scan.pdf")
    desk.drop("ander.pdf")
    desk.settle()
    assert desk.letters() == ["ander.pdf"]
    assert words in (desk.inbox / "fout/dag/manifest.csv.txt").read_text()
    assert "manifest_fout" in desk.alerts()
    desk.drop("dag/manifest.csv", b"file,received\nscan.pdf,2026-11-20\n")
    desk.settle()
    assert found(desk, 1).received == dt.date(2026, 11, 20)
    assert "fout/dag/manifest.csv.txt" not in desk.lying()


# --- a folder in trouble ------------------------------------------------------------------------


def test_a_share_that_goes_away_and_comes_back_costs_nothing(desk: Mailroom) -> None:
    desk.drop("een.pdf")
    desk.walk(2)
    away = desk.inbox.rename(desk.inbox.with_name("weg"))
    desk.read()
    with pytest.raises(FolderAwayError):
        desk.walk()
    desk.inbox.mkdir()  # the empty mount point
    with pytest.raises(FolderAwayError):
        desk.walk()
    assert list(desk.inbox.iterdir()) == []
    assert desk.alerts() == {"map_weg"}
    desk.inbox.rmdir()
    away.rename(desk.inbox)
    desk.settle()
    assert desk.lying() == ["verwerkt/een.pdf", "verwerkt/een.pdf.json"]


def test_a_file_that_is_replaced_after_it_was_taken_in_is_a_new_letter(desk: Mailroom) -> None:
    desk.drop("scan.pdf")
    stuck(desk)
    desk.walk(2)
    assert desk.lying() == ["scan.pdf"]
    desk.drop("scan.pdf", PDF + b" van een ander")
    desk.restart()
    desk.settle()
    assert desk.letters() == ["scan.pdf", "scan.pdf"]
    assert desk.lying() == [
        "verwerkt/scan-2.pdf",
        "verwerkt/scan-2.pdf.json",
        "verwerkt/scan.pdf.json",
        "verwerkt/scan.pdf.txt",
    ]


def stuck(desk: Mailroom) -> None:
    """Let nothing in the folder be moved."""
    desk.restart(Stuck(desk.inbox))


def test_a_folder_in_which_nothing_can_be_moved_still_gives_its_letters_once(
    desk: Mailroom,
) -> None:
    desk.drop("scan.pdf")
    stuck(desk)
    desk.walk(5)
    stuck(desk)
    desk.walk(5)
    assert (desk.letters(), desk.lying()) == (["scan.pdf"], ["scan.pdf"])
    assert desk.alerts() == {"map_niet_schrijfbaar"}
    desk.restart()
    desk.settle()
    assert desk.letters() == ["scan.pdf"]
    assert desk.lying() == ["verwerkt/scan.pdf", "verwerkt/scan.pdf.json"]


def test_a_file_that_cannot_be_read_is_tried_again_and_then_put_in_fout(desk: Mailroom) -> None:
    desk.restart(Locked(desk.inbox, "slot.pdf"))
    desk.drop("slot.pdf")
    desk.drop("goed.pdf")
    desk.walk(5)
    assert (desk.letters(), "slot.pdf" in desk.lying()) == (["goed.pdf"], True)
    desk.room.clock.move(minutes=11)
    desk.settle()
    assert "fout/slot.pdf.txt" in desk.lying()


def test_a_locked_file_that_opens_in_time_is_taken_in(desk: Mailroom) -> None:
    desk.restart(Locked(desk.inbox, "slot.pdf"))
    desk.drop("slot.pdf")
    desk.walk(5)
    desk.restart()
    desk.settle()
    assert desk.lying() == ["verwerkt/slot.pdf", "verwerkt/slot.pdf.json"]


def test_a_file_that_goes_away_while_it_is_read_leaves_nothing_behind(desk: Mailroom) -> None:
    desk.restart(Vanishing(desk.inbox, "weg.pdf"))
    desk.drop("weg.pdf")
    desk.drop("goed.pdf")
    desk.settle()
    assert desk.letters() == ["goed.pdf"]


def test_a_full_disk_takes_nothing_in_and_loses_nothing(desk: Mailroom) -> None:
    desk.drop("scan.pdf")
    with full(desk.room.blobs), pytest.raises(FullError):
        desk.walk(2)
    assert (desk.letters(), desk.lying()) == ([], ["scan.pdf"])
    desk.settle()
    assert desk.letters() == ["scan.pdf"]


def test_a_file_on_which_the_code_breaks_does_not_stop_the_others(
    desk: Mailroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Taking.take

    def take(self: Taking, seen: Seen, facts: Facts, manifest: str | None) -> object:
        if seen.name == "a-breekt.pdf":
            raise ZeroDivisionError
        return real(self, seen, facts, manifest)

    monkeypatch.setattr(Taking, "take", take)
    desk.drop("a-breekt.pdf")
    desk.drop("b-goed.pdf")
    desk.walk()
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            desk.walk()
    desk.settle()
    assert desk.letters() == ["b-goed.pdf"]
    assert "fout/a-breekt.pdf.txt" in desk.lying()
