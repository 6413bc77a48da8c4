"""Puts together what backups are made of."""

from pathlib import Path

from service.adapters import backup
from service.adapters.backup import BackupError, Kept, Manifest
from service.adapters.blobs.folder import FolderBlobs
from service.adapters.sealing import Sealer, load_keys
from service.adapters.store.database import Database
from service.bootstrap.kept import make_data_folder, open_blobs, open_sealer
from service.bootstrap.machine import clock, version
from service.settings import Settings

__all__ = ["BackupError", "Manifest", "back_up", "check", "check_here", "restore"]


def back_up(settings: Settings, target: Path, *, with_key: bool) -> Manifest:
    """Back up everything to a folder; raises a BackupError when that fails."""
    made_at = clock().now().isoformat(timespec="seconds")
    kept = _kept(settings)
    return backup.back_up(kept, target, made_at=made_at, version=version(), with_key=with_key)


def check(settings: Settings, source: Path) -> Manifest:
    """See whether a backup is whole; raises a BackupError when it is not."""
    return backup.check_backup(source, _originals(source, _sealer_for(settings, source)))


def check_here(settings: Settings) -> int:
    """Open every original that is kept here; raises a BackupError for the first that fails."""
    return backup.check_originals(_kept(settings))


def restore(settings: Settings, source: Path) -> Manifest:
    """Put a backup back on an empty installation; raises a BackupError when that fails."""
    make_data_folder(settings)
    sealer = _sealer_for(settings, source)
    kept = Kept(Database(settings.database_url), open_blobs(settings, sealer), settings.key_path)
    return backup.restore(source, kept, originals=_originals(source, sealer))


def _kept(settings: Settings) -> Kept:
    return Kept(Database(settings.database_url), open_blobs(settings), settings.key_path)


def _originals(source: Path, sealer: Sealer) -> FolderBlobs:
    return FolderBlobs(source / backup.ORIGINALS, sealer)


def _sealer_for(settings: Settings, source: Path) -> Sealer:
    """Return what opens the backup: with the key that is here, or else the one that is in it."""
    in_backup = source / backup.KEY_FILE
    if settings.given_key is None and not settings.key_path.exists():
        if not in_backup.exists():
            raise BackupError("geen_sleutel", str(settings.key_path))
        return Sealer(load_keys(in_backup, None))
    return open_sealer(settings)
