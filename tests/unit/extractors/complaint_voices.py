"""Read the complaints in `voices_klacht/`, set them as post and see what the finders make of them.

The letters with an odd number may be tuned on; those with an even number are held back.
"""

import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from extractors.document import Letter
from extractors.element import Hints
from extractors.elements import (
    gericht_tegen,
    ondernomen,
    resultaat,
    tijdspad,
    zorgaanbieder,
)
from tests.factories import make_letter

FOLDER = Path(__file__).parent / "voices_klacht"
SENDER = "M. Verbeek\nLaan van Nieuw Oost 12\n3512 AB Utrecht"
OFFICE = "Zorg en Zekerheid Zorgkantoor\nPostbus 400\n2300 AK Leiden"
HINTS = Hints(organisations=("Zorg en Zekerheid", "VGZ Zorgkantoor", "CIZ"))
FLOOR, PRESENT = 0.3, 0.6  # from here on the judge calls an element uncertain, and there
VALUES: Mapping[str, ModuleType] = {"tegen": gericht_tegen, "aanbieder": zorgaanbieder}
PASSAGES: Mapping[str, ModuleType] = {
    "tijdspad": tijdspad,
    "ondernomen": ondernomen,
    "resultaat": resultaat,
}
Voice = dict[str, Any]


@cache
def read_complaints() -> tuple[Voice, ...]:
    """Return all complaints in order of their number."""
    every = [
        voice
        for path in FOLDER.glob("*.toml")
        for voice in tomllib.loads(path.read_text("utf-8"))["letter"]
    ]
    return tuple(sorted(every, key=lambda voice: int(voice["nummer"])))


def set_complaint(voice: Voice) -> Letter:
    """Lay a complaint out as a classic letter."""
    text = "\n".join(textwrap.fill(line, 85) for line in voice["tekst"].splitlines())
    subject = f"Betreft: {voice['onderwerp']}"
    parts = (SENDER, OFFICE, "Utrecht, 9 december 2026", subject, "Geachte heer, mevrouw,", text)
    return make_letter("\n\n".join((*parts, "Met vriendelijke groet,\n\n\nM. Verbeek")))


def verdicts(voice: Voice) -> Iterator[tuple[str, str]]:
    """Yield each element of a complaint with "goed", "twijfel", "gemist" or "fout"."""
    letter = set_complaint(voice)
    for name, module in VALUES.items():
        yield name, _value_verdict(voice[name], module.find(letter, HINTS))
    for name, module in PASSAGES.items():
        yield name, _passage_verdict(voice[name], module.find(letter, HINTS))


def _value_verdict(wanted: list[str], found: tuple[Any, ...]) -> str:
    best = found[0] if found and found[0].confidence >= FLOOR else None
    if best is None:
        return "gemist" if wanted else "goed"
    if not wanted and best.role == "omschreven" and best.confidence < PRESENT:
        return "goed"  # a provider without a name: a person has to look
    if str(best.value).casefold() in {value.casefold() for value in wanted}:
        return "goed" if best.confidence >= PRESENT else "twijfel"
    return "fout" if best.confidence >= PRESENT else "twijfel"


def _passage_verdict(wanted: str, found: tuple[Any, ...]) -> str:
    confidence = max((each.confidence for each in found), default=0.0)
    if wanted == "beide":
        return "goed"
    if wanted == "nee":
        return "goed" if confidence < FLOOR else "twijfel" if confidence < PRESENT else "fout"
    return "goed" if confidence >= PRESENT else "twijfel" if confidence >= FLOOR else "gemist"
