"""Webhooks over real connections: signatures, answers, and addresses that are not for us."""

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from service.adapters.channels.webhook import WebhookKind
from service.adapters.guarded import Guard
from service.ports.errors import ChannelSettingsError
from service.records.deliveries import Content, Ending, Handover, Message
from service.settings import ConfigurationError
from tests.expeditions import make_message
from tests.receivers import LOOPBACK, Receiver, make_certificate, raw_receiver, receiver

KIND = WebhookKind(Guard.of([LOOPBACK]))
OUTSIDE = WebhookKind(Guard())  # no network of our own may be reached


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as opened:
        yield opened


def send(url: str, message: Message | None = None, **given: object) -> Handover:
    channel = KIND.open_channel(KIND.prepare({"url": url, **given}).settings)
    return channel.deliver(message or make_message())


def signed_by(there: Receiver, secret: str) -> bool:
    request = there.requests[-1]
    headers = dict(request.headers)
    signature = Webhook(secret).sign(
        headers["webhook-id"], make_message().sent_at, request.body.decode()
    )
    return signature in headers["webhook-signature"].split(" ")


def test_a_message_is_signed_with_the_secret_that_was_shown(there: Receiver) -> None:
    prepared = KIND.prepare({"url": there.url})
    KIND.open_channel(prepared.settings).deliver(make_message("bezorging-7", body=b'{"a":1}'))
    (request,) = there.requests
    assert request.headers["webhook-id"] == "bezorging-7"
    assert request.headers["content-type"].startswith("application/cloudevents+json")
    assert request.body == b'{"a":1}'
    assert signed_by(there, prepared.secret or "")
    assert not signed_by(there, KIND.prepare({"url": there.url}).secret or "")


def test_what_the_library_of_a_receiver_says_of_it(there: Receiver) -> None:
    prepared = KIND.prepare({"url": there.url})
    KIND.open_channel(prepared.settings).deliver(make_message())
    headers = dict(there.requests[0].headers)
    # our clock stands still in a test, and a receiver refuses what is old
    with pytest.raises(WebhookVerificationError, match="old"):
        Webhook(prepared.secret or "").verify(there.requests[0].body, headers)


def test_the_old_secret_signs_for_a_day_beside_the_new_one(there: Receiver) -> None:
    now = make_message().sent_at
    first = KIND.prepare({"url": there.url})
    second = KIND.rotate(first.settings, now=now)
    KIND.open_channel(second.settings).deliver(make_message())
    assert signed_by(there, first.secret or "")
    assert signed_by(there, second.secret or "")
    third = KIND.rotate(second.settings, now=now.replace(day=21))
    KIND.open_channel(third.settings).deliver(make_message())
    assert not signed_by(there, second.secret or "")


@pytest.mark.parametrize(
    ("status", "ending"),
    [
        (200, Ending.DELIVERED),
        (202, Ending.DELIVERED),
        (301, Ending.LATER),
        (302, Ending.LATER),
        (400, Ending.NEVER),
        (401, Ending.LATER),
        (403, Ending.LATER),
        (404, Ending.LATER),
        (409, Ending.LATER),
        (410, Ending.GONE),
        (413, Ending.NEVER),
        (422, Ending.NEVER),
        (429, Ending.AWAY),
        (500, Ending.LATER),
        (503, Ending.AWAY),
    ],
)
def test_each_answer_has_its_ending(there: Receiver, status: int, ending: Ending) -> None:
    there.status = status
    assert send(there.url).ending is ending


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120.0),
        ("Mon, 23 Nov 2026 09:02:00 GMT", 120.0),
        ("Mon, 23 Nov 2026 08:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("9" * 500, 999_999_999.0),
    ],
)
def test_when_to_come_back_is_understood(
    there: Receiver, written: str, seconds: float | None
) -> None:
    there.status, there.answer_headers = 503, {"Retry-After": written}
    assert send(there.url).after_s == seconds


def test_a_redirect_is_not_followed(there: Receiver) -> None:
    with receiver() as other:
        there.status, there.answer_headers = 307, {"Location": other.url}
        assert send(there.url) == Handover(Ending.LATER, "http_307")
        assert other.requests == []


def answers(*pieces: bytes) -> "object":
    def answer(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)

    return answer


def test_an_answer_without_end_is_cut_off() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:  # until the other side closes
            connection.sendall(b"x" * 65536)

    with raw_receiver(answer) as url:
        assert send(url).ending is Ending.DELIVERED


