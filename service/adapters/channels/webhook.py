"""Webhooks: events posted to an HTTPS address, signed by Standard Webhooks.

Receivers are addresses that someone typed in, so connections go through `guarded`; no redirect is
followed and hardly anything of an answer is read.
"""

import base64
import binascii
import datetime as dt
import email.utils
import secrets
import ssl
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated
from urllib.parse import urlsplit

import httpcore
from pydantic import AfterValidator, Field, FilePath, HttpUrl
from standardwebhooks import Webhook

from service.adapters.channel_settings import ChannelSettings, read
from service.adapters.guarded import (
    DistrustedError,
    Guard,
    GuardedBackend,
    RefusedAddressError,
    UnknownNameError,
)
from service.ports.errors import ChannelSettingsError
from service.records.deliveries import Content, Ending, Handover, Message, Prepared

PREFIX = "whsec_"
SECRET_BYTES = 32
ROTATION = dt.timedelta(hours=24)  # for so long the old secret signs too
ANSWER_BYTES = 16 * 1024  # of an answer; only its status counts
GONE = 410
# What is wrong with the message itself will be wrong the next time; all else may be repaired.
REFUSALS = frozenset({400, 413, 415, 422})
OVERLOADED = frozenset({429, 502, 503, 504})


# What a failed attempt means; the first that fits.
FAILURES: dict[type[Exception], Handover] = {
    RefusedAddressError: Handover(Ending.LATER, "adres_geweigerd"),
    UnknownNameError: Handover(Ending.AWAY, "naam_onbekend"),
    DistrustedError: Handover(Ending.LATER, "certificaat"),
    httpcore.TimeoutException: Handover(Ending.AWAY, "tijd_op"),
    httpcore.ConnectError: Handover(Ending.AWAY, "geen_verbinding"),
    httpcore.NetworkError: Handover(Ending.LATER, "geen_antwoord"),
    httpcore.ProtocolError: Handover(Ending.LATER, "geen_antwoord"),
}


def _without_login(url: HttpUrl) -> HttpUrl:
    if url.username or url.password:
        message = "zet geen gebruiker of wachtwoord in het adres; berichten zijn ondertekend"
        raise ValueError(message)
    return url


def _strong(secret: str) -> str:
    message = "schrijf whsec_ en daarna 24 tot 64 bytes in base64, of laat Postkamer er een maken"
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise ValueError(message) from error
    if not secret.startswith(PREFIX) or not 24 <= len(key) <= 64:
        raise ValueError(message)
    return secret


Secret = Annotated[str, AfterValidator(_strong)]


class WebhookSettings(ChannelSettings):
    """What may be set for a webhook."""

    url: Annotated[HttpUrl, AfterValidator(_without_login)]
    inhoud: Content = Content.REFERENCE  # it may go over the internet: no letters in it unasked
    secret: Annotated[Secret | None, Field(repr=False)] = None
    ca_file: FilePath | None = None
    timeout_seconds: Annotated[float, Field(ge=1, le=60)] = 20.0


class _Kept(WebhookSettings):
    """What is kept of it: also the secret that was replaced."""

    secret: Annotated[str, Field(repr=False)]
    old_secret: Annotated[str | None, Field(repr=False)] = None
    old_until: dt.datetime | None = None

    def secrets_at(self, now: dt.datetime) -> tuple[str, ...]:
        """Return the secrets that sign a message, the current one first."""
        if self.old_secret is None or self.old_until is None or self.old_until <= now:
            return (self.secret,)
        return (self.secret, self.old_secret)


