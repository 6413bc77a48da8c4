"""Opens what is kept: the database, the originals, the key of both."""

import importlib.util
import os
import sys

from service.adapters.blobs.folder import FolderBlobs
from service.adapters.broker.envelope import envelope
from service.adapters.sealing import Sealer, SealError, load_keys
from service.adapters.store.database import Database
from service.adapters.store.store import SqlStore
from service.bootstrap.machine import clock
from service.ports.blobs import Blobs
from service.settings import ConfigurationError, Settings


def make_data_folder(settings: Settings) -> None:
    """Make the folder for everything that is kept; nobody else may look in it.

    Raises:
        ConfigurationError: when it cannot be made or written in.

    """
    folder = settings.data
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"data: de map {folder} kan niet worden gemaakt ({error.strerror})."
        raise ConfigurationError(message) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        message = f"data: Postkamer mag niet schrijven in {folder}. Geef schrijfrecht op die map."
        raise ConfigurationError(message)


def open_sealer(settings: Settings) -> Sealer:
    """Return what seals and opens with the key of this installation.

    Raises:
        ConfigurationError: when the key cannot be used.

    """
    try:
        return Sealer(load_keys(settings.key_path, settings.given_key))
    except (SealError, OSError) as error:
        message = f"key_file: de sleutel in {settings.key_path} is niet te gebruiken: {error}."
        raise ConfigurationError(message) from error


def open_blobs(settings: Settings, sealer: Sealer | None = None) -> Blobs:
    """Return where originals are kept.

    Raises:
        ConfigurationError: when the key or the place cannot be used.

    """
    sealer = sealer or open_sealer(settings)
    if settings.blobs is None:
        return FolderBlobs(settings.data / "blobs", sealer)
    return _open_object_blobs(settings.blobs, sealer)


def open_store(settings: Settings, sealer: Sealer | None = None) -> SqlStore:
    """Return the store; its tables are those of whoever migrated it last.

    Raises:
        ConfigurationError: when the key cannot be used.

    """
    return SqlStore(
        Database(settings.database_url),
        sealer=sealer or open_sealer(settings),
        envelope=envelope,
        clock=clock(),
    )


def _open_object_blobs(url: str, sealer: Sealer) -> Blobs:
    if importlib.util.find_spec("obstore") is None:
        message = (
            "blobs: voor een objectopslag is de bibliotheek obstore nodig. "
            f"Installeer die met `{sys.executable} -m pip install 'postkamer[s3]'`."
        )
        raise ConfigurationError(message)
    from service.adapters.blobs.objects import (  # noqa: PLC0415 - obstore is an extra
        ObjectBlobs,
        StoreUrlError,
        open_store,
    )

    try:
        return ObjectBlobs(open_store(url), sealer)
    except StoreUrlError as error:
        message = f"blobs: {url} is geen adres van een objectopslag, zoals s3://emmer/map."
        raise ConfigurationError(message) from error
