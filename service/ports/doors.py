"""Watched folders and mailboxes."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, Protocol

from service.records.doors import TakenMail, WatchedFile


class Sort(StrEnum):
    """What kind of thing has a name in a folder."""

    FILE = "bestand"
    LINK = "koppeling"
    OTHER = "geen_bestand"  # a pipe, a socket, a device


@dataclass(frozen=True, slots=True)
class Seen:
    """Something in a watched folder, as one look shows it."""

    name: str  # the path below the folder, with "/"; may hold bytes that are no text
    identity: str  # differs when the content was changed
    sort: Sort = Sort.FILE


@dataclass(frozen=True, slots=True)
class Look:
    """What stands in a watched folder at one moment, in order of name."""

    seen: tuple[Seen, ...]
    manifests: tuple[Seen, ...] = ()
    unreadable: int = 0  # folders that may not be looked into


class OpenFile(Protocol):
    """A file of a watched folder while it is read; closed by who opened it."""

    @property
    def source(self) -> BinaryIO:
        """Its bytes; can be read from any place, and raises TroubleError when they fail."""

    def check_whole(self) -> None:
        """See to it that the file is still the one that was opened.

        Raises:
            ChangedError: when it was changed, replaced or taken away.

        """


class DropFolder(Protocol):
    """A folder in which others drop files, with a place for what was done and what went wrong.

    Everything may raise OSError: a share may be read-only, full, or gone at any moment.
    """

    def prepare(self, *, is_known: bool) -> None:
        """Make the places for finished files; `is_known`: they were there before.

        Raises:
            FolderAwayError: when the folder is not there, or is another one than it was.

        """

    def look(self) -> Look:
        """Return all that was dropped; what is hidden or still being copied is left out.

        Raises:
            FolderAwayError: when the folder is not there.

        """

    def open_file(self, seen: Seen) -> AbstractContextManager[OpenFile]:
        """Open a file that was seen.

        Raises:
            ChangedError: when it changed since.
            TroubleError: when it cannot be opened.

        """

    def is_being_written(self, name: str) -> bool:
        """Tell whether a program has the file open to write; False when that cannot be known."""

    def read_text(self, name: str) -> str:
        """Return a text file, whatever its encoding."""

    def identity(self, name: str) -> str | None:
        """Return the identity of what has this name now, None when nothing has."""

    def free_place(self, area: str, name: str) -> str:
        """Return a name in an area that nothing has, nor anything that will lie beside it."""

    def move(self, name: str, place: str) -> None:
        """Put what has the name in its place, and never over something else.

        Raises:
            OccupiedError: when something else lies there.

        """

    def write(self, place: str, content: str) -> None:
        """Write a text, whole or not at all."""

    def remove(self, place: str) -> None:
        """Remove a text that was written; one that is not there is no error."""


@dataclass(frozen=True, slots=True)
class MailWaiting:
    """A message in a mailbox that is not marked as done."""

    uid: str
    place: str  # differs when another message has the same number
    size: int
    arrived_at: dt.datetime | None  # when the server put it in the mailbox


class OpenMailbox(Protocol):
    """A mailbox while we are connected; everything may raise MailboxError."""

    def waiting(self) -> tuple[MailWaiting, ...]:
        """Return the messages that are not done, in the order in which they came."""

    def fetch(self, uid: str) -> bytes | None:
        """Return a message, None when it went away."""

    def mark(self, uid: str, *, needs_person: bool) -> None:
        """Put a message where done messages are, or those that a person must look at."""


class Mailbox(Protocol):
    """A mailbox on a server; never is anything deleted from it."""

    def open_mailbox(self) -> AbstractContextManager[OpenMailbox]:
        """Connect.

        Raises:
            MailboxError: when that does not succeed.

        """


class Watched(Protocol):
    """Files of watched folders, from the moment they were taken in until their report lies there.

    The names in them may hold bytes that are no text, as names on a disk may.
    """

    def add(self, file: WatchedFile) -> None:
        """Keep that a file was taken in."""

    def taken(self, folder: str) -> tuple[WatchedFile, ...]:
        """Return the files that must still be put where they belong, the first one first."""

    def finished(self, folder: str, *, limit: int) -> tuple[WatchedFile, ...]:
        """Return moved files of which all letters have a report."""

    def keep(self, file: WatchedFile) -> None:
        """Keep where a file lies and goes, and how far it is."""

    def end(self, file: WatchedFile) -> None:
        """Forget a file whose report lies beside it; one of a manifest only with the manifest."""

    def told_by(self, folder: str, manifest: str) -> frozenset[str]:
        """Return the names of the files that were taken in with what a manifest told."""

    def forget_all_but(self, folder: str, manifests: Collection[str]) -> None:
        """Forget what was taken in with manifests that are not there any more."""

    def lying(self, folder: str) -> int:
        """Return how many files lie somewhere, waiting for their report."""


class Mails(Protocol):
    """Messages of mailboxes that were taken in."""

    def add(self, mail: TakenMail) -> None:
        """Keep that a message was taken in.

        Raises:
            BusyError: when someone else just did.

        """

    def find(self, mailbox: str, message_hash: str) -> TakenMail | None:
        """Return a message that was taken in, None when it was not."""

    def at(self, mailbox: str, places: Sequence[str]) -> Mapping[str, TakenMail]:
        """Return the messages that were taken in from these places, by place."""

    def let_go(self, *, before: dt.datetime) -> frozenset[str]:
        """Let go of the bytes of messages that gave no letters; return which those were.

        Of messages that were taken in before this time; letters may still have the same bytes.
        """

    def lies_at(self, mail: TakenMail, place: str) -> None:
        """Keep that the same message was found at another place."""
