"""Messages at the door: an e-mail becomes the letters that are in it.

Attachments that can be letters are letters, in their order. The text is one too, unless it only
hands them over. Whatever else is in a message is refused by name: nothing is dropped in silence.
"""

import datetime as dt
import io
from collections.abc import Collection, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Final

from extractors.pages.cover_note import is_cover_note
from extractors.signatures import HEAD_BYTES, media_type_of
from service.emails import Attachment, Email, Sheet
from service.names import cleaned
from service.ports.errors import DamagedMessageError
from service.records.letters import AMSTERDAM, Refusal
from service.texts import figures as texts
from service.usecases.archive import Meter, is_zip, unzip
from service.usecases.manifest import ManifestError
from service.usecases.opener import PEEK, Opener, may_be_message
from service.usecases.receive import Facts, Incoming, letters_only, refused
from validators.report import Channel, ReceivedSource
from validators.texts.days import date_text

MIB: Final = 1024 * 1024
MAX_DEPTH: Final = 5  # messages that were attached to messages
MAX_NAME: Final = 80  # characters of a subject in the name of a letter
NAMELESS: Final = "bericht"
MAX_TEXT: Final = 500_000  # characters; more than a hundred pages
MAX_HEAD: Final = 300  # characters of a line in the heading of a sheet
# A picture within the text that is smaller is a logo: on it nobody could read a sheet of paper.
SMALLEST_SHEET: Final = 400  # pixels along the short side
ZIP_FILES: Final = 500  # in one message

# Refusals that ask nothing of a person: these things are never letters.
HARMLESS: Final = frozenset(
    {"plaatje", "agenda", "visitekaartje", "handtekeningbestand", "afleverbericht"}
    | {"begeleidende_tekst", "hulpbestand"}
)
_BY_TYPE: Final = {
    "text/calendar": "agenda",
    "application/ics": "agenda",
    "text/vcard": "visitekaartje",
    "text/x-vcard": "visitekaartje",
    "text/directory": "visitekaartje",
    "application/pkcs7-signature": "handtekeningbestand",
    "application/x-pkcs7-signature": "handtekeningbestand",
    "application/pgp-signature": "handtekeningbestand",
    "application/pgp-keys": "handtekeningbestand",
    "message/delivery-status": "afleverbericht",
    "message/disposition-notification": "afleverbericht",
    "text/rfc822-headers": "afleverbericht",
    "application/applefile": "hulpbestand",
    "application/ms-tnef": "winmail",
    "application/vnd.ms-tnef": "winmail",
}
_BY_START: Final = (
    (b"BEGIN:VCALENDAR", "agenda"),
    (b"BEGIN:VCARD", "visitekaartje"),
    (b"-----BEGIN PGP MESSAGE-----", "versleuteld_pgp"),
    (b"\x78\x9f\x3e\x22", "winmail"),
)
_SUFFIXES: Final = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/tiff": ".tif"}


def expand(file: Incoming, *, opener: Opener) -> tuple[Incoming, ...]:
    """Return the letters in a message; a file that is no message is returned as it is.

    What is told about the file holds for all that comes out of it, over what the message says.
    """
    if file.refusal is not None:
        return (file,)
    with file.open() as source:
        head = _read(source, PEEK)
        if not may_be_message(head, opener):
            return (file,)
        data = head + _read(source, opener.max_bytes + 1 - len(head))
    return tuple(_told(file, part) for part in open_message(file.file, data, opener=opener))


def _told(file: Incoming, part: Incoming) -> Incoming:
    return replace(part, facts=file.facts.over(part.facts))


