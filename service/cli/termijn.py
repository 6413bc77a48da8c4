"""`postkamer termijn`: dates in; the verdict, every step and every day that follows out."""

import datetime as dt
import sys
from functools import partial
from typing import Annotated

import typer

from service.bootstrap import machine
from service.bootstrap.profiles import catalogue
from service.cli.options import Day, Today, day, one_of
from service.ports.termijn import TermijnQuestion
from service.rendering.termijn.formats import RENDERERS
from service.settings import read_settings
from service.texts import termijn as texts
from service.usecases.errors import UsageError
from service.usecases.termijn import calculate
from validators.feiten import Facts, Repair
from validators.profile import DEFAULT_PROFILE
from validators.report import Channel, Kind
from validators.termijn import Arrival, Trigger, TriggerKind

FORMATS = {module.NAME: module for module in RENDERERS}
KINDS = (Kind.BEZWAAR.value, Kind.KLACHT.value)

Days = list[dt.date] | None

_decision = partial(day, rich_help_panel="Het besluit")
_letter = partial(day, rich_help_panel="De brief")
_after = partial(day, rich_help_panel="Wat daarna gebeurde")
_complaint = partial(day, rich_help_panel="Bij een klacht")
_flag = partial(typer.Option, rich_help_panel="Wat daarna gebeurde")


def termijn(  # noqa: PLR0913 - every day that may matter is an option
    *,
    kind: Annotated[
        str,
        typer.Option(
            metavar="|".join(KINDS),
            help="Wat voor brief het is.",
            callback=lambda text: one_of(KINDS, text),
        ),
    ] = KINDS[0],
    profile: Annotated[
        str,
        typer.Option(metavar="ID", help="Het profiel; zie `postkamer profiles list`."),
    ] = DEFAULT_PROFILE,
    zaak: Annotated[
        str, typer.Option(help="Naam of nummer van de zaak, voor boven het oordeel en de agenda.")
    ] = "",
    format_name: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="Hoe de uitkomst wordt getoond.",
            callback=lambda text: one_of(tuple(FORMATS), text),
        ),
    ] = next(iter(FORMATS)),
    today: Today = None,
    besluit: Annotated[Days, _decision(help="De datum op het besluit. Mag vaker.")] = None,
    verzonden: Annotated[
        Days, _decision(help="Wanneer het besluit is verzonden; gaat voor. Mag vaker.")
    ] = None,
    bekendgemaakt: Annotated[
        Days, _decision(help="Wanneer het is uitgereikt of anders bekendgemaakt. Mag vaker.")
    ] = None,
    ontvangen: Annotated[Day, _letter(help="Wanneer de brief hier binnenkwam.")] = None,
    elders_ontvangen: Annotated[
        Day, _letter(help="Wanneer een andere organisatie hem kreeg, voor het doorsturen.")
    ] = None,
    poststempel: Annotated[Day, _letter(help="Leesbare poststempel op de envelop.")] = None,
    kanaal: Annotated[
        Channel, typer.Option(help="Hoe de brief binnenkwam.", rich_help_panel="De brief")
    ] = Channel.POST,
    storing: Annotated[
        Days, _letter(help="Dag met een storing bij de digitale post. Mag vaker.")
    ] = None,
    herstel_gevraagd: Annotated[Day, _after(help="Wanneer om herstel is gevraagd.")] = None,
    hersteltermijn: Annotated[
        Day, _after(help="De laatste dag die in die brief staat; anders de gewone termijn.")
    ] = None,
    gronden: Annotated[
        bool,
        _flag("--gronden", help="Er is om de redenen gevraagd: vier weken in plaats van twee."),
    ] = False,
    hersteld: Annotated[Day, _after(help="Wanneer het herstel binnenkwam.")] = None,
    verdaagd: Annotated[
        bool, _flag("--verdaagd", help="De beslissing of afhandeling is verdaagd.")
    ] = False,
    uitstel_tot: Annotated[
        Day, _after(help="Dag waar de afzender schriftelijk mee instemde.")
    ] = None,
    commissie: Annotated[
        bool | None,
        _flag(
            "--commissie/--geen-commissie",
            help="Wel of geen adviescommissie; anders zoals het profiel zegt.",
        ),
    ] = None,
    advies_zorginstituut: Annotated[
        bool,
        _flag(
            "--advies-zorginstituut",
            help="Het Zorginstituut is om advies gevraagd (Wlz): 21 weken.",
        ),
    ] = False,
    stukken_compleet: Annotated[
        Day, _after(help="Wanneer het Zorginstituut alle stukken had.")
    ] = None,
    ingebrekestelling: Annotated[
        Day, _after(help="Wanneer de ingebrekestelling binnenkwam.")
    ] = None,
    gedraging: Annotated[Day, _complaint(help="Dag waarover de klacht gaat.")] = None,
    afgehandeld: Annotated[
        Day, _complaint(help="Wanneer de klager hoorde wat er van de klacht is gevonden.")
    ] = None,
    bij_aanbieder: Annotated[
        Day, _complaint(help="Klacht over zorg: wanneer de zorgaanbieder haar kreeg.")
    ] = None,
    geschil: Annotated[
        Day, _complaint(help="Klacht over zorg: wanneer het geschil is voorgelegd.")
    ] = None,
) -> None:
    """Reken uit of een bezwaar op tijd is, en wat er wanneer moet gebeuren; ook voor een klacht."""
    clock = machine.clock()
    known = catalogue(read_settings())
    one_of(known.ids, profile, option="--profile")
    ours = known.load(profile)
    facts = Facts(
        ours,
        Kind(kind),
        has_committee=commissie,
        repair=_repair(
            herstel_gevraagd,
            hersteld,
            hersteltermijn,
            days=ours.herstel_days_grounds if gronden else ours.herstel_days,
            gronden=gronden,
        ),
        is_adjourned=verdaagd,
        agreed=uitstel_tot,
        is_advised=advies_zorginstituut,
        advice_complete=stukken_compleet,
        in_default=ingebrekestelling,
        conduct=gedraging,
        closed=afgehandeld,
        provider_told=bij_aanbieder,
        dispute=geschil,
    )
    arrival = Arrival(
        ontvangen, poststempel, kanaal, elders_ontvangen, disturbed=tuple(storing or ())
    )
    triggers = (
        *_triggers(TriggerKind.VERZONDEN, verzonden),
        *_triggers(TriggerKind.BEKENDGEMAAKT, bekendgemaakt),
        *_triggers(TriggerKind.GEDATEERD, besluit),
    )
    question = TermijnQuestion(facts, triggers, arrival, today or clock.today(), zaak.strip())
    answer, renderer = calculate(question), FORMATS[format_name]
    if renderer.NEEDS_DAYS and not answer.has_days:
        raise UsageError(texts.FAULTS["lege_agenda"])
    sys.stdout.write(renderer.render(answer, now=clock.now()))


def _triggers(kind: TriggerKind, days: Days) -> tuple[Trigger, ...]:
    return tuple(Trigger(day, kind) for day in days or ())


def _repair(asked: Day, received: Day, printed: Day, *, days: int, gronden: bool) -> Repair | None:
    """Put the days of a repair together; `days` is what the organisation gives.

    Raises:
        UsageError: for a repair that was not asked for.

    """
    if asked is not None:
        return Repair(asked, received, printed, days)
    if received is not None or printed is not None or gronden:
        raise UsageError(texts.FAULTS["herstel_zonder_verzoek"])
    return None
