"""Replaces the key of everything that is kept, while nothing else works with it."""

from dataclasses import dataclass
from pathlib import Path

from service.adapters import resealing
from service.adapters.sealing import Sealer, load_keys
from service.bootstrap.kept import open_blobs, open_store
from service.bootstrap.machine import clock
from service.records.audit import OPERATOR, About, Deed, Done
from service.settings import ConfigurationError, Settings
from service.usecases.health import KEEPER, KEEPER_LATE_S

NO_LIMIT = 2**63


@dataclass(frozen=True, slots=True)
class Resealed:
    """What was sealed anew."""

    values: int
    originals: int
    key_file: Path


def replace_key(settings: Settings) -> Resealed:
    """Make a new key, seal everything with it, and drop the keys that nothing needs any more.

    Raises:
        ConfigurationError: when the service runs, or the key is not kept in a file.

    """
    if settings.given_key is not None:
        message = (
            "key: de sleutel komt uit de omgeving en kan zo niet worden vervangen. "
            "Zet hem in een bestand (key_file) en probeer het opnieuw."
        )
        raise ConfigurationError(message)
    _check_at_rest(settings)
    file = settings.key_path
    keys = resealing.begin(file, load_keys(file, None))
    sealer = Sealer(keys)
    store = open_store(settings, sealer)
    values = resealing.reseal_values(store.database, sealer)
    originals = resealing.reseal_blobs(open_blobs(settings, sealer), sealer, max_bytes=NO_LIMIT)
    resealing.forget_pictures(settings.data / "beelden")
    resealing.finish(file, keys)
    with store.accepting() as transaction:
        transaction.audit.note(Deed(OPERATOR, Done.KEY_REPLACED, About.ENCRYPTION))
    store.database.close()
    return Resealed(values, originals, file)


def _check_at_rest(settings: Settings) -> None:
    """Refuse while the service runs: its processes know only the keys of when they started."""
    store = open_store(settings)
    with store.reading() as transaction:
        age = transaction.pulses.ages(now=clock().now()).get(KEEPER)
    store.database.close()
    if age is not None and age < KEEPER_LATE_S:
        message = (
            "Postkamer draait, of draaide een minuut geleden nog. Stop de service, wacht een "
            "minuut en probeer het opnieuw."
        )
        raise ConfigurationError(message)
