"""Receiving: every file is a letter with work queued for it, or refused by name."""

import datetime as dt
from pathlib import Path

import pytest
import sqlalchemy as sa

from service.adapters.store.tables import job, letter
from service.ports import NotFoundError
from service.records import LetterState, Organisation
from service.usecases.receive import Facts, receive
from tests.posts import THEIRS, PostRoom, envelope, incoming
from validators.report import Channel, ReceivedSource


def jobs_of(room: PostRoom) -> list[bytes]:
    with room.store.database.reading() as connection:
        return list(connection.execute(sa.select(job.c.message).order_by(job.c.number)).scalars())


def test_a_received_letter_is_kept_with_its_bytes_and_its_work(room: PostRoom) -> None:
    received = receive([incoming(content=b"een brief")], envelope(), desk=room.desk)
    (new,) = received.letters
    with room.store.reading() as transaction:
        kept = transaction.letters.find(new.id)
    assert (kept.state, kept.file, kept.profile) == (
        LetterState.RECEIVED,
        "brief.pdf",
        "zorg-en-zekerheid",
    )
    assert room.blobs.read(kept.sha256) == b"een brief"
    assert jobs_of(room) == [f"lezen {new.id}".encode()]


def test_what_is_told_of_a_file_wins_over_the_batch(room: PostRoom) -> None:
    day = dt.date(2026, 11, 20)
    files = [incoming(channel=Channel.FAX), incoming()]
    defaults = Facts(channel=Channel.BALIE, received=day, received_source=ReceivedSource.API)
    received = receive(files, envelope(defaults=defaults), desk=room.desk)
    assert [each.channel for each in received.letters] == [Channel.FAX, Channel.BALIE]
    assert {each.received for each in received.letters} == {day}


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "leeg_bestand"), (b"x" * 1_000_001, "te_groot")]
)
def test_a_file_that_cannot_be_taken_in_is_refused_and_the_rest_goes_on(
    room: PostRoom, content: bytes, code: str
) -> None:
    files = [incoming("fout.pdf", content), incoming("goed.pdf")]
    received = receive(files, envelope(), desk=room.desk)
    assert [each.code for each in received.refusals] == [code]
    assert [each.file for each in received.letters] == ["goed.pdf"]
    with room.store.reading() as transaction:
        assert transaction.batches.refusals(received.batch.id) == received.refusals


def test_an_unknown_organisation_takes_nothing_in(room: PostRoom) -> None:
    nobody = Organisation("niemand", "", "awb")
    with pytest.raises(NotFoundError):
        receive([incoming()], envelope(nobody), desk=room.desk)
    assert list(room.blobs.all()) == []


def test_another_organisation_does_not_find_the_letter(room: PostRoom) -> None:
    (new,) = receive([incoming()], envelope(), desk=room.desk).letters
    with room.store.reading() as transaction, pytest.raises(NotFoundError):
        transaction.letters.find(new.id, organisation_id=THEIRS.id)


def test_nothing_readable_of_a_letter_lies_in_the_files(room: PostRoom, tmp_path: Path) -> None:
    receive([incoming("Jansen 999990019.pdf", b"Geachte heer")], envelope(), desk=room.desk)
    room.store.database.close()
    for path in tmp_path.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert b"Jansen" not in content
        assert b"Geachte" not in content


def test_the_same_bytes_twice_are_two_letters_and_one_blob(room: PostRoom) -> None:
    receive([incoming(), incoming()], envelope(), desk=room.desk)
    with room.store.database.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(letter)).scalar() == 2
    assert len(list(room.blobs.all())) == 1
