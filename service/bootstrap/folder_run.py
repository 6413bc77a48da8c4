"""Puts the folder run together: `postkamer validate`."""

import functools
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Final, TextIO

from extractors.ocr import EngineMissingError, load_engine
from extractors.word_engine import load_word_engine
from service.adapters.box import Caps
from service.adapters.forked_server import start_forked_server
from service.adapters.letter_files import LetterFiles, open_summary
from service.adapters.one_process import OneProcess
from service.bootstrap.reading import HEAVY, Setup, do_assignment, limits_of, prepare
from service.ports.drawing import Rendering
from service.ports.reading import Pool
from service.rendering.formats import RENDERERS
from service.rendering.words import plain
from service.settings import ConfigurationError, Settings, use_one_native_thread
from service.texts import troubles as texts
from service.usecases.errors import UsageError

# Pages of one file that are read beside each other, also when there is a file for every core: the
# last long one would else keep one core busy and leave the others waiting. With so many files for
# each process it matters less than what threads cost: 3 % more of a page, 80 MB in each process.
PAGES_BESIDE: Final = 2
MANY_FILES: Final = 10


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
        load_word_engine()
    except EngineMissingError as error:
        message = (
            f"Scans kunnen niet worden gelezen: {error.part} ontbreekt. "
            "Draai `postkamer doctor`; die zegt wat er nodig is en hoe u eraan komt."
        )
        raise ConfigurationError(message) from error


def threads_for(jobs: int, files: int) -> int:
    """Return how many pages of one file are read beside each other."""
    processes = max(min(jobs, files), 1)
    beside = PAGES_BESIDE if files < MANY_FILES * processes else 1
    return max(jobs // processes, min(jobs, beside))


@contextmanager
def worker_pool(setup: Setup, settings: Settings, *, jobs: int, files: int) -> Iterator[Pool]:
    """Start processes for this many files; a file alone gets the cores for its pages."""
    use_one_native_thread()
    processes = max(min(jobs, files), 1)
    limits = limits_of(settings, threads=threads_for(jobs, files))
    setup = replace(setup, limits=limits)
    work = functools.partial(do_assignment, setup)
    caps = Caps(seconds=settings.file_seconds, memory_mb=settings.memory_mb)
    if files <= 1:
        with OneProcess(work, caps=caps) as alone:
            yield alone
        return
    # Before any thread is there; while it gets ready this process imports the rest.
    start_forked_server(functools.partial(prepare, setup))
    from service.adapters.processes import Processes  # noqa: PLC0415 - one file needs no pool
    from service.adapters.workers import WorkerPool  # noqa: PLC0415

    with WorkerPool(Processes(work, number=processes, caps=caps, preload=HEAVY)) as pool:
        yield pool


@contextmanager
def renderings(
    module: ModuleType, out: TextIO, output: Path | None
) -> Iterator[tuple[Rendering, ...]]:
    """Open what reports are written to: `out`, and the folder for the output if there is one.

    Raises:
        UsageError: when nothing can be written in the folder.

    """
    with ExitStack() as stack:
        if output is None:
            yield (module.render(out),)
            return
        try:
            summary = stack.enter_context(open_summary(output, module.SUFFIX))
        except OSError as error:
            raise UsageError(texts.NO_OUTPUT.format(folder=plain(str(output)))) from error
        written = (LetterFiles(output), module.render(summary))
        # a page with pictures is for a browser: with a folder to put it in, not on the terminal
        yield written if module.PICTURES else (*written, module.render(out))
