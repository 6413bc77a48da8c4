"""Puts the keeper together: every round of the service, and who hears how they go."""

import functools
import time

import structlog

from service.adapters.metrics import Waiting, serve_metrics
from service.adapters.store.store import SqlStore
from service.bootstrap.alerts import alert_rounds
from service.bootstrap.broker import broker_rounds, queues
from service.bootstrap.channels import delivery_rounds
from service.bootstrap.doors import mail_rounds, watch_rounds
from service.bootstrap.health import rounds_age_of, waiting_of
from service.bootstrap.kept import make_data_folder, open_blobs, open_store
from service.bootstrap.machine import clock, place_of
from service.bootstrap.retention import retention_rounds
from service.bootstrap.web import DAY_S, desk, web_rounds
from service.ports.errors import AwayError
from service.settings import Settings
from service.usecases.health import KEEPER
from service.usecases.ledger import check_and_alert
from service.usecases.rounds import Keeper, Round

log = structlog.get_logger("postkamer.keeper")

PULSE_S = 10.0


class Listener:
    """Logs rounds that fail, and keeps when each went well."""

    def __init__(self, store: SqlStore) -> None:
        """Keep the pulses in this store."""
        self._store = store
        self._kept_at: dict[str, float] = {}

    def went_well(self, name: str) -> None:
        """Keep that a round was done; some are done many times a second."""
        if time.monotonic() - self._kept_at.get(name, -PULSE_S) < PULSE_S:
            return
        self._kept_at[name] = time.monotonic()
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
    waiting = Waiting(waiting_of(store, queues(settings, store)), rounds_age_of(store))
    if settings.metrics_port:
        folder = settings.metrics_folder
        serve_metrics(settings.metrics_host, settings.metrics_port, folder, waiting)
    return Keeper(rounds_of(settings, store), Listener(store))


def rounds_of(settings: Settings, store: SqlStore) -> tuple[Round, ...]:
    """Return everything that is done every so often.

    Raises:
        ConfigurationError: naming the setting of a round that cannot be walked.

    """
    blobs = open_blobs(settings)
    receiving = desk(settings, store, blobs)
    reconcile = functools.partial(check_and_alert, store=store, blobs=blobs, clock=clock())
    return (
        Round(KEEPER, PULSE_S, functools.partial(int)),
        Round("grootboek", DAY_S, reconcile),
        *broker_rounds(settings, store),
        *web_rounds(settings, store),
        *retention_rounds(settings, store),
        *delivery_rounds(settings, store),
        *alert_rounds(settings, store),
        *watch_rounds(settings, receiving),
        *mail_rounds(settings, receiving),
    )
