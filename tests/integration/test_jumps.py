"""What was written down while a clock was ahead does not wait until that time comes."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.adapters.store.tables import job
from service.records.deliveries import DeliveryState
from service.usecases.jumps import bring_back
from service.usecases.receive import receive
from tests.brokers import open_house
from tests.expeditions import AWAY, SHORT, TAKEN, Office, office
from tests.posts import PostRoom, envelope, incoming

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path, backoff=SHORT) as opened:
        yield opened


def due_jobs(room: PostRoom) -> int:
    with room.store.database.reading() as connection:
        now = room.clock.now().timestamp()
        return len(connection.execute(job.select().where(job.c.due <= now)).all())


def test_a_letter_that_came_in_an_hour_too_late_is_read_at_once(room: PostRoom) -> None:
    room.clock.move(hours=1)
    receive([incoming()], envelope(), desk=room.desk)
    room.clock.move(hours=-1)
    assert due_jobs(room) == 0
    assert bring_back(store=room.store, clock=room.clock) == 1
    assert due_jobs(room) == 1
    assert bring_back(store=room.store, clock=room.clock) == 0


def test_reports_made_while_the_clock_was_ahead_are_delivered_soon_and_in_order(
    post: Office,
) -> None:
    post.room.clock.move(hours=1)
    letter = post.letter()
    post.room.clock.move(hours=-1)
    post.report(letter.id)
    bring_back(store=post.room.store, clock=post.room.clock)
    post.pass_time(10)
    assert [version for _, version in post.channel.versions] == [1, 2]


def test_a_receiver_that_failed_while_the_clock_was_ahead_is_tried_again_after_its_usual_time(
    post: Office,
) -> None:
    post.channel.answer = lambda _: AWAY
    post.room.clock.move(hours=1)
    post.letter()
    post.work()
    post.room.clock.move(hours=-1)
    bring_back(store=post.room.store, clock=post.room.clock)
    post.channel.answer = lambda _: TAKEN
    post.pass_time(0)
    assert post.states() == [DeliveryState.WAITING]  # its usual time is not over
    post.pass_time(11)
    assert post.states() == [DeliveryState.DELIVERED]


def test_a_turn_taken_by_a_clock_that_was_ahead_goes_to_another(room: PostRoom) -> None:
    now, lasts = room.clock.now(), dt.timedelta(seconds=70)
    with room.store.working() as transaction:
        assert transaction.turns.take("map", "een", now=now + HOUR, until=now + HOUR + lasts)
        assert transaction.turns.take("map", "ander", now=now, until=now + lasts)


def test_on_postgresql_its_clock_decides(request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue("postgresql").new_database()
    with open_house(url) as house:
        house.put("brief-1")
        by = dt.timedelta(seconds=60)
        with house.store.working() as transaction:
            behind = house.plan.clock.now() - HOUR
            assert transaction.ahead.bring_back(now=behind, by=by, away=HOUR) == 0
            later = house.plan.clock.now() + HOUR
            transaction.connection.execute(job.update().values(created_at=later))
            assert transaction.ahead.bring_back(now=behind, by=by, away=HOUR) == 1
        assert house.next(house.consumer()).args == ("brief-1",)
