"""Puts the folder run together: `postkamer validate`."""

import datetime as dt
import functools
import platform
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import TextIO

from extractors.limits import DEFAULT_LIMITS, Limits
from extractors.ocr import EngineMissingError, load_engine
from service.adapters.files import read_letter
from service.adapters.letter_files import LetterFiles, open_summary
from service.adapters.workers import Caps, WorkerPool
from service.bootstrap.machine import place_of, version
from service.ports import Assignment, Finished, Rendering, Trouble
from service.rendering.formats import RENDERERS
from service.settings import MIB, ConfigurationError, Settings, use_one_native_thread
from service.usecases.process import Tools, process

# Imported once, by the server that workers are forked from.
HEAVY = ("service.adapters.warm",)


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs to know to do its files; travels to every process."""

    today: dt.date
    engine: str | None = None
    tessdata: Path | None = None
    limits: Limits = DEFAULT_LIMITS
    pictures: bool = False
    mail_hosts: tuple[str, ...] = ()
    mail_bytes: int = 50 * MIB


def renderer(name: str) -> ModuleType:
    """Return the module of an output format."""
    return next(module for module in RENDERERS if name == module.NAME)


def check_engine(setup: Setup) -> None:
    """See to it that scans can be read, before the first file is touched.

    Raises:
        ConfigurationError: when the engine that was asked for, or every one, misses a part.

    """
    try:
        load_engine(setup.engine, tessdata=setup.tessdata)
    except EngineMissingError as error:
        message = (
            f"Scans kunnen niet worden gelezen: {error.part} ontbreekt. "
            "Draai `postkamer doctor`; die zegt wat er nodig is en hoe u eraan komt."
        )
        raise ConfigurationError(message) from error


@contextmanager
def worker_pool(setup: Setup, settings: Settings, *, jobs: int, files: int) -> Iterator[WorkerPool]:
    """Start processes for this many files; a file alone gets the cores for its pages."""
    use_one_native_thread()
    processes = max(min(jobs, files), 1)
    limits = replace(
        setup.limits, file_s=settings.file_seconds, page_threads=max(jobs // processes, 1)
    )
    work = functools.partial(do_assignment, replace(setup, limits=limits))
    caps = Caps(seconds=settings.file_seconds, memory_mb=settings.memory_mb)
    with WorkerPool(work, jobs=processes, caps=caps, preload=HEAVY) as pool:
        yield pool


@contextmanager
def renderings(
    module: ModuleType, out: TextIO, output: Path | None
) -> Iterator[tuple[Rendering, ...]]:
    """Open what reports are written to: `out`, and the folder for the output if there is one."""
    with ExitStack() as stack:
        if output is None:
            yield (module.render(out),)
            return
        summary = stack.enter_context(open_summary(output, module.SUFFIX))
        written = (LetterFiles(output), module.render(summary))
        # a page with pictures is for a browser: with a folder to put it in, not on the terminal
        yield written if module.PICTURES else (*written, module.render(out))


def do_assignment(setup: Setup, assignment: Assignment) -> Finished:
    """Do one file inside a worker; whatever goes wrong with it, the worker goes on."""
    try:
        today = assignment.today or setup.today
        return Finished(process(assignment, tools=_tools(setup), today=today))
    except MemoryError:
        return Finished(trouble=Trouble.GEHEUGEN_OP)
    except Exception as error:  # noqa: BLE001 - the border: one file must not end the run
        return Finished(trouble=Trouble.GECRASHT, place=place_of(error))


@functools.cache
def _tools(setup: Setup) -> Tools:
    """Load what reads and judges; seconds and hundreds of megabytes, so once per process."""
    from extractors.extract import extract  # noqa: PLC0415 - only workers pay for it
    from extractors.readers.any_format import read  # noqa: PLC0415
    from service.bootstrap.doors import opener  # noqa: PLC0415
    from service.usecases.pictures import no_pictures, pictures_of  # noqa: PLC0415

    engine = load_engine(setup.engine, tessdata=setup.tessdata)
    return Tools(
        load=functools.partial(read_letter, max_bytes=setup.limits.file_bytes),
        read=functools.partial(read, engine=engine, limits=setup.limits),
        extract=extract,
        picture=pictures_of if setup.pictures else no_pictures,
        versions={"postkamer": version(), "python": platform.python_version()},
        opener=opener(setup.mail_bytes, hosts=setup.mail_hosts, today=lambda: setup.today),
    )
