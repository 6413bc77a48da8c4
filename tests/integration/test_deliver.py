"""Delivering: at least once, in order, and nothing lost wherever a worker dies."""

import dataclasses
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest
from structlog.testing import capture_logs

from service.adapters.open_channels import ChannelCache
from service.adapters.store.tables import report
from service.records.deliveries import Content, DeliveryState, Ending, Handover, Message
from service.usecases import deliver as deliver_module
from service.usecases.deliver import LOST_AFTER, deliver, overdue_round
from service.usecases.deliveries import drop, resend, resend_all
from service.usecases.errors import UsageError
from service.usecases.feed import Feed
from tests.expeditions import AWAY, SENDER, SHORT, TAKEN, Office, office


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as opened:
        yield opened


class KilledError(BaseException):
    """A worker that dies here."""


def test_a_report_is_delivered_once(ours: Office) -> None:
    letter = ours.letter()
    assert ours.work() == 1
    assert ours.channel.versions == [(letter.id, 1)]
    assert ours.states() == [DeliveryState.DELIVERED]


def test_doing_a_job_twice_delivers_once(ours: Office) -> None:
    ours.letter()
    (planned,) = ours.deliveries()
    for _ in range(3):
        deliver(planned.id, expedition=ours.expedition)
    assert len(ours.channel.seen) == 1


def test_a_job_without_a_delivery_does_nothing(ours: Office) -> None:
    deliver("onbekend", expedition=ours.expedition)
    assert ours.channel.seen == []


def test_two_workers_do_not_send_at_once(ours: Office) -> None:
    ours.letter()
    (planned,) = ours.deliveries()

    def meanwhile(message: Message) -> Handover:
        deliver(planned.id, expedition=ours.expedition)
        return TAKEN

    ours.channel.answer = meanwhile
    ours.work()
    assert len(ours.channel.seen) == 1


def test_a_later_report_waits_for_the_earlier_one(ours: Office) -> None:
    letter = ours.letter()
    ours.report(letter.id)
    ours.channel.answer = lambda message: AWAY if len(ours.channel.seen) < 3 else TAKEN
    ours.work()
    assert [each.report_version for each in ours.channel.seen] == [1]
    ours.pass_time(60)
    ours.pass_time(60)
    assert ours.channel.versions == [(letter.id, 1), (letter.id, 2)]


def test_what_waited_goes_at_once_and_not_with_the_next_round(ours: Office) -> None:
    letter = ours.letter()
    ours.report(letter.id)
    ours.channel.answer = _first(AWAY)
    ours.work()
    ours.room.clock.move(seconds=10)
    ours.work()
    assert ours.channel.versions == [(letter.id, 1), (letter.id, 2)]


def test_letters_do_not_wait_for_each_other(ours: Office) -> None:
    first, second = ours.letter(), ours.letter()
    ours.channel.answer = lambda message: AWAY if message.letter_id == first.id else TAKEN
    ours.work()
    assert ours.channel.versions == [(second.id, 1)]


def test_channels_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with office(tmp_path, channels=2) as ours:
        letter = ours.letter()
        ours.report(letter.id)
        first = ours.deliveries()[0]
        ours.channel.answer = lambda message: AWAY if message.id == first.id else TAKEN
        ours.work()
        assert ours.channel.versions == [(letter.id, 1), (letter.id, 2)]


@pytest.mark.parametrize("ending", [Ending.NEVER, Ending.LATER])
def test_what_was_given_up_does_not_hold_up_the_next(ours: Office, ending: Ending) -> None:
    letter = ours.letter()
    ours.report(letter.id)
    ours.channel.answer = lambda message: (
        Handover(ending, "http_400") if message.report_version == 1 else TAKEN
    )
    for _ in range(4):
        ours.pass_time(60)
    assert ours.states() == [DeliveryState.GIVEN_UP, DeliveryState.DELIVERED]


def test_attempts_are_spread_by_the_backoff(ours: Office) -> None:
    ours.letter()
    ours.channel.answer = lambda _: AWAY
    begun = ours.room.clock.now()
    times = []
    for _ in range(100):
        before = len(ours.channel.seen)
        ours.pass_time(1)
        if len(ours.channel.seen) > before:
            times.append((ours.room.clock.now() - begun).total_seconds())
    assert times == [1, 11, 41]


