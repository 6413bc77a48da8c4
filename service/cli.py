"""The command line: `postkamer validate` and `postkamer doctor`.

Reads arguments, calls use cases, tells what became of them. Reports go to stdout, all else to
stderr.
"""

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from extractors.ocr import engine_names
from service import bootstrap, texts
from service.ports import Assignment, Finished
from service.rendering.formats import RENDERERS
from service.rendering.words import plain
from service.settings import ConfigurationError, Settings, read_settings
from service.usecases.errors import UsageError
from service.usecases.listing import Plan, Wish, plan
from service.usecases.validate_folder import Tally, validate
from validators.assess import Receipt
from validators.profile import profile_ids
from validators.report import Channel, ReceivedSource, Verdict

FORMATS = tuple(module.NAME for module in RENDERERS)
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
BROKEN_PIPE = 141  # 128 + SIGPIPE

app = typer.Typer(
    name="postkamer",
    help="Leest bezwaarschriften en klachten en zegt wat er ontbreekt en of zij op tijd zijn.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; the only place where the process ends."""
    err = bootstrap.use_utf8()
    try:
        app()
    except (UsageError, ConfigurationError) as error:
        print(error, file=err)
        sys.exit(exit_code(error))
    except KeyboardInterrupt as error:
        sys.exit(exit_code(error))
    except Exception as error:  # noqa: BLE001 - the border: a traceback helps no mailroom
        place = bootstrap.place_of(error)
        print(texts.UNEXPECTED.format(place=place), file=err)
        sys.exit(exit_code(error))


def exit_code(ending: Tally | BaseException | bool) -> int:  # noqa: PLR0911 - a table
    """Return the exit code of a run, of an error, or of checks that are good or not.

    0 every letter complete, 1 at least one incomplete or for a person, 2 wrong use, 3 at least
    one file that could not be processed.
    """
    match ending:
        case UsageError() | ConfigurationError():
            return 2
        case BrokenPipeError():
            return BROKEN_PIPE
        case KeyboardInterrupt() | Tally(is_complete=False):
            return INTERRUPTED
        case Tally(verdicts=verdicts) if verdicts[Verdict.FOUT]:
            return 3
        case Tally(verdicts=verdicts):
            return int(verdicts[Verdict.INCOMPLEET] + verdicts[Verdict.HANDMATIG] > 0)
        case bool():
            return 0 if ending else 1
        case _:
            return 3


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        message = f'"{text}" is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-20.'
        raise typer.BadParameter(message) from error


def _one_of(known: tuple[str, ...], text: str | None) -> str | None:
    if text is not None and text not in known:
        message = f'"{text}" bestaat niet. Kies uit {", ".join(known)}.'
        raise typer.BadParameter(message)
    return text


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"postkamer {bootstrap.version()}")
        raise typer.Exit


Day = Annotated[dt.date | None, typer.Option(parser=_date, metavar="JJJJ-MM-DD")]


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="De versie.")
    ] = False,
) -> None:
    """Say what every command takes."""


@app.command("validate")
def validate_command(  # noqa: PLR0913 - the options of the contract
    paths: Annotated[list[str], typer.Argument(metavar="PAD...", help="Brieven en mappen.")],
    *,
    profile: Annotated[
        str | None,
        typer.Option(metavar="ID", callback=lambda text: _one_of(profile_ids(), text)),
    ] = None,
    received: Day = None,
    postmarked: Day = None,
    channel: Annotated[Channel, typer.Option(help="Hoe de brieven binnenkwamen.")] = Channel.POST,
    format_name: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            callback=lambda text: _one_of(FORMATS, text),
        ),
    ] = FORMATS[0],
    output: Annotated[
        Path | None, typer.Option(metavar="MAP", file_okay=False, help="Map voor de rapporten.")
    ] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Bestanden tegelijk.")] = None,
    today: Day = None,
    engine: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(engine_names()),
            callback=lambda text: _one_of(engine_names(), text),
        ),
    ] = None,
) -> None:
    """Lees brieven en zeg wat er ontbreekt en of zij op tijd zijn."""
    settings = read_settings()
    setup = bootstrap.Setup(
        today=today or bootstrap.clock().today(),
        engine=engine,
        tessdata=settings.tessdata,
        pictures=bootstrap.renderer(format_name).PICTURES,
    )
    source = ReceivedSource.OPTION if received else None
    wish = Wish(Receipt(received, source, postmarked, channel), profile, profile_ids())
    without = [os.path.abspath(output)] if output else []  # noqa: PTH100 - no link is followed
    planned = plan(paths, wish, files=bootstrap.files(), without=without)
    bootstrap.check_engine(setup)
    _tell_skipped(planned)
    run = _Run(setup, settings, planned, jobs or bootstrap.usable_cores())
    try:
        tally = _validate(run, format_name, output)
        sys.stdout.flush()
    except BrokenPipeError as error:
        # whoever read our output has seen enough; Python would complain once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(exit_code(error)) from error
    raise typer.Exit(exit_code(tally))


@dataclass(frozen=True, slots=True)
class _Run:
    """Everything about a run but where its reports go."""

    setup: bootstrap.Setup
    settings: Settings
    planned: Plan
    jobs: int


def _validate(run: _Run, format_name: str, output: Path | None) -> Tally:
    assignments = run.planned.assignments
    with (
        _progress(run.planned, format_name) as progress,
        bootstrap.worker_pool(
            run.setup, run.settings, jobs=run.jobs, files=len(assignments)
        ) as pool,
        bootstrap.renderings(bootstrap.renderer(format_name), sys.stdout, output) as renderings,
    ):
        return validate(assignments, pool=pool, renderings=renderings, done=_Listener(progress))


@app.command()
def doctor() -> None:
    """Zeg wat er op deze computer ontbreekt en hoe u eraan komt."""
    table = Table.grid(padding=(0, 2, 0, 0))
    is_good = True
    for check in bootstrap.checks(read_settings().tessdata):
        is_good = is_good and check.is_good
        mark = Text("goed", "green") if check.is_good else Text("ONTBREEKT", "bold red")
        found = Text(check.found)
        if check.remedy:
            found.append(f"\n-> {check.remedy}", "bold")
        table.add_row(mark, Text(check.what), found)
    console = _console(sys.stdout)
    console.print(table)
    console.print("Alles is er." if is_good else "Los op wat ontbreekt en draai dit nog eens.")
    raise typer.Exit(exit_code(is_good))


def _console(stream: TextIO) -> Console:
    width = None if stream.isatty() else 100
    return Console(file=stream, highlight=False, markup=False, emoji=False, width=width)


def _tell_skipped(planned: Plan) -> None:
    """Name the data files that were passed over: nothing vanishes silently."""
    if not planned.skipped:
        return
    names = ", ".join(plain(name) for name in planned.skipped[:5])
    more = ", ..." if len(planned.skipped) > 5 else ""
    number = texts.count(len(planned.skipped), "bestand is", "bestanden zijn")
    typer.echo(f"{number} geen post en overgeslagen: {names}{more}", err=True)


@contextmanager
def _progress(planned: Plan, format_name: str) -> Iterator[Progress | None]:
    """Show a bar on stderr, when that is a terminal and no data is being printed over it."""
    is_shared = sys.stdout.isatty()
    if not sys.stderr.isatty() or (is_shared and format_name != FORMATS[0]):
        yield None
        return
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

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress

    def __call__(self, assignment: Assignment, finished: Finished) -> None:
        if finished.place:
            typer.echo(f"{plain(assignment.file)}: {finished.place}", err=True)
        if self._progress is not None:
            self._progress.advance(self._progress.task_ids[0])
