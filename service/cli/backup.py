"""`postkamer backup` and `postkamer restore`: everything to another place and back."""

from pathlib import Path
from typing import Annotated

import typer

from service.bootstrap import backup as backups
from service.bootstrap.backup import BackupError
from service.bootstrap.kept import open_store
from service.cli.processes import Config
from service.records.audit import OPERATOR, About, Deed, Done
from service.settings import Settings, read_settings
from service.texts import backups as backups_texts
from service.texts import figures as figures_texts
from service.usecases.errors import UsageError

Target = Annotated[Path | None, typer.Argument(metavar="MAP", help="Map voor de back-up.")]
WithKey = Annotated[
    bool, typer.Option("--with-key", help="Zet ook de sleutel erbij. Bewaar die back-up apart.")
]
Check = Annotated[
    bool, typer.Option("--check", help="Kijk of een back-up, of wat hier staat, heel is.")
]


def backup(
    target: Target = None, *, with_key: WithKey = False, check: Check = False, config: Config = None
) -> None:
    """Maak een back-up, ook als Postkamer draait; een volgende keer alleen wat nieuw is."""
    settings = read_settings(config)
    try:
        if check and target is None:
            count = backups.check_here(settings)
            typer.echo(
                backups_texts.ORIGINALS_WHOLE.format(
                    originals=figures_texts.count(count, *backups_texts.ORIGINAL)
                )
            )
        elif check and target is not None:
            _tell(backups_texts.BACKUP_WHOLE, backups.check(settings, target))
        elif target is None:
            raise UsageError(backups_texts.BACKUP_WHERE)
        else:
            made = backups.back_up(settings, target, with_key=with_key)
            _note(settings, with_key=with_key)
            _tell(backups_texts.BACKED_UP_WITH_KEY if with_key else backups_texts.BACKED_UP, made)
    except BackupError as error:
        raise UsageError(
            backups_texts.BACKUP_FAULTS[error.code].format(about=error.about)
        ) from error


def restore(
    source: Annotated[Path, typer.Argument(metavar="MAP", help="Map met de back-up.")],
    config: Config = None,
) -> None:
    """Zet een back-up terug op een lege installatie."""
    try:
        made = backups.restore(read_settings(config), source)
    except BackupError as error:
        raise UsageError(
            backups_texts.BACKUP_FAULTS[error.code].format(about=error.about)
        ) from error
    _tell(backups_texts.RESTORED, made)


def _note(settings: Settings, *, with_key: bool) -> None:
    """Write down that all letters were copied, and whether with the key that opens them."""
    store = open_store(settings)
    with store.accepting() as transaction:
        details = {"sleutel": "ja" if with_key else "nee"}
        transaction.audit.note(Deed(OPERATOR, Done.EXPORTED, About.BACKUP, "", None, details))
    store.database.close()


def _tell(text: str, manifest: backups.Manifest) -> None:
    originals = figures_texts.count(manifest.originals, *backups_texts.ORIGINAL)
    typer.echo(text.format(originals=originals, made_at=manifest.made_at))
