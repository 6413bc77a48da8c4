"""One suite for every kind of channel, over its real receiver, and for the fake."""

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pika
import pytest

from service.adapters.channels.amqp import AmqpKind
from service.adapters.channels.folder import FolderKind
from service.adapters.channels.webhook import WebhookKind
from service.adapters.guarded import Guard
from service.ports.channels import ChannelKind, ReportChannel
from service.ports.errors import ChannelSettingsError
from service.records.deliveries import Ending, Message
from service.rendering.pdf import render_pdf
from service.usecases.cloudevents import event_body
from tests.events import make_event
from tests.expeditions import SENDER, make_message
from tests.receivers import LOOPBACK, receiver
from tests.servers import RabbitMq
from tests.unit.service.reports import make_report


@dataclass
class Case:
    """A kind with settings for a receiver that is there, and what came in there."""

    kind: ChannelKind
    given: dict[str, object]
    away: dict[str, object]
    arrived: Callable[[], list[str]]  # ids of letters
    vanish: Callable[[], None] = lambda: None  # takes what `away` needed to be added
    opened: list[ReportChannel] = field(default_factory=list)

    def open_channel(self, given: dict[str, object] | None = None) -> ReportChannel:
        prepared = self.kind.prepare(self.given if given is None else given)
        self.opened.append(self.kind.open_channel(prepared.settings))
        return self.opened[-1]


@contextmanager
def webhook_case() -> Iterator[Case]:
    with receiver() as there:
        yield Case(
            WebhookKind(Guard.of([LOOPBACK])),
            {"url": there.url},
            {"url": "http://127.0.0.1:1/"},
            lambda: [json.loads(each.body)["subject"] for each in there.requests],
        )


@contextmanager
def folder_case(folder: Path) -> Iterator[Case]:
    def arrived() -> list[str]:
        return [json.loads(file.read_bytes())["id"] for file in sorted(folder.glob("*.json"))]

    disk = folder / "weg"
    disk.mkdir()
    away = {"folder": str(disk)}
    yield Case(
        FolderKind(lambda message: render_pdf(message.report)),
        {"folder": str(folder)},
        away,
        arrived,
        disk.rmdir,
    )


@contextmanager
def amqp_case(server: RabbitMq) -> Iterator[Case]:
    queue = f"rapporten-{uuid.uuid4()}"
    given = {"url": server.url, "queue": queue, "exchange": f"uit-{queue}"}
    connection = pika.BlockingConnection(pika.URLParameters(server.url))
    channel = connection.channel()

    def arrived() -> list[str]:
        taken = []
        while (body := channel.basic_get(queue, auto_ack=True)[2]) is not None:
            taken.append(json.loads(body)["subject"])
        return taken

    yield Case(AmqpKind(), given, {**given, "url": "amqp://guest:guest@127.0.0.1:1/"}, arrived)
    connection.close()


@pytest.fixture(params=["webhook", "map", "amqp"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    opened = {
        "webhook": webhook_case,
        "map": lambda: folder_case(tmp_path),
        "amqp": lambda: amqp_case(request.getfixturevalue("rabbitmq")),
    }
    with opened[request.param]() as ours:
        yield ours
        for channel in ours.opened:
            channel.close()


def message(letter_id: str = "00000000-0000-4000-8000-000000000001") -> Message:
    return make_message(
        letter_id=letter_id,
        report=make_report(id=letter_id),
        body=event_body(make_event(letter_id=letter_id), sender=SENDER),
    )


def test_a_message_arrives(case: Case) -> None:
    sent = message()
    handover = case.open_channel().deliver(sent)
    assert handover.ending is Ending.DELIVERED
    assert case.arrived() == [sent.letter_id]


def test_several_messages_arrive_over_one_channel(case: Case) -> None:
    channel = case.open_channel()
    ids = [str(uuid.UUID(int=number)) for number in range(1, 4)]
    for letter_id in ids:
        assert channel.deliver(message(letter_id)).ending is Ending.DELIVERED
    assert case.arrived() == ids


def test_a_receiver_that_is_away_is_tried_again(case: Case) -> None:
    channel = case.open_channel(case.away)
    case.vanish()
    assert channel.deliver(message()).ending is Ending.AWAY


def test_a_channel_that_was_closed_delivers_again(case: Case) -> None:
    channel = case.open_channel()
    channel.deliver(message())
    channel.close()
    assert channel.deliver(message()).ending is Ending.DELIVERED


@pytest.mark.parametrize(
    "wrong", [{"kleur": "blauw"}, {"url": "ftp://x", "folder": "los", "inhoud": "alles"}]
)
def test_a_wrong_setting_is_named_and_not_repeated(case: Case, wrong: dict[str, object]) -> None:
    with pytest.raises(ChannelSettingsError) as error:
        case.kind.prepare({**case.given, **wrong})
    assert error.value.faults
    for key, sentence in error.value.faults:
        assert key in wrong
        assert str(wrong[key]) not in sentence


def test_a_setting_that_is_needed_is_named(case: Case) -> None:
    with pytest.raises(ChannelSettingsError) as error:
        case.kind.prepare({})
    assert error.value.faults[0] in [
        ("url", "vul deze instelling in"),
        ("folder", "vul deze instelling in"),
    ]


def test_a_description_holds_no_secret(case: Case) -> None:
    prepared = case.kind.prepare(case.given)
    described = case.kind.describe(prepared.settings)
    assert described
    assert "guest:" not in described
    assert (prepared.secret or "whsec_") not in described
