"""What is known of a watched folder, what watching works with, and what one walk did."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

import structlog

from service.ports.doors import DropFolder
from service.ports.store import Transaction
from service.usecases.archive import Meter
from service.usecases.opener import Opener
from service.usecases.receive import Desk
from validators.report import Channel

DONE: Final = "verwerkt"
WRONG: Final = "fout"
LIMIT: Final = 500  # files that are taken in, or reported on, in one walk
# A folder that cannot be written to fails for each of its files: no more than this is tried.
MOST_TROUBLES: Final = 20

# Codes of what an administrator is told.
AWAY: Final = "map_weg"
UNWRITABLE: Final = "map_niet_schrijfbaar"
UNREADABLE: Final = "map_niet_leesbaar"
STUCK: Final = "bestand_wacht"
BAD_MANIFEST: Final = "manifest_fout"
PUT_ASIDE: Final = "post_in_fout"
ALERTS: Final = frozenset({AWAY, UNWRITABLE, UNREADABLE, STUCK, BAD_MANIFEST, PUT_ASIDE})

_log = structlog.get_logger("postkamer.deuren")


@dataclass(frozen=True, slots=True)
class Watch:
    """A folder, and what holds for everything that is dropped in it."""

    id: str
    organisation_id: str
    profile: str | None = None
    channel: Channel = Channel.POST
    looks: int = 2  # in which a file must be the same
    patience: dt.timedelta = dt.timedelta(minutes=10)  # with a file that is empty or not readable


@dataclass(frozen=True, slots=True)
class Tools:
    """What watching works with."""

    folder: DropFolder
    desk: Desk
    opener: Opener
    meter: Callable[[], Meter]  # a new one for each ZIP
    profiles: Collection[str]  # that a manifest may name


@dataclass(slots=True)
class Walked:
    """What one walk did."""

    letters: int = 0
    refused: int = 0
    reported: int = 0
    waiting: int = 0
    troubles: int = 0


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells an administrator what is the matter with a folder: in the log and as an alert."""

    watch: Watch
    desk: Desk

    def trouble(self, code: str, walked: Walked, error: Exception | None = None) -> None:
        """Tell that something did not succeed and is tried again."""
        walked.troubles += 1
        kind = type(error).__name__ if error else None
        _log.warning("folder_in_trouble", folder=self.watch.id, code=code, error=kind)
        self.alert(code)

    def unreadable(self, code: str, walked: Walked) -> None:
        """Tell that a file cannot be read (yet)."""
        walked.troubles += 1
        _log.warning("file_unreadable", folder=self.watch.id, code=code)

    def walked(self, walked: Walked) -> None:
        """Tell what a walk did, when it did anything."""
        if walked.letters or walked.refused or walked.reported:
            fields = {"count": walked.letters, "folder": self.watch.id, "door": "map"}
            _log.info("folder_walked", **fields)

    def alert(self, code: str) -> None:
        """Leave word for an administrator, once."""
        with self.desk.store.working() as transaction:
            self.alert_in(transaction, code, about=self.watch.id)

    def alert_in(self, transaction: Transaction, code: str, *, about: str) -> None:
        """Leave word in a transaction of something else."""
        now, organisation_id = self.desk.clock.now(), self.watch.organisation_id
        transaction.alerts.add(code, about=about, organisation_id=organisation_id, now=now)
