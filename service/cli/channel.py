"""`postkamer channel`: where reports go."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from service.bootstrap.channels import open_office
from service.bootstrap.kept import open_store
from service.bootstrap.profiles import catalogue
from service.cli.asking import ask_sure
from service.cli.exits import exit_code
from service.cli.options import console_on
from service.cli.processes import Config
from service.ports.errors import ChannelSettingsError, NotFoundError
from service.records.audit import OPERATOR
from service.records.deliveries import ChannelRecord, DeliveryState, Ending
from service.settings import OWN, read_settings
from service.texts import channels as channels_texts
from service.texts import deliveries as deliveries_texts
from service.texts import figures as figures_texts
from service.texts import profiles as profiles_texts
from service.usecases import channels
from service.usecases.channels import NewChannel, Office, Overview
from service.usecases.errors import UsageError

app = typer.Typer(name="channel", help="Kanalen waar rapporten heen gaan.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(metavar="NAAM", help="Naam of id van het kanaal.")]


@contextmanager
def office_of(config: Path | None) -> Iterator[Office]:
    """Open what channels are managed with."""
    settings = read_settings(config)
    store = open_store(settings)
    try:
        yield replace(open_office(settings, store), by=OPERATOR)
    finally:
        store.database.close()


@app.command()
def add(  # noqa: PLR0913 - what may be told of a channel
    kind: Annotated[str, typer.Argument(metavar="SOORT", help="webhook, map of amqp.")],
    name: Annotated[str, typer.Argument(metavar="NAAM")],
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SLEUTEL=WAARDE...",
            help="Instellingen, zoals url=https://... Met sleutel=@bestand staat de waarde daarin.",
        ),
    ] = None,
    *,
    organisation: Annotated[
        str, typer.Option(metavar="ID", help="Van welke organisatie het kanaal is.")
    ] = OWN,
    profile: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Alleen brieven met dit profiel.")
    ] = None,
    only_named: Annotated[
        bool, typer.Option("--only-named", help="Alleen zendingen die dit kanaal noemen.")
    ] = False,
    config: Config = None,
) -> None:
    """Voeg een kanaal toe."""
    known = catalogue(read_settings(config)).ids if profile else ()
    new = NewChannel(
        organisation_id=organisation,
        kind=kind,
        name=name,
        settings=dict(map(_setting, given or ())),
        profiles=tuple(_profile(each, known) for each in profile or ()),
        is_default=not only_named,
    )
    with office_of(config) as office:
        try:
            channel, secret = channels.add(new, office=office)
        except ChannelSettingsError as error:
            faults = "\n".join(f"{key}: {fault}." for key, fault in error.faults)
            raise UsageError(faults) from error
        except NotFoundError as error:
            raise UsageError(
                channels_texts.NO_SUCH_ORGANISATION.format(name=organisation)
            ) from error
    typer.echo(channels_texts.CHANNEL_ADDED.format(name=channel.name, id=channel.id))
    if secret is not None:
        typer.echo(channels_texts.SHOWN_ONCE.format(secret=secret))


@app.command("list")
def list_command(config: Config = None) -> None:
    """Toon de kanalen en hoe het bezorgen gaat."""
    table = Table("naam", "soort", "waarheen", "stand", "voor", "wacht", "opgegeven", box=None)
    with office_of(config) as office:
        for each in channels.overviews(office=office):
            table.add_row(*_row(each))
    console = console_on(sys.stdout)
    console.print(table if table.row_count else channels_texts.NO_CHANNELS)


@app.command("test")
def try_out(name: Name, config: Config = None) -> None:
    """Stuur een proefbericht en zeg wat er gebeurde."""
    with office_of(config) as office:
        channel = channels.find(name, office=office)
        handover = channels.test(channel.id, office=office)
    typer.echo(deliveries_texts.handover(handover.status))
    raise typer.Exit(exit_code(handover.ending is Ending.DELIVERED))


@app.command()
def rotate(name: Name, config: Config = None) -> None:
    """Geef een webhook een nieuw geheim; het oude geldt nog een dag."""
    with office_of(config) as office:
        channel = channels.find(name, office=office)
        _, secret = channels.rotate(channel.id, office=office)
    typer.echo(channels_texts.SHOWN_ONCE.format(secret=secret))
    typer.echo(channels_texts.OLD_ONE_TOO)


@app.command()
def disable(name: Name, config: Config = None) -> None:
    """Zet een kanaal uit; wat ervoor klaarstaat wacht."""
    _change(name, config, lambda channel, office: channels.disable(channel.id, office=office))
    typer.echo(channels_texts.CHANNEL_DISABLED.format(name=name))


@app.command()
def enable(name: Name, config: Config = None) -> None:
    """Zet een kanaal weer aan; wat wachtte wordt bezorgd."""
    _change(name, config, lambda channel, office: channels.enable(channel.id, office=office))
    typer.echo(channels_texts.CHANNEL_ENABLED.format(name=name))


@app.command()
def remove(
    name: Name,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Vraag niets.")] = False,
    config: Config = None,
) -> None:
    """Verwijder een kanaal; wat ervoor klaarstaat vervalt."""
    with office_of(config) as office:
        channel = channels.find(name, office=office)
        if not yes:
            ask_sure(channels_texts.REMOVE_CHANNEL.format(name=channel.name))
        lapsed = channels.remove(channel.id, office=office)
    count = figures_texts.count(lapsed, "bezorging", "bezorgingen")
    typer.echo(channels_texts.CHANNEL_IS_REMOVED.format(name=channel.name, count=count))


def _change(
    name: str, config: Path | None, change: Callable[[ChannelRecord, Office], object]
) -> None:
    with office_of(config) as office:
        change(channels.find(name, office=office), office)


def _row(overview: Overview) -> tuple[str, ...]:
    channel, counts = overview.channel, overview.counts
    whom = ", ".join(channel.profiles) or "alle brieven"
    state = "aan" if channel.is_open else f"uit: {deliveries_texts.handover(channel.disabled_why)}"
    if channel.is_open and channel.away_until is not None:
        state = f"aan, maar: {deliveries_texts.handover(channel.away_status)}"
    return (
        channel.name,
        channel.kind,
        overview.leads_to,
        state,
        whom if channel.is_default else f"{whom}, als een zending het kanaal noemt",
        str(counts.get(DeliveryState.WAITING, 0)),
        str(counts.get(DeliveryState.GIVEN_UP, 0)),
    )


def _setting(written: str) -> tuple[str, str]:
    """Read key=value; @file stands for what is in the file, so that no shell keeps it."""
    key, equals, value = written.partition("=")
    if not equals:
        raise UsageError(channels_texts.NO_KEY_AND_VALUE.format(written=key))
    if not value.startswith("@"):
        return key, value
    try:
        return key, Path(value[1:]).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(channels_texts.VALUE_NOT_READ.format(key=key, file=value[1:])) from error


def _profile(profile_id: str, known: tuple[str, ...]) -> str:
    if profile_id not in known:
        named = ", ".join(known)
        raise UsageError(profiles_texts.NO_SUCH_PROFILE.format(name=profile_id, known=named))
    return profile_id
