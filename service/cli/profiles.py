"""`postkamer profiles`: which organisations there are, what each asks for, and checking a file."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from service.bootstrap.profiles import catalogue, profile_faults
from service.cli.exits import FileCheck, exit_code
from service.cli.options import console_on, one_of
from service.rendering.profiles import Section, kinds_of, sections_of
from service.settings import read_settings
from service.texts import profiles as texts
from validators.profile import Catalogue

app = typer.Typer(
    name="profiles",
    help="Toon en controleer de profielen: wat elke organisatie van een brief vraagt.",
    no_args_is_help=True,
)
INDENT = 2
LABEL_WIDTH = 34


class ProfileFormat(StrEnum):
    """How `show` writes a profile."""

    TEKST = "tekst"
    TOML = "toml"
    JSON = "json"


@app.command("list")
def list_profiles() -> None:
    """Noem alle profielen."""
    known = catalogue(read_settings())
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_row(*(Text(name, "bold") for name in texts.PROFILE_COLUMNS))
    for profile_id in known.ids:
        profile = known.load(profile_id)
        law = profile.law.capitalize()
        table.add_row(profile_id, profile.name, kinds_of(profile), law, _origin(known, profile_id))
    console_on(sys.stdout).print(table)


@app.command("show")
def show(
    profile_id: Annotated[str, typer.Argument(metavar="ID", help="Zie `postkamer profiles list`.")],
    *,
    format_name: Annotated[
        ProfileFormat,
        typer.Option("--format", help="toml is het bestand zelf, om van uit te gaan."),
    ] = ProfileFormat.TEKST,
) -> None:
    """Toon wat een profiel vraagt, van wie, en met welke termijnen."""
    known = catalogue(read_settings())
    one_of(known.ids, profile_id, option="ID")
    profile = known.load(profile_id)
    if format_name is ProfileFormat.TOML:
        typer.echo(known.texts[profile_id], nl=False)
    elif format_name is ProfileFormat.JSON:
        typer.echo(profile.model_dump_json(indent=2))
    else:
        console = console_on(sys.stdout)
        console.print(Text(f"{profile.name} ({profile_id})", "bold"))
        console.print(_origin(known, profile_id))
        for section in sections_of(profile):
            console.print()
            console.print(_grid(section))


@app.command("check")
def check(
    files: Annotated[list[Path], typer.Argument(metavar="BESTAND...", help="Profielen (.toml).")],
) -> None:
    """Noem alles wat er niet klopt in profielen, met het regelnummer."""
    found = {path: profile_faults(path) for path in files}
    for path, faults in found.items():
        for fault in faults:
            typer.echo(fault)
        if not faults:
            typer.echo(texts.PROFILE_GOOD.format(path=path))
    raise typer.Exit(exit_code(FileCheck(is_good=not any(found.values()))))


def _origin(known: Catalogue, profile_id: str) -> str:
    return texts.PROFILE_OWN if profile_id in known.own else texts.PROFILE_SHIPPED


def _grid(section: Section) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=LABEL_WIDTH)
    grid.add_column(overflow="fold")
    grid.add_row(Text(section.heading, "bold"), "")
    for label, value in section.rows:
        grid.add_row(" " * INDENT + label, value)
    return grid
