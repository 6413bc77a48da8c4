"""The command `postkamer`: lists its commands and is the only place where the process ends."""

import sys
from typing import Annotated

import typer

from service import bootstrap, texts
from service.cli.doctor import doctor
from service.cli.exits import exit_code
from service.cli.profiles import profiles
from service.cli.validate import validate_command
from service.settings import ConfigurationError
from service.usecases.errors import UsageError

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


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"postkamer {bootstrap.version()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="De versie.")
    ] = False,
) -> None:
    """Say what every command takes."""


app.command("validate")(validate_command)
app.command("doctor")(doctor)
app.add_typer(profiles)
