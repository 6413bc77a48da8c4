"""The page ledger finds what is missing, and only that."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from typer.testing import CliRunner

from service.adapters.store.tables import delivery, event, job, letter, report
from service.cli.app import app
from service.ports.reading import Assignment, Finished, Outcome
from service.records.ledger import LedgerCode
from service.usecases.ledger import check, check_and_alert
from service.usecases.read_letter import Room, read_letter
from service.usecases.receive import receive
from tests.expeditions import record
from tests.posts import FakeReader, PostRoom, envelope, incoming
from tests.unit.service.reports import make_report
from validators.report import DocumentInfo


def codes(room: PostRoom) -> list[LedgerCode]:
    found = check(store=room.store, blobs=room.blobs, clock=room.clock)
    return [fault.code for fault in found.faults]


def reading(*pages: tuple[int, int], of: int) -> FakeReader:
    """Return a reader that finds letters (first page, pages) in a file of so many pages."""

    def read(each: Assignment) -> Finished:
        return Finished(
            tuple(
                Outcome(
                    make_report(
                        document=DocumentInfo(
                            file=each.file, part=part, first_page=first, pages=count
                        )
                    ),
                    reading=b"gelezen",
                    file_pages=of,
                )
                for part, (first, count) in enumerate(pages, start=1)
            )
        )

    return FakeReader(read)


def read_one(room: PostRoom, reader: FakeReader | None = None, **rest: object) -> str:
    """Receive a letter and read it; return its id."""
    received = receive([incoming()], envelope(**rest), desk=room.desk)
    letter_id = received.letters[0].id
    reader = reader or reading((1, 2), (3, 1), of=3)
    read_letter(letter_id, room=Room(room.store, reader, room.clock, max_claims=3))
    return letter_id


def change(room: PostRoom, statement: sa.Executable) -> None:
    with room.store.database.working() as connection:
        connection.execute(statement)


def test_books_that_add_up_are_whole(room: PostRoom) -> None:
    read_one(room)
    found = check(store=room.store, blobs=room.blobs, clock=room.clock)
    assert found.faults == ()
    counts = found.counts
    assert (counts.files, counts.letters, counts.pages, counts.unread) == (1, 2, 3, 0)
    assert (counts.reports, counts.originals) == (2, 1)


@pytest.mark.parametrize("parts", [[(1, 2)], [(1, 2), (2, 2)], [(2, 2)], [(1, 1), (3, 1)]], ids=str)
def test_a_page_in_no_letter_or_in_two_is_found(
    room: PostRoom, parts: list[tuple[int, int]]
) -> None:
    read_one(room, reading(*parts, of=3))
    assert codes(room) == [LedgerCode.PAGES]


def test_an_original_that_is_gone_is_found(room: PostRoom) -> None:
    read_one(room)
    (sha256,) = room.blobs.all()
    room.blobs.delete(sha256)
    assert codes(room) == [LedgerCode.ORIGINAL_GONE]


def test_bytes_of_nothing_are_found_when_they_had_time_to_be_swept(room: PostRoom) -> None:
    read_one(room)
    with incoming(content=b"left behind").open() as source:
        room.blobs.put(source, max_bytes=100)
    assert codes(room) == []
    room.clock.move(days=3650)
    assert codes(room) == [LedgerCode.ORPHAN]


def test_a_letter_that_nobody_reads_is_found_after_a_day(room: PostRoom) -> None:
    receive([incoming()], envelope(), desk=room.desk)
    room.clock.move(hours=23)
    assert codes(room) == []
    room.clock.move(hours=2)
    assert codes(room) == [LedgerCode.LIES_STILL]


def test_a_report_that_went_missing_is_found(room: PostRoom) -> None:
    letter_id = read_one(room, reading((1, 3), of=3))
    change(room, report.delete().where(report.c.letter_id == letter_id))
    assert codes(room) == [LedgerCode.WITHOUT_REPORT]


def test_a_report_that_nobody_was_told_of_is_found(room: PostRoom) -> None:
    letter_id = read_one(room, reading((1, 3), of=3))
    change(room, event.delete().where(event.c.letter_id == letter_id))
    assert codes(room) == [LedgerCode.WITHOUT_EVENT]


def test_a_delivery_that_was_never_made_or_lies_still_is_found(room: PostRoom) -> None:
    channel = record()
    with room.store.accepting() as transaction:
        transaction.channels.add(channel, now=room.clock.now())
    read_one(room, reading((1, 3), of=3), channel_ids=(channel.id,))
    assert codes(room) == []
    room.clock.move(days=2)
    assert codes(room) == [LedgerCode.DELIVERY_LIES_STILL]
    change(room, job.delete())
    change(room, delivery.delete())
    assert codes(room) == [LedgerCode.WITHOUT_DELIVERY]


def test_what_does_not_add_up_is_told_once(room: PostRoom) -> None:
    letter_id = read_one(room)
    change(room, letter.update().where(letter.c.id == letter_id).values(pages=1))
    for _ in range(2):
        check_and_alert(store=room.store, blobs=room.blobs, clock=room.clock)
    with room.store.reading() as transaction:
        (alert,) = transaction.alerts.unseen()
    assert (alert.code, alert.about) == ("grootboek_klopt_niet", letter_id)


def test_the_command_says_what_is_wrong_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTKAMER_DATA", str(tmp_path / "data"))
    from service.bootstrap.web import ready_store  # noqa: PLC0415
    from service.settings import read_settings  # noqa: PLC0415

    ready_store(read_settings(None)).database.close()
    done = CliRunner().invoke(app, ["ledger", "check"])
    assert done.exit_code == 0, done.output
    assert "Alles klopt." in done.stdout
