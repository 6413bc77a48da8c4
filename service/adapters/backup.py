"""Backups: one consistent picture of the database, and every original that it knows.

May be made while the service runs. Originals are named by their contents and never change, so a
second backup to the same place copies only what is new. Without the key a backup tells nothing
about anyone; the key belongs in another place.
"""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import sqlalchemy as sa

from service.adapters.sealing import SealError
from service.adapters.store.database import Database
from service.adapters.store.tables import blob
from service.ports.blobs import Blobs

MANIFEST = "manifest.json"
SQLITE_FILE, POSTGRES_FILE = "postkamer.db", "postkamer.pgdump"
ORIGINALS = "originelen"
KEY_FILE = "sleutel"


class BackupError(Exception):
    """A backup that cannot be made, used or trusted, by code."""

    def __init__(self, code: str, about: str = "") -> None:
        """Keep the code and what it is about; the Dutch sentence comes from texts."""
        super().__init__(f"{code} {about}".strip())
        self.code = code
        self.about = about


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds and how to see that it is whole."""

    made_at: str
    version: str
    database: str  # the file in the backup
    sha256: str  # of that file
    originals: int
    has_key: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that is backed up."""

    database: Database
    blobs: Blobs
    key_file: Path


def back_up(kept: Kept, target: Path, *, made_at: str, version: str, with_key: bool) -> Manifest:
    """Write a backup to the folder; what an earlier one left there is used again.

    Raises:
        BackupError: when an original that the database knows is not there or does not open.

    """
    target.mkdir(parents=True, exist_ok=True)
    name = _copy_database(kept.database, target)
    originals = _copy_originals(kept, target)
    if with_key:
        shutil.copyfile(kept.key_file, target / KEY_FILE)
        (target / KEY_FILE).chmod(0o600)
    manifest = Manifest(made_at, version, name, _sha256(target / name), originals, with_key)
    draft = target / f".{MANIFEST}"
    draft.write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")
    draft.replace(target / MANIFEST)  # last: a backup without it was not finished
    return manifest


def check_backup(source: Path, blobs: Blobs) -> Manifest:
    """See whether a backup is whole; `blobs` reads its originals with the key at hand.

    Raises:
        BackupError: naming the first thing that is missing or damaged.

    """
    manifest = read_manifest(source)
    if _sha256(source / manifest.database) != manifest.sha256:
        raise BackupError("database_beschadigd", manifest.database)
    count = 0
    for sha256 in blobs.all():
        _check_original(blobs, sha256)
        count += 1
    if count < manifest.originals:
        raise BackupError("origineel_ontbreekt", str(manifest.originals - count))
    return manifest


def check_originals(kept: Kept) -> int:
    """Open every original that the database knows; return how many there are.

    Raises:
        BackupError: naming the first original that is not there or does not open.

    """
    count = 0
    for sha256 in _known(kept.database):
        _check_original(kept.blobs, sha256)
        count += 1
    return count


def restore(source: Path, kept: Kept, *, originals: Blobs) -> Manifest:
    """Put a backup back on an empty installation.

    Raises:
        BackupError: when there is something already, or the backup is not whole.

    """
    manifest = check_backup(source, originals)
    if next(kept.blobs.all(), None) is not None or not _is_empty(kept.database):
        raise BackupError("niet_leeg")
    if manifest.has_key and not kept.key_file.exists():
        kept.key_file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / KEY_FILE, kept.key_file)
        kept.key_file.chmod(0o600)
    for sha256 in originals.all():
        kept.blobs.restore(sha256, originals.export(sha256))
    _restore_database(source / manifest.database, kept.database)
    return manifest


def read_manifest(source: Path) -> Manifest:
    """Return what a backup says about itself.

    Raises:
        BackupError: when there is none, or it was not finished.

    """
    try:
        return Manifest(**json.loads((source / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BackupError("geen_backup", str(source)) from error


def _copy_database(database: Database, target: Path) -> str:
    if not database.is_sqlite:
        return _dump_postgresql(database, target)
    draft = target / f".{SQLITE_FILE}"
    draft.unlink(missing_ok=True)
    with (
        contextlib.closing(sqlite3.connect(_sqlite_path(database))) as live,
        contextlib.closing(sqlite3.connect(draft)) as copy,
    ):
        live.backup(copy)
    draft.replace(target / SQLITE_FILE)
    return SQLITE_FILE


def _dump_postgresql(database: Database, target: Path) -> str:
    draft = target / f".{POSTGRES_FILE}"
    _run(database, "pg_dump", "--format=custom", f"--file={draft}")
    draft.replace(target / POSTGRES_FILE)
    return POSTGRES_FILE


def _restore_database(source: Path, database: Database) -> None:
    database.close()
    if not database.is_sqlite:
        how = ("--clean", "--if-exists", "--no-owner", "--single-transaction")
        _run(database, "pg_restore", *how, str(source))
        return
    path = Path(_sqlite_path(database))
    path.parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("-wal", "-shm"):  # of the empty database that was there
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(source, path)


def _copy_originals(kept: Kept, target: Path) -> int:
    """Copy what is not there yet; return how many originals the backup has."""
    count = 0
    for sha256 in _known(kept.database):
        path = target / ORIGINALS / sha256[:2] / sha256[2:]
        if not path.exists():
            _copy_original(kept.blobs, sha256, path)
        count += 1
    return count


def _copy_original(blobs: Blobs, sha256: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}")
    try:
        with draft.open("wb") as out:
            out.writelines(blobs.export(sha256))
        draft.replace(path)
    except FileNotFoundError as error:
        raise BackupError("origineel_ontbreekt", sha256) from error
    finally:
        draft.unlink(missing_ok=True)


def _known(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        yield from connection.execute(sa.select(blob.c.sha256).order_by(blob.c.sha256)).scalars()


def _check_original(blobs: Blobs, sha256: str) -> None:
    found = hashlib.sha256()
    try:
        for piece in blobs.stream(sha256):
            found.update(piece)
    except FileNotFoundError as error:
        raise BackupError("origineel_ontbreekt", sha256) from error
    except SealError as error:
        raise BackupError("origineel_beschadigd", sha256) from error
    if found.hexdigest() != sha256:
        raise BackupError("origineel_beschadigd", sha256)


def _is_empty(database: Database) -> bool:
    """Tell whether no letter was ever received here."""
    with database.reading() as connection:
        if not sa.inspect(connection).has_table(blob.name):
            return True
        return connection.execute(sa.select(blob.c.sha256).limit(1)).first() is None


def _sqlite_path(database: Database) -> str:
    return str(sa.make_url(database.url).database)


def _run(database: Database, program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL; the password is not for everyone who lists processes."""
    path = shutil.which(program)
    if path is None:
        raise BackupError("programma_ontbreekt", program)
    url = sa.make_url(database.url).set(drivername="postgresql")
    where = f"--dbname={url.set(password=None).render_as_string()}"
    environment = {"PATH": os.defpath, "PGPASSWORD": url.password or ""}
    done = subprocess.run(  # noqa: S603 - a program of the system, without a shell
        [path, where, *arguments], env=environment, capture_output=True, check=False
    )
    if done.returncode:
        raise BackupError("programma_mislukt", program)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BackupError("database_ontbreekt", path.name) from error