def test_an_answer_that_drips_has_an_end() -> None:
    stop = threading.Event()

    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not stop.wait(0.05):  # every byte in time, the whole never
            connection.sendall(b"x")

    with raw_receiver(answer) as url:
        assert send(url, timeout_seconds=1) == Handover(Ending.AWAY, "tijd_op")
        stop.set()


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 200", b"\0" * 99])
def test_what_is_no_answer_is_tried_again(answer: bytes) -> None:
    with raw_receiver(lambda connection: connection.sendall(answer)) as url:
        assert send(url) == Handover(Ending.LATER, "geen_antwoord")


INSIDE = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "localhost",
    "0.0.0.0",  # noqa: S104 - an address to refuse
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.100.100.200",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:10.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::a9fe:a9fe]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1:0:0:80ff:fffe]",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "[fec0::1]",
    "[ff02::1]",
]


@pytest.mark.parametrize("host", INSIDE)
def test_the_inside_is_not_reached(host: str) -> None:
    prepared = OUTSIDE.prepare({"url": f"https://{host}/"})
    handover = OUTSIDE.open_channel(prepared.settings).deliver(make_message())
    assert handover == Handover(Ending.LATER, "adres_geweigerd")


def test_a_name_that_leads_nowhere_is_told_apart() -> None:
    handover = send("https://nergens.invalid/")
    assert handover == Handover(Ending.AWAY, "naam_onbekend")


def test_a_name_is_looked_up_once(monkeypatch: pytest.MonkeyPatch, there: Receiver) -> None:
    addresses = iter(["127.0.0.1", "169.254.169.254"])
    real = socket.getaddrinfo

    def rebinding(host: str, *rest: object, **options: object) -> object:
        known = next(addresses) if host == "zaaksysteem.example.nl" else host
        return real(known, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    url = there.url.replace("127.0.0.1", "zaaksysteem.example.nl")
    assert send(url).ending is Ending.DELIVERED
    assert next(addresses) == "169.254.169.254"  # was not asked for
    assert there.requests[0].headers["host"].startswith("zaaksysteem.example.nl:")


def test_of_several_addresses_only_those_outside_are_tried(
    monkeypatch: pytest.MonkeyPatch, there: Receiver
) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, there.url.split(":")[2][:5]))
        for address in ("10.0.0.1", "127.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    prepared = OUTSIDE.prepare({"url": "https://zaaksysteem.example.nl/"})
    handover = OUTSIDE.open_channel(prepared.settings).deliver(make_message())
    assert handover.status == "adres_geweigerd"


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every name lead to this machine."""
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda _, *rest, **options: real("127.0.0.1", *rest, **options)
    )


@pytest.mark.usefixtures("named")
def test_a_certificate_must_be_for_the_name_and_trusted(tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path / "zaken.pem", "zaken.example.nl")
    with receiver(certificate=certificate) as there:
        good = f"https://zaken.example.nl:{there.port}/"
        other = f"https://anders.example.nl:{there.port}/"
        trusted = {"ca_file": str(certificate)}
        assert send(good, **trusted).ending is Ending.DELIVERED
        assert send(good) == Handover(Ending.LATER, "certificaat")
        assert send(other, **trusted) == Handover(Ending.LATER, "certificaat")


def test_without_encryption_only_to_a_named_network() -> None:
    with pytest.raises(ChannelSettingsError, match="https"):
        OUTSIDE.prepare({"url": "http://zaaksysteem.example.nl/"})
    elsewhere = WebhookKind(Guard.of(["10.0.0.0/8"]))
    prepared = elsewhere.prepare({"url": "http://192.0.2.1/"})
    assert elsewhere.open_channel(prepared.settings).deliver(make_message()) == Handover(
        Ending.LATER, "adres_geweigerd"
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("url", "https://piet:geheim@zaken.example.nl/"),
        ("url", "https://"),
        ("secret", "geheim"),
        ("secret", "whsec_a2xlaW4="),
        ("ca_file", "/nergens/ca.pem"),
        ("timeout_seconds", "0.5"),
        ("timeout_seconds", "99"),
        ("timeout_seconds", "veel"),
        ("inhoud", "alles"),
    ],
)
def test_a_setting_that_cannot_be_is_named(key: str, value: str) -> None:
    with pytest.raises(ChannelSettingsError) as error:
        KIND.prepare({"url": "https://zaken.example.nl/", key: value})
    ((named_key, sentence),) = error.value.faults
    assert named_key == key
    assert value not in sentence


def test_a_network_that_is_none_is_named() -> None:
    with pytest.raises(ConfigurationError, match=r"10\.1/8/9"):
        Guard.of(["10.1/8/9"])


def test_a_secret_of_ones_own_is_taken(there: Receiver) -> None:
    secret = "whsec_" + "QUJD" * 11
    prepared = KIND.prepare({"url": there.url, "secret": secret})
    assert prepared.secret == secret
    assert json.loads(prepared.settings)["inhoud"] == Content.REFERENCE
