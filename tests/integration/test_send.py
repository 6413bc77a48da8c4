"""Sending a letter: it is kept as it went out, and somebody looks whether it is answered."""

import datetime as dt
import itertools
from pathlib import Path

import pytest
import sqlalchemy as sa

from extractors.element import ElementId
from service.adapters.store.tables import sent_letter
from service.concepts import Concept, ConceptKind
from service.ports.errors import NotFoundError
from service.records.work import FollowUpKind, FollowUpTask
from service.rendering.brieven.formats import RENDERERS
from service.usecases.errors import UsageError
from service.usecases.receive import receive
from service.usecases.send import (
    Sending,
    SendingDesk,
    days_of,
    faults_of,
    finish_follow_up,
    repair_of,
    send,
)
from service.usecases.sweep import sweep
from tests.posts import OURS, THEIRS, PostRoom, envelope, incoming
from tests.unit.service.answers import TODAY, make_answerable, make_concept, repair_letter
from validators.feiten import What
from validators.profile import load_profile
from validators.report import Kind

LAST_DAY = dt.date(2026, 12, 7)


@pytest.fixture
def desk(room: PostRoom) -> SendingDesk:
    numbers = itertools.count(1)
    return SendingDesk(
        store=room.store,
        blobs=room.blobs,
        clock=room.clock,
        new_id=lambda: f"taak-{next(numbers)}",
        renderers={module.NAME: module.render for module in RENDERERS},
    )


@pytest.fixture
def letter_id(room: PostRoom) -> str:
    return receive([incoming()], envelope(), desk=room.desk).letters[0].id


def sending(letter_id: str, number: int = 1, **changes: str) -> Sending:
    values = {
        "id": f"brief-{number}",
        "letter_id": letter_id,
        "organisation_id": OURS.id,
        "format": "pdf",
        "by": "account-1",
    }
    return Sending(**{**values, **changes})


def tasks(desk: SendingDesk) -> tuple[FollowUpTask, ...]:
    with desk.store.reading() as transaction:
        return transaction.follow_ups.waiting(OURS.id)


@pytest.mark.parametrize(("name", "start"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_sent_letter_is_kept_as_it_went_out(
    desk: SendingDesk, letter_id: str, name: str, start: bytes
) -> None:
    made = repair_letter()
    sent = send(made, sending(letter_id, format=name), desk=desk)
    assert desk.blobs.read(sent.blob.sha256) == desk.renderers[name](made.letter)
    assert desk.blobs.read(sent.blob.sha256).startswith(start)
    with desk.store.reading() as transaction:
        (kept,) = transaction.sent_letters.about(letter_id)
    assert kept == sent
    assert (kept.concept, kept.sent_on, kept.created_by) == (made, TODAY, "account-1")


def test_a_request_sets_the_day_on_which_to_look(desk: SendingDesk, letter_id: str) -> None:
    send(repair_letter(), sending(letter_id), desk=desk)
    (task,) = tasks(desk)
    assert (task.kind, task.due, task.letter_id) == (FollowUpKind.HERSTEL, LAST_DAY, letter_id)
    assert task.sent_letter_id == "brief-1"


def test_an_acknowledgement_sets_no_day(desk: SendingDesk, letter_id: str) -> None:
    send(make_concept(ConceptKind.ONTVANGSTBEVESTIGING), sending(letter_id), desk=desk)
    assert tasks(desk) == ()


def test_sending_twice_with_one_id_is_sending_once(desk: SendingDesk, letter_id: str) -> None:
    one, two = (send(repair_letter(), sending(letter_id), desk=desk) for _ in range(2))
    assert one == two
    assert len(tasks(desk)) == 1


def test_a_second_request_takes_the_place_of_the_first(desk: SendingDesk, letter_id: str) -> None:
    send(repair_letter(), sending(letter_id), desk=desk)
    later = repair_letter(last_day=dt.date(2026, 12, 21))
    send(later, sending(letter_id, 2), desk=desk)
    assert [each.due for each in tasks(desk)] == [dt.date(2026, 12, 21)]


def test_work_that_is_due_comes_first(desk: SendingDesk, room: PostRoom) -> None:
    received = receive([incoming(), incoming()], envelope(), desk=room.desk).letters
    days = [dt.date(2026, 12, 21), dt.date(2026, 12, 7)]
    for number, (letter, day) in enumerate(zip(received, days, strict=True)):
        send(repair_letter(last_day=day), sending(letter.id, number), desk=desk)
    assert [each.due for each in tasks(desk)] == sorted(days)
    with desk.store.reading() as transaction:
        until = transaction.follow_ups.waiting(OURS.id, until=days[1])
        assert [each.due for each in until] == [days[1]]
        assert transaction.follow_ups.waiting(THEIRS.id) == ()


def test_what_was_looked_at_is_done_once(desk: SendingDesk, letter_id: str) -> None:
    send(repair_letter(), sending(letter_id), desk=desk)
    (task,) = tasks(desk)
    came = dt.date(2026, 12, 1)
    for by, day in (("account-2", came), ("account-3", None)):
        done = finish_follow_up(task.id, organisation_id=OURS.id, by=by, desk=desk, answered=day)
    assert (done.answered, done.done_by) == (came, "account-2")
    assert tasks(desk) == ()


def test_a_request_of_the_law_stops_the_decision_term(desk: SendingDesk, letter_id: str) -> None:
    report = make_answerable(missing=[ElementId.HANDTEKENING])
    send(repair_letter(report), sending(letter_id), desk=desk)
    profile = load_profile("zorg-en-zekerheid")
    with desk.store.reading() as transaction:
        repair = repair_of(transaction, transaction.letters.find(letter_id))
    assert repair is not None
    assert (repair.asked, repair.printed, repair.received) == (TODAY, LAST_DAY, None)
    days = {each.what: each.due for each in days_of(report, profile, repair)}
    without = {each.what: each for each in days_of(report, profile, None)}
    assert days[What.HERSTEL] == LAST_DAY
    assert What.HERSTEL not in without
    decision = next(
        each for each in days_of(report, profile, repair) if each.what == What.BESLISSING_OP_BEZWAAR
    )
    assert "Awb 7:10 lid 2" in [basis for note in decision.notes for basis in note.basis]


def test_the_day_on_which_the_repair_came_ends_the_suspension(
    desk: SendingDesk, letter_id: str
) -> None:
    send(repair_letter(), sending(letter_id), desk=desk)
    (task,) = tasks(desk)
    day = dt.date(2026, 11, 30)
    finish_follow_up(task.id, organisation_id=OURS.id, by="a", desk=desk, answered=day)
    with desk.store.reading() as transaction:
        repair = repair_of(transaction, transaction.letters.find(letter_id))
    assert repair is not None
    assert repair.received == day


@pytest.mark.parametrize(
    "made",
    [
        repair_letter(make_answerable(missing=[ElementId.BSN])),
        repair_letter(make_answerable(Kind.KLACHT, missing=[ElementId.NAAM])),
    ],
)
def test_a_wish_or_a_complaint_stops_no_term(
    desk: SendingDesk, letter_id: str, made: Concept
) -> None:
    filled = made.letter.model_copy(update={"addressee": ("Anna Bakker", "Markt 1", "Leiden")})
    send(made.with_letter(filled), sending(letter_id), desk=desk)
    with desk.store.reading() as transaction:
        assert repair_of(transaction, transaction.letters.find(letter_id)) is None
    assert len(tasks(desk)) == 1


def test_a_letter_with_something_to_fill_in_is_not_sent(desk: SendingDesk, letter_id: str) -> None:
    made = repair_letter(make_answerable(profile="gemeente", missing=[ElementId.HANDTEKENING]))
    with pytest.raises(UsageError, match=r"\[VUL IN: waar de aanvulling heen moet\]"):
        send(made, sending(letter_id), desk=desk)
    assert tasks(desk) == ()
    assert list(desk.blobs.all()) == list(desk.blobs.all())[:1]  # only what was received


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"addressee": ()}, "aan wie"),
        ({"subject": " "}, "onderwerp"),
        ({"blocks": (), "subject": "Stuur op 7 december 2026"}, "geen tekst"),
        ({"subject": "Anders", "blocks": ()}, "7 december 2026"),
        ({"date": dt.date(2026, 11, 20)}, "20 november 2026"),
    ],
)
def test_why_a_changed_letter_cannot_be_sent_is_said(changes: dict[str, object], told: str) -> None:
    made = repair_letter()
    changed = made.with_letter(made.letter.model_copy(update=changes))
    assert any(told in fault for fault in faults_of(changed, today=TODAY))


