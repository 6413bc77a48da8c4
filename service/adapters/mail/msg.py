"""Messages as Outlook saves them (.msg): properties in the storages of a compound file.

The library reads the storages; a message within a message is read here, because the library knows
only the outermost one.
"""

import email
import io

from olefile import MAGIC, OleFileIO, isOleFile
from oxmsg.domain import constants as c
from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from extractors.errors import DECODER_ERRORS
from service.adapters.mail import eml
from service.adapters.mail.headers import (
    AsWritten,
    believable,
    decoded,
    stamps_of,
    time_of,
    words_of,
)
from service.adapters.mail.html import text_of
from service.adapters.mail.pictures import pixels_of
from service.emails import Attachment, Email, Stamp, Wrapping

PROPERTIES = "__properties_version1.0"
EMBEDDED = "__substg1.0_3701000D"
# Bytes before the first property in the stream of a message, a message within it, an attachment.
WHOLE, WITHIN, ATTACHED = 32, 24, 8

MAX_DEPTH = 20
MOST_PROPERTIES = 1 << 20  # bytes, sixteen for each; Outlook writes a hundred or two
__all__ = ["MAGIC", "is_mine", "read"]
SIGNED = "ipm.note.smime.multipartsigned"  # its one attachment is the message as it was sent
RICH_TEXT = "application/rtf"
OUR_SERVER = ""  # Outlook writes when the mailbox took the message, not the name of the server

MSG_ERRORS = (*DECODER_ERRORS, UnrecognizedCodePageError, UnsupportedEncodingError)


def is_mine(data: bytes) -> bool:
    """Tell whether the bytes are a message of Outlook and not another compound file (.doc)."""
    if not isOleFile(data=data):
        return False
    try:
        with OleFileIO(io.BytesIO(data)) as file:
            return bool(file.exists(PROPERTIES))
    except DECODER_ERRORS:
        return False


def read(data: bytes) -> Email:
    """Read a message from its bytes.

    Raises:
        ValueError: when the file is damaged.

    """
    try:
        with OleFileIO(io.BytesIO(data)) as file:
            _refuse_lies(file, len(data))
            storage = Storage.from_ole(file)
        return _message(storage, offset=WHOLE, depth=0)
    except MSG_ERRORS as error:
        raise ValueError("a damaged message of Outlook") from error


def _refuse_lies(file: OleFileIO, most: int) -> None:
    """Refuse a file whose streams say that they hold more than the file itself.

    Their pieces are then strung in a ring, and a few bytes would be read as a hundred million.
    """
    paths = file.listdir()
    if sum(file.get_size(path) for path in paths) > most:
        raise ValueError("streams larger than the file")
    if any(path[-1] == PROPERTIES and file.get_size(path) > MOST_PROPERTIES for path in paths):
        raise ValueError("more properties than anything has")


def _message(storage: Storage, *, offset: int, depth: int) -> Email:
    if depth > MAX_DEPTH:
        raise ValueError("messages within messages without end")
    properties = Properties(storage, properties_header_offset=offset)
    headers = email.message_from_string(
        _words(properties, c.PID_TRANSPORT_MESSAGE_HEADERS), policy=AsWritten()
    )
    kind = _words(properties, c.PID_MESSAGE_CLASS).lower()
    text, attachments = _content(storage, properties, kind=kind, depth=depth)
    taken_at = believable(properties.date_prop_value(c.PID_MESSAGE_DELIVERY_TIME))
    delivered = (Stamp(OUR_SERVER, taken_at),) if taken_at else ()
    return Email(
        subject=_words(properties, c.PID_SUBJECT) or words_of(headers["subject"]),
        sender=words_of(headers["from"]) or _sender(properties),
        recipients=words_of(headers["to"]) or _words(properties, c.PID_DISPLAY_TO),
        sent_at=time_of(headers["date"])
        or believable(properties.date_prop_value(c.PID_CLIENT_SUBMIT_TIME)),
        message_id=words_of(headers["message-id"]) or _words(properties, c.PID_INTERNET_MESSAGE_ID),
        stamps=stamps_of(headers) or delivered,
        text=text,
        attachments=attachments,
        wrapping=Wrapping.SMIME if kind == "ipm.note.smime" else None,
    )


def _content(
    storage: Storage, properties: Properties, *, kind: str, depth: int
) -> tuple[str, tuple[Attachment, ...]]:
    attachments = tuple(
        _attachment(each, depth=depth) for each in storage.iter_attachment_storages()
    )
    if kind == SIGNED and len(attachments) == 1:
        inner = eml.read(attachments[0].content)
        return inner.text, inner.attachments
    text = _text(properties)
    rich = _stream(storage, f"__substg1.0_{c.PID_RTF_COMPRESSED:04X}{c.PTYP_BINARY:04X}")
    if rich and not text:  # a text that cannot be read here must not vanish
        attachments = (Attachment("bericht.rtf", RICH_TEXT, rich), *attachments)
    return text, attachments


def _sender(properties: Properties) -> str:
    name = _words(properties, c.PID_SENDER_NAME)
    address = _words(properties, c.PID_SENDER_SMTP_ADDRESS) or _words(
        properties, c.PID_SENDER_EMAIL_ADDRESS
    )
    return f"{name} <{address}>" if "@" in address else name


def _text(properties: Properties) -> str:
    plain = _words(properties, c.PID_BODY).replace("\r\n", "\n").replace("\r", "\n").strip()
    if plain:
        return plain
    raw = properties.binary_prop_value(c.PID_HTML)
    html = decoded(raw, properties.body_encoding) if raw else _words(properties, c.PID_BODY_HTML)
    return text_of(html) if html else ""


def _attachment(storage: Storage, *, depth: int) -> Attachment:
    properties = Properties(storage, properties_header_offset=ATTACHED)
    name = (
        _words(properties, c.PID_ATTACH_LONG_FILENAME)
        or _words(properties, c.PID_ATTACH_FILENAME)
        or _words(properties, c.PID_DISPLAY_NAME)
    )
    embedded = next((each for each in storage.storages if each.name == EMBEDDED), None)
    if embedded is not None and PROPERTIES in {each.name for each in embedded.streams}:
        message = _message(embedded, offset=WITHIN, depth=depth + 1)
        return Attachment(name, "message/rfc822", b"", email=message)
    content = _stream(storage, f"__substg1.0_{c.PID_ATTACH_DATA_BINARY:04X}{c.PTYP_BINARY:04X}")
    return Attachment(
        name=name,
        media_type=_words(properties, c.PID_ATTACH_MIME_TAG).lower() or "application/octet-stream",
        content=content,
        is_inline=bool(_words(properties, c.PID_ATTACH_CONTENT_ID)),
        pixels=pixels_of(content),
    )


def _stream(storage: Storage, name: str) -> bytes:
    return next((each.bytes_ for each in storage.streams if each.name == name), b"")


def _words(properties: Properties, pid: int) -> str:
    """Return a text property; one whose stream is missing is empty."""
    for each in properties:
        if each.pid == pid and each.ptyp in {c.PTYP_STRING, c.PTYP_STRING8}:
            try:
                return str(each.value).strip("\x00")
            except KeyError:
                return ""
    return ""
