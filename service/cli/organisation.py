"""`postkamer organisation`: the organisations on this installation, each apart from the others."""

from typing import Annotated

import typer
from rich.table import Table

from service.bootstrap.machine import clock
from service.bootstrap.profiles import catalogue
from service.bootstrap.web import ready_store
from service.cli.options import console_on, one_of
from service.cli.processes import Config
from service.ports.errors import NotFoundError
from service.records.audit import OPERATOR
from service.records.letters import Organisation
from service.settings import read_settings
from service.texts import access as texts
from service.usecases.errors import UsageError
from service.usecases.organisations import (
    WrongOrganisationError,
    add_organisation,
    set_four_eyes,
)
from validators.profile import DEFAULT_PROFILE

app = typer.Typer(
    name="organisation", help="De organisaties op deze installatie.", no_args_is_help=True
)


@app.command()
def add(
    organisation_id: Annotated[str, typer.Argument(metavar="ID", help="Kort, zoals mijn-kantoor.")],
    name: Annotated[str, typer.Argument(metavar="NAAM")],
    *,
    profile: Annotated[
        str,
        typer.Option(metavar="PROFIEL", help="Zie `postkamer profiles list`."),
    ] = DEFAULT_PROFILE,
    config: Config = None,
) -> None:
    """Voeg een organisatie toe; zij ziet alleen haar eigen brieven."""
    settings = read_settings(config)
    one_of(catalogue(settings).ids, profile, option="--profile")
    store = ready_store(settings)
    try:
        new = Organisation(organisation_id, name, profile)
        add_organisation(new, store=store, clock=clock(), by=OPERATOR)
    except WrongOrganisationError as error:
        raise UsageError(texts.ORGANISATION_FAULTS[error.code]) from error
    finally:
        store.database.close()
    typer.echo(texts.ORGANISATION_MADE.format(id=organisation_id))


@app.command("four-eyes")
def four_eyes(
    organisation_id: Annotated[str, typer.Argument(metavar="ID")],
    switch: Annotated[
        str,
        typer.Argument(metavar="aan|uit", callback=lambda text: one_of(("aan", "uit"), text)),
    ],
    config: Config = None,
) -> None:
    """Laat een jurist meekijken met brieven van de postkamer voordat ze de deur uit gaan."""
    store = ready_store(read_settings(config))
    try:
        set_four_eyes(organisation_id, is_on=switch == "aan", store=store)
    except NotFoundError as error:
        raise UsageError(texts.NO_ORGANISATION.format(id=organisation_id)) from error
    finally:
        store.database.close()
    typer.echo(texts.FOUR_EYES[switch].format(id=organisation_id))


@app.command("list")
def list_command(config: Config = None) -> None:
    """Toon de organisaties."""
    store = ready_store(read_settings(config))
    with store.reading() as transaction:
        every = transaction.organisations.all()
    store.database.close()
    table = Table("id", "naam", "profiel", "vier ogen", box=None)
    for each in every:
        table.add_row(each.id, each.name, each.profile, "aan" if each.four_eyes else "uit")
    console_on(typer.get_text_stream("stdout")).print(table)
