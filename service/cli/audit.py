"""`postkamer audit`: who saw, changed, exported and deleted what, and whether that is whole."""

import datetime as dt
import functools
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, TextIO

import typer

from service.bootstrap import machine
from service.bootstrap.kept import open_store
from service.cli.exits import exit_code
from service.cli.options import Since, Until, one_of
from service.cli.processes import Config
from service.records.audit import (
    OPERATOR,
    About,
    AuditQuery,
    AuditRow,
    Deed,
    Done,
    Head,
)
from service.records.letters import AMSTERDAM
from service.rendering.audit import FORMS, PROCESSING, processing_lines
from service.settings import read_settings
from service.texts import audit as words
from service.texts import figures as texts
from service.usecases.errors import UsageError

app = typer.Typer(
    name="audit",
    help="Het logboek: wie zag, wijzigde, uitvoerde en vernietigde wat.",
    no_args_is_help=True,
)
ALL_FORMS = (*FORMS, PROCESSING)
Organisation = Annotated[
    str | None, typer.Option(metavar="ID", help="Alleen van deze organisatie.")
]
By = Annotated[str | None, typer.Option(metavar="ID", help="Door dit account of deze sleutel.")]
ObjectId = Annotated[
    str | None, typer.Option("--about", metavar="ID", help="Over deze brief, sleutel of wat ook.")
]
Act = Annotated[Done | None, typer.Option(help="Alleen deze handeling.", metavar="HANDELING")]


@app.command()
def verify(
    *,
    head: Annotated[
        str | None,
        typer.Option(metavar="NUMMER:KENMERK", help="Een laatste regel die u eerder bewaarde."),
    ] = None,
    config: Config = None,
) -> None:
    """Kijk na of er niets is gewijzigd, weggehaald of tussengevoegd."""
    expected = None if head is None else _head(head)
    store = open_store(read_settings(config))
    try:
        with store.reading() as transaction:
            checked = transaction.audit.check(expected)
    finally:
        store.database.close()
    if checked.broken is not None:
        typer.echo(words.broken_text(checked), err=True)
        raise typer.Exit(exit_code(False))
    count = texts.count(checked.head.seq, "regel", "regels")
    typer.echo(words.WHOLE.format(count=count, head=checked.head))
    typer.echo(words.KEEP_HEAD)


@app.command("list")
def list_command(  # noqa: PLR0913 - what can be asked for
    *,
    organisation: Organisation = None,
    by: By = None,
    about: ObjectId = None,
    act: Act = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Zoveel regels.")] = 50,
    config: Config = None,
) -> None:
    """Toon de laatste regels; alleen id's en codes, geen namen."""
    query = AuditQuery(organisation, by, act, about, _begin(since), _end(until), limit=limit)
    store = open_store(read_settings(config))
    with store.reading() as transaction:
        rows = transaction.audit.list(query)
    store.database.close()
    for row in rows:  # no table: ids are needed whole, however narrow the window
        typer.echo("  ".join(filter(None, _cells(row))))
    if not rows:
        typer.echo(words.NO_ROWS)


@app.command()
def export(  # noqa: PLR0913 - what can be asked for
    *,
    form: Annotated[
        str, typer.Option("--format", metavar="VORM", help=f"{', '.join(ALL_FORMS)}.")
    ] = "jsonl",
    activity: Annotated[
        str | None,
        typer.Option(metavar="URI", help="De verwerkingsactiviteit in uw register."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="BESTAND", help="Anders het scherm.")
    ] = None,
    organisation: Organisation = None,
    by: By = None,
    about: ObjectId = None,
    since: Since = None,
    until: Until = None,
    config: Config = None,
) -> None:
    """Schrijf het logboek uit; dat zelf komt er ook in te staan."""
    one_of(ALL_FORMS, form, option="--format")
    lines = _lines(form, activity)
    query = AuditQuery(organisation, by, None, about, _begin(since), _end(until))
    store = open_store(read_settings(config))
    try:
        with store.accepting() as transaction:
            deed = Deed(OPERATOR, Done.EXPORTED, About.AUDIT, "", organisation, {"vorm": form})
            transaction.audit.note(deed)
        with store.reading() as transaction, _opened(output) as out:
            out.writelines(lines(transaction.audit.stream(query)))
    finally:
        store.database.close()


def _lines(form: str, activity: str | None) -> Callable[[Iterable[AuditRow]], Iterator[str]]:
    if form != PROCESSING:
        return FORMS[form]
    if not activity:
        raise UsageError(words.NO_ACTIVITY)
    return functools.partial(processing_lines, activity=activity, version=machine.version())


def _opened(output: Path | None) -> TextIO:
    """Open the file, or standard output without closing it."""
    if output is not None:
        return output.open("w", encoding="utf-8", newline="")
    return open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False)


def _head(written: str) -> Head:
    number, _, own = written.strip().partition(":")
    if not number.isdigit() or not own:
        raise UsageError(words.NO_HEAD.format(written=written))
    return Head(int(number), own)


def _begin(day: dt.date | None) -> dt.datetime | None:
    """Return when a day begins in the Netherlands."""
    return None if day is None else dt.datetime.combine(day, dt.time(), AMSTERDAM)


def _end(day: dt.date | None) -> dt.datetime | None:
    """Return when the last day that is asked for is over."""
    return None if day is None else _begin(day + dt.timedelta(days=1))


def _cells(row: AuditRow) -> tuple[str, ...]:
    deed = row.deed
    details = " ".join(f"{name}={value}" for name, value in deed.details.items())
    about = f"{words.OBJECTS[deed.about]} {deed.about_id}".strip()
    who = f"{words.ACTORS[deed.by.kind]} {deed.by.id}"
    when = row.at.astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M:%S")
    return (str(row.seq), when, who, words.ACTS[deed.act], about, details)
