"""What is done inside the processes that read: for the folder run and for the service alike."""

import datetime as dt
import functools
import gc
import importlib
import platform
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.element import Reading
from extractors.limits import DEFAULT_LIMITS, Limits
from extractors.ocr import OcrEngine, get_ready, load_engine
from extractors.word_engine import load_word_engine
from service.adapters.files import read_letter
from service.adapters.freed_memory import give_back
from service.bootstrap.machine import place_of, version
from service.bootstrap.opening import opener
from service.ports.errors import Trouble
from service.ports.reading import Assignment, Finished
from service.settings import MIB, Settings
from service.usecases.opener import Opener
from service.usecases.process import Tools, process
from validators.profile import ProfileFile, catalogue_of

# New objects after which Python looks for circles of dead ones. A letter makes some 40,000, nearly
# all without circles; looking after every 700 takes a twentieth of its time.
NEW_OBJECTS = 10_000
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
    handwriting: bool = True  # suggest what it may say
    mail_hosts: tuple[str, ...] = ()
    mail_bytes: int = 50 * MIB
    profiles: tuple[ProfileFile, ...] = ()  # those that the installation itself brought
    keeps: bool = False  # hand back what was read, to judge it again; messages were opened before


def limits_of(settings: Settings, *, threads: int = 1) -> Limits:
    """Return how files are read here; `threads` are for the pages of one file."""
    return replace(
        DEFAULT_LIMITS,
        file_s=settings.file_seconds,
        page_threads=threads,
        all_pages=settings.all_pages,
    )


def prepare(setup: Setup) -> None:
    """Load and do once all that a letter needs, in the process that workers are forked from.

    The engine loads beside all else: half a second of imports leave the other cores idle.
    """
    engine = _engine(setup.engine, setup.tessdata)
    models = threading.Thread(target=_load_models, args=(engine, setup.limits.page_threads))
    models.start()
    try:
        importlib.import_module(HEAVY[0])
        _tools(setup)
    finally:
        models.join()  # a fork must find one thread
    give_back()  # each worker would count it as its own


def _load_models(engine: OcrEngine, threads: int) -> None:
    get_ready(engine, threads)
    load_word_engine().get_ready()


def do_assignment(setup: Setup, assignment: Assignment) -> Finished:
    """Do one file inside a worker; whatever goes wrong with it, the worker goes on."""
    try:
        return Finished(process(assignment, tools=_tools(setup), today=_today(setup, assignment)))
    except MemoryError:
        return Finished(trouble=Trouble.GEHEUGEN_OP)
    except Exception as error:  # noqa: BLE001 - the border: one file must not end the run
        return Finished(trouble=_trouble_of(error), place=place_of(error))


def _trouble_of(error: Exception) -> Trouble:
    from extractors.pictures.decoding import is_out_of_memory  # noqa: PLC0415 - only workers have it

    return Trouble.GEHEUGEN_OP if is_out_of_memory(error) else Trouble.GECRASHT


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
    from extractors.hands.handwriting import RapidEngine  # noqa: PLC0415
    from extractors.readers.any_format import read  # noqa: PLC0415
    from service.usecases.fingerprint import fingerprint_of, no_fingerprint  # noqa: PLC0415
    from service.usecases.pictures import no_pictures, pictures_of  # noqa: PLC0415

    gc.set_threshold(NEW_OBJECTS)
    engine = _engine(setup.engine, setup.tessdata)
    hand = RapidEngine() if setup.handwriting else None
    limits = replace(setup.limits, text_pictures=setup.pictures)
    return Tools(
        load=functools.partial(read_letter, max_bytes=setup.limits.file_bytes),
        read=functools.partial(read, engine=engine, limits=limits),
        extract=functools.partial(extract, hand=hand),
        picture=pictures_of if setup.pictures else no_pictures,
        versions={
            "postkamer": version(),
            "python": platform.python_version(),
            **({"handschrift": hand.version} if hand else {}),
        },
        pack=_packer(setup),
        fingerprint=fingerprint_of if setup.keeps else no_fingerprint,
        opener=_opener(setup),
        catalogue=catalogue_of(setup.profiles),
    )


@functools.cache
def _engine(name: str | None, tessdata: Path | None) -> OcrEngine:
    return load_engine(name, tessdata=tessdata)


def _opener(setup: Setup) -> Opener | None:
    """Return what opens messages; those that are kept were opened at the door."""
    today = setup.today
    if setup.keeps or today is None:
        return None
    return opener(
        setup.mail_bytes,
        hosts=setup.mail_hosts,
        today=lambda: today,
        profiles=catalogue_of(setup.profiles).ids,
    )


def _packer(setup: Setup) -> Callable[[Reading], bytes | None]:
    """Return how what was read is kept; the folder run keeps nothing."""
    if not setup.keeps:
        return lambda _: None
    from service.adapters import readings  # noqa: PLC0415 - see above

    return readings.pack
