"""`postkamer deliveries`: reports on their way to channels."""

import sys
from typing import Annotated

import typer
from rich.table import Table

from service.cli.channel import office_of
from service.cli.options import console_on
from service.cli.processes import Config
from service.ports.errors import NotFoundError
from service.records.audit import OPERATOR
from service.records.deliveries import Delivery, DeliveryState
from service.texts import channels as channels_texts
from service.texts import deliveries as deliveries_texts
from service.texts import figures as figures_texts
from service.usecases import channels, deliveries
from service.usecases.channels import Office
from service.usecases.deliveries import Counter
from service.usecases.errors import UsageError

app = typer.Typer(
    name="deliveries", help="Rapporten die bezorgd zijn of worden.", no_args_is_help=True
)
Id = Annotated[str, typer.Argument(metavar="ID", help="Uit `postkamer deliveries list`.")]
OPEN = (DeliveryState.GIVEN_UP, DeliveryState.WAITING)
Channel = Annotated[str | None, typer.Option(metavar="NAAM", help="Van dit kanaal.")]


@app.command("list")
def list_command(
    *,
    channel: Channel = None,
    state: Annotated[
        DeliveryState | None, typer.Option(help="In deze stand.", case_sensitive=False)
    ] = None,
    after: Annotated[int, typer.Option(min=0, metavar="NUMMER", help="Vanaf dit nummer.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Zoveel regels.")] = 100,
    config: Config = None,
) -> None:
    """Toon wat nog bezorgd moet worden of is opgegeven, of met --state wat in een stand is."""
    table = _table()
    with office_of(config) as office:
        channel_id = channels.find(channel, office=office).id if channel else None
        for one in OPEN if state is None else (state,):
            found = deliveries.search(
                counter=_counter(office),
                channel_id=channel_id,
                state=one,
                after=after,
                limit=limit,
            )
            for each in found:
                table.add_row(*_row(each, office))
    console_on(sys.stdout).print(table if table.row_count else channels_texts.NO_DELIVERIES)


@app.command()
def resend(
    delivery_id: Annotated[str | None, typer.Argument(metavar="[ID]")] = None,
    *,
    channel: Channel = None,
    config: Config = None,
) -> None:
    """Bezorg opnieuw: een bezorging, of met --channel alles wat van een kanaal is opgegeven."""
    if (delivery_id is None) == (channel is None):
        raise UsageError(channels_texts.ID_OR_CHANNEL)
    with office_of(config) as office:
        if channel is not None:
            found = channels.find(channel, office=office)
            number = deliveries.resend_all(found.id, counter=_counter(office))
            count = figures_texts.count(number, "bezorging", "bezorgingen")
            typer.echo(channels_texts.RESENT_ALL.format(count=count, name=found.name))
            return
        try:
            deliveries.resend(delivery_id or "", counter=_counter(office))
        except NotFoundError as error:
            raise UsageError(channels_texts.NO_SUCH_DELIVERY.format(name=delivery_id)) from error
    typer.echo(channels_texts.RESENT.format(id=delivery_id))


@app.command()
def drop(delivery_id: Id, config: Config = None) -> None:
    """Laat een bezorging vervallen; een later rapport over dezelfde brief gaat door."""
    with office_of(config) as office:
        try:
            deliveries.drop(delivery_id, counter=_counter(office))
        except NotFoundError as error:
            raise UsageError(channels_texts.NO_SUCH_DELIVERY.format(name=delivery_id)) from error
    typer.echo(channels_texts.LAPSED.format(id=delivery_id))


def _table() -> Table:
    """Return a table of which the ids are whole, for they are needed to type."""
    table = Table("nr", box=None)
    table.add_column("id", no_wrap=True, min_width=36)
    for name in ("kanaal", "brief", "stand", "pogingen", "opnieuw om", "wat er gebeurde"):
        table.add_column(name, overflow="fold")
    return table


def _counter(office: Office) -> Counter:
    return Counter(office.store, office.clock, by=OPERATOR)


def _row(delivery: Delivery, office: Office) -> tuple[str, ...]:
    with office.store.reading() as transaction:
        channel = transaction.channels.find(delivery.channel_id)
    waits = delivery.state is DeliveryState.WAITING
    return (
        str(delivery.number),
        delivery.id,
        channel.name,
        delivery.letter_id,
        deliveries_texts.DELIVERY_STATES[delivery.state],
        str(delivery.attempts),
        figures_texts.moment(delivery.next_at) if waits and delivery.next_at else "",
        deliveries_texts.handover(delivery.last_status),
    )
