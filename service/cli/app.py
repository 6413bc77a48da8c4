"""The command `postkamer`: lists its commands and is the only place where the process ends."""

import sys
from typing import Annotated

import typer

from service import texts
from service.bootstrap import machine
from service.cli.account import app as account_app
from service.cli.alerts import app as alerts_app
from service.cli.backup import backup, restore
from service.cli.brief import brief_command
from service.cli.channel import app as channel_app
from service.cli.deliveries import app as deliveries_app
from service.cli.doctor import doctor
from service.cli.exits import exit_code
from service.cli.invite import invite_command
from service.cli.key import app as key_app
from service.cli.organisation import app as organisation_app
from service.cli.processes import keeper, web, worker
from service.cli.profiles import app as profiles_app
from service.cli.queue import app as queue_app
from service.cli.serve import serve
from service.cli.termijn import termijn
from service.cli.validate import validate_command
from service.cli.watch import watch
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
    err = machine.use_utf8()
    try:
        app()
    except (UsageError, ConfigurationError) as error:
        print(error, file=err)
        sys.exit(exit_code(error))
    except KeyboardInterrupt as error:
        sys.exit(exit_code(error))
    except Exception as error:  # noqa: BLE001 - the border: a traceback helps no mailroom
        place = machine.place_of(error)
        print(texts.UNEXPECTED.format(place=place), file=err)
        sys.exit(exit_code(error))


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"postkamer {machine.version()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="De versie.")
    ] = False,
) -> None:
    """Say what every command takes."""


app.command("validate")(validate_command)
app.command("termijn")(termijn)
app.command("serve")(serve)
app.command("worker")(worker)
app.command("keeper")(keeper)
app.command("web")(web)
app.command("watch")(watch)
app.command("backup")(backup)
app.command("restore")(restore)
app.add_typer(queue_app)
app.add_typer(key_app)
app.add_typer(organisation_app)
app.command("invite")(invite_command)
app.add_typer(account_app)
app.add_typer(channel_app)
app.add_typer(deliveries_app)
app.add_typer(alerts_app)
app.command("brief")(brief_command)
app.add_typer(profiles_app)
app.command("doctor")(doctor)
