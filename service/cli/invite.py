"""`postkamer invite`: a link with which someone makes an account, or sets a new password."""

from dataclasses import replace
from typing import Annotated

import typer

from service.bootstrap.web import account_desk, invitation_url, ready_store
from service.cli.processes import Config
from service.ports.errors import NotFoundError
from service.records.audit import OPERATOR
from service.records.people import Role
from service.settings import OWN, read_settings
from service.texts import access as texts
from service.usecases.accounts import invite, invite_again
from service.usecases.errors import UsageError


def invite_command(
    *,
    role: Annotated[Role, typer.Option(help=texts.ROLE)] = Role.BEHEERDER,
    organisation: Annotated[str, typer.Option(metavar="ID", help="Voor welke organisatie.")] = OWN,
    email: Annotated[
        str | None,
        typer.Option(metavar="ADRES", help="Van wie al een account heeft: een nieuw wachtwoord."),
    ] = None,
    config: Config = None,
) -> None:
    """Maak een uitnodiging: een link die een keer werkt, drie dagen lang."""
    settings = read_settings(config)
    store = ready_store(settings)
    desk = replace(account_desk(store), by=OPERATOR)
    try:
        secret = invite_again(email, desk=desk) if email else invite(organisation, role, desk=desk)
    except NotFoundError as error:
        raise UsageError(texts.NOBODY_TO_INVITE) from error
    finally:
        store.database.close()
    typer.echo(texts.INVITED, err=True)
    typer.echo(invitation_url(settings, secret))