def test_what_a_receiver_asks_for_is_honoured(ours: Office) -> None:
    ours.letter()
    ours.channel.answer = lambda _: Handover(Ending.LATER, "http_503", after_s=3600)
    ours.work()
    ours.pass_time(3590)
    assert len(ours.channel.seen) == 1
    ours.pass_time(20)
    assert len(ours.channel.seen) == 2


def test_giving_up_tells_the_administrator_once_for_each_channel(ours: Office) -> None:
    ours.letter()
    ours.letter()
    ours.channel.answer = lambda _: Handover(Ending.NEVER, "http_422")
    with capture_logs() as logs:
        ours.work()
    with ours.room.store.reading() as transaction:
        (alert,) = transaction.alerts.unseen()
        assert transaction.alerts.unseen("gemeente") == ()
    assert (alert.code, alert.about) == ("bezorging_opgegeven", "kanaal-nummer-0")
    assert [each["event"] for each in logs] == ["delivery_given_up"] * 2


def test_an_alert_that_was_seen_comes_again(ours: Office) -> None:
    ours.channel.answer = lambda _: Handover(Ending.NEVER, "http_422")
    for _ in range(2):
        ours.letter()
        ours.work()
        with ours.room.store.accepting() as transaction:
            (alert,) = transaction.alerts.unseen()
            transaction.alerts.mark_seen(alert.id, now=ours.room.clock.now())


def test_a_receiver_that_is_gone_disables_its_channel_and_nothing_is_lost(ours: Office) -> None:
    ours.letter()
    ours.channel.answer = lambda _: Handover(Ending.GONE, "http_410")
    ours.work()
    ours.letter()
    ours.pass_time(10_000)
    assert len(ours.channel.seen) == 1
    assert ours.states() == [DeliveryState.WAITING] * 2
    with ours.room.store.reading() as transaction:
        assert [each.code for each in transaction.alerts.unseen()] == ["kanaal_weg"]
        (channel,) = transaction.channels.all()
        assert channel.disabled_why == "http_410"


def test_the_letter_is_sent_along_only_when_the_channel_asks_for_it(ours: Office) -> None:
    ours.letter()
    ours.work()
    ours.channel.content = Content.REPORT
    ours.letter()
    ours.work()
    assert [b"M. Jansen" in each.body for each in ours.channel.taken] == [False, True]


def test_a_receiver_that_was_found_away_is_left_alone_for_a_while(ours: Office) -> None:
    for _ in range(5):
        ours.letter()
    ours.channel.answer = lambda _: Handover(Ending.AWAY, "tijd_op")
    ours.work()
    assert len(ours.channel.seen) == 1  # the others took its word for it
    assert {(each.attempts, each.last_status) for each in ours.deliveries()} == {(1, "tijd_op")}
    ours.channel.answer = lambda _: TAKEN
    ours.pass_time(30)
    ours.pass_time(30)
    assert ours.states() == [DeliveryState.DELIVERED] * 5
    with ours.room.store.reading() as transaction:
        assert transaction.channels.all()[0].away_until is None


def test_a_receiver_that_stays_away_is_given_up_in_the_same_time(ours: Office) -> None:
    for _ in range(5):
        ours.letter()
    ours.channel.answer = lambda _: Handover(Ending.AWAY, "tijd_op")
    for _ in range(4):
        ours.pass_time(60)
    assert ours.states() == [DeliveryState.GIVEN_UP] * 5
    assert len(ours.channel.seen) < 5 * 3


def test_a_receiver_that_asks_for_an_hour_gets_it_from_all(ours: Office) -> None:
    ours.letter()
    ours.letter()
    ours.channel.answer = lambda _: Handover(Ending.AWAY, "http_429", after_s=3600)
    ours.work()
    ours.pass_time(3590)
    assert len(ours.channel.seen) == 1
    assert {each.attempts for each in ours.deliveries()} == {1}


def test_who_sends_again_does_not_wait_for_a_receiver_that_was_away(ours: Office) -> None:
    ours.letter()
    ours.channel.answer = lambda _: Handover(Ending.AWAY, "tijd_op")
    ours.work()
    ours.channel.answer = lambda _: TAKEN
    resend(ours.deliveries()[0].id, counter=ours.counter)
    ours.work()
    assert ours.states() == [DeliveryState.DELIVERED]


