"""`postkamer retention`: what is past its term, and carrying out what two people agreed on."""

import json
from typing import Annotated, Literal

import typer

from service.bootstrap.kept import open_store
from service.bootstrap.machine import clock
from service.bootstrap.retention import run, shredder_of
from service.bootstrap.web import ready_store
from service.cli.processes import Config
from service.settings import read_settings
from service.texts import retention as texts
from service.usecases.destruction import Plan, plan

app = typer.Typer(
    name="retention",
    help="Brieven over de bewaartermijn: tonen, en vernietigen wat is goedgekeurd.",
    no_args_is_help=True,
)


@app.command("plan")
def plan_command(
    organisation: Annotated[
        str | None, typer.Option(metavar="ID", help="Alleen deze organisatie.")
    ] = None,
    output: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Voor mensen of voor programma's.")
    ] = "text",
    config: Config = None,
) -> None:
    """Toon wat vernietigd mag worden; er gebeurt niets."""
    store = open_store(read_settings(config))
    with store.reading() as transaction:
        known = [each.id for each in transaction.organisations.all()]
    plans = {
        each: plan(each, store=store, clock=clock())
        for each in known
        if organisation in {None, each}
    }
    store.database.close()
    if output == "json":
        typer.echo(json.dumps({each: _as_data(found) for each, found in plans.items()}))
        return
    for each, found in plans.items():
        _print(each, found)
    if any(found.going for found in plans.values()):
        typer.echo(texts.HOW)


@app.command("run")
def run_command(config: Config = None) -> None:
    """Vernietig wat voorgesteld en door een ander goedgekeurd is."""
    settings = read_settings(config)
    store = ready_store(settings)
    ended = run(shredder_of(settings, store))
    store.database.close()
    if not ended:
        typer.echo(texts.NO_RUN)
    for each in ended:
        typer.echo(
            texts.RAN.format(
                organisation=each.proposal.organisation_id,
                destroyed=each.destroyed,
                kept=each.kept,
                id=each.proposal.id,
            )
        )


def _as_data(found: Plan) -> dict[str, object]:
    return {
        "vernietigen": dict(sorted(found.counts().items())),
        "brieven": [each.id for each in found.going],
        "blijven": [each.id for each in found.staying],
    }


def _print(organisation: str, found: Plan) -> None:
    if not found.going and not found.staying:
        typer.echo(texts.NO_PLAN.format(organisation=organisation))
        return
    counts = {"going": len(found.going), "staying": len(found.staying)}
    typer.echo(texts.PLANNED.format(organisation=organisation, **counts))
    for each in found.going:
        typer.echo(f"  {texts.OUTCOMES[each.outcome].lower()}  {each.id}")
