"""`postkamer validate`: letters in, reports out. Reports go to stdout, all else to stderr."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractors.ocr import engine_names
from service.bootstrap import folder_run, machine
from service.bootstrap.profiles import own_profiles
from service.bootstrap.reading import Setup
from service.cli.exits import exit_code
from service.cli.options import Day, Received, Today, day, one_of
from service.ports.reading import Assignment, Finished
from service.rendering.formats import RENDERERS
from service.rendering.words import plain
from service.settings import Settings, read_settings
from service.texts import figures as texts
from service.usecases.listing import Plan, Wish, plan
from service.usecases.validate_folder import Tally, validate
from validators.assess import Receipt
from validators.profile import catalogue_of
from validators.report import Channel, ReceivedSource

if TYPE_CHECKING:
    from rich.progress import Progress

FORMATS = tuple(module.NAME for module in RENDERERS)


def validate_command(  # noqa: PLR0913 - the options of the contract
    paths: Annotated[list[str], typer.Argument(metavar="PAD...", help="Brieven en mappen.")],
    *,
    profile: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Het profiel; zie `postkamer profiles list`."),
    ] = None,
    received: Received = None,
    postmarked: Annotated[Day, day(help="Leesbare poststempel op de envelop.")] = None,
    channel: Annotated[Channel, typer.Option(help="Hoe de brieven binnenkwamen.")] = Channel.POST,
    format_name: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="Hoe de uitkomst wordt getoond.",
            callback=lambda text: one_of(FORMATS, text),
        ),
    ] = FORMATS[0],
    output: Annotated[
        Path | None, typer.Option(metavar="MAP", file_okay=False, help="Map voor de rapporten.")
    ] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Bestanden tegelijk.")] = None,
    today: Today = None,
    engine: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(engine_names()),
            help="Waarmee scans worden gelezen.",
            callback=lambda text: one_of(engine_names(), text),
        ),
    ] = None,
    all_pages: Annotated[
        bool,
        typer.Option("--all-pages", help="Lees ook lege achterkanten en bijlagen tot het eind."),
    ] = False,
) -> None:
    """Lees brieven en zeg wat er ontbreekt en of zij op tijd zijn."""
    settings = read_settings()
    settings = settings.model_copy(update={"all_pages": all_pages or settings.all_pages})
    setup = Setup(
        today=today or machine.clock().today(),
        engine=engine,
        tessdata=settings.tessdata,
        mail_hosts=settings.mail_hosts,
        pictures=folder_run.renderer(format_name).PICTURES,
        handwriting=settings.handwriting,
        profiles=own_profiles(settings),
    )
    known = catalogue_of(setup.profiles).ids
    one_of(known, profile, option="--profile")
    source = ReceivedSource.OPTION if received else None
    wish = Wish(Receipt(received, source, postmarked, channel), profile, known, setup.today)
    without = [os.path.abspath(output)] if output else []  # noqa: PTH100 - no link is followed
    planned = plan(paths, wish, files=machine.files(), without=without)
    folder_run.check_engine(setup)
    _tell_skipped(planned)
    run = _Run(setup, settings, planned, jobs or machine.usable_cores())
    raise typer.Exit(exit_code(_validate(run, format_name, output)))


@dataclass(frozen=True, slots=True)
class _Run:
    """Everything about a run but where its reports go."""

    setup: Setup
    settings: Settings
    planned: Plan
    jobs: int


def _validate(run: _Run, format_name: str, output: Path | None) -> Tally:
    assignments = run.planned.assignments
    with (
        # first: a bar on the screen is drawn by a thread, and workers come of forks
        folder_run.worker_pool(
            run.setup, run.settings, jobs=run.jobs, files=len(assignments)
        ) as pool,
        _progress(run.planned, format_name) as progress,
        folder_run.renderings(folder_run.renderer(format_name), sys.stdout, output) as renderings,
    ):
        return validate(assignments, pool=pool, renderings=renderings, done=_Listener(progress))


def _tell_skipped(planned: Plan) -> None:
    """Name the data files that were passed over: nothing vanishes silently."""
    if not planned.skipped:
        return
    names = ", ".join(plain(name) for name in planned.skipped[:5])
    more = ", ..." if len(planned.skipped) > 5 else ""
    number = texts.count(len(planned.skipped), "bestand is", "bestanden zijn")
    typer.echo(f"{number} geen post en overgeslagen: {names}{more}", err=True)


@contextmanager
def _progress(planned: Plan, format_name: str) -> Iterator["Progress | None"]:
    """Show a bar on stderr, when that is a terminal and no data is being printed over it."""
    is_shared = sys.stdout.isatty()
    if not sys.stderr.isatty() or (is_shared and format_name != FORMATS[0]):
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - seldom is a terminal looked at
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=is_shared,
    )
    progress.add_task("brieven lezen", total=len(planned.assignments))
    with progress:
        yield progress


class _Listener:
    """Moves the bar, and tells the administrator where the code went wrong."""

    def __init__(self, progress: "Progress | None") -> None:
        self._progress = progress

    def __call__(self, assignment: Assignment, finished: Finished) -> None:
        if finished.place:
            typer.echo(f"{plain(assignment.file)}: {finished.place}", err=True)
        if self._progress is not None:
            self._progress.advance(self._progress.task_ids[0])
