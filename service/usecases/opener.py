"""What opening messages works with; light, for most files are no message."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from extractors.signatures import HEAD_BYTES, media_type_of

if TYPE_CHECKING:
    from service.emails import Email, Sheet
    from service.records.letters import StoredBlob

PEEK: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Opener:
    """What opening messages works with."""

    may_be: Callable[[bytes], bool]  # whether a file may be a message, by its first bytes
    read: Callable[[bytes], "Email | None"]  # None: it is none
    draw: Callable[["Sheet"], bytes]  # text -> PDF
    today: Callable[[], dt.date]
    max_bytes: int  # of one message
    hosts: tuple[str, ...] = ()  # our own mail servers
    profiles: Collection[str] = ()  # that a manifest in an attached ZIP may name
    keep: "Callable[[BinaryIO], StoredBlob] | None" = None  # keeps the message itself


def may_be_message(data: bytes, opener: Opener) -> bool:
    """Tell whether a file may be a message, from its first bytes."""
    return media_type_of(data[:HEAD_BYTES]) is None and opener.may_be(data[:PEEK])