def open_message(name: str, data: bytes, *, opener: Opener) -> tuple[Incoming, ...]:
    """Return the letters in a message, and what is refused; never nothing.

    Without a name the message is called by its subject.
    """
    if len(data) > opener.max_bytes:
        return (_refusal(name or NAMELESS, "te_groot", max_mb=opener.max_bytes // MIB),)
    kept = opener.keep(io.BytesIO(data)) if opener.keep else None
    return tuple(replace(part, message=kept) for part in _parts_of(name, data, opener))


def _parts_of(name: str, data: bytes, opener: Opener) -> tuple[Incoming, ...]:
    try:
        email = opener.read(data)
        if email is None:
            return (_refusal(name or NAMELESS, "geen_document"),)
        called = name or subject_name(email.subject)
        opened = _Opened(opener, Meter(ZIP_FILES, opener.max_bytes))
        return opened.parts(email, called, received=None)
    except DamagedMessageError:
        return (_refusal(name or NAMELESS, "beschadigd"),)


def subject_name(subject: str) -> str:
    """Return what a message is called after its subject.

    >>> subject_name("Re: bezwaar/klacht 2026")
    'Re_ bezwaar_klacht 2026'
    """
    plain = cleaned("".join("_" if char in '/\\:*?"<>|' else char for char in subject))
    return plain[:MAX_NAME].strip() if plain != "naamloos" else NAMELESS


def needs_person(refusal: Refusal) -> bool:
    """Tell whether someone must look at what was refused: it may have been a letter."""
    return refusal.code not in HARMLESS


def day_of_receipt(
    email: Email, *, hosts: Collection[str], today: dt.date, is_forwarded: bool = False
) -> dt.date | None:
    """Return the day in the Netherlands on which we got the message; None when it does not say.

    That is what our own server wrote (the last one, when we do not know its name); without it the
    date that the sender's computer wrote. In a message that was forwarded only our own server is
    believed: what others wrote says when they got it. A day that is still to come is no receipt.
    """
    times = [stamp.at for stamp in email.stamps if _is_ours(stamp.host, hosts) and stamp.at]
    if is_forwarded:
        times = times if hosts else []
    elif email.sent_at is not None:
        times.append(email.sent_at)
    days = (time.astimezone(AMSTERDAM).date() for time in times)
    return next((day for day in days if day <= today), None)


def _is_ours(host: str, hosts: Collection[str]) -> bool:
    """Tell whether a server is one of ours; Outlook leaves its name out."""
    ours = [each.lower().strip(".") for each in hosts]
    return not (ours and host) or any(host == each or host.endswith(f".{each}") for each in ours)


@dataclass(slots=True)
class _Opened:
    """One file with a message, and all messages within it."""

    opener: Opener
    meter: Meter
    names: set[str] = field(default_factory=set)

    def parts(
        self, email: Email, name: str, *, received: dt.date | None, depth: int = 0
    ) -> tuple[Incoming, ...]:
        """Return what is in a message, its text first."""
        hosts, today = self.opener.hosts, self.opener.today()
        day = day_of_receipt(email, hosts=hosts, today=today, is_forwarded=depth > 0) or received
        source = ReceivedSource.MAIL if day else None
        facts = Facts(channel=Channel.EMAIL, received=day, received_source=source)
        attached = [
            part
            for number, each in enumerate(email.attachments, start=1)
            for part in self._attached(each, name, number=number, facts=facts, depth=depth)
        ]
        if email.wrapping is not None:
            attached.insert(0, _refusal(name, f"versleuteld_{email.wrapping}"))
        return (*self._text(email, name, attached, facts), *attached)

    def _text(
        self, email: Email, name: str, attached: list[Incoming], facts: Facts
    ) -> Iterator[Incoming]:
        """Yield the text as a letter, or why it is none."""
        has_letter = any(part.refusal is None for part in attached)
        if not email.text.strip():
            told = any(part.refusal and needs_person(part.refusal) for part in attached)
            if not has_letter and not told:
                yield _refusal(name, "leeg_bericht")
        elif has_letter and is_cover_note(email.text, subject=email.subject):
            yield _refusal(self._name(name, "bericht"), "begeleidende_tekst")
        elif len(email.text) > MAX_TEXT:
            yield _refusal(self._name(name, "bericht"), "te_lange_tekst")
        else:
            content = self.opener.draw(sheet_of(email))
            yield _letter(self._name(name, "bericht.pdf"), content, facts)

    def _attached(
        self, attachment: Attachment, name: str, *, number: int, facts: Facts, depth: int
    ) -> Iterator[Incoming]:
        email = attachment.email or self._email(attachment.content)
        if email is not None:
            own = self._name(name, attachment.name or f"bericht-{number}")
            if depth == MAX_DEPTH:
                yield _refusal(own, "te_diep")
            else:
                yield from self.parts(email, own, received=facts.received, depth=depth + 1)
            return
        suffix = _SUFFIXES.get(attachment.media_type, "")
        own = self._name(name, attachment.name or f"bijlage-{number}{suffix}")
        code = reason_to_refuse(attachment)
        if code is not None:
            yield _refusal(own, code)
        elif is_zip(attachment.content[:HEAD_BYTES]):
            yield from self._unzipped(own, attachment.content, facts)
        else:
            yield _letter(own, attachment.content, facts)

    def _email(self, content: bytes) -> Email | None:
        """Return a message that was attached as a plain file."""
        if not may_be_message(content, self.opener):
            return None
        try:
            return self.opener.read(content)
        except DamagedMessageError:
            return None

    def _unzipped(self, name: str, content: bytes, facts: Facts) -> Iterator[Incoming]:
        profiles = self.opener.profiles
        members = unzip(name, io.BytesIO(content), meter=self.meter, profiles=profiles)
        try:
            for member in members:
                own = member.file if member.file == name else self._name(name, member.file)
                told = replace(member, file=own, facts=member.facts.over(facts))
                yield told if member.refusal else letters_only(told)
        except ManifestError:
            yield _refusal(name, "manifest_fout")

    def _name(self, folder: str, name: str) -> str:
        """Return a name below the message that nothing else has."""
        plain = cleaned(name)
        stem, dot, suffix = plain.rpartition(".")
        name, number = f"{folder}/{plain}", 1
        while name.casefold() in self.names:
            number += 1
            tail = f"{stem}-{number}.{suffix}" if dot else f"{plain}-{number}"
            name = f"{folder}/{tail}"
        self.names.add(name.casefold())
        return name


def reason_to_refuse(attachment: Attachment) -> str | None:
    """Return why an attachment is not taken in as a letter; None when it is, or is a ZIP."""
    head = attachment.content[:HEAD_BYTES]
    if media_type_of(head) is not None:
        return "plaatje" if _is_logo(attachment) else None
    if not attachment.content:
        return "leeg_bestand"
    if is_zip(head):
        return None
    start = head.lstrip().upper()
    by_start = next((code for mark, code in _BY_START if start.startswith(mark.upper())), None)
    return by_start or _BY_TYPE.get(attachment.media_type, "geen_document")


def _is_logo(attachment: Attachment) -> bool:
    return (
        attachment.is_inline
        and attachment.pixels is not None
        and min(attachment.pixels) < SMALLEST_SHEET
    )


def sheet_of(email: Email) -> Sheet:
    """Return the text of a message as an office prints it."""
    sent = email.sent_at.astimezone(AMSTERDAM) if email.sent_at else None
    lines = {
        "Van": email.sender.replace('"', ""),
        "Verzonden": f"{texts.WEEKDAYS[sent.weekday()]} {date_text(sent.date())} {sent:%H:%M}"
        if sent
        else "",
        "Aan": email.recipients.replace('"', ""),
        "Onderwerp": email.subject,
    }
    head = (f"{label}: {value}" for label, value in lines.items() if value)
    return Sheet(
        tuple(line if len(line) <= MAX_HEAD else f"{line[:MAX_HEAD]}…" for line in head),
        email.text,
    )


def _read(source: BinaryIO, count: int) -> bytes:
    """Return so many bytes while there are, whatever the source returns at a time."""
    pieces: list[bytes] = []
    while count > 0 and (piece := source.read(count)):
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def _letter(name: str, content: bytes, facts: Facts) -> Incoming:
    return Incoming(name, lambda: nullcontext(io.BytesIO(content)), facts)


def _refusal(file: str, code: str, **values: object) -> Incoming:
    refusal = refused(file, code, **values)
    return Incoming(file, lambda: nullcontext(io.BytesIO()), refusal=refusal)
