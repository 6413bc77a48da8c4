"""Letters as people write them, read by the real extractors and judged by all rules.

`letters/<code>.toml` holds, for each warning, letters that earn it (`due`) and letters that come
near and do not (`not_due`). A letter is a `text` that is set as classic post, or a whole `letter`.
"""

import datetime as dt
import textwrap
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractors.document import Box, Certificate, Document, Page, TextSource
from extractors.extract import extract
from tests.factories import make_page
from tests.unit.extractors.drawn import Paper
from validators.assess import Receipt, Source, assess
from validators.profile import hints_of, load_profile
from validators.report import Channel, ReceivedSource, Report

FOLDER = Path(__file__).parent / "letters"
SENDER = "M. Verbeek\nLaan van Nieuw Oost 12\n3512 AB Utrecht"
OFFICE = "Zorg en Zekerheid Zorgkantoor\nPostbus 400\n2300 AK Leiden"
RECEIVED = dt.date(2026, 11, 10)
TODAY = dt.date(2026, 11, 20)
DRAWN = Box(80, 500, 230, 540)


@dataclass(frozen=True, slots=True)
class Post:
    """One letter with what is known around it, and whether the warning is due."""

    code: str
    is_due: bool
    data: dict[str, Any]

    @property
    def id(self) -> str:
        return f"{self.code}-{'due' if self.is_due else 'not_due'}-{self.data['id']}"


def read_post() -> list[Post]:
    """Return the letters of every file."""
    return [
        Post(file.stem, is_due, each)
        for file in sorted(FOLDER.glob("*.toml"))
        for is_due in (True, False)
        for each in tomllib.loads(file.read_text("utf-8")).get("due" if is_due else "not_due", [])
    ]


def report_on(data: dict[str, Any]) -> Report:
    """Read and judge one letter."""
    return _report(_frozen(data))


def codes_of(data: dict[str, Any]) -> list[str]:
    """Return the codes of the warnings that a letter earns."""
    return [notice.code for notice in report_on(data).warnings]


def _frozen(data: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (key, tuple(value) if isinstance(value, list) else value) for key, value in data.items()
    )


@cache
def _report(items: tuple[tuple[str, Any], ...]) -> Report:
    data = dict(items)
    profile = load_profile(data.get("profile", "awb"))
    reading = extract(as_document(data), hints_of(profile))[0]
    source = Source("brief.pdf", receipt=_receipt(data))
    today = data.get("today", TODAY)
    return assess(reading, profile, source=source, today=today, report_id="x")


def _receipt(data: dict[str, Any]) -> Receipt:
    if data.get("assumed"):
        return Receipt()
    channel = Channel(data.get("channel", "post"))
    received = data.get("received", RECEIVED)
    return Receipt(received, ReceivedSource.MANIFEST, data.get("postmarked"), channel)


def as_document(data: dict[str, Any]) -> Document:
    """Return a letter as a file that was read."""
    texts = (data.get("letter") or _set(data), *data.get("enclosed", ()))
    if data.get("handwritten"):
        return Document("image/png", (_scribbled(texts[0]),))
    confidence = data.get("confidence", 1.0)
    source = TextSource.OCR if confidence < 1 else TextSource.TEXT
    pages = tuple(
        make_page(
            text,
            number=number,
            source=source,
            confidence=confidence,
            ink_annotations=(DRAWN,) if number in data.get("drawn_on", ()) else (),
        )
        for number, text in enumerate(texts, start=1)
    )
    certificates = ()
    if "intact" in data:
        certificates = (
            Certificate("M. Verbeek", intact=data["intact"], valid=True, covers_whole_file=True),
        )
    return Document("application/pdf", pages, certificates)


def _scribbled(text: str) -> Page:
    """Return a scan with lines written by pen below the print."""
    paper = Paper(text)
    for row in range(16):
        for column in range(4):
            paper.scribble(22 + 44 * column, 150 + 8 * row, width=38, height=6)
    return paper.page().page


def _set(data: dict[str, Any]) -> str:
    """Lay a text out as a classic letter."""
    subject = data.get("subject", "")
    paragraphs = data["text"].strip().split("\n\n")
    parts = [
        data.get("sender", SENDER),
        data.get("to", OFFICE),
        data.get("date", "Utrecht, 9 november 2026"),
        f"Betreft: {subject}" if subject else "",
        data.get("salutation", "Geachte heer, mevrouw,"),
        *(textwrap.fill(" ".join(part.split()), 85) for part in paragraphs),
        f"Met vriendelijke groet,\n\n\n{data.get('name', 'M. Verbeek')}",
    ]
    return "\n\n".join(part for part in parts if part)