class WebhookKind:
    """Webhooks that may reach the addresses of a guard."""

    name = "webhook"

    def __init__(self, guard: Guard) -> None:
        """Use the guard for every address."""
        self._guard = guard

    def prepare(self, given: Mapping[str, object]) -> Prepared:
        """Check the settings of a new channel; a secret is made unless one was given."""
        settings = read(WebhookSettings, given)
        if settings.url.scheme == "http" and not self._guard.networks:
            message = (
                "begin met https; http mag alleen naar een netwerk uit de instelling "
                "webhook_networks"
            )
            raise ChannelSettingsError([("url", message)])
        secret = settings.secret or _new_secret()
        kept = _Kept.model_validate({**settings.model_dump(), "secret": secret})
        return Prepared(kept.model_dump_json(), secret)

    def rotate(self, settings: str, *, now: dt.datetime) -> Prepared:
        """Give a channel a new secret; the present one signs too for a day."""
        present = _Kept.model_validate_json(settings)
        secret = _new_secret()
        changes = {"secret": secret, "old_secret": present.secret, "old_until": now + ROTATION}
        return Prepared(present.model_copy(update=changes).model_dump_json(), secret)

    def describe(self, settings: str) -> str:
        """Return the address without its query, in which there may be a key."""
        return str(_Kept.model_validate_json(settings).url).partition("?")[0]

    def open_channel(self, settings: str) -> "WebhookChannel":
        """Return the channel."""
        return WebhookChannel(_Kept.model_validate_json(settings), self._guard)


class WebhookChannel:
    """One receiver. Every message has a connection of its own."""

    def __init__(self, settings: _Kept, guard: Guard) -> None:
        """Keep what is needed to connect."""
        self._settings = settings
        self._guard = guard

    @property
    def content(self) -> Content:
        """What its events carry."""
        return self._settings.inhoud

    def deliver(self, message: Message) -> Handover:
        """Post a message."""
        try:
            return self._post(message)
        except tuple(FAILURES) as error:
            return next(handover for kind, handover in FAILURES.items() if isinstance(error, kind))

    def close(self) -> None:
        """Let go of nothing: no connection outlives its message."""

    @cached_property
    def _ssl_context(self) -> ssl.SSLContext:
        """Trust what the system trusts, and the issuer that was named; read once, it is slow."""
        context = ssl.create_default_context()
        if self._settings.ca_file is not None:
            context.load_verify_locations(self._settings.ca_file)
        return context

    def _post(self, message: Message) -> Handover:
        url = str(self._settings.url)
        is_encrypted = self._settings.url.scheme == "https"
        backend = GuardedBackend(
            self._guard, is_encrypted=is_encrypted, seconds=self._settings.timeout_seconds
        )
        with (
            httpcore.ConnectionPool(
                ssl_context=self._ssl_context if is_encrypted else None,
                max_keepalive_connections=0,
                network_backend=backend,
            ) as pool,
            pool.stream(
                "POST", url, headers=self._headers(message), content=message.body
            ) as answer,
        ):
            _read_some(answer)
            return _handover(answer, message.sent_at)

    def _headers(self, message: Message) -> Mapping[bytes | str, bytes | str]:
        signatures = [
            Webhook(secret).sign(message.id, message.sent_at, message.body.decode())
            for secret in self._settings.secrets_at(message.sent_at)
        ]
        return {
            "Host": urlsplit(str(self._settings.url)).netloc,
            "Content-Type": "application/cloudevents+json; charset=UTF-8",
            "User-Agent": "Postkamer",
            "webhook-id": message.id,
            "webhook-timestamp": str(int(message.sent_at.timestamp())),
            "webhook-signature": " ".join(signatures),
        }


def _handover(answer: httpcore.Response, now: dt.datetime) -> Handover:
    status = f"http_{answer.status}"
    if 200 <= answer.status < 300:
        return Handover(Ending.DELIVERED, "aangenomen")
    if answer.status == GONE:
        return Handover(Ending.GONE, status)
    if answer.status in REFUSALS:
        return Handover(Ending.NEVER, status)
    headers = {name.lower(): value for name, value in answer.headers}
    ending = Ending.AWAY if answer.status in OVERLOADED else Ending.LATER
    return Handover(ending, status, retry_after(headers.get(b"retry-after", b""), now))


def retry_after(written: bytes, now: dt.datetime) -> float | None:
    """Return the seconds that a receiver asks to wait, written as a number or a date.

    >>> retry_after(b"120", dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    120.0
    >>> retry_after(b"Mon, 23 Nov 2026 00:01:00 GMT", dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    60.0
    """
    text = written.decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        date = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return None
    if date.tzinfo is None:
        return None
    return max((date - now).total_seconds(), 0.0)


def _read_some(answer: httpcore.Response) -> None:
    """Read the answer as far as it is short; the status is known already whatever happens."""
    length = 0
    try:
        for piece in answer.iter_stream():
            length += len(piece)
            if length > ANSWER_BYTES:
                return
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError):
        return


def _new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()