def test_a_job_that_comes_too_soon_is_put_back(ours: Office) -> None:
    ours.letter()
    ours.channel.answer = lambda _: AWAY
    ours.work()
    (waiting,) = ours.deliveries()
    ours.lose_jobs()
    deliver(waiting.id, expedition=ours.expedition)
    assert (len(ours.channel.seen), ours.job_count()) == (1, 1)
    ours.room.clock.move(seconds=10)
    ours.work()
    assert len(ours.channel.seen) == 2


def test_a_job_that_waits_in_the_queue_is_not_queued_again(ours: Office) -> None:
    ours.letter()
    ours.room.clock.move(minutes=30)
    assert overdue_round(ours.expedition) == 0


def test_a_job_that_was_lost_is_queued_again(ours: Office) -> None:
    ours.letter()
    ours.lose_jobs()
    ours.pass_time(LOST_AFTER.total_seconds())
    assert ours.states() == [DeliveryState.DELIVERED]


def test_a_delivery_that_kills_its_worker_is_given_up(ours: Office) -> None:
    ours.letter()

    def die(_: Message) -> Handover:
        raise KilledError

    ours.channel.answer = die
    for _ in range(10):
        ours.room.clock.move(hours=1)
        overdue_round(ours.expedition)
        try:
            ours.work()
        except KilledError:
            ours.lose_jobs()
    assert ours.states() == [DeliveryState.GIVEN_UP]
    assert len(ours.channel.seen) == len(SHORT.waits) + 1


def test_a_worker_that_was_taken_for_dead_changes_nothing_any_more(ours: Office) -> None:
    ours.letter()
    (planned,) = ours.deliveries()

    def slow(_: Message) -> Handover:
        ours.room.clock.move(hours=1)
        ours.channel.answer = lambda _: TAKEN
        deliver(planned.id, expedition=ours.expedition)
        return Handover(Ending.NEVER, "http_400")

    ours.channel.answer = slow
    ours.work()
    assert ours.states() == [DeliveryState.DELIVERED]


def test_a_failure_of_a_worker_that_was_taken_for_dead_does_not_count(ours: Office) -> None:
    ours.letter()
    (planned,) = ours.deliveries()

    def slow(_: Message) -> Handover:
        ours.room.clock.move(hours=1)
        ours.channel.answer = lambda _: AWAY
        deliver(planned.id, expedition=ours.expedition)
        return Handover(Ending.NEVER, "http_400")

    ours.channel.answer = slow
    deliver(planned.id, expedition=ours.expedition)
    (kept,) = ours.deliveries()
    assert (kept.state, kept.last_status) == (DeliveryState.WAITING, AWAY.status)


def test_what_was_delivered_counts_whoever_comes_to_say_it(ours: Office) -> None:
    ours.letter()
    (planned,) = ours.deliveries()

    def dropped_meanwhile(_: Message) -> Handover:
        drop(planned.id, counter=ours.counter)
        return TAKEN

    ours.channel.answer = dropped_meanwhile
    ours.work()
    assert ours.states() == [DeliveryState.DELIVERED]


def test_a_report_that_was_removed_is_not_delivered_and_holds_nothing_up(ours: Office) -> None:
    letter = ours.letter()
    ours.report(letter.id)
    with ours.room.store.database.working() as connection:
        connection.execute(report.delete().where(report.c.version == 1))
    ours.work()
    assert ours.channel.versions == [(letter.id, 2)]
    assert ours.deliveries()[0].last_status == "brief_verwijderd"


def test_a_letter_that_is_destroyed_while_it_is_delivered_leaves_nothing(ours: Office) -> None:
    letter = ours.letter()

    def destroyed(_: Message) -> Handover:
        with ours.room.store.accepting() as transaction:
            transaction.letters.destroy(letter.id)
        return TAKEN

    ours.channel.answer = destroyed
    ours.work()
    assert ours.deliveries() == ()
    assert Feed(ours.room.store, SENDER).after("zorgkantoor").events == ()


def test_a_channel_that_cannot_be_opened_is_tried_again(ours: Office) -> None:
    ours.letter()
    with capture_logs() as logs:
        away = dataclasses.replace(ours.expedition, channels=ChannelCache({}))
        deliver(ours.deliveries()[0].id, expedition=away)
    assert [each["event"] for each in logs] == ["channel_not_opened"]
    ours.pass_time(60)
    assert ours.states() == [DeliveryState.DELIVERED]


