"""Work that is not tried any more: the letter has a report, and a person may try again."""

import pytest
import sqlalchemy as sa

from service.adapters.store.tables import job
from service.ports.errors import NotFoundError
from service.ports.jobs import WhyDead
from service.records.letters import LetterState
from service.usecases.dead_letters import (
    dead_jobs,
    drop_job,
    drop_letter,
    retry_job,
    settle,
    stranded_letters,
)
from service.usecases.read_letter import Room, read_letter
from service.usecases.receive import receive
from tests.posts import FakeReader, PostRoom, envelope, incoming


def dead_letter(room: PostRoom, why: WhyDead = WhyDead.CRASHED) -> tuple[str, str]:
    """Return the ids of a letter and of the dead work on it."""
    letter_id = receive([incoming()], envelope(), desk=room.desk).letters[0].id
    with room.store.database.working() as connection:
        connection.execute(job.update().values(is_dead=True, why_dead=why.value, attempts=4))
        return letter_id, connection.execute(sa.select(job.c.id)).scalar_one()


def error_code(room: PostRoom, letter_id: str) -> str | None:
    with room.store.reading() as transaction:
        error = transaction.letters.report(letter_id).error
    return error.code if error else None


@pytest.mark.parametrize(
    ("why", "code"),
    [
        (WhyDead.CRASHED, "gecrasht"),
        (WhyDead.FAILED, "gecrasht"),
        (WhyDead.AWAY, "leesfout"),
    ],
)
def test_a_letter_whose_reading_was_given_up_gets_a_report(
    room: PostRoom, why: WhyDead, code: str
) -> None:
    letter_id, _ = dead_letter(room, why)
    for _ in range(2):
        settle(store=room.store, clock=room.clock)
    assert error_code(room, letter_id) == code
    with room.store.reading() as transaction:
        assert transaction.letters.find(letter_id).report_version == 1


def test_a_letter_that_is_gone_needs_no_report(room: PostRoom) -> None:
    dead_letter(room)
    with room.store.database.working() as connection:
        connection.execute(job.update().values(about="weg"))
    settle(store=room.store, clock=room.clock)
    assert [each.about for each in dead_jobs(store=room.store)] == ["weg"]


def test_a_person_sees_what_it_was_about_and_why(room: PostRoom) -> None:
    letter_id, job_id = dead_letter(room)
    (dead,) = dead_jobs(store=room.store)
    assert (dead.id, dead.about, dead.attempts, dead.why) == (
        job_id,
        letter_id,
        4,
        WhyDead.CRASHED,
    )


def test_a_letter_that_is_tried_again_gets_a_second_report(room: PostRoom) -> None:
    letter_id, job_id = dead_letter(room)
    settle(store=room.store, clock=room.clock)
    retry_job(job_id, store=room.store)
    assert dead_jobs(store=room.store) == ()
    read_letter(letter_id, room=Room(room.store, FakeReader(), room.clock, max_claims=3))
    with room.store.reading() as transaction:
        letter = transaction.letters.find(letter_id)
    assert (letter.state, letter.report_version, letter.claims) == (LetterState.DONE, 2, 1)


def test_work_that_is_dropped_leaves_a_report_behind(room: PostRoom) -> None:
    letter_id, job_id = dead_letter(room)
    drop_job(job_id, store=room.store, clock=room.clock)
    assert dead_jobs(store=room.store) == ()
    assert error_code(room, letter_id) == "gecrasht"


def test_a_letter_that_is_left_to_people_is_done_with_its_report(room: PostRoom) -> None:
    letter_id, _ = dead_letter(room)
    settle(store=room.store, clock=room.clock)
    drop_letter(letter_id, store=room.store)
    assert stranded_letters(store=room.store) == ()
    assert error_code(room, letter_id) == "gecrasht"
    with pytest.raises(NotFoundError):
        drop_letter(letter_id, store=room.store)


def test_only_dead_work_can_be_tried_again_or_dropped(room: PostRoom) -> None:
    receive([incoming()], envelope(), desk=room.desk)
    with room.store.database.reading() as connection:
        job_id = connection.execute(sa.select(job.c.id)).scalar_one()
    with pytest.raises(NotFoundError):
        retry_job(job_id, store=room.store)
    with pytest.raises(NotFoundError):
        drop_job(job_id, store=room.store, clock=room.clock)
