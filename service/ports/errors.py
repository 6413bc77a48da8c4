"""How the world may fail a use case."""

from collections.abc import Sequence
from enum import StrEnum


class Trouble(StrEnum):
    """Why a file did not come to reading, or did not come out of it."""

    GEEN_LEESRECHT = "geen_leesrecht"
    VERDWENEN = "verdwenen"
    GEEN_BESTAND = "geen_bestand"  # a device, a pipe, a socket
    SYMLINK_LUS = "symlink_lus"
    KOPPELING = "koppeling"
    LEGE_MAP = "lege_map"
    LEESFOUT = "leesfout"  # the disk or the network share gave an error
    TIJD_OP = "tijd_op"
    REKENTIJD_OP = "rekentijd_op"
    GEHEUGEN_OP = "geheugen_op"
    GECRASHT = "gecrasht"


class TroubleError(Exception):
    """A file that the machine does not hand over, by code."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep the code; the Dutch sentence comes from texts."""
        super().__init__(trouble.value)
        self.trouble = trouble


class ReadOnlyError(Exception):
    """Something to write down in a transaction that only looks."""


class TooManyBytesError(Exception):
    """Something sent that is larger than may be."""

    def __init__(self, max_bytes: int) -> None:
        """Keep the limit, for the sentence to the sender."""
        super().__init__(f"more than {max_bytes} bytes")
        self.max_bytes = max_bytes


class NotFoundError(Exception):
    """Something that does not exist, or not for who asks."""


class ReusedKeyError(Exception):
    """An idempotency key that came with other content before."""


class DamagedMessageError(Exception):
    """A file that begins as a message but cannot be read as one."""


class PassingError(Exception):
    """Work that could not be done now, through no fault of what it is about."""


class AwayError(PassingError):
    """The database, the kept originals or another machine is away; it may well come back."""


class BusyError(PassingError):
    """Someone else is at it: in a moment it may be done."""


class FullError(PassingError, OSError):
    """There is no room left to keep anything: nothing was changed."""


class StoppedError(PassingError):
    """This process is stopping; another one will do the work."""


class UndrawableError(Exception):
    """Characters that a format of letters cannot print."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        """Keep the characters, for the sentence to who writes the letter."""
        super().__init__(f"{len(characters)} characters cannot be printed")
        self.characters = characters


class ChannelSettingsError(Exception):
    """Settings that no channel of this kind can have: pairs of a key and what is wrong with it."""

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        """Keep the faults; the sentences are Dutch and never repeat a value."""
        super().__init__("; ".join(f"{key}: {fault}" for key, fault in faults))
        self.faults = tuple(faults)


class FolderAwayError(Exception):
    """A watched folder that cannot be reached: the share is gone, or was never there."""


class ChangedError(Exception):
    """A file that changed or went away while it was read: it is not complete yet."""


class OccupiedError(Exception):
    """A place where something else lies by now."""


class MailboxError(Exception):
    """A mailbox that cannot be used now, by code."""

    def __init__(self, code: str) -> None:
        """Keep the code: what an administrator must look at."""
        super().__init__(code)
        self.code = code


class NoPictureError(Exception):
    """A page that cannot be made into a picture: damaged, locked or far too large."""