def test_a_delivery_that_was_planned_while_its_channel_was_removed_lapses(ours: Office) -> None:
    ours.letter()
    with ours.room.store.accepting() as transaction:
        (channel,) = transaction.channels.all()
        removed = dataclasses.replace(channel, removed_at=ours.room.clock.now())
        transaction.channels.keep(removed)
    ours.work()
    assert ours.states() == [DeliveryState.DROPPED]


def test_a_person_sends_again(ours: Office) -> None:
    ours.letter()
    ours.channel.answer = lambda _: Handover(Ending.NEVER, "http_422")
    ours.work()
    (given_up,) = ours.deliveries()
    ours.channel.answer = lambda _: TAKEN
    resend(given_up.id, counter=ours.counter)
    ours.work()
    assert ours.states() == [DeliveryState.DELIVERED]
    assert len({each.id for each in ours.channel.seen}) == 1


def test_sending_again_what_waits_takes_away_the_wait(ours: Office) -> None:
    ours.letter()
    ours.channel.answer = lambda message: AWAY if len(ours.channel.seen) == 1 else TAKEN
    ours.work()
    resend(ours.deliveries()[0].id, counter=ours.counter)
    ours.work()
    assert ours.states() == [DeliveryState.DELIVERED]


def test_a_person_lets_lapse_and_the_next_goes_on(ours: Office) -> None:
    letter = ours.letter()
    ours.report(letter.id)
    ours.channel.answer = lambda message: AWAY if message.report_version == 1 else TAKEN
    ours.work()
    drop(ours.deliveries()[0].id, counter=ours.counter)
    ours.work()
    assert ours.states() == [DeliveryState.DROPPED, DeliveryState.DELIVERED]


def test_what_was_delivered_cannot_lapse(ours: Office) -> None:
    ours.letter()
    ours.work()
    with pytest.raises(UsageError):
        drop(ours.deliveries()[0].id, counter=ours.counter)


def test_everything_that_was_given_up_goes_again(ours: Office) -> None:
    for _ in range(3):
        ours.letter()
    ours.channel.answer = lambda _: Handover(Ending.NEVER, "http_422")
    ours.work()
    ours.channel.answer = lambda _: TAKEN
    assert resend_all("kanaal-nummer-0", counter=ours.counter) == 3
    ours.work()
    assert ours.states() == [DeliveryState.DELIVERED] * 3


class _Killer:
    """Kills at the n-th line of deliver.py that is run."""

    def __init__(self, at: int) -> None:
        self.lines_left = at

    def __call__(self, frame: FrameType, event: str, _: object) -> "_Killer | None":
        if frame.f_code.co_filename != deliver_module.__file__:
            return None
        if event == "line":
            self.lines_left -= 1
            if self.lines_left == 0:
                raise KilledError
        return self


def killed_at(line: int, ours: Office, *, late: bool) -> bool:
    """Do the jobs of a worker that dies at a line; tell whether it came to that."""
    before = sys.gettrace()
    sys.settrace(_Killer(line))
    try:
        ours.work(late=late)
    except KilledError:
        return True
    finally:
        sys.settrace(before)
    return False


@pytest.mark.parametrize("late", [True, False], ids=["job comes back", "job is lost"])
@pytest.mark.parametrize("first_answer", [TAKEN, AWAY], ids=["taken", "away"])
def test_nothing_is_lost_or_out_of_order_wherever_a_worker_dies(
    ours: Office, first_answer: Handover, *, late: bool
) -> None:
    line, was_killed = 0, True
    while was_killed:
        line += 1
        ours.channel.taken.clear()
        ours.channel.answer = _first(first_answer)
        letter = ours.letter()
        ours.report(letter.id)
        was_killed = killed_at(line, ours, late=late)
        for _ in range(3):
            ours.pass_time(LOST_AFTER.total_seconds())
        assert set(ours.states()) == {DeliveryState.DELIVERED}, line
        versions = [version for _, version in ours.channel.versions]
        assert sorted(versions) == versions, line
        assert set(versions) == {1, 2}, line
    assert line > 50  # it did die in many places


def _first(answer: Handover) -> Callable[[Message], Handover]:
    """Return a receiver that gives this answer once and then takes everything."""
    answers = iter([answer])
    return lambda _: next(answers, TAKEN)
