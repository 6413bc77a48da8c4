"""Everything of one person: handed over whole, destroyed whole, and nothing of anybody else."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from service.cli import person as person_command
from service.cli.app import app
from service.ports.reading import Assignment, Finished, Outcome
from service.records.audit import OPERATOR, AuditQuery, Done
from service.records.letters import LetterRecord
from service.records.work import Act
from service.usecases import person
from service.usecases.correct import Wish, correct
from service.usecases.errors import UsageError
from service.usecases.person import Files
from service.usecases.read_letter import Room, read_letter
from service.usecases.receive import receive
from tests.judged import WHO, judge
from tests.posts import OURS, THEIRS, FakeReader, PostRoom, envelope, incoming
from tests.unit.service.reports import make_report, make_state
from tests.web import FakePages
from validators.report import DocumentInfo, Report

MINE, OTHER = "999990019", "999990020"


def files(room: PostRoom) -> Files:
    return Files(room.store, room.blobs, FakePages())


def report_of(bsn: str, part: int = 1) -> Report:
    report = make_report(part=part)
    elements = {**report.elements, "bsn": make_state(value=bsn)}
    info = DocumentInfo(
        file="x.pdf", part=part, first_page=part, pages=1, media_type="application/pdf"
    )
    return report.model_copy(update={"elements": elements, "document": info})


def letter_of(room: PostRoom, *numbers: str, content: bytes = b"een brief") -> str:
    """Receive and read a file with a letter of each of these people; return the first id."""
    found = Finished(
        tuple(
            Outcome(report_of(number, part), reading=b"x", file_pages=len(numbers))
            for part, number in enumerate(numbers, start=1)
        )
    )

    def read(_: Assignment) -> Finished:
        return found

    (new,) = receive([incoming(content=content)], envelope(), desk=room.desk).letters
    read_letter(new.id, room=Room(room.store, FakeReader(read), room.clock, max_claims=3))
    return new.id


def found(room: PostRoom, bsn: str = MINE) -> tuple[LetterRecord, ...]:
    return person.find(OURS.id, bsn, (), store=room.store)


def names(archive: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.namelist()


def exported(room: PostRoom, letters: tuple[LetterRecord, ...]) -> bytes:
    out = io.BytesIO()
    person.export(letters, out, by=OPERATOR, files=files(room))
    return out.getvalue()


def test_only_letters_of_the_person_in_the_organisation_are_found(room: PostRoom) -> None:
    mine = [letter_of(room, MINE, content=b"1"), letter_of(room, MINE, content=b"2")]
    letter_of(room, OTHER, content=b"3")
    assert [each.id for each in found(room)] == mine
    assert person.find(THEIRS.id, MINE, (), store=room.store) == ()


def test_what_is_handed_over_is_all_there_is_and_is_written_down(
    room: PostRoom, letter: LetterRecord
) -> None:
    correct(letter, Wish("naam", Act.ABSENT), account_id=WHO, judge=judge(room))
    with room.store.reading() as transaction:
        now = transaction.letters.find(letter.id)
    archive = exported(room, (now,))
    folder = f"brief-{letter.number}"
    assert set(names(archive)) == {
        "LEESMIJ.txt",
        f"{folder}/origineel",
        f"{folder}/rapport-1.json",
        f"{folder}/rapport-2.json",
        f"{folder}/vastgesteld.json",
        f"{folder}/logboek.json",
    }
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        log = json.loads(opened.read(f"{folder}/logboek.json"))
        assert opened.read(f"{folder}/origineel") == b"een brief"
    assert Done.EXPORTED in {row["wat"] for row in log}


def test_of_a_scan_with_others_only_the_own_pages_are_handed_over(room: PostRoom) -> None:
    letter_of(room, MINE, OTHER)
    (mine,) = found(room)
    assert [each for each in names(exported(room, (mine,))) if "rapport" not in each] == [
        "LEESMIJ.txt",
        f"brief-{mine.number}/bladzijde-1.png",
        f"brief-{mine.number}/logboek.json",
    ]


def test_what_is_destroyed_is_gone_with_its_file(room: PostRoom) -> None:
    first = letter_of(room, MINE, MINE)
    erased = person.erase(found(room), by=OPERATOR, files=files(room))
    assert (len(erased.gone), erased.left) == (2, ())
    assert found(room) == ()
    assert list(room.blobs.all()) == []
    with room.store.reading() as transaction:
        rows = transaction.audit.list(AuditQuery(act=Done.DESTROYED))
    assert first in {row.deed.about_id for row in rows}


@pytest.mark.parametrize("numbers", [(MINE, OTHER), (OTHER, MINE)])
def test_a_file_with_a_letter_of_somebody_else_is_left(
    room: PostRoom, numbers: tuple[str, ...]
) -> None:
    letter_of(room, *numbers)
    letters = found(room)
    erased = person.erase(letters, by=OPERATOR, files=files(room))
    assert (erased.gone, erased.left) == ((), tuple(each.id for each in letters))
    assert found(room) == letters


def test_the_command_asks_for_the_number_and_refuses_one_that_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTKAMER_DATA", str(tmp_path / "data"))
    out = tmp_path / "alles.zip"
    done = CliRunner().invoke(app, ["person", "export", str(out)], input="123456789\n")
    assert "geen burgerservicenummer" in str(done.exception)
    done = CliRunner().invoke(app, ["person", "export", str(out)], input=f"{MINE}\n")
    assert "geen brieven" in str(done.exception)
    assert MINE not in done.output
    assert not out.exists()


def test_the_letters_are_numbered_as_they_are_in_the_file(room: PostRoom) -> None:
    letter_of(room, OTHER, content=b"1")
    for content in (b"2", b"3"):
        letter_of(room, MINE, content=content)
    folders = {name.partition("/")[0] for name in names(exported(room, found(room)))}
    assert folders == {"LEESMIJ.txt", "brief-1", "brief-2"}


@pytest.mark.parametrize(
    ("name", "said"), [("alles.zip", "bestaat al"), ("weg/alles.zip", "Noem een map die er is")]
)
def test_a_file_that_cannot_be_made_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: PostRoom, *, name: str, said: str
) -> None:
    monkeypatch.setenv("POSTKAMER_DATA", str(tmp_path / "data"))
    (tmp_path / "alles.zip").touch()
    letter_of(room, MINE)
    letters = found(room)
    monkeypatch.setattr(person_command, "_letters", lambda *_: letters)
    done = CliRunner().invoke(app, ["person", "export", str(tmp_path / name)])
    assert isinstance(done.exception, UsageError)
    assert said in str(done.exception)
