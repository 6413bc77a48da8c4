"""Puts the keeper together: every round of the service, and who hears how they go."""

import functools

import structlog

from service.adapters.metrics import Waiting, serve_metrics
from service.adapters.store.store import SqlStore
from service.bootstrap.broker import broker_rounds, queues
from service.bootstrap.channels import delivery_rounds
from service.bootstrap.health import waiting_of
from service.bootstrap.kept import make_data_folder, open_store
from service.bootstrap.machine import clock, place_of
from service.bootstrap.web import web_rounds
from service.ports import AwayError
from service.settings import Settings
from service.usecases.health import KEEPER
from service.usecases.rounds import Keeper, Round

log = structlog.get_logger("postkamer.keeper")

PULSE_S = 10.0


class Listener:
    """Logs rounds that fail, and keeps when each went well."""

    def __init__(self, store: SqlStore) -> None:
        """Keep the pulses in this store."""
        self._store = store

    def went_well(self, name: str) -> None:
        """Keep that a round was done."""
        try:
            with self._store.working() as transaction:
                transaction.pulses.beat(name, now=clock().now())
        except AwayError:
            log.warning("pulse_not_kept", round=name)

    def failed(self, name: str, error: Exception, pause_s: float) -> None:
        """Log that a round failed; never with the message of the error."""
        log.error("round_failed", round=name, place=place_of(error), retry_in_s=pause_s)


def open_keeper(settings: Settings) -> Keeper:
    """Return the keeper with all rounds, and start answering Prometheus.

    Raises:
        ConfigurationError: when something that a round needs is missing.

    """
    make_data_folder(settings)
    store = open_store(settings)
    waiting = Waiting(waiting_of(store, queues(settings, store)))
    if settings.metrics_port:
        folder = settings.metrics_folder
        serve_metrics(settings.metrics_host, settings.metrics_port, folder, waiting)
    return Keeper(rounds_of(settings, store), Listener(store))


def rounds_of(settings: Settings, store: SqlStore) -> tuple[Round, ...]:
    """Return everything that is done every so often."""
    return (
        Round(KEEPER, PULSE_S, functools.partial(int)),
        *(Round(*each) for each in broker_rounds(settings, store)),
        *(Round(*each) for each in web_rounds(settings, store)),
        *delivery_rounds(settings, store),
    )
