"""Read the letters in `voices/` and `voices_more/` and set them as post."""

import textwrap
import tomllib
from collections.abc import Collection, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extractors.chances.chances import weighed
from extractors.document import Letter
from extractors.element import Candidate, Hints, Reading
from tests.factories import make_letter

FOLDER = Path(__file__).parent
SENDER = "M. Verbeek\nLaan van Nieuw Oost 12\n3512 AB Utrecht"
OFFICE = "Zorg en Zekerheid Zorgkantoor\nPostbus 400\n2300 AK Leiden"
DISMISSED = 0.1  # below that the judge takes it for no reason
HINTS = Hints(organisations=("Zorg en Zekerheid", "VGZ Zorgkantoor", "CIZ"))


def read_voices(name: str, folder: str = "voices") -> list[dict[str, Any]]:
    """Return the letters of one file with what is expected of them."""
    return tomllib.loads((FOLDER / folder / f"{name}.toml").read_text("utf-8"))["letter"]


def expecting(voices: Sequence[dict[str, Any]], key: str, wrong: Collection[str]) -> list[Any]:
    """Return the letters that expect something, those that are known to fail marked so."""
    return [
        pytest.param(
            voice,
            id=voice["id"],
            marks=[pytest.mark.xfail(strict=True)] if voice["id"] in wrong else [],
        )
        for voice in voices
        if key in voice
    ]


def set_letter(voice: dict[str, Any]) -> Letter:
    """Lay a voice out as a classic letter."""
    subject = voice.get("subject", "")
    parts = [
        SENDER,
        voice.get("to", OFFICE),
        "Utrecht, 9 maart 2026",
        f"Betreft: {subject}" if subject else "",
        voice.get("salutation", "Geachte heer, mevrouw,"),
        *(textwrap.fill(part, 85) for part in voice["text"].strip().split("\n\n")),
        "Met vriendelijke groet,\n\n\nM. Verbeek",
    ]
    return make_letter("\n\n".join(part for part in parts if part))


def likely_in(letter: Letter, finder: ModuleType) -> tuple[Candidate, ...]:
    """Return what a finder finds, but for what is no reason by all that the letter says."""
    reading = weighed(Reading(letter, (), {finder.ELEMENT: finder.find(letter, HINTS)}))
    found = reading.candidates[finder.ELEMENT]
    return tuple(each for each in found if each.marks or (each.chance or 1.0) >= DISMISSED)
