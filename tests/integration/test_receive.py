"""Receiving: every file is a letter with work queued for it, or refused by name."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa

from service.adapters.store.tables import job, letter
from service.ports.blobs import Draft
from service.ports.errors import BusyError, NotFoundError, ReusedKeyError
from service.records.letters import LetterState, Organisation
from service.usecases.receive import Facts, Incoming, Intake, Received, letters_only, receive
from tests.posts import OURS, THEIRS, PostRoom, envelope, incoming
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


def test_a_file_that_is_no_letter_is_refused_by_its_contents(room: PostRoom) -> None:
    files = [letters_only(incoming("brief.pdf", content)) for content in (b"MZ..", b"%PDF-1.7 x")]
    received = receive(files, envelope(), desk=room.desk)
    assert [each.code for each in received.refusals] == ["geen_document"]
    assert room.blobs.read(received.letters[0].blob.sha256) == b"%PDF-1.7 x"


def test_what_breaks_off_leaves_nothing_behind(room: PostRoom, tmp_path: Path) -> None:
    def files() -> Iterator[Incoming]:
        yield incoming("een.pdf", b"een")
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        receive(files(), envelope(), desk=room.desk)
    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []


def test_the_same_key_with_the_same_content_is_the_same_batch(room: PostRoom) -> None:
    first, second = (enter_once(room, [incoming("a.pdf"), incoming("b.pdf", b"")]) for _ in "12")
    assert second.is_repeat
    assert second.batch == first.batch
    assert second.letters == first.letters
    assert second.refusals == first.refusals
    assert len(jobs_of(room)) == 1


@pytest.mark.parametrize(
    "other",
    [
        [incoming("b.pdf")],
        [incoming("a.pdf", b"iets anders")],
        [incoming("a.pdf", channel=Channel.FAX)],
        [],
    ],
)
def test_the_same_key_with_other_content_is_refused(room: PostRoom, other: list[Incoming]) -> None:
    enter_once(room, [incoming("a.pdf")])
    with pytest.raises(ReusedKeyError):
        enter_once(room, other)


def test_a_key_of_another_organisation_is_another_key(room: PostRoom) -> None:
    ours = enter_once(room, [incoming("a.pdf")])
    theirs = enter_once(room, [incoming("a.pdf")], THEIRS)
    assert not theirs.is_repeat
    assert ours.batch.id != theirs.batch.id


def test_bytes_that_a_clean_up_took_are_not_acknowledged(room: PostRoom) -> None:
    with Intake(room.desk) as intake:
        intake.take(incoming())
        keep = room.blobs.keep

        def keep_and_lose(drafts: Sequence[Draft]) -> None:
            keep(drafts)
            room.blobs.delete(drafts[0].stored.sha256)

        room.blobs.keep = keep_and_lose  # type: ignore[method-assign]
        with pytest.raises(BusyError):
            intake.enter(envelope())
    assert jobs_of(room) == []


def enter_once(
    room: PostRoom, files: list[Incoming], organisation: Organisation = OURS
) -> Received:
    with Intake(room.desk) as intake:
        for each in files:
            intake.take(each)
        return intake.enter(envelope(organisation), key_hash="sleutel")
