"""`postkamer person`: everything that is kept of one person, to hand over or to destroy."""

import os
from pathlib import Path
from typing import Annotated

import typer

from service.bootstrap.person import files_of
from service.bootstrap.web import ready_store
from service.cli.asking import ask_sure
from service.cli.processes import Config
from service.ports.errors import NotFoundError
from service.records.audit import OPERATOR
from service.records.letters import LetterRecord
from service.settings import OWN, read_settings
from service.texts import person as texts
from service.texts.figures import count
from service.usecases import person
from service.usecases.errors import UsageError
from validators.numbers import bsn

app = typer.Typer(
    name="person",
    help="Alles wat van één persoon bewaard is: uitgeven of vernietigen.",
    no_args_is_help=True,
)
Organisation = Annotated[str, typer.Option(metavar="ID", help="Van welke organisatie.")]
Letters = Annotated[
    list[str] | None,
    typer.Option("--letter", metavar="ID", help="Ook deze brief, bij voorbeeld zonder BSN erin."),
]


@app.command()
def export(
    path: Annotated[Path, typer.Argument(metavar="BESTAND", help="Het ZIP-bestand dat komt.")],
    letter: Letters = None,
    organisation: Organisation = OWN,
    config: Config = None,
) -> None:
    """Zet alles wat van iemand bewaard is in een ZIP-bestand (inzage, AVG artikel 15)."""
    settings = read_settings(config)
    store = ready_store(settings)
    files = files_of(settings, store)
    letters = _letters(organisation, letter, files)
    with os.fdopen(_new_file(path), "wb") as out:
        person.export(letters, out, by=OPERATOR, files=files)
    store.database.close()
    typer.echo(texts.EXPORTED.format(letters=_count(len(letters)), path=path))


@app.command()
def erase(
    letter: Letters = None,
    organisation: Organisation = OWN,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Vraag niet of het zeker is.")] = False,
    config: Config = None,
) -> None:
    """Vernietig alle brieven van iemand (wissen, AVG artikel 17)."""
    settings = read_settings(config)
    store = ready_store(settings)
    files = files_of(settings, store)
    letters = _letters(organisation, letter, files)
    if not yes:
        ask_sure(texts.ERASE.format(letters=_count(len(letters))))
    erased = person.erase(letters, by=OPERATOR, files=files)
    store.database.close()
    typer.echo(texts.ERASED.format(letters=_count(len(erased.gone))))
    if erased.left:
        raise UsageError(texts.LEFT.format(ids=", ".join(erased.left)))


def _letters(
    organisation: str, named: list[str] | None, files: person.Files
) -> tuple[LetterRecord, ...]:
    """Ask for the number and return the letters.

    The number is asked and not an option: everyone on a machine sees how a program was called.
    """
    number = typer.prompt(texts.ASK_BSN, default="", show_default=False, hide_input=True).strip()
    if number and not bsn.is_valid(number):
        raise UsageError(texts.NOT_A_BSN)
    try:
        letters = person.find(organisation, number or None, named or (), store=files.store)
    except NotFoundError as error:
        raise UsageError(texts.NO_LETTERS) from error
    if not letters:
        raise UsageError(texts.NO_LETTERS)
    return letters


def _new_file(path: Path) -> int:
    """Make the file, for its owner alone; one that is there already may be of somebody else."""
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise UsageError(texts.IS_THERE.format(path=path)) from error
    except (FileNotFoundError, NotADirectoryError, PermissionError) as error:
        raise UsageError(texts.NO_PLACE.format(path=path)) from error


def _count(letters: int) -> str:
    return count(letters, "brief", "brieven")
