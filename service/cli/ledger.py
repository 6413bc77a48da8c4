"""`postkamer ledger`: whether everything that came in adds up with what came of it."""

import dataclasses
import json
from typing import Annotated, Literal

import typer

from service.bootstrap.kept import open_blobs, open_store
from service.bootstrap.machine import clock
from service.cli.options import console_on, table_of
from service.cli.processes import Config
from service.settings import read_settings
from service.texts import ledger as texts
from service.usecases.ledger import LedgerReport, check

app = typer.Typer(
    name="ledger", help="Klopt alles wat binnenkwam met wat ervan werd?", no_args_is_help=True
)
NOT_WHOLE = 1


@app.callback()
def _options() -> None:
    """Keep `check` a command of its own, although it is the only one."""


@app.command("check")
def check_command(
    output: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Voor mensen of voor programma's.")
    ] = "text",
    config: Config = None,
) -> None:
    """Vergelijk alles wat binnenkwam met wat ervan werd; eindigt met 1 als er iets niet klopt."""
    settings = read_settings(config)
    store = open_store(settings)
    found = check(store=store, blobs=open_blobs(settings), clock=clock())
    store.database.close()
    if output == "json":
        typer.echo(json.dumps(dataclasses.asdict(found)))
    else:
        _print(found)
    if found.faults:
        raise typer.Exit(NOT_WHOLE)


def _print(found: LedgerReport) -> None:
    console = console_on(typer.get_text_stream("stdout"))
    console.print(texts.COUNTED.format(**dataclasses.asdict(found.counts)))
    if not found.faults:
        console.print(texts.WHOLE)
        return
    console.print(texts.NOT_WHOLE.format(count=len(found.faults)))
    table = table_of("id", "wat", "uitleg")
    for fault in found.faults:
        table.add_row(fault.about, fault.code, texts.FAULTS[fault.code])
    console.print(table)
