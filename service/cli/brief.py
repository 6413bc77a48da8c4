"""`postkamer brief`: a letter that came in goes in; the concept of a letter back comes out."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from service.bootstrap import folder_run, machine, reading
from service.bootstrap.letters import FORMATS, letter_kit
from service.bootstrap.profiles import catalogue, own_profiles
from service.cli.exits import exit_code
from service.cli.options import Received, Today, one_of
from service.concepts import Concept, ConceptKind
from service.ports.reading import Assignment
from service.rendering.words import plain
from service.settings import Settings, read_settings, use_one_native_thread
from service.usecases.concept import concept
from service.usecases.concept_case import Details
from service.usecases.errors import UsageError
from service.usecases.process import trouble_report
from service.usecases.send import faults_of, printed
from validators.assess import Receipt
from validators.report import ReceivedSource, Report, Verdict

KINDS = tuple(kind.value for kind in ConceptKind)


def brief_command(  # noqa: PLR0913 - what a letter needs is an option each
    kind: Annotated[
        str,
        typer.Argument(metavar="|".join(KINDS), callback=lambda text: one_of(KINDS, text)),
    ],
    path: Annotated[
        Path, typer.Argument(metavar="BRIEF", exists=True, dir_okay=False, help="De brief.")
    ],
    *,
    output: Annotated[
        Path, typer.Option(metavar="MAP", file_okay=False, help="Map voor het concept.")
    ],
    profile: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Het profiel; zie `postkamer profiles list`."),
    ] = None,
    format_name: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="Als wat het concept wordt geschreven.",
            callback=lambda text: one_of(FORMATS, text),
        ),
    ] = FORMATS[0],
    received: Received = None,
    organisatie: Annotated[
        str, typer.Option(help="Naam van wie de brief stuurt; anders die van het profiel.")
    ] = "",
    kenmerk: Annotated[str, typer.Option(help="Uw kenmerk van de zaak.")] = "",
    ondertekenaar: Annotated[
        list[str] | None, typer.Option(help="Naam en functie onder de brief. Mag vaker.")
    ] = None,
    doorsturen_naar: Annotated[
        str | None, typer.Option(metavar="ID", help="Naar wie de brief gaat; anders zoals gelezen.")
    ] = None,
    today: Today = None,
) -> None:
    """Maak het concept van een brief aan de burger; een mens kijkt het na en stuurt het."""
    settings = read_settings()
    one_of(catalogue(settings).ids, profile, option="--profile")
    details = Details(
        date=today or machine.clock().today(),
        organisation=organisatie.strip(),
        reference=kenmerk.strip(),
        signer=tuple(ondertekenaar or ()),
        forward_to=doorsturen_naar,
    )
    source = ReceivedSource.OPTION if received else None
    assignment = Assignment(str(path), path.name, Receipt(received, source), profile)
    reports = _read(assignment, details.date, settings)
    made = [_make(ConceptKind(kind), each, details, settings) for each in reports]
    output.mkdir(parents=True, exist_ok=True)
    is_ready = True
    for report, each in zip(reports, made, strict=True):
        kit = letter_kit(settings, each.facts.profile)
        file = output / _name(path, report, each.kind, format_name)
        file.write_bytes(printed(each, kit.renderers[format_name]))
        typer.echo(str(file))
        is_ready = _tell(each, details.date) and is_ready
    raise typer.Exit(exit_code(is_ready))


def _read(assignment: Assignment, today: dt.date, settings: Settings) -> tuple[Report, ...]:
    """Return the reports on the letters in a file."""
    use_one_native_thread()
    setup = reading.Setup(
        today=today,
        tessdata=settings.tessdata,
        limits=reading.limits_of(settings),
        handwriting=settings.handwriting,
        profiles=own_profiles(settings),
    )
    folder_run.check_engine(setup)
    finished = reading.do_assignment(setup, assignment)
    reports = tuple(each.report for each in finished.outcomes)
    if finished.trouble is not None:
        reports = (trouble_report(assignment, finished.trouble, finished.ending),)
    for report in reports:
        if report.verdict is Verdict.FOUT and report.error is not None:
            raise UsageError(report.error.message)
    return reports


def _make(kind: ConceptKind, report: Report, details: Details, settings: Settings) -> Concept:
    known = catalogue(settings)
    profile = known.load(report.profile or "")
    wording = letter_kit(settings, profile.id).wording
    return concept(kind, report, profile, details, wording=wording, catalogue=known)


def _name(path: Path, report: Report, kind: ConceptKind, suffix: str) -> str:
    part = f"-{report.document.part}" if report.document.part > 1 else ""
    return f"{path.stem}{part}-{kind}.{suffix}"


def _tell(made: Concept, today: dt.date) -> bool:
    """Say what a person must look at; tell whether there is nothing."""
    said = [warning.message for warning in made.warnings]
    said += faults_of(made, today=today)
    for message in said:
        typer.echo(f"  Let op: {plain(message)}", err=True)
    return not said
