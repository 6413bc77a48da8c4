"""RabbitMQ that goes away: what was queued waits in the outbox and is passed on later."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pika
import pytest

from service.actors import Handler
from service.adapters.broker.outcomes import Patience
from service.ports.errors import AwayError
from service.ports.jobs import WhyDead, Work
from tests.brokers import House, open_house, wait_for, working
from tests.servers import RabbitMq

PATIENCE = {Work.READ: Patience(away_s=(0.05,) * 100, failed_s=())}


@pytest.fixture
def house(rabbitmq: RabbitMq, tmp_path: Path) -> Iterator[House]:
    with open_house(f"sqlite:///{tmp_path / 'test.db'}", rabbitmq.url) as opened:
        yield opened
    if rabbitmq.process.running is None:
        rabbitmq.process.start_after_kill()


def queue(house: House, *about: str) -> None:
    with house.store.accepting() as transaction:
        for each in about:
            transaction.jobs.put(Work.READ, each)


def waiting(house: House) -> int:
    with house.store.reading() as transaction:
        return sum(each.waiting for each in transaction.jobs.depths())


def test_while_rabbitmq_is_away_work_waits_in_the_outbox(house: House, rabbitmq: RabbitMq) -> None:
    rabbitmq.process.kill()
    queue(house, "brief-1", "brief-2")
    assert house.relay is not None
    for _ in range(2):
        with pytest.raises(AwayError):
            house.relay()
    assert waiting(house) == 2


def test_work_is_passed_on_when_rabbitmq_is_back(house: House, rabbitmq: RabbitMq) -> None:
    house.carry()  # with a connection that is going to break
    rabbitmq.process.kill()
    queue(house, "brief-1", "brief-2")
    rabbitmq.process.start_after_kill()
    consumer = house.consumer()
    seen = []
    for _ in range(2):
        message = house.next(consumer)
        seen.append(message.args[0])
        consumer.ack(message)
    assert seen == ["brief-1", "brief-2"]
    assert waiting(house) == 0


def test_what_others_put_in_our_queue_is_set_aside(house: House, rabbitmq: RabbitMq) -> None:
    house.put("brief-1")
    with closing(pika.BlockingConnection(pika.URLParameters(rabbitmq.url))) as connection:
        connection.channel().basic_publish("", Work.READ.value, b"scribble")
    consumer = house.consumer(lane=2)
    house.next(consumer)
    wait_for(house, lambda: next(consumer) or house.dead(), what="a dead letter")
    assert [job.why for job in house.dead()] == [WhyDead.UNREADABLE]


def test_a_worker_outlives_rabbitmq(house: House, rabbitmq: RabbitMq) -> None:
    done: list[str] = []
    with working(house, Handler(done.append, lambda *_: None), PATIENCE):
        house.put("brief-1")
        wait_for(house, lambda: done, what="the first letter")
        rabbitmq.process.kill()
        rabbitmq.process.start_after_kill()
        queue(house, "brief-2")
        wait_for(house, lambda: "brief-2" in done, what="the second letter")


def test_what_rabbitmq_confirmed_outlives_its_being_killed(
    house: House, rabbitmq: RabbitMq
) -> None:
    names = [f"brief-{number}" for number in range(20)]
    house.put(*names)
    assert waiting(house) == 0
    rabbitmq.process.kill()
    rabbitmq.process.start_after_kill()
    consumer, seen = house.consumer(), []
    for _ in names:
        message = house.next(consumer)
        seen.append(message.args[0])
        consumer.ack(message)
    assert seen == names
