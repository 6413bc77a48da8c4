"""The examples of docs/koppelen.md do what they say."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from service.adapters.channels.amqp import AmqpSettings
from service.adapters.channels.folder import FolderSettings
from service.adapters.channels.webhook import WebhookKind, WebhookSettings
from service.adapters.clock import SystemClock
from service.adapters.guarded import Guard
from service.cli.channel import app as channel_app
from service.cli.deliveries import app as deliveries_app
from service.records.deliveries import Ending, EventType
from service.usecases.cloudevents import CloudEvent, Sender, event_body, type_of
from tests.events import make_event
from tests.expeditions import make_message
from tests.needs import missing
from tests.receivers import LOOPBACK, Request, receiver

TEXT = (Path(__file__).parents[2] / "docs" / "koppelen.md").read_text(encoding="utf-8")
SENDER = Sender("00000001823288444000", "https://postkamer.example.nl")
KIND = WebhookKind(Guard.of([LOOPBACK]))
SECRET = "whsec_" + "QUJD" * 11

Receive = Callable[[dict[str, str], bytes, str, set[str]], int]


def example(title: str) -> str:
    found = re.search(rf"<!-- {title} -->\n```\w+\n(.*?)```", TEXT, re.DOTALL)
    assert found, title
    return found[1]


@pytest.fixture
def receive() -> Receive:
    names: dict[str, Receive] = {}
    exec(example("voorbeeld in Python"), names)  # type: ignore[arg-type]  # noqa: S102 - is tested
    return names["ontvang"]


def deciding(receive: Receive, secret: str, seen: set[str]) -> Callable[[Request], int]:
    return lambda request: receive(dict(request.headers), request.body, secret, seen)


def test_the_python_example_takes_what_postkamer_sends_once(receive: Receive) -> None:
    seen: set[str] = set()
    body = event_body(make_event(), sender=SENDER)
    message = make_message(body=body, sent_at=SystemClock().now())
    with receiver() as there:
        there.decide = deciding(receive, SECRET, seen)
        prepared = KIND.prepare({"url": there.url, "secret": SECRET})
        for _ in range(2):
            handover = KIND.open_channel(prepared.settings).deliver(message)
            assert handover.ending is Ending.DELIVERED
    assert seen == {make_event().id}


def test_the_python_example_refuses_another_secret(receive: Receive) -> None:
    message = make_message(sent_at=SystemClock().now())
    with receiver() as there:
        there.decide = deciding(receive, SECRET, set())
        prepared = KIND.prepare({"url": there.url})
        assert KIND.open_channel(prepared.settings).deliver(message).status == "http_401"


@pytest.mark.parametrize(("secret", "said"), [(SECRET, "204"), ("whsec_" + "REVG" * 11, "401")])
def test_the_shell_example_tries_a_receiver(receive: Receive, secret: str, said: str) -> None:
    tools = {name: shutil.which(name) for name in ("bash", "curl", "openssl")}
    for name, path in tools.items():
        if path is None:
            missing(f"{name} is not installed")
    with receiver() as there:
        there.decide = deciding(receive, SECRET, set())
        done = subprocess.run(
            [str(tools["bash"]), "-euc", example("voorbeeld met curl")],
            env={"PATH": "/usr/bin:/bin", "GEHEIM": secret, "ADRES": there.url},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
    assert done.stdout.strip() == said
    CloudEvent.model_validate_json(there.requests[0].body)


def test_the_event_is_shown_as_it_is() -> None:
    shown = json.loads(example("voorbeeld van een gebeurtenis"))
    assert shown == json.loads(event_body(make_event(), sender=SENDER))


@pytest.mark.parametrize("name", CloudEvent.model_fields)
def test_every_attribute_is_explained(name: str) -> None:
    assert re.search(rf"^\| .*`{name}`.* \|", TEXT, re.MULTILINE) or name == "specversion"


@pytest.mark.parametrize("kind", EventType)
def test_every_type_is_explained(kind: EventType) -> None:
    assert f"| `{type_of(kind)}` |" in TEXT


@pytest.mark.parametrize("settings", [WebhookSettings, FolderSettings, AmqpSettings])
def test_every_setting_is_explained(settings: "type[WebhookSettings]") -> None:
    for name in settings.model_fields:
        assert f"| `{name}` |" in TEXT


@pytest.mark.parametrize(
    ("name", "app"), [("channel", channel_app), ("deliveries", deliveries_app)]
)
def test_every_command_exists_and_is_named(name: str, app: typer.Typer) -> None:
    exist = set(typer.main.get_group(app).commands)
    named = set(re.findall(rf"postkamer {name} (\w+)", TEXT))
    assert named <= exist
    words = set(re.findall(r"\w+", TEXT))
    assert exist <= words
