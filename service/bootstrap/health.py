"""Puts together what health is measured with."""

import functools
import shutil
from collections.abc import Callable, Mapping

from service.adapters.store.migrate import is_migrated
from service.adapters.store.store import SqlStore
from service.adapters.store.waiting import look as look_at_waiting
from service.adapters.store.waiting import oldest_letter_s
from service.bootstrap.machine import clock
from service.ports.blobs import Blobs
from service.ports.jobs import Queues
from service.settings import Settings
from service.usecases.health import Instruments, look

Figures = Mapping[str, Mapping[tuple[str, ...], float]]
# Longer than the longest letter may take, several times over.
LATEST_TIMES = 4


def health_of(
    settings: Settings, store: SqlStore, blobs: Blobs
) -> Callable[[], Mapping[str, str | None]]:
    """Return what looks at everything that the service needs."""

    def oldest() -> float:
        with store.database.reading() as connection:
            return oldest_letter_s(connection, clock().now())

    instruments = Instruments(
        store=store,
        clock=clock(),
        is_migrated=functools.partial(is_migrated, store.database),
        try_blobs=blobs.probe,
        free_bytes=lambda: shutil.disk_usage(settings.data).free,
        oldest_letter_s=oldest,
        latest_s=LATEST_TIMES * settings.file_seconds,
    )
    return functools.partial(look, instruments)


def waiting_of(store: SqlStore, queues: Queues) -> Callable[[], Figures]:
    """Return what looks up what is waiting now."""

    def look_up() -> Figures:
        with store.database.reading() as connection:
            found = dict(look_at_waiting(connection, clock().now()))
        depths = queues.depths()
        found["queue_depth"] = {(each.work,): each.waiting + each.running for each in depths}
        found["queue_oldest_seconds"] = {(each.work,): each.oldest_s for each in depths}
        found["dead_jobs"] = {(each.work,): each.dead for each in depths}
        return found

    return look_up


def rounds_age_of(store: SqlStore) -> Callable[[], Mapping[str, float]]:
    """Return what looks up how many seconds ago each round of the keeper went well."""

    def look_up() -> Mapping[str, float]:
        with store.reading() as transaction:
            return transaction.pulses.ages(now=clock().now())

    return look_up
