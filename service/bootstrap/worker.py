"""Puts a worker together: a broker, the work that it hands out, and the processes that read."""

import functools
import logging
import signal
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import FrameType

from extractors.limits import DEFAULT_LIMITS
from service.actors import Handler, declare
from service.adapters.box import GRACE_S, Caps
from service.adapters.broker.choose import EMBEDDED, open_broker
from service.adapters.broker.envelope import envelope
from service.adapters.broker.threads import WorkThreads
from service.adapters.metrics import PrometheusMeter
from service.adapters.processes import Processes
from service.adapters.reader import ProcessReader
from service.adapters.store.database import Database
from service.adapters.store.migrate import is_migrated
from service.adapters.store.store import SqlStore
from service.bootstrap.broker import broker_plan
from service.bootstrap.folder_run import check_engine
from service.bootstrap.kept import open_blobs, open_sealer
from service.bootstrap.machine import clock, place_of, usable_cores
from service.bootstrap.profiles import catalogue, own_profiles
from service.bootstrap.reading import HEAVY, Setup, do_assignment, limits_of
from service.bootstrap.tracing import Spans, open_spans
from service.ports.errors import AwayError
from service.ports.jobs import WhyDead, Work
from service.ports.reading import Reader
from service.ports.store import Store
from service.ports.world import Meter
from service.settings import ConfigurationError, Settings, use_one_native_thread
from service.usecases.dead_letters import settle_one
from service.usecases.read_letter import Room, read_letter

log = logging.getLogger("postkamer.worker")

STOPS = (signal.SIGINT, signal.SIGTERM)
# Deliveries wait for others more than they work, and must not wait for letters that are read.
DELIVERIES = 4
# RabbitMQ takes a message away from who had it for half an hour, unless it is told otherwise.
CONSUMER_TIMEOUT_S = 1800.0

OpenHandlers = Callable[[Settings, SqlStore], Mapping[Work, Handler]]


@dataclass(slots=True)
class WorkerProcess:
    """One process that takes work and does it until it is told to stop."""

    settings: Settings
    database: Database
    processes: Processes
    threads: WorkThreads

    def run(self) -> None:
        """Work until SIGTERM or SIGINT.

        What is being read then may be finished; what takes too long is put back for another.

        Raises:
            KeyboardInterrupt: on a second signal, at once.

        """
        stop = threading.Event()

        def hear(_number: int, _frame: FrameType | None) -> None:
            if stop.is_set():
                raise KeyboardInterrupt
            stop.set()
            self.processes.drain()

        before = {each: signal.signal(each, hear) for each in STOPS}
        try:
            self._work_until(stop)
        finally:
            self.processes.stop()
            self.database.close()
            for each, handler in before.items():
                signal.signal(each, handler)

    def _work_until(self, stop: threading.Event) -> None:
        self.processes.start()  # takes seconds; nothing is claimed before
        self.threads.start()
        log.info("worker_started", extra={"workers": self.processes.number})
        stop.wait()
        log.info("worker_stopping")
        patience_s = self.settings.stop_seconds
        # the last part is for putting back what was not finished
        end_reading = threading.Timer(patience_s * 2 / 3, self.processes.stop)
        end_reading.start()
        self.threads.stop(patience_s=patience_s)
        end_reading.cancel()
        log.info("worker_stopped")


def open_worker(settings: Settings, more: OpenHandlers = lambda *_: {}) -> WorkerProcess:
    """Put a worker process together; `more` opens handlers for the work that is not reading.

    Raises:
        ConfigurationError: when something that it needs is missing on this machine.

    """
    check_engine(Setup(tessdata=settings.tessdata))
    database = Database(settings.database_url)
    _check_tables(database)
    store = SqlStore(database, sealer=open_sealer(settings), envelope=envelope, clock=clock())
    processes = open_processes(settings)
    most = DEFAULT_LIMITS.file_bytes
    reader = ProcessReader(processes, open_blobs(settings), max_bytes=most)
    meter, spans = PrometheusMeter(), open_spans(settings, "worker")
    handlers = {
        Work.READ: _reading(settings, store, reader, meter),
        **{work: _metered(work, each, meter) for work, each in more(settings, store).items()},
    }
    handlers = {work: _traced(work, each, spans) for work, each in handlers.items()}
    lanes = _lanes(processes.number, handlers)
    broker = open_broker(broker_plan(settings, database), lanes=lanes)
    declare(broker, handlers, place_of=place_of)
    _warn_of_timeout(settings)
    return WorkerProcess(
        settings, database, processes, WorkThreads(broker, number=sum(lanes.values()))
    )


def setup_of(settings: Settings) -> Setup:
    """Return what the processes that read kept letters must know of the settings."""
    return Setup(
        tessdata=settings.tessdata,
        handwriting=settings.handwriting,
        profiles=own_profiles(settings),
        keeps=True,
    )


def open_processes(settings: Settings) -> Processes:
    """Return the processes that read kept letters; together they fill the cores."""
    use_one_native_thread()
    number = settings.workers or usable_cores()
    limits = limits_of(settings, threads=max(usable_cores() // number, 1))
    setup = replace(setup_of(settings), limits=limits)
    caps = Caps(seconds=settings.file_seconds, memory_mb=settings.memory_mb)
    work = functools.partial(do_assignment, setup)
    return Processes(work, number=number, caps=caps, preload=HEAVY)


def _reading(settings: Settings, store: Store, reader: Reader, meter: Meter) -> Handler:
    room = Room(
        store,
        reader,
        clock(),
        max_claims=settings.crashes,
        meter=meter,
        catalogue=catalogue(settings),
    )

    def give_up(letter_id: str, why: WhyDead) -> None:
        settle_one(letter_id, why, store=store, now=clock().now())

    return Handler(do=functools.partial(read_letter, room=room), give_up=give_up)


def _metered(work: Work, handler: Handler, meter: Meter) -> Handler:
    """Count how long each piece of the work takes."""

    def do(about: str) -> None:
        began = time.perf_counter()
        handler.do(about)
        meter.took(work, time.perf_counter() - began)

    return replace(handler, do=do)


def _traced(work: Work, handler: Handler, spans: Spans) -> Handler:
    """Trace each piece of the work."""

    def do(about: str) -> None:
        with spans.span(work.value, id=about):
            handler.do(about)

    return replace(handler, do=do)


def _lanes(readers: int, handlers: Mapping[Work, Handler]) -> dict[str, int]:
    """Say how many jobs of each kind are in hand at a time: none waits behind one of another."""
    wide = {Work.READ: readers, Work.DELIVER: DELIVERIES}
    return {work.value: wide[work] for work in handlers}


def _check_tables(database: Database) -> None:
    try:
        is_good = is_migrated(database)
    except AwayError as error:
        message = (
            "database: de database is niet te bereiken. Controleer de instelling, "
            "of de map er is, en of de server draait."
        )
        raise ConfigurationError(message) from error
    if not is_good:
        message = (
            "database: de database heeft niet de tabellen van deze versie. "
            "Start eerst `postkamer serve` met deze versie; die maakt ze."
        )
        raise ConfigurationError(message)


def _warn_of_timeout(settings: Settings) -> None:
    if settings.broker != EMBEDDED and settings.file_seconds + GRACE_S > CONSUMER_TIMEOUT_S:
        log.warning("file_seconds_beyond_consumer_timeout", extra={"code": "consumer_timeout"})
