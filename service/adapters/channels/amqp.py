"""RabbitMQ exchanges: events as plain JSON for any consumer.

A message counts as delivered when RabbitMQ has confirmed it and at least one queue has it; it is
durable as long as that queue is.
"""

import contextlib
import datetime as dt
import importlib
import threading
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, AmqpDsn, Field

from service.adapters.channel_settings import ChannelSettings, read
from service.records.deliveries import Content, Ending, Handover, Message, Prepared
from service.settings import ConfigurationError

if TYPE_CHECKING:
    from pika.adapters.blocking_connection import BlockingChannel

CONNECT_S, HANDSHAKE_S, BLOCKED_S, HEARTBEAT_S = 10, 15, 20, 30
EVERY_KEY = "#"
# What an error of pika means, by its name: pika itself may not be there.
STATUSES = {
    "UnroutableError": "geen_wachtrij",
    "NackError": "rabbitmq_weigert",
    "ChannelClosedByBroker": "geen_exchange",
    "ConnectionBlockedTimeout": "rabbitmq_vol",
}
OTHER_STATUS = "geen_rabbitmq"
AWAY = frozenset({OTHER_STATUS, "rabbitmq_vol", "geen_exchange"})


def _with_host(url: AmqpDsn) -> AmqpDsn:
    if not url.host:
        message = "noem de computer van RabbitMQ, zoals amqp://gebruiker:wachtwoord@mq.intern/vhost"
        raise ValueError(message)
    return url


class AmqpSettings(ChannelSettings):
    """What may be set for an exchange."""

    url: Annotated[AmqpDsn, AfterValidator(_with_host), Field(repr=False)]
    exchange: Annotated[str, Field(min_length=1, max_length=255)] = "postkamer"
    queue: Annotated[str, Field(min_length=1, max_length=255)] | None = None  # made and bound
    declare: bool = True  # make the exchange when it is not there
    inhoud: Content = Content.REPORT  # a queue stays inside the organisation


class AmqpKind:
    """Exchanges of RabbitMQ; needs the extra `rabbitmq`."""

    name = "amqp"

    def prepare(self, given: Mapping[str, object]) -> Prepared:
        """Check the settings of a new channel."""
        pika_or_remedy()
        return Prepared(read(AmqpSettings, given).model_dump_json())

    def rotate(self, settings: str, *, now: dt.datetime) -> None:
        """Do nothing: the password is RabbitMQ's."""

    def describe(self, settings: str) -> str:
        """Return the exchange and the computer."""
        read_back = AmqpSettings.model_validate_json(settings)
        path = (read_back.url.path or "").strip("/")
        return f"{read_back.exchange} op {read_back.url.host}/{path}".rstrip("/")

    def open_channel(self, settings: str) -> "AmqpChannel":
        """Return the channel; it connects with its first message."""
        return AmqpChannel(AmqpSettings.model_validate_json(settings), pika_or_remedy())


class AmqpChannel:
    """One exchange; every thread has a connection of its own, which stays open."""

    def __init__(self, settings: AmqpSettings, pika: ModuleType) -> None:
        """Keep what is needed to connect."""
        self._settings = settings
        self._pika = pika
        self._mine = threading.local()
        # what can go wrong while connecting has no base in common with the other errors of pika
        connecting = pika.adapters.utils.connection_workflow.AMQPConnectorException
        self._lost = (pika.exceptions.AMQPConnectionError, connecting, OSError)

    @property
    def content(self) -> Content:
        """What its events carry."""
        return self._settings.inhoud

    def deliver(self, message: Message) -> Handover:
        """Publish a message and wait until it is confirmed."""
        try:
            self._publish(message)
        except (self._pika.exceptions.AMQPError, *self._lost) as error:
            self.close()
            status = self._status_of(error)
            return Handover(Ending.AWAY if status in AWAY else Ending.LATER, status)
        return Handover(Ending.DELIVERED, "aangenomen")

    def close(self) -> None:
        """Close the connection of this thread."""
        open_channel: BlockingChannel | None = getattr(self._mine, "channel", None)
        self._mine.channel = None
        if open_channel is not None:
            with contextlib.suppress(self._pika.exceptions.AMQPError, *self._lost):
                open_channel.connection.close()

    def _publish(self, message: Message) -> None:
        """Publish over the open connection; one that turns out to be lost is made anew, once."""
        channel = getattr(self._mine, "channel", None)
        if channel is not None:
            try:
                channel.connection.process_data_events(0)  # notice what happened while idle
                self._publish_on(channel, message)
            except self._lost:
                self.close()
            else:
                return
        self._mine.channel = self._connect()
        self._publish_on(self._mine.channel, message)

    def _connect(self) -> "BlockingChannel":
        parameters = self._pika.URLParameters(str(self._settings.url))
        parameters.socket_timeout = CONNECT_S
        parameters.stack_timeout = HANDSHAKE_S
        parameters.blocked_connection_timeout = BLOCKED_S
        parameters.heartbeat = HEARTBEAT_S
        channel = self._pika.BlockingConnection(parameters).channel()
        self._mine.channel = channel  # from here on `close` finds it
        channel.confirm_delivery()
        exchange, queue = self._settings.exchange, self._settings.queue
        if self._settings.declare:
            channel.exchange_declare(exchange, exchange_type="topic", durable=True)
        if queue is not None:
            channel.queue_declare(queue, durable=True)
            channel.queue_bind(queue, exchange, routing_key=EVERY_KEY)
        return channel

    def _publish_on(self, channel: "BlockingChannel", message: Message) -> None:
        channel.basic_publish(
            exchange=self._settings.exchange,
            routing_key=routing_key(message),
            body=message.body,
            properties=self._pika.BasicProperties(
                content_type="application/cloudevents+json; charset=UTF-8",
                delivery_mode=2,
                message_id=message.id,
                type=message.type.value,
                timestamp=int(message.sent_at.timestamp()),
                app_id="postkamer",
            ),
            mandatory=True,
        )

    def _status_of(self, error: Exception) -> str:
        for name, status in STATUSES.items():
            if isinstance(error, getattr(self._pika.exceptions, name)):
                return status
        return OTHER_STATUS


def routing_key(message: Message) -> str:
    """Return what queues can choose by: what happened and the verdict, with a full stop between."""
    return f"{message.type}.{message.report.verdict}"


def pika_or_remedy() -> ModuleType:
    """Return the library for RabbitMQ.

    Raises:
        ConfigurationError: when it is not installed.

    """
    try:
        importlib.import_module("pika.exceptions")
        importlib.import_module("pika.adapters.utils.connection_workflow")
        return importlib.import_module("pika")
    except ImportError as error:
        message = (
            "Voor een kanaal naar RabbitMQ is het pakket pika nodig. Installeer Postkamer met "
            "`pip install postkamer[rabbitmq]`."
        )
        raise ConfigurationError(message) from error
