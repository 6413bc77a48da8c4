"""An e-mail message as values, whatever kind of file it was in; nothing that opens or decides."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Wrapping(StrEnum):
    """Why what is in a message cannot be reached."""

    SMIME = "smime"
    PGP = "pgp"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What one mail server wrote on a message when it took it over."""

    host: str  # the server itself, lower-cased
    at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Attachment:
    """One thing in a message beside its text; a message that was attached is `email`."""

    name: str  # as the sender named it; empty when it has no name
    media_type: str  # as the sender declared it, lower-cased
    content: bytes
    is_inline: bool = False  # shown within the text, as logos and photos from a telephone are
    pixels: tuple[int, int] | None = None  # of a picture
    email: "Email | None" = None


@dataclass(frozen=True, slots=True)
class Email:
    """A message as it was sent."""

    subject: str
    sender: str
    recipients: str
    sent_at: dt.datetime | None  # the Date header, which the sender's computer wrote
    message_id: str
    stamps: tuple[Stamp, ...]  # the last server first
    text: str
    attachments: tuple[Attachment, ...]
    wrapping: Wrapping | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a message as it goes on paper: a heading of a few lines above it."""

    head: tuple[str, ...]
    text: str
