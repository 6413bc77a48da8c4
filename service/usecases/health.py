"""Is the service ready for work: what is looked at, and what is wrong with it in one word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from service.ports.errors import AwayError
from service.ports.store import Store
from service.ports.world import Clock

KEEPER = "hartslag"  # the round that only says that the keeper lives
KEEPER_LATE_S = 60.0
LEAST_DISK_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Instruments:
    """What health is measured with; each returns quickly and raises nothing but OSError."""

    store: Store
    clock: Clock
    is_migrated: Callable[[], bool]
    try_blobs: Callable[[], None]
    free_bytes: Callable[[], int]
    oldest_letter_s: Callable[[], float]
    latest_s: float  # a letter that waits longer means that nothing is being read


def look(instruments: Instruments) -> Mapping[str, str | None]:
    """Return each thing that was looked at with its fault, None when it is in order."""
    checks: dict[str, Callable[[Instruments], str | None]] = {
        "database": _database,
        "originelen": _blobs,
        "schijf": _disk,
        "wachtrij": _queue,
        "bewaker": _keeper,
    }
    return {name: _careful(check, instruments) for name, check in checks.items()}


def _careful(check: Callable[[Instruments], str | None], instruments: Instruments) -> str | None:
    try:
        return check(instruments)
    except (AwayError, OSError):
        return "niet bereikbaar"


def _database(instruments: Instruments) -> str | None:
    return None if instruments.is_migrated() else "andere versie"


def _blobs(instruments: Instruments) -> str | None:
    instruments.try_blobs()
    return None


def _disk(instruments: Instruments) -> str | None:
    return None if instruments.free_bytes() >= LEAST_DISK_BYTES else "bijna vol"


def _queue(instruments: Instruments) -> str | None:
    late = instruments.oldest_letter_s() > instruments.latest_s
    return "een brief wacht te lang" if late else None


def _keeper(instruments: Instruments) -> str | None:
    with instruments.store.reading() as transaction:
        ages = transaction.pulses.ages(now=instruments.clock.now())
    return None if ages.get(KEEPER, KEEPER_LATE_S + 1) <= KEEPER_LATE_S else "niet gehoord"
