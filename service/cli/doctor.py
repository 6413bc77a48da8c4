"""`postkamer doctor`: what this machine lacks and how to get it."""

import sys

import typer
from rich.table import Table
from rich.text import Text

from service.bootstrap.doctor import checks
from service.cli.exits import exit_code
from service.cli.options import console_on
from service.settings import read_settings


def doctor() -> None:
    """Zeg wat er op deze computer ontbreekt en hoe u eraan komt."""
    table = Table.grid(padding=(0, 2, 0, 0))
    is_good = True
    for check in checks(read_settings()):
        is_good = is_good and check.is_good
        mark = Text("goed", "green") if check.is_good else Text("ONTBREEKT", "bold red")
        found = Text(check.found)
        if check.remedy:
            found.append(f"\n-> {check.remedy}", "bold")
        table.add_row(mark, Text(check.what), found)
    console = console_on(sys.stdout)
    console.print(table)
    console.print("Alles is er." if is_good else "Los op wat ontbreekt en draai dit nog eens.")
    raise typer.Exit(exit_code(is_good))
