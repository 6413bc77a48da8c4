"""What is done inside the processes that read: for the folder run and for the service alike."""

import datetime as dt
import functools
import platform
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from extractors.element import Reading
from extractors.errors import TooLargeError
from extractors.limits import DEFAULT_LIMITS, Limits
from extractors.ocr import load_engine
from service.adapters import readings
from service.adapters.files import read_letter
from service.bootstrap.doors import opener
from service.bootstrap.kept import open_blobs
from service.bootstrap.machine import place_of, version
from service.ports.blobs import Blobs
from service.ports.errors import AwayError, PassingError, Trouble
from service.ports.reading import Assignment, Finished
from service.settings import MIB, Settings
from service.usecases.expand import Opener
from service.usecases.process import Tools, process
from validators.profile import ProfileFile, catalogue_of

# Imported once, by the server that workers are forked from.
HEAVY = ("service.adapters.warm",)


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs to know to do its files; travels to every process."""

    today: dt.date | None = None  # when the assignment does not say
    engine: str | None = None
    tessdata: Path | None = None
    limits: Limits = DEFAULT_LIMITS
    pictures: bool = False
    mail_hosts: tuple[str, ...] = ()
    mail_bytes: int = 50 * MIB
    profiles: tuple[ProfileFile, ...] = ()  # those that the installation itself brought
    kept: Settings | None = None  # read kept originals, by their SHA-256, instead of files


def do_assignment(setup: Setup, assignment: Assignment) -> Finished:
    """Do one file inside a worker; whatever goes wrong with it, the worker goes on.

    Raises:
        PassingError: when the file cannot be had now.

    """
    try:
        return Finished(process(assignment, tools=_tools(setup), today=_today(setup, assignment)))
    except MemoryError:
        return Finished(trouble=Trouble.GEHEUGEN_OP)
    except PassingError:
        raise
    except Exception as error:  # noqa: BLE001 - the border: one file must not end the run
        return Finished(trouble=Trouble.GECRASHT, place=place_of(error))


def _today(setup: Setup, assignment: Assignment) -> dt.date:
    today = assignment.today or setup.today
    if today is None:
        message = "neither the assignment nor the run says which day it is"
        raise ValueError(message)
    return today


@functools.cache
def _tools(setup: Setup) -> Tools:
    """Load what reads and judges; seconds and hundreds of megabytes, so once per process."""
    from extractors.extract import extract  # noqa: PLC0415 - only workers pay for it
    from extractors.readers.any_format import read  # noqa: PLC0415
    from service.usecases.fingerprint import fingerprint_of, no_fingerprint  # noqa: PLC0415
    from service.usecases.pictures import no_pictures, pictures_of  # noqa: PLC0415

    engine = load_engine(setup.engine, tessdata=setup.tessdata)
    load, pack = _loading(setup)
    return Tools(
        load=load,
        read=functools.partial(read, engine=engine, limits=setup.limits),
        extract=extract,
        picture=pictures_of if setup.pictures else no_pictures,
        versions={"postkamer": version(), "python": platform.python_version()},
        pack=pack,
        fingerprint=fingerprint_of if setup.kept is not None else no_fingerprint,
        opener=_opener(setup),
        catalogue=catalogue_of(setup.profiles),
    )


def _opener(setup: Setup) -> Opener | None:
    """Return what opens messages; those that are kept were opened at the door."""
    today = setup.today
    if setup.kept is not None or today is None:
        return None
    return opener(
        setup.mail_bytes,
        hosts=setup.mail_hosts,
        today=lambda: today,
        profiles=catalogue_of(setup.profiles).ids,
    )


def _loading(
    setup: Setup,
) -> tuple[Callable[[str], bytes], Callable[[Reading], bytes | None]]:
    """Return how originals are got at, and how what was read in them is kept."""
    most = setup.limits.file_bytes
    if setup.kept is None:
        return functools.partial(read_letter, max_bytes=most), lambda _: None
    blobs = open_blobs(setup.kept)
    return functools.partial(load_kept, blobs=blobs, max_bytes=most), readings.pack


def load_kept(sha256: str, *, blobs: Blobs, max_bytes: int) -> bytes:
    """Return a kept original.

    Raises:
        AwayError: when it cannot be had now; a disk or a network share may come back.
        TooLargeError: when it is longer than `max_bytes`.

    """
    content = bytearray()
    try:
        for piece in blobs.stream(sha256):
            content += piece
            if len(content) > max_bytes:
                too_large = f"more than {max_bytes} bytes"
                raise TooLargeError(too_large)
    except OSError as error:
        away = "the kept originals"
        raise AwayError(away) from error
    return bytes(content)
