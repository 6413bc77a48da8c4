"""Messages for tests, as mail programs make them; all people are invented."""

import datetime as dt
import io
from collections.abc import Callable
from email.message import EmailMessage

from PIL import Image

from service.adapters.mail.any_message import may_be_message, read_message
from service.emails import Sheet
from service.usecases.opener import Opener
from service.usecases.receive import Incoming

TODAY = dt.date(2026, 11, 23)
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
COVER = "Geachte heer,\n\nBijgaand mijn bezwaarschrift.\n\nMet vriendelijke groet,\nJ. Bakker\n"
LETTER = (
    "Geachte heer, mevrouw,\n\nHierbij maak ik bezwaar tegen uw besluit van 2 november 2026, "
    "omdat ik mijn budget nodig heb.\n\nMet vriendelijke groet,\nJ. Bakker\n"
)
RECEIVED = "from smtp.voorbeeldmail.nl by {by} with ESMTPS id 1; {at}"


def message(
    text: str | None = COVER,
    *,
    html: str | None = None,
    subject: str = "bezwaar",
    date: str | None = "Mon, 09 Nov 2026 23:30:00 +0100",
    received: tuple[tuple[str, str], ...] = (),
) -> EmailMessage:
    """Return a message without attachments."""
    made = EmailMessage()
    for by, at in received:
        made["Received"] = RECEIVED.format(by=by, at=at)
    made["From"] = "J. Bakker <j.bakker@voorbeeldmail.nl>"
    made["To"] = "post@zorgkantoor.example"
    made["Subject"] = subject
    made["Message-ID"] = "<1@voorbeeldmail.nl>"
    if date:
        made["Date"] = date
    if text is not None:
        made.set_content(text)
    if html is not None and text is None:
        made.set_content(html, subtype="html")
    elif html is not None:
        made.add_alternative(html, subtype="html")
    return made


def attach(
    made: EmailMessage,
    content: bytes = PDF,
    name: str | None = "bezwaar.pdf",
    kind: str = "application/pdf",
    **rest: str,
) -> EmailMessage:
    """Add an attachment to a message."""
    main, sub = kind.split("/")
    made.add_attachment(content, maintype=main, subtype=sub, filename=name, **rest)
    return made


def picture(width: int = 1600, height: int = 1200) -> bytes:
    """Return a PNG of this size."""
    out = io.BytesIO()
    Image.new("L", (width, height), 255).save(out, "PNG")
    return out.getvalue()


def opener(**changes: object) -> Opener:
    """Return what opens messages in tests; the text is not drawn but put behind a mark."""
    parts: dict[str, object] = {
        "may_be": may_be_message,
        "read": read_message,
        "draw": drawn,
        "today": lambda: TODAY,
        "max_bytes": 1_000_000,
    }
    return Opener(**(parts | changes))  # type: ignore[arg-type]


def drawn(sheet: Sheet) -> bytes:
    """Return the sheet as what stands for a PDF."""
    return b"%PDF-" + "\n".join([*sheet.head, "", sheet.text]).encode()


def content_of(incoming: Incoming) -> bytes:
    """Return the bytes of a file that is coming in."""
    with incoming.open() as source:
        return source.read()


def told(parts: tuple[Incoming, ...]) -> list[tuple[str, str | None]]:
    """Return name and refusal of each part."""
    return [(each.file, each.refusal.code if each.refusal else None) for each in parts]


Read = Callable[[bytes], object]
