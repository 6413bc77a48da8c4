"""What is remembered of watched files and taken mail."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from service.records.letters import StoredBlob


class WatchedState(StrEnum):
    """How far a file of a watched folder is after its letters were taken in."""

    TAKEN = "opgenomen"  # it must still be put where it belongs
    MOVED = "verplaatst"  # its report must still be put beside it
    DONE = "klaar"  # only kept for the manifest that told about it


@dataclass(frozen=True, slots=True)
class WatchedFile:
    """A file of a watched folder that was taken in; names are paths below that folder."""

    id: str
    folder: str
    batch_id: str
    name: str  # as it came
    lies: str  # where it lies
    place: str  # where it goes, with its report; empty when that is not chosen yet
    identity: str
    taken_at: dt.datetime
    state: WatchedState = WatchedState.TAKEN
    sha256: str | None = None
    manifest: str | None = None


@dataclass(frozen=True, slots=True)
class TakenMail:
    """A message of a mailbox that was taken in."""

    mailbox: str
    message_hash: str
    place: str  # where it lay, as the server counts
    blob: StoredBlob | None  # the message itself; none when it was too large
    batch_id: str
    needs_person: bool
    taken_at: dt.datetime
