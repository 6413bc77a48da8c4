"""Exchanges of a real RabbitMQ, read by a plain consumer."""

import builtins
import importlib
import json
import os
import signal
import socket
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from types import ModuleType

import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel

from service.adapters.channels import amqp
from service.adapters.channels.amqp import AmqpChannel, AmqpKind
from service.records.deliveries import Content, Ending, Handover
from service.settings import ConfigurationError
from service.usecases.cloudevents import event_body
from tests.events import make_event
from tests.expeditions import SENDER, make_message
from tests.servers import RabbitMq
from tests.unit.service.reports import make_incomplete, make_report
from validators.report import Report

KIND = AmqpKind()


@pytest.fixture
def queue() -> str:
    return f"rapporten-{uuid.uuid4()}"


@pytest.fixture
def consumer(rabbitmq: RabbitMq) -> Iterator[BlockingChannel]:
    with closing(pika.BlockingConnection(pika.URLParameters(rabbitmq.url))) as connection:
        yield connection.channel()


def opened(rabbitmq: RabbitMq, **given: object) -> AmqpChannel:
    return KIND.open_channel(KIND.prepare({"url": rabbitmq.url, **given}).settings)


def test_a_plain_consumer_reads_the_report(
    rabbitmq: RabbitMq, consumer: BlockingChannel, queue: str
) -> None:
    report = make_report()
    body = event_body(make_event(), sender=SENDER, report=report)
    with closing(opened(rabbitmq, queue=queue)) as channel:
        assert channel.content is Content.REPORT
        channel.deliver(make_message("bezorging-7", body=body, report=report))
    method, properties, received = consumer.basic_get(queue, auto_ack=True)
    assert Report.model_validate(json.loads(received)["data"]) == report
    assert method.routing_key == "rapport-opgesteld.compleet"
    assert properties.content_type == "application/cloudevents+json; charset=UTF-8"
    assert (properties.delivery_mode, properties.message_id) == (2, "bezorging-7")


def test_a_queue_chooses_by_verdict(
    rabbitmq: RabbitMq, consumer: BlockingChannel, queue: str
) -> None:
    consumer.exchange_declare("keuze", exchange_type="topic", durable=True)
    consumer.queue_declare(queue)
    consumer.queue_bind(queue, "keuze", routing_key="*.incompleet")
    with closing(opened(rabbitmq, exchange="keuze")) as channel:
        for report in (make_report(), make_incomplete()):
            channel.deliver(make_message(report=report))
    assert consumer.basic_get(queue)[0].routing_key == "rapport-opgesteld.incompleet"
    assert consumer.basic_get(queue)[0] is None


def test_what_no_queue_wants_is_not_delivered(rabbitmq: RabbitMq, queue: str) -> None:
    with closing(opened(rabbitmq, exchange=queue)) as channel:
        assert channel.deliver(make_message()) == Handover(Ending.LATER, "geen_wachtrij")


def test_an_exchange_that_must_be_there_and_is_not(rabbitmq: RabbitMq, queue: str) -> None:
    with closing(opened(rabbitmq, exchange=queue, declare=False)) as channel:
        assert channel.deliver(make_message()) == Handover(Ending.AWAY, "geen_exchange")


def test_an_exchange_of_another_kind(
    rabbitmq: RabbitMq, consumer: BlockingChannel, queue: str
) -> None:
    consumer.exchange_declare(queue, exchange_type="fanout")
    with closing(opened(rabbitmq, exchange=queue)) as channel:
        assert channel.deliver(make_message()) == Handover(Ending.AWAY, "geen_exchange")


def test_a_wrong_password(rabbitmq: RabbitMq) -> None:
    wrong = rabbitmq.url.replace("guest:guest", "guest:fout")
    channel = KIND.open_channel(KIND.prepare({"url": wrong}).settings)
    assert channel.deliver(make_message()) == Handover(Ending.AWAY, "geen_rabbitmq")


def test_a_connection_that_was_lost_is_made_anew(rabbitmq: RabbitMq, queue: str) -> None:
    with closing(opened(rabbitmq, queue=queue)) as channel:
        channel.deliver(make_message())
        _socket_of(channel).shutdown(socket.SHUT_RDWR)
        assert channel.deliver(make_message()).ending is Ending.DELIVERED


def test_a_server_that_was_killed_is_waited_for(rabbitmq: RabbitMq, queue: str) -> None:
    with closing(opened(rabbitmq, queue=queue)) as channel:
        channel.deliver(make_message())
        rabbitmq.process.kill()
        assert channel.deliver(make_message()) == Handover(Ending.AWAY, "geen_rabbitmq")
        rabbitmq.process.start()
        with closing(pika.BlockingConnection(pika.URLParameters(rabbitmq.url))) as connection:
            kept = connection.channel().queue_declare(queue, passive=True).method.message_count
        assert kept == 1  # what was confirmed outlives the server
        assert channel.deliver(make_message()).ending is Ending.DELIVERED


def test_a_server_that_hangs_is_given_up_after_some_beats(
    rabbitmq: RabbitMq, queue: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amqp, "HEARTBEAT_S", 1)
    monkeypatch.setattr(amqp, "CONNECT_S", 1)
    monkeypatch.setattr(amqp, "HANDSHAKE_S", 1)
    assert rabbitmq.process.running is not None
    with closing(opened(rabbitmq, queue=queue)) as channel:
        channel.deliver(make_message())
        os.killpg(rabbitmq.process.running.pid, signal.SIGSTOP)
        try:
            handover = channel.deliver(make_message())
        finally:
            os.killpg(rabbitmq.process.running.pid, signal.SIGCONT)
        assert handover == Handover(Ending.AWAY, "geen_rabbitmq")
        assert channel.deliver(make_message()).ending is Ending.DELIVERED


def test_threads_have_connections_of_their_own(
    rabbitmq: RabbitMq, consumer: BlockingChannel, queue: str
) -> None:
    channel = opened(rabbitmq, queue=queue)

    def deliver(number: int) -> Ending:
        ending = channel.deliver(make_message(f"bezorging-{number}")).ending
        channel.close()
        return ending

    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(deliver, range(40))) == {Ending.DELIVERED}
    assert consumer.queue_declare(queue, passive=True).method.message_count == 40


def test_without_the_library_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.import_module

    def without(name: str, package: str | None = None) -> ModuleType:
        if name.startswith("pika"):
            raise builtins.ImportError(name)
        return real(name, package)

    monkeypatch.setattr(importlib, "import_module", without)
    with pytest.raises(ConfigurationError, match=r"postkamer\[rabbitmq\]"):
        KIND.prepare({"url": "amqp://guest:guest@127.0.0.1/"})


def _socket_of(channel: AmqpChannel) -> socket.socket:
    return channel._mine.channel.connection._impl._transport._sock  # type: ignore[no-any-return]  # noqa: SLF001
