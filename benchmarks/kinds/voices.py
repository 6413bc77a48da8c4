"""Letters that the tests of the finders hold, as texts to learn the kind from."""

import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.kinds.plain import WIDTH, set_words
from extractors.document import Letter
from extractors.element import Hints

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "unit" / "extractors"
FILES = ("voices/*.toml", "voices_more/*.toml", "voices_klacht/*.toml")
SENDER = "M. Verbeek\nLaan van Nieuw Oost 12\n3512 AB Utrecht"
OFFICE = "Zorg en Zekerheid Zorgkantoor\nPostbus 400\n2300 AK Leiden"

Voice = dict[str, Any]


def read_voices(hints: Hints) -> Iterator[tuple[str, tuple[str, ...], Letter]]:
    """Yield an id, the kinds that can be defended and the letter of every voice with a kind."""
    for pattern in FILES:
        for path in sorted(FOLDER.glob(pattern)):
            for voice in tomllib.loads(path.read_text(encoding="utf-8"))["letter"]:
                kinds = _kinds(voice)
                if kinds:
                    yield str(voice.get("id", voice.get("nummer"))), kinds, _set(voice, hints)


def _kinds(voice: Voice) -> tuple[str, ...]:
    if "nummer" in voice:  # one of the complaints
        return ("klacht",)
    if "kinds_any" in voice:
        return tuple(voice["kinds_any"])
    first = voice["kinds"][0] if "kinds" in voice else voice.get("kind")
    if first is None:
        return ()
    return (first if first in {"bezwaar", "klacht"} else "overig",)


def _set(voice: Voice, hints: Hints) -> Letter:
    subject = voice.get("subject", voice.get("onderwerp", ""))
    text = voice.get("text", voice.get("tekst", ""))
    parts = [
        SENDER,
        voice.get("to", OFFICE),
        "Utrecht, 9 maart 2026",
        f"Betreft: {subject}" if subject else "",
        voice.get("salutation", "Geachte heer, mevrouw,"),
        *(textwrap.fill(part, WIDTH) for part in text.strip().split("\n\n")),
        "Met vriendelijke groet,\n\n\nM. Verbeek",
    ]
    return set_words("\n\n".join(part for part in parts if part), hints)
