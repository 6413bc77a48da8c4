"""Puts `postkamer serve` together: makes ready what is kept, and lists the processes to run."""

import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog

from service.adapters.counts_folder import clean
from service.adapters.only_one import BusyError, only_one
from service.adapters.store.migrate import NewerError, migrate
from service.adapters.store.store import SqlStore
from service.adapters.supervisor import Ear, Program, Supervisor
from service.bootstrap.doors import check_doors
from service.bootstrap.folder_run import check_engine
from service.bootstrap.kept import make_data_folder, open_store
from service.bootstrap.machine import clock
from service.bootstrap.profiles import catalogue
from service.bootstrap.reading import Setup
from service.ports.errors import AwayError
from service.records.letters import Organisation
from service.settings import OWN, ConfigurationError, Settings
from service.texts import serving as texts

log = structlog.get_logger("postkamer.serve")

EXPECTED = {"process_started", "process_stopped"}


@dataclass(frozen=True, slots=True)
class Listening:
    """The socket on which the web service answers; kept open when that is started again."""

    socket: socket.socket

    @property
    def port(self) -> int:
        """The port, also when the system chose it."""
        return int(self.socket.getsockname()[1])


@contextmanager
def holding(settings: Settings) -> Iterator[None]:
    """Hold the data folder, so that no other `postkamer serve` works in it.

    Raises:
        ConfigurationError: when another one does.

    """
    make_data_folder(settings)
    try:
        with only_one(settings.data):
            yield
    except BusyError as error:
        message = texts.BUSY.format(data=settings.data.absolute())
        raise ConfigurationError(message) from error


def prepare(settings: Settings) -> SqlStore:
    """Make everything ready that has to be there: key, tables, organisation.

    Raises:
        ConfigurationError: naming what is wrong and what to do about it.

    """
    check_engine(Setup(tessdata=settings.tessdata))
    clean(settings.metrics_folder)
    store = make_ready(settings, open_store(settings))
    check_doors(settings, store)
    return store


def make_ready(settings: Settings, store: SqlStore) -> SqlStore:
    """Give a store its tables and the organisation that everyone has.

    Raises:
        ConfigurationError: naming what is wrong and what to do about it.

    """
    try:
        migrate(store.database)
        _make_organisation(settings, store)
    except NewerError as error:
        message = (
            "database: deze is van een nieuwere versie van Postkamer. "
            "Installeer die versie weer, of zet een back-up van voor die tijd terug."
        )
        raise ConfigurationError(message) from error
    except AwayError as error:
        message = "database: niet te bereiken. Kijk of het adres klopt en de database draait."
        raise ConfigurationError(message) from error
    return store


def listen(settings: Settings) -> Listening:
    """Open the socket of the web service.

    Raises:
        ConfigurationError: when the address is not ours or the port is taken.

    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((settings.host, settings.port))
    except OSError as error:
        message = (
            f"host, port: op {settings.host}:{settings.port} kan niet worden geluisterd "
            f"({error.strerror}). Kies een andere poort, of stop wat daar draait."
        )
        raise ConfigurationError(message) from error
    opened.listen(1024)
    opened.set_inheritable(True)
    return Listening(opened)


def supervisor(settings: Settings, listening: Listening, config: Path | None) -> Supervisor:
    """Return what keeps the processes running."""
    given = ("--config", str(config)) if config is not None else ()
    descriptor = listening.socket.fileno()
    programs = (
        _program("worker", *given),
        _program("keeper", *given),
        _program("web", *given, "--listen-fd", str(descriptor), keep=(descriptor,)),
    )
    return Supervisor(programs, stop_s=settings.stop_seconds, ear=Ear(_tell))


def _program(name: str, *arguments: str, keep: tuple[int, ...] = ()) -> Program:
    return Program(name, (sys.executable, "-m", "service.cli", name, *arguments), keep)


def _tell(event: str, program: str, details: Mapping[str, object]) -> None:
    write: Callable[..., object] = log.info if event in EXPECTED else log.warning
    write(event, program=program, **details)


def _make_organisation(settings: Settings, store: SqlStore) -> None:
    """See to it that there is an organisation: without one no letter can be received."""
    known = catalogue(settings).ids
    if settings.organisation_profile not in known:
        message = (
            f"organisation_profile: profiel {settings.organisation_profile} bestaat niet. "
            f"Kies uit {', '.join(known)}."
        )
        raise ConfigurationError(message)
    with store.accepting() as transaction:
        if not transaction.organisations.all():
            ours = Organisation(OWN, settings.organisation_name, settings.organisation_profile)
            transaction.organisations.add(ours, now=clock().now())
