"""Messages as they travel over the internet (.eml): MIME, in every state of repair.

What stands in it is handed over whole: parts that are shown inline, that have no name, that claim
to be something else, and messages within messages. Nothing is run or fetched.
"""

import email
import email.message
import re
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from service.adapters.mail.headers import (
    MAIL_ERRORS,
    AsWritten,
    decoded,
    stamps_of,
    time_of,
    words_of,
)
from service.adapters.mail.html import text_of
from service.adapters.mail.pictures import pixels_of
from service.emails import Attachment, Email, Wrapping

Part = email.message.Message

MAX_DEPTH = 20  # parts within parts; nobody forwards so often
MAX_PARTS = 1_000
# A longer page is no letter: it is handed over as a file.
MAX_HTML = 20_000_000

_NAMES = frozenset(
    {b"from", b"to", b"date", b"subject", b"message-id", b"mime-version", b"received"}
    | {b"content-type", b"return-path", b"delivered-to", b"reply-to", b"sender", b"cc"}
)
_FIELD = re.compile(rb"([!-9;-~]+):(?:[ \t]|$)")
_ENVELOPE = re.compile(rb"(\xef\xbb\xbf)?\s*(>?From [^\r\n]*\r?\n)?")
_SHOWN = re.compile(r"""\bcid:([^"'\s>)]+)""", re.IGNORECASE)
_PGP = "-----BEGIN PGP MESSAGE-----"


class TooManyPartsError(ValueError):
    """A message of more parts, or deeper, than anyone sends."""


def is_mine(data: bytes) -> bool:
    r"""Tell whether the bytes begin with the headers of a message.

    >>> is_mine(b"Subject: bezwaar\r\nFrom: jan@voorbeeldmail.nl\r\n\r\nGeachte heer")
    True
    >>> is_mine(b"Onderwerp: bezwaar\n\nGeachte heer")
    False
    """
    begin = _ENVELOPE.match(data, 0, 2_000)
    block = data[begin.end() if begin else 0 :][:16_000]
    found: set[bytes] = set()
    for line in block.splitlines():
        name = _FIELD.match(line)
        if not line.strip():
            break
        if name is None and not (found and line[:1] in b" \t"):
            return False
        if name is not None and name[1].lower() in _NAMES:
            found.add(name[1].lower())
    return len(found) >= 2


def read(data: bytes) -> Email:
    """Read a message from its bytes.

    Raises:
        ValueError: when it has more parts than anyone sends.

    """
    begin = _ENVELOPE.match(data, 0, 2_000)
    whole = email.message_from_bytes(data[begin.end() if begin else 0 :], policy=AsWritten())
    return _message(whole, depth=0)


@dataclass(slots=True)
class _Content:
    """What was gathered from the parts of one message."""

    texts: list[str] = field(default_factory=list)
    attachments: list[tuple[str, Attachment]] = field(default_factory=list)  # with their id
    places: set[str] = field(default_factory=set)  # ids of what the HTML shows within itself
    wrapping: Wrapping | None = None
    seen: int = 0


def _message(whole: Part, *, depth: int) -> Email:
    content = _Content()
    _gather(whole, content, depth=depth)
    text = "\n\n".join(each for each in content.texts if each.strip()).strip()
    is_pgp = text.startswith(_PGP)
    attachments = tuple(
        replace(each, is_inline=each.is_inline or place in content.places)
        for place, each in content.attachments
    )
    return Email(
        subject=words_of(whole["subject"]),
        sender=words_of(whole["from"]),
        recipients=words_of(whole["to"]),
        sent_at=time_of(whole["date"]),
        message_id=words_of(whole["message-id"]),
        stamps=stamps_of(whole),
        text="" if is_pgp else text,
        attachments=attachments,
        wrapping=Wrapping.PGP if is_pgp else content.wrapping,
    )


