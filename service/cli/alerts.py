"""`postkamer alerts`: what an administrator must know."""

from typing import Annotated

import typer
from rich.table import Table

from service.bootstrap.machine import clock
from service.bootstrap.web import ready_store
from service.cli.options import console_on
from service.cli.processes import Config
from service.ports.errors import NotFoundError
from service.settings import read_settings
from service.texts import alerts as words
from service.texts import figures as texts
from service.usecases.alerts import finish, list_alerts, sentence_of
from service.usecases.errors import UsageError

app = typer.Typer(
    name="alerts", help="Meldingen waar een beheerder naar moet kijken.", no_args_is_help=True
)


@app.command("list")
def list_command(config: Config = None) -> None:
    """Toon de meldingen die niemand heeft afgedaan."""
    store = ready_store(read_settings(config))
    found = list_alerts(None, store=store)
    store.database.close()
    table = Table("nr", "sinds", "organisatie", "over", "wat er is", box=None)
    for each in found:
        about, whose = each.about or "", each.organisation_id or ""
        table.add_row(str(each.id), texts.moment(each.created_at), whose, about, sentence_of(each))
    console_on(typer.get_text_stream("stdout")).print(table if found else words.NO_ALERTS)


@app.command()
def done(
    number: Annotated[
        int | None, typer.Argument(metavar="[NR]", help="Uit `alerts list`; zonder nummer alle.")
    ] = None,
    config: Config = None,
) -> None:
    """Doe een melding af, of alle; is er weer iets, dan komt er een nieuwe."""
    store = ready_store(read_settings(config))
    try:
        every = [each.id for each in list_alerts(None, store=store)]
        chosen = every if number is None else [number]
        for each in chosen:
            finish(each, None, store=store, now=clock().now())
    except NotFoundError as error:
        raise UsageError(words.NO_SUCH_ALERT) from error
    finally:
        store.database.close()
    typer.echo(words.DONE.format(count=words.count_of(len(chosen))))
