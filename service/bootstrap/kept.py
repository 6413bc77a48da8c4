"""Opens what is kept: the database, the originals, the key of both."""

from service.adapters.blobs.folder import FolderBlobs
from service.adapters.sealing import Sealer, SealError, load_keys
from service.ports import Blobs
from service.settings import ConfigurationError, Settings


def open_sealer(settings: Settings) -> Sealer:
    """Return what seals and opens with the key of this installation.

    Raises:
        ConfigurationError: when the key cannot be used.

    """
    file = settings.key_file or settings.data / "sleutel"
    given = settings.key.get_secret_value() if settings.key is not None else None
    try:
        return Sealer(load_keys(file, given))
    except (SealError, OSError) as error:
        message = f"key_file: de sleutel in {file} is niet te gebruiken: {error}."
        raise ConfigurationError(message) from error


def open_blobs(settings: Settings) -> Blobs:
    """Return where originals are kept.

    Raises:
        ConfigurationError: when the key cannot be used.

    """
    return FolderBlobs(settings.data / "blobs", open_sealer(settings))