def _gather(part: Part, content: _Content, *, depth: int) -> None:
    """Put a part, and all that is in it, where it belongs."""
    content.seen += 1
    if depth > MAX_DEPTH or content.seen > MAX_PARTS:
        raise TooManyPartsError
    kind = part.get_content_type()
    if kind == "multipart/encrypted":
        content.wrapping = Wrapping.PGP
    elif kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"}:
        content.wrapping = Wrapping.SMIME
    elif kind == "message/rfc822" or (part.is_multipart() and kind.startswith("message/")):
        _add_messages(part, content, depth=depth)
    elif kind == "multipart/alternative" and part.is_multipart():
        _gather_best(part, content, depth=depth)
    elif part.is_multipart():
        for each in _within(part):
            _gather(each, content, depth=depth + 1)
    elif _is_text(part, kind) and not (kind == "text/html" and len(_bytes(part)) > MAX_HTML):
        content.texts.append(_text(part, kind))
        if kind == "text/html":
            html = _bytes(part).decode("latin-1")
            content.places.update(unquote(place) for place in _SHOWN.findall(html))
    else:
        place = words_of(part["content-id"]).strip("<> ")
        content.attachments.append((place, _attachment(part, kind)))


def _gather_best(part: Part, content: _Content, *, depth: int) -> None:
    """Take every attachment, and the text once: as plain text unless the HTML says far more."""
    texts: list[str] = []
    for each in _within(part):
        branch = _Content(seen=content.seen)
        _gather(each, branch, depth=depth + 1)
        content.seen = branch.seen
        content.wrapping = content.wrapping or branch.wrapping
        content.attachments += branch.attachments
        content.places |= branch.places
        texts.append("\n\n".join(branch.texts))
    if texts:
        fullest = max(texts, key=_words)
        enough = (text for text in texts if _words(text) * 2 > _words(fullest))
        content.texts.append(next(enough, fullest))


def _words(text: str) -> int:
    return len(text.split())


def _within(part: Part) -> list[Part]:
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, email.message.Message)]


def _add_messages(part: Part, content: _Content, *, depth: int) -> None:
    """Add the messages that were forwarded as a whole; a report on delivery is only data."""
    name, kind = _name(part), part.get_content_type()
    for each in _within(part):
        if kind == "message/rfc822":
            message = _message(_uncoded(part, each), depth=depth + 1)
            attachment = Attachment(name, kind, b"", email=message)
        else:
            attachment = Attachment(name, kind, each.as_bytes(unixfrom=False))
        content.attachments.append(("", attachment))


def _uncoded(part: Part, inner: Part) -> Part:
    """Return the message that was forwarded, also when it was encoded, which it may not be."""
    if str(part["content-transfer-encoding"]).strip().lower() not in {"base64", "quoted-printable"}:
        return inner
    # what was taken for a message without headers is the encoded text of the real one
    inner["Content-Transfer-Encoding"] = part["content-transfer-encoding"]
    data = _bytes(inner)
    return email.message_from_bytes(data, policy=AsWritten()) if is_mine(data) else inner


def _is_text(part: Part, kind: str) -> bool:
    """Tell the text of the message from a text file that was attached."""
    is_attached = part.get_content_disposition() == "attachment" or bool(_name(part))
    # a message whose parts cannot be told apart is text: nothing of it may get lost
    return not is_attached and (
        kind in {"text/plain", "text/html"} or kind.startswith("multipart/")
    )


def _text(part: Part, kind: str) -> str:
    text = decoded(_bytes(part), _parameter(part, "charset"))
    if kind == "text/html":
        return text_of(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _parameter(part, "format") == "flowed":
        text = _unflowed(text, is_spaceless=_parameter(part, "delsp") == "yes")
    return text.strip("\n")


def _unflowed(text: str, *, is_spaceless: bool) -> str:
    """Join the lines that a program broke to make them short (RFC 3676)."""
    pieces: list[str] = []
    goes_on = False
    for number, line in enumerate(text.split("\n")):
        own = line.removeprefix(" ")
        if number and not (goes_on and not own.startswith(">")):
            pieces.append("\n")
        goes_on = own.endswith(" ") and own != "-- " and not own.startswith(">")
        pieces.append(own[:-1] if goes_on and is_spaceless else own)
    return "".join(pieces)


def _attachment(part: Part, kind: str) -> Attachment:
    content = _bytes(part)
    return Attachment(
        name=_name(part),
        media_type=kind,
        content=content,
        is_inline=part.get_content_disposition() == "inline",
        pixels=pixels_of(content),
    )


def _bytes(part: Part) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except MAIL_ERRORS:
        payload = None
    if isinstance(payload, bytes):
        return payload
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _name(part: Part) -> str:
    try:
        return words_of(part.get_filename()).strip("'\"")
    except MAIL_ERRORS:
        return ""


def _parameter(part: Part, name: str) -> str | None:
    try:
        value = part.get_param(name)
    except MAIL_ERRORS:
        return None
    return value.lower() if isinstance(value, str) else None
