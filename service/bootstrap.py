"""The only module that knows the concrete adapters: it puts a run together.

The checks behind `postkamer doctor` are gathered here too.
"""

import datetime as dt
import functools
import importlib.metadata
import os
import platform
import sys
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import TextIO

from extractors.limits import DEFAULT_LIMITS, Limits
from extractors.ocr import EngineMissingError, load_engine
from service import texts
from service.adapters import installation
from service.adapters.clock import SystemClock
from service.adapters.files import LocalFiles, read_letter
from service.adapters.installation import Check
from service.adapters.letter_files import LetterFiles, open_summary
from service.adapters.profile_files import read_profile_file, read_profile_folder
from service.adapters.workers import Caps, WorkerPool
from service.ports import Assignment, Clock, Files, Finished, Rendering, Trouble
from service.rendering.formats import RENDERERS
from service.settings import ConfigurationError, Settings, use_one_native_thread
from service.usecases.process import Tools, process
from validators.profile import Catalogue, ProfileError, ProfileFile, catalogue_of, check_profile

DISTRIBUTION = "postkamer"
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
    profiles: tuple[ProfileFile, ...] = ()  # those that the installation itself brought


def clock() -> Clock:
    """Return the clock of this machine."""
    return SystemClock()


def files() -> Files:
    """Return the files of this machine."""
    return LocalFiles()


def version() -> str:
    """Return the version of Postkamer."""
    return importlib.metadata.version(DISTRIBUTION)


def own_profiles(settings: Settings) -> tuple[ProfileFile, ...]:
    """Return the files in the folder for profiles of one's own, checked; none without a folder.

    Raises:
        ConfigurationError: with every fault in them, or when the folder cannot be read.

    """
    if settings.profiles is None:
        return ()
    try:
        found = read_profile_folder(settings.profiles)
    except OSError as error:
        raise ConfigurationError(texts.NO_PROFILES.format(folder=settings.profiles)) from error
    try:
        catalogue_of(found)
    except ProfileError as error:
        message = texts.WRONG_PROFILES.format(folder=settings.profiles, faults=error)
        raise ConfigurationError(message) from error
    return found


def catalogue(settings: Settings) -> Catalogue:
    """Return the profiles of this installation.

    Raises:
        ConfigurationError: when those that it brought itself are not right.

    """
    return catalogue_of(own_profiles(settings))


def profile_faults(path: Path) -> tuple[str, ...]:
    """Return what is wrong with a profile file, each with the path as it was given."""
    try:
        file = read_profile_file(path)
    except OSError:
        return (texts.NO_PROFILE_FILE.format(path=path),)
    return tuple(str(replace(fault, file=str(path))) for fault in check_profile(file))


def usable_cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0))


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
        return Finished(process(assignment, tools=_tools(setup), today=setup.today))
    except MemoryError:
        return Finished(trouble=Trouble.GEHEUGEN_OP)
    except Exception as error:  # noqa: BLE001 - the border: one file must not end the run
        return Finished(trouble=Trouble.GECRASHT, place=place_of(error))


@functools.cache
def _tools(setup: Setup) -> Tools:
    """Load what reads and judges; seconds and hundreds of megabytes, so once per process."""
    from extractors.extract import extract  # noqa: PLC0415 - only workers pay for it
    from extractors.readers.any_format import read  # noqa: PLC0415
    from service.usecases.pictures import no_pictures, pictures_of  # noqa: PLC0415

    engine = load_engine(setup.engine, tessdata=setup.tessdata)
    return Tools(
        load=functools.partial(read_letter, max_bytes=setup.limits.file_bytes),
        read=functools.partial(read, engine=engine, limits=setup.limits),
        extract=extract,
        picture=pictures_of if setup.pictures else no_pictures,
        versions={"postkamer": version(), "python": platform.python_version()},
        catalogue=catalogue_of(setup.profiles),
    )


def place_of(error: Exception) -> str:
    """Say what was raised where, without its message: that may quote a letter."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} in {where}"


def checks(settings: Settings) -> Iterator[Check]:
    """Look at everything that Postkamer needs of this machine."""
    tessdata = settings.tessdata
    yield installation.check_python()
    yield installation.check_packages()
    yield installation.check_names()
    yield installation.check_tesseract()
    yield installation.check_dutch(tessdata)
    yield from installation.check_engines(tessdata)
    yield installation.check_temporary_folder()
    yield _check_profiles(settings)


def _check_profiles(settings: Settings) -> Check:
    """Look whether the profiles of this installation can be used."""
    try:
        found = len(own_profiles(settings))
    except ConfigurationError as error:
        return Check("eigen profielen", str(settings.profiles), str(error))
    where = f"{found} in {settings.profiles}" if settings.profiles else "geen"
    return Check("eigen profielen", where)


def use_utf8() -> TextIO:
    """Write UTF-8 whatever the locale, for JSON has no other encoding; return stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return sys.stderr
