"""Read the letters in `loketten/`, set them as post and have them read and judged."""

import datetime as dt
import json
import textwrap
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from extractors.document import Document
from extractors.element import Reading
from extractors.extract import extract
from tests.factories import make_page
from validators.advice import Advice
from validators.assess import Receipt, Source, assess, case_of
from validators.case import Case
from validators.profile import Profile, hints_of, load_profile
from validators.report import ReceivedSource, Report
from validators.routing import advice_of

FOLDER = Path(__file__).parent / "loketten"
TODAY = dt.date(2026, 10, 21)
RECEIPT = Receipt(dt.date(2026, 10, 20), ReceivedSource.MANIFEST)

OFFICES = {
    "zorg-en-zekerheid": "Zorg en Zekerheid\nt.a.v. afdeling Juridische Zaken\nPostbus 400\n"
    "2300 AK Leiden",
    "vgz-zorgkantoor": "VGZ Zorgkantoor\nPostbus 650\n5600 AR Eindhoven",
    "ciz": "CIZ\nTeam Bezwaar en Beroep\nPostbus 2891\n3500 GW Utrecht",
    "gemeente": "Gemeente Zandhoven\nPostbus 10\n3000 AA Zandhoven",
    "klachtenportaal-zorg": "Klachtenportaal Zorg\nWesteinde 14A\n1601 BJ Enkhuizen",
    "klachtenloket-zorg": "Klachtenloket Zorg\nPostbus 90600\n2509 LP Den Haag",
}
WRITERS = (
    "A. Versteeg\nLindelaan 12\n2312 AB Leiden\nBSN 999900134",
    "Mw. P. Dijkgraaf\nHavenstraat 8a\n5611 EN Eindhoven",
    "K. el Idrissi\nMolenweg 41\n3512 PH Utrecht\nBSN 999900390",
    "Fam. Terpstra\nDorpsstraat 7\n7411 AA Deventer",
)


def read_desk_letters(*names: str) -> list[dict[str, Any]]:
    """Return the letters of the files with what is expected of them."""
    return [
        letter
        for name in names
        for letter in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["letter"]
    ]


def set_document(letter: dict[str, Any]) -> Document:
    """Lay a letter out as a classic letter on one page."""
    sender = letter.get("from", WRITERS[len(letter["text"]) % len(WRITERS)]).strip()
    parts = [
        sender,
        letter.get("to", OFFICES[letter["profile"]]).strip(),
        "19 oktober 2026",
        f"Betreft: {letter['subject']}",
        "Geachte heer, mevrouw,",
        *(textwrap.fill(part, 85) for part in letter["text"].strip().split("\n\n")),
        f"Met vriendelijke groet,\n\n\n{sender.splitlines()[0]}",
    ]
    return Document("application/pdf", (make_page("\n\n".join(parts)),))


@cache
def _read(letter: str) -> tuple[Reading, Profile]:
    voice = json.loads(letter)
    profile = load_profile(voice["profile"])
    (reading,) = extract(set_document(voice), hints_of(profile))
    return reading, profile


def read(letter: dict[str, Any]) -> tuple[Reading, Profile]:
    """Run the real extractors over the letter, as its mailroom would; once for each letter."""
    return _read(json.dumps(letter, sort_keys=True))


def case_for(letter: dict[str, Any]) -> Case:
    """Return the letter as a case for the validators."""
    reading, profile = read(letter)
    return case_of(reading, profile, receipt=RECEIPT, today=TODAY)


def route_of(letter: dict[str, Any]) -> Advice:
    """Return where the letter should go, with the rows that say so."""
    return advice_of(case_for(letter))


def report_on(letter: dict[str, Any]) -> Report:
    """Return the report on the letter."""
    reading, profile = read(letter)
    return assess(
        reading, profile, source=Source("brief.pdf", receipt=RECEIPT), today=TODAY, report_id="1"
    )
