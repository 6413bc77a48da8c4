"""`postkamer account`: who may log in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from service.bootstrap.web import account_desk, ready_store
from service.cli.options import console_on
from service.cli.processes import Config
from service.ports.errors import NotFoundError
from service.records.audit import OPERATOR
from service.records.people import Account
from service.settings import OWN, read_settings
from service.texts import accounts as texts
from service.usecases.accounts import AccountDesk, close_by_email, reopen_by_email
from service.usecases.errors import UsageError

app = typer.Typer(name="account", help="Accounts van mensen.", no_args_is_help=True)
Email = Annotated[str, typer.Argument(metavar="E-MAIL", help="Het adres van het account.")]


@contextmanager
def _desk(config: Path | None) -> Iterator[AccountDesk]:
    store = ready_store(read_settings(config))
    try:
        yield replace(account_desk(store), by=OPERATOR)
    finally:
        store.database.close()


@app.command("list")
def list_command(
    organisation: Annotated[str, typer.Option(metavar="ID", help="Van welke organisatie.")] = OWN,
    config: Config = None,
) -> None:
    """Toon wie er kan inloggen."""
    with _desk(config) as desk, desk.store.reading() as transaction:
        try:
            transaction.organisations.find(organisation)
        except NotFoundError as error:
            raise UsageError(texts.NO_SUCH_ORGANISATION) from error
        people = transaction.accounts.all(organisation)
    table = Table("e-mail", "naam", "rol", "laatst ingelogd", "", box=None)
    for each in people:
        last = each.last_login_at.date().isoformat() if each.last_login_at else "-"
        state = texts.IS_CLOSED if each.disabled_at else ""
        table.add_row(each.email, each.name, each.role.value, last, state)
    console_on(typer.get_text_stream("stdout")).print(table if people else texts.NO_ACCOUNTS)


@app.command()
def close(email: Email, config: Config = None) -> None:
    """Sluit het account van iemand die weg is."""
    typer.echo(texts.CLOSED.format(email=_change(close_by_email, email, config).email))


@app.command("open")
def open_command(email: Email, config: Config = None) -> None:
    """Open een account weer dat gesloten was."""
    typer.echo(texts.OPENED.format(email=_change(reopen_by_email, email, config).email))


def _change(change: Callable[..., Account], email: str, config: Path | None) -> Account:
    with _desk(config) as desk:
        try:
            return change(email, desk=desk)
        except NotFoundError as error:
            raise UsageError(texts.NO_SUCH_ACCOUNT) from error
