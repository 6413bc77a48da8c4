"""`postkamer key`: keys with which other systems send letters and fetch reports."""

import datetime as dt
from dataclasses import replace
from typing import Annotated

import typer

from service.adapters.store.store import SqlStore
from service.bootstrap.machine import clock
from service.bootstrap.web import key_desk, ready_store
from service.cli.options import console_on, table_of
from service.cli.processes import Config
from service.ports.errors import NotFoundError
from service.records.audit import OPERATOR
from service.records.people import ApiKey, Scope
from service.settings import OWN, Settings, read_settings
from service.texts import access as texts
from service.usecases.errors import UsageError
from service.usecases.keys import (
    KeyDesk,
    KeyWish,
    Replacement,
    create_key,
    keys_of,
    revoke_key,
)

app = typer.Typer(
    name="key", help="Sleutels waarmee andere systemen de API gebruiken.", no_args_is_help=True
)
Organisation = Annotated[str, typer.Option(metavar="ID", help="Van welke organisatie.")]
DEFAULT_SCOPES = [Scope.UPLOAD, Scope.READ]


@app.command()
def create(  # noqa: PLR0913 - everything that a key may have
    name: Annotated[str, typer.Argument(metavar="NAAM", help="Voor welk systeem zij is.")],
    *,
    scope: Annotated[
        list[Scope] | None, typer.Option(help="Wat zij mag; mag vaker. [default: upload, read]")
    ] = None,
    organisation: Organisation = OWN,
    days: Annotated[int | None, typer.Option(min=1, help="Zo veel dagen geldig.")] = None,
    requests_per_minute: Annotated[
        int | None, typer.Option(min=1, help="Zo veel verzoeken per minuut; meer wordt geweigerd.")
    ] = None,
    upload_mb: Annotated[
        int | None, typer.Option(min=1, help="Zo veel MB in één keer; meer wordt geweigerd.")
    ] = None,
    replaces: Annotated[
        str | None, typer.Option(metavar="ID", help="De sleutel die zij vervangt.")
    ] = None,
    overlap_hours: Annotated[
        int, typer.Option(min=0, help="Zo lang blijft de vervangen sleutel nog geldig.")
    ] = 24,
    config: Config = None,
) -> None:
    """Maak een sleutel; het geheim ziet u alleen nu."""
    settings = read_settings(config)
    store = ready_store(settings)
    wish = KeyWish(
        organisation_id=organisation,
        name=name,
        scopes=scope or DEFAULT_SCOPES,
        expires_at=clock().now() + dt.timedelta(days=days) if days else None,
        requests_per_minute=requests_per_minute,
        upload_mb=upload_mb,
    )
    replacement = Replacement(replaces, dt.timedelta(hours=overlap_hours)) if replaces else None
    try:
        key, secret = create_key(wish, desk=_desk(settings, store), replaces=replacement)
    except NotFoundError as error:
        raise UsageError(texts.NO_SUCH_KEY_OR_ORGANISATION) from error
    finally:
        store.database.close()
    typer.echo(texts.KEY_MADE.format(id=key.id), err=True)
    typer.echo(secret)


@app.command("list")
def list_command(organisation: Organisation = OWN, config: Config = None) -> None:
    """Toon de sleutels; de geheimen zelf worden niet bewaard."""
    settings = read_settings(config)
    store = ready_store(settings)
    keys = keys_of(organisation, desk=key_desk(settings, store))
    store.database.close()
    table = table_of("id", "naam", "mag", "laatst gebruikt", "geldig tot", "")
    for key in keys:
        state = "" if key.is_valid(clock().now()) else texts.KEY_IS_OVER
        scopes = ", ".join(sorted(key.scopes))
        table.add_row(key.id, key.name, scopes, _day(key.last_used_at), _end(key), state)
    console_on(typer.get_text_stream("stdout")).print(table if keys else texts.NO_KEYS)


@app.command()
def revoke(
    key_id: Annotated[str, typer.Argument(metavar="ID", help="Uit `postkamer key list`.")],
    organisation: Organisation = OWN,
    config: Config = None,
) -> None:
    """Trek een sleutel in; zij geeft meteen geen toegang meer."""
    settings = read_settings(config)
    store = ready_store(settings)
    try:
        revoke_key(key_id, organisation, desk=_desk(settings, store))
    except NotFoundError as error:
        raise UsageError(texts.NO_SUCH_KEY_OR_ORGANISATION) from error
    finally:
        store.database.close()
    typer.echo(texts.KEY_REVOKED.format(id=key_id))


def _desk(settings: Settings, store: SqlStore) -> KeyDesk:
    return replace(key_desk(settings, store), by=OPERATOR)


def _end(key: ApiKey) -> str:
    return _day(key.revoked_at or key.expires_at)


def _day(time: dt.datetime | None) -> str:
    return time.date().isoformat() if time else "-"
