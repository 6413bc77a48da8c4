"""Read the letters in `whole/`, as their mailroom would, and tell what was read of them."""

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from extractors.document import Document
from extractors.element import ElementId
from extractors.extract import extract
from tests.factories import make_page
from validators.assess import Receipt, Source, assess
from validators.profile import hints_of, load_profile
from validators.report import AddressValue, ElementState, ReceivedSource, Report, Status

FOLDER = Path(__file__).parent / "whole"
TODAY = dt.date(2026, 10, 21)
RECEIPT = Receipt(dt.date(2026, 10, 20), ReceivedSource.MANIFEST)
ELEMENTS = (
    "naam", "adres", "datum", "besluitdatum", "kenmerk", "relatienummer", "bsn", "gericht_tegen",
)  # fmt: skip


def whole_letters(*names: str) -> list[dict[str, Any]]:
    """Return the letters of the files with what is expected of them."""
    return [
        letter
        for name in names
        for letter in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["letter"]
    ]


@cache
def report_on(text: str, profile_id: str) -> Report:
    """Return the report on a letter that is set as it stands, on one page."""
    profile = load_profile(profile_id)
    document = Document("application/pdf", (make_page(text.strip("\n")),))
    reading = extract(document, hints_of(profile))[0]
    source = Source("brief.pdf", receipt=RECEIPT)
    return assess(reading, profile, source=source, today=TODAY, report_id="1")


def kind_of(letter: dict[str, Any]) -> str:
    """Return the kind, all that is neither objection nor complaint as one."""
    kind = str(report_on(letter["text"], letter["profile"]).kind)
    return kind if kind in {"bezwaar", "klacht"} else "overig"


def misread(letter: dict[str, Any], *, sure: bool = False) -> dict[str, str]:
    """Return the values that differ from what the letter holds; `sure`: of what is `aanwezig`."""
    elements = report_on(letter["text"], letter["profile"]).elements
    wrong: dict[str, str] = {}
    for name in (each for each in ELEMENTS if each in letter):
        state = elements[ElementId(name)]
        read = _read(state)
        right = letter[name] if isinstance(letter[name], list) else [letter[name]]
        is_claimed = state.status is Status.AANWEZIG
        is_right = _plain(read) in map(_plain, right) or (right == [""] and not is_claimed)
        if not is_right and (is_claimed or not sure):
            wrong[name] = f"{state.status} {read}"
    return wrong


def _read(state: ElementState) -> str:
    value = state.value
    if isinstance(value, AddressValue):
        return f"{value.postcode or value.straat} {value.huisnummer}"
    return str(value or "")


def _plain(text: str) -> str:
    """Fold what does not matter: case, dots, spaces and the form of address."""
    folded = text.casefold()
    for title in ("mevrouw", "mevr.", "mw.", "de heer", "dhr.", "mr."):
        folded = folded.removeprefix(title)
    return "".join(char for char in folded if char.isalnum())
