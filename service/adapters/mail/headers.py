"""Header lines as they really come in: encoded words, raw bytes and dates of every kind."""

import datetime as dt
import email.errors
import email.header
import email.message
import email.policy
import email.utils
import re

from extractors.errors import DECODER_ERRORS
from service.emails import Stamp

# What the standard library raises on broken messages, whatever its documentation says.
MAIL_ERRORS = (*DECODER_ERRORS, email.errors.MessageError)

LONGEST = 20_000  # characters of a header, to two hundred people; decoding takes ever longer

_BY = re.compile(r"\bby\s+([^\s;()]+)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


class AsWritten(email.policy.Compat32):
    """Hands headers over as they were written, raw bytes as the text that they must be."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Return a header as text, also when a program wrote it without encoding it."""
        del name
        raw = value.encode("utf-8", "surrogateescape")
        return decoded(raw, None)


def decoded(raw: bytes, charset: str | None) -> str:
    """Return bytes as text by their charset; one that is unknown or wrong is guessed.

    >>> decoded("één".encode("cp1252"), "utf-8")
    'één'
    """
    # what calls itself ASCII or Latin-1 is in practice what Dutch Windows writes
    declared = "cp1252" if (charset or "").lower() in _WINDOWS else charset
    for each in (declared, "utf-8"):
        try:
            return raw.decode(each or "utf-8")
        except (LookupError, ValueError):
            continue
    return raw.decode("cp1252", errors="replace")


_WINDOWS = frozenset({"ascii", "us-ascii", "iso-8859-1", "latin-1", "latin1"})


def words_of(value: str | None) -> str:
    r"""Return a header on one line with its encoded words decoded.

    >>> words_of("=?utf-8?Q?Bezwaar_=C3=A9=C3=A9n?= en\r\n twee")
    'Bezwaar één en twee'
    """
    value = (value or "")[:LONGEST]
    try:
        pairs = email.header.decode_header(value)
        text = "".join(
            piece if isinstance(piece, str) else decoded(piece, charset) for piece, charset in pairs
        )
    except MAIL_ERRORS:
        text = ""
    return _SPACE.sub(" ", text or value).strip()


def time_of(value: str | None) -> dt.datetime | None:
    """Return the time in a header; None when there is none that can be read."""
    try:
        time = email.utils.parsedate_to_datetime((value or "").strip())
    except MAIL_ERRORS:
        return None
    # "-0000" says that the zone is not known: then it is Greenwich by agreement
    return believable(time if time.tzinfo else time.replace(tzinfo=dt.UTC))


def believable(time: object) -> dt.datetime | None:
    """Return what was read as a time, unless it is none or of an age without e-mail."""
    if not isinstance(time, dt.datetime) or not 1970 < time.year < 2200:
        return None
    return time


def stamps_of(message: email.message.Message) -> tuple[Stamp, ...]:
    """Return what the servers on the way wrote, the last one first."""
    return tuple(_stamp(str(value)) for value in message.get_all("received") or ())


def _stamp(value: str) -> Stamp:
    route, _, time = value.rpartition(";")
    by = _BY.search(route)
    return Stamp(by.group(1).lower() if by else "", time_of(time))
