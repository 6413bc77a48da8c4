"""What several commands take as options, and what they print on."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from validators.case import is_possible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

ID_WIDTH = 36  # of a UUID


def parse_date(text: str) -> dt.date:
    """Read a date of an option."""
    message = f'"{text}" is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-20.'
    try:
        day = dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(message) from error
    if not is_possible(day):
        raise typer.BadParameter(message)
    return day


def one_of(known: tuple[str, ...], text: str | None, *, option: str | None = None) -> str | None:
    """Refuse an option that is none of those that exist; `option` names it outside a callback."""
    if text is not None and text not in known:
        message = f'"{text}" bestaat niet. Kies uit {", ".join(known)}.'
        raise typer.BadParameter(message, param_hint=option)
    return text


Day = dt.date | None
day = partial(typer.Option, parser=parse_date, metavar="JJJJ-MM-DD")
Received = Annotated[Day, day(help="Wanneer de brieven binnenkwamen; anders telt het stempel.")]
Today = Annotated[Day, day(help="Reken alsof het deze dag is.")]
Since = Annotated[Day, day(help="Vanaf deze dag.")]
Until = Annotated[Day, day(help="Tot en met deze dag.")]


def console_on(stream: TextIO) -> "Console":
    """Return a console as wide as the terminal, or as a page when there is none."""
    from rich.console import Console  # noqa: PLC0415 - few commands print tables

    width = None if stream.isatty() else 100
    return Console(file=stream, highlight=False, markup=False, emoji=False, width=width)


def table_of(*names: str) -> "Table":
    """Return a table in which the ids of the first column stay whole: other commands ask for them.

    Where the terminal is narrow, or there is none, the other columns go on in a next line.
    """
    from rich.table import Table  # noqa: PLC0415 - few commands print tables

    table = Table(box=None)
    table.add_column(names[0], no_wrap=True, min_width=ID_WIDTH)
    for name in names[1:]:
        table.add_column(name, overflow="fold")
    return table
