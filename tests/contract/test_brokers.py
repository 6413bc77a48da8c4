"""What every broker must do, the embedded one on two databases and RabbitMQ behind its outbox."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from dramatiq import MessageProxy

from service.actors import Handler
from service.adapters.broker.outcomes import Patience, give_up
from service.adapters.store.tables import job
from service.ports.errors import AwayError, NotFoundError, StoppedError
from service.ports.jobs import DeadJob, WhyDead, Work
from service.usecases.dead_letters import dead_jobs, drop_job, retry_job
from tests.broker_holder import CRASHES, LEASE_S
from tests.brokers import House, open_house, wait_for, working

IMPATIENCE = {Work.READ: Patience(away_s=(0.05,) * 100, failed_s=(0.05, 0.05))}


@pytest.fixture(params=["sqlite", "postgresql", "rabbitmq"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    url, broker = f"sqlite:///{tmp_path / 'test.db'}", "database"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql").new_database()
    if request.param == "rabbitmq":
        broker = request.getfixturevalue("rabbitmq").url
    with open_house(url, broker) as opened:
        yield opened


def about(message: MessageProxy) -> str:
    return str(message.args[0])


def test_work_that_was_queued_is_handed_out_with_its_id(house: House) -> None:
    house.put("brief-1")
    message = house.next(house.consumer())
    assert (message.actor_name, message.args) == ("lezen", ("brief-1",))


def test_work_of_a_transaction_that_failed_is_not_handed_out(house: House) -> None:
    def queue_and_fail() -> None:
        with house.store.accepting() as transaction:
            transaction.jobs.put(Work.READ, "brief-1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        queue_and_fail()
    assert house.is_idle(house.consumer())


def test_work_is_handed_out_in_the_order_of_its_coming(house: House) -> None:
    names = [f"brief-{number}" for number in range(8)]
    house.put(*names)
    consumer, seen = house.consumer(), []
    for _ in names:
        message = house.next(consumer)
        seen.append(about(message))
        consumer.ack(message)
    assert seen == names


def test_work_that_is_done_does_not_come_back(house: House) -> None:
    house.put("brief-1")
    consumer = house.consumer()
    consumer.ack(house.next(consumer))
    house.end(consumer)
    assert house.is_idle(house.consumer())
    assert sum(each.waiting + each.running for each in house.queues().depths()) == 0


def test_work_for_later_waits_until_it_is_due(house: House) -> None:
    put_at = time.time()
    house.put("later", after_s=0.5)
    house.put("nu")
    consumer = house.consumer(lane=2)
    assert about(house.next(consumer)) == "nu"
    assert about(house.next(consumer)) == "later"
    assert time.time() >= put_at + 0.5


def test_no_more_is_handed_out_than_the_lane_is_wide(house: House) -> None:
    house.put("brief-1", "brief-2", "brief-3")
    consumer = house.consumer(lane=2)
    first = house.next(consumer)
    house.next(consumer)
    assert house.is_idle(consumer)
    consumer.ack(first)
    assert about(house.next(consumer)) == "brief-3"


def test_two_workers_never_have_the_same_work(house: House) -> None:
    names = {f"brief-{number}" for number in range(60)}
    house.put(*names)
    seen: list[str] = []

    def work() -> None:
        consumer = house.consumer()
        while len(seen) < len(names):
            message = next(consumer)
            if message is not None:
                seen.append(about(message))
                consumer.ack(message)
        house.end(consumer)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    wait_for(house, lambda: len(seen) >= len(names), what="all work")
    for thread in threads:
        thread.join()
    assert sorted(seen) == sorted(names)


def test_work_of_a_worker_that_is_killed_comes_back(house: House) -> None:
    house.put("brief-1")
    house.hold_in_a_process().kill()
    message = house.next(house.consumer())
    assert about(message) == "brief-1"
    assert not message.failed


def test_long_work_is_not_handed_out_again_while_its_worker_lives(house: House) -> None:
    house.put("brief-1")
    house.hold_in_a_process()
    consumer, until = house.consumer(), time.monotonic() + 3 * LEASE_S
    while time.monotonic() < until:
        assert next(consumer) is None


def test_work_that_kills_its_worker_time_and_again_is_set_aside(house: House) -> None:
    house.put("brief-1")
    for _ in range(CRASHES):
        house.hold_in_a_process().kill()
    house.put("brief-2")
    done: list[str] = []
    with working(house, Handler(done.append, lambda *_: None), IMPATIENCE):
        wait_for(house, lambda: done and house.dead(), what="a dead letter and the other one")
    (dead,) = house.dead()
    assert (dead.about, dead.why, done) == ("brief-1", WhyDead.CRASHED, ["brief-2"])
    assert dead.attempts >= CRASHES


def test_what_a_worker_did_not_begin_is_given_back_uncounted(house: House) -> None:
    house.put("brief-1")
    for _ in range(CRASHES + 1):
        consumer = house.consumer()
        message = house.next(consumer)
        assert not message.failed
        message.options["is_put_back"] = True
        consumer.ack(message)
        house.end(consumer)
    assert about(house.next(house.consumer())) == "brief-1"


def test_what_was_handed_out_and_not_ended_is_given_back_at_the_end(house: House) -> None:
    house.put("brief-1")
    broker = house.open()
    consumer = house.consumer(broker)
    consumer.requeue([house.next(consumer)])
    house.end(consumer)
    assert about(house.next(house.consumer())) == "brief-1"


def test_work_that_goes_wrong_is_tried_again_and_then_set_aside(house: House) -> None:
    house.put("brief-1")
    tries: list[str] = []
    given_up: list[tuple[str, WhyDead]] = []

    def fail(letter_id: str) -> None:
        tries.append(letter_id)
        raise ZeroDivisionError

    with working(house, Handler(fail, lambda *what: given_up.append(what)), IMPATIENCE):
        wait_for(house, lambda: given_up, what="giving up")
    assert tries == ["brief-1"] * 3
    assert given_up == [("brief-1", WhyDead.FAILED)]
    assert [(job.about, job.why) for job in house.dead()] == given_up


def test_work_waits_for_what_is_away(house: House) -> None:
    house.put("brief-1")
    tries: list[str] = []

    def need(letter_id: str) -> None:
        tries.append(letter_id)
        if len(tries) < 6:
            raise AwayError

    with working(house, Handler(need, lambda *_: None), IMPATIENCE):
        wait_for(house, lambda: len(tries) == 6, what="the sixth try")
    assert house.dead() == ()


def test_a_worker_that_stops_gives_back_what_it_cannot_finish(house: House) -> None:
    house.put("brief-1")
    begun, stop = threading.Event(), threading.Event()

    def read(_: str) -> None:
        begun.set()
        stop.wait()
        raise StoppedError

    with working(house, Handler(read, lambda *_: None), IMPATIENCE):
        wait_for(house, begun.is_set, what="the beginning")
        stop.set()
    message = house.next(house.consumer())
    assert (about(message), message.options.get("retries", 0)) == ("brief-1", 0)


def test_a_dead_letter_can_be_tried_again(house: House) -> None:
    (job,) = dead_letter(house)
    retry_job(job.id, store=house.store)
    message = house.next(house.consumer())
    assert (about(message), message.options, house.dead()) == ("brief-1", {}, ())


def test_a_dead_letter_can_be_dropped(house: House) -> None:
    (job,) = dead_letter(house)
    drop_job(job.id, store=house.store, clock=house.plan.clock)
    assert house.dead() == ()
    with pytest.raises(NotFoundError):
        drop_job(job.id, store=house.store, clock=house.plan.clock)
    assert house.is_idle(house.consumer())


def test_a_dead_letter_is_kept_when_the_queue_is_emptied(house: House) -> None:
    dead_letter(house)
    house.put("brief-2")
    broker = house.open()
    broker.declare_queue(Work.READ.value)
    broker.flush_all()
    assert house.is_idle(house.consumer())
    assert len(house.dead()) == 1


def test_what_nobody_can_read_is_set_aside(house: House) -> None:
    with house.store.accepting() as transaction:
        transaction.jobs.put(Work.READ, "brief-1")
        transaction.connection.execute(job.update().values(message=b"scribble"))
    house.put("brief-2")
    assert about(house.next(house.consumer())) == "brief-2"
    assert [(each.about, each.why) for each in house.dead()] == [("brief-1", WhyDead.UNREADABLE)]


def test_the_queues_tell_how_much_there_is(house: House) -> None:
    dead_letter(house)
    house.put("brief-2", "brief-3")
    house.put("later", after_s=3600)
    reading = next(each for each in house.queues().depths() if each.work is Work.READ)
    assert (reading.waiting, reading.delayed, reading.dead) == (2, 1, 1)


def dead_letter(house: House) -> tuple[DeadJob, ...]:
    """Return the dead letter that is all there is."""
    house.put("brief-1")
    consumer = house.consumer()
    message = house.next(consumer)
    give_up(message, WhyDead.FAILED)
    consumer.nack(message)
    house.end(consumer)
    return dead_jobs(store=house.store)