def test_a_sound_letter_has_no_faults() -> None:
    assert list(faults_of(repair_letter(), today=TODAY)) == []


def test_a_character_that_cannot_be_printed_is_said(desk: SendingDesk, letter_id: str) -> None:
    made = repair_letter()
    odd = made.with_letter(made.letter.model_copy(update={"salutation": "Geachte 王,"}))
    with pytest.raises(UsageError, match="王"):
        send(odd, sending(letter_id), desk=desk)


def test_another_organisation_can_send_nothing_about_it(desk: SendingDesk, letter_id: str) -> None:
    with pytest.raises(NotFoundError):
        send(repair_letter(), sending(letter_id, organisation_id=THEIRS.id), desk=desk)
    send(repair_letter(), sending(letter_id), desk=desk)
    (task,) = tasks(desk)
    with pytest.raises(NotFoundError):
        finish_follow_up(task.id, organisation_id=THEIRS.id, by="x", desk=desk, answered=None)
    with desk.store.reading() as transaction, pytest.raises(NotFoundError):
        transaction.sent_letters.find("brief-1", organisation_id=THEIRS.id)


def test_nothing_readable_of_a_sent_letter_lies_in_the_files(
    room: PostRoom, desk: SendingDesk, letter_id: str, tmp_path: Path
) -> None:
    send(repair_letter(), sending(letter_id), desk=desk)
    with room.store.database.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(sent_letter)).scalar() == 1
    room.store.database.close()
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Hoogendoorn" not in written
    assert b"%PDF" not in written


def test_a_sent_letter_is_not_swept_away(desk: SendingDesk, letter_id: str, room: PostRoom) -> None:
    sent = send(repair_letter(), sending(letter_id), desk=desk)
    room.clock.move(days=365 * 50)
    assert sweep(store=room.store, blobs=room.blobs, clock=room.clock) == 0
    assert room.blobs.has(sent.blob.sha256)


def test_a_letter_that_is_destroyed_takes_what_was_sent_with_it(
    desk: SendingDesk, letter_id: str, room: PostRoom
) -> None:
    send(repair_letter(), sending(letter_id), desk=desk)
    with room.store.accepting() as transaction:
        transaction.letters.destroy(letter_id)
    assert tasks(desk) == ()
    room.clock.move(days=365 * 50)
    assert sweep(store=room.store, blobs=room.blobs, clock=room.clock) == 2
