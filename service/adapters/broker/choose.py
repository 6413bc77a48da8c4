"""Opens the broker that the setting `broker` names: `database`, or the address of a RabbitMQ."""

import importlib.util
import os
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from service.adapters.broker.lease_broker import LeaseBroker
from service.adapters.broker.leases import Leases
from service.adapters.broker.mailbag import Mailbag
from service.adapters.broker.queues import StoreQueues
from service.adapters.store.database import Database
from service.ports.jobs import Queues
from service.ports.store import Store
from service.ports.world import Clock
from service.settings import ConfigurationError

if TYPE_CHECKING:
    from service.adapters.broker.rabbitmq import OutboxRabbitmq
    from service.adapters.broker.relay import Relay

EMBEDDED = "database"

ServiceBroker: TypeAlias = "LeaseBroker | OutboxRabbitmq"


@dataclass(frozen=True, slots=True)
class BrokerPlan:
    """What a broker is opened with."""

    url: str
    database: Database
    clock: Clock
    lease_s: float
    max_crashes: int


def open_broker(plan: BrokerPlan, *, lanes: Mapping[str, int]) -> ServiceBroker:
    """Open the broker for a worker; `lanes` say how much of each queue it may have in hand.

    Raises:
        ConfigurationError: when a library for it is not installed.

    """
    if plan.url != EMBEDDED:
        _check_pika()
        return _rabbitmq(plan, lanes)
    leases, mailbag = leases_of(plan, plan.lease_s), Mailbag(plan.database, plan.clock)
    return LeaseBroker(leases, mailbag, max_crashes=plan.max_crashes, lanes=lanes)


def open_relay(plan: BrokerPlan, queues: tuple[str, ...]) -> "Relay | None":
    """Return what passes the outbox on to RabbitMQ; None with a broker that needs no outbox.

    Raises:
        ConfigurationError: when a library for it is not installed.

    """
    if plan.url == EMBEDDED:
        return None
    _check_pika()
    from service.adapters.broker.relay import LEASE_S, Relay  # noqa: PLC0415 - pika is an extra

    return Relay(leases_of(plan, LEASE_S), _rabbitmq(plan), queues)


def open_queues(plan: BrokerPlan, store: Store) -> Queues:
    """Return the queues as they are seen from outside.

    Raises:
        ConfigurationError: when a library for it is not installed.

    """
    if plan.url == EMBEDDED:
        return StoreQueues(store)
    _check_pika()
    from service.adapters.broker.rabbitmq_queues import RabbitmqQueues  # noqa: PLC0415 - as above

    return RabbitmqQueues(store, _rabbitmq(plan), plan.clock.now)


def leases_of(plan: BrokerPlan, lease_s: float) -> Leases:
    """Return the jobs as seen by a new owner; its name only has to differ from all others."""
    owner = f"{socket.gethostname()[:30]}/{os.getpid()}/{secrets.token_hex(6)}"
    return Leases(plan.database, owner=owner, lease_s=lease_s, clock=plan.clock)


def _rabbitmq(plan: BrokerPlan, lanes: Mapping[str, int] | None = None) -> "OutboxRabbitmq":
    from service.adapters.broker.rabbitmq import OutboxRabbitmq  # noqa: PLC0415 - pika is an extra

    mailbag = Mailbag(plan.database, plan.clock)
    return OutboxRabbitmq(plan.url, mailbag, max_crashes=plan.max_crashes, lanes=lanes)


def _check_pika() -> None:
    if importlib.util.find_spec("pika") is None:
        message = (
            "broker: voor RabbitMQ is de bibliotheek pika nodig. "
            "Installeer Postkamer met `pip install postkamer[rabbitmq]`."
        )
        raise ConfigurationError(message)
