"""Puts together what is about the broker: how it is opened, and the rounds that belong to it."""

import functools

from service.adapters.broker.choose import BrokerPlan, open_queues, open_relay
from service.adapters.store.database import Database
from service.adapters.store.store import SqlStore
from service.bootstrap.machine import clock
from service.ports.jobs import Queues, Work
from service.settings import Settings
from service.usecases.dead_letters import settle
from service.usecases.jumps import bring_back
from service.usecases.rounds import Round

# How often the outbox is looked at: as long as an upload may wait for nothing.
RELAY_EVERY_S = 0.2
DEAD_EVERY_S = 5.0
JUMPS_EVERY_S = 15.0
# When RabbitMQ was away and is back, post must not wait for minutes.
RELAY_PAUSE_S = 10.0


def broker_plan(settings: Settings, database: Database) -> BrokerPlan:
    """Return what a broker is opened with.

    A letter is put aside after `crashes` beginnings, by its own count; the broker gives up one
    later, so that it is the letter that says what happened.
    """
    return BrokerPlan(
        url=settings.broker,
        database=database,
        clock=clock(),
        lease_s=settings.lease_seconds,
        max_crashes=settings.crashes + 1,
    )


def queues(settings: Settings, store: SqlStore) -> Queues:
    """Return the queues as metrics and a person see them."""
    return open_queues(broker_plan(settings, store.database), store)


def broker_rounds(settings: Settings, store: SqlStore) -> tuple[Round, ...]:
    """Return what the keeper must do every so often, each round in one thread.

    Raises:
        ConfigurationError: when a library for the broker is not installed.

    """
    relay = open_relay(broker_plan(settings, store.database), tuple(work.value for work in Work))

    def see_to_the_dead() -> None:
        if relay is not None:
            relay.collect_unreadable()
        settle(store=store, clock=clock())

    jumps = functools.partial(bring_back, store=store, clock=clock())
    rounds = (
        Round("dead_letters", DEAD_EVERY_S, see_to_the_dead),
        Round("klokken", JUMPS_EVERY_S, jumps),
    )
    return (
        rounds
        if relay is None
        else (
            Round("outbox", RELAY_EVERY_S, relay, longest_pause_s=RELAY_PAUSE_S),
            *rounds,
        )
    )
