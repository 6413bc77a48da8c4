"""Sets letters that the tests of the finders hold as marked ones: it is known if they say why.

What stands in place of reasons is known of them as well, not which sentence says why.
"""

import tomllib
from collections.abc import Iterator

from benchmarks.kinds.voices import FOLDER, Voice, typed_voice
from benchmarks.reasons.bracketed import as_marked
from benchmarks.roles.marked import WIDTHS, Marked, set_marked

FILES = ("extractors/voices/*.toml", "extractors/voices_more/*.toml")
WRITER = "stemmen"  # held out together


def read_voiced() -> Iterator[Marked]:
    """Yield the letters of which it is known whether they say why."""
    for pattern in FILES:
        for path in sorted(FOLDER.glob(pattern)):
            voices = tomllib.loads(path.read_text(encoding="utf-8"))["letter"]
            for number, voice in enumerate(voices):
                said = _said(voice)
                if said:
                    entry = {**said, "text": as_marked(typed_voice(voice))}
                    width = WIDTHS[number % len(WIDTHS)]
                    yield set_marked(entry, f"{WRITER}-{path.stem}-{voice['id']}", width)


def _said(voice: Voice) -> dict[str, str]:
    """Return kind and whether it says why, in the words of marked letters; nothing if unknown."""
    if "omschrijving" in voice:
        return {"kind": "klacht", "omschrijving": "ja" if voice["omschrijving"] else "kaal"}
    told = voice.get("onderbouwing", voice.get("state"))
    kind = voice["kinds"][0] if voice.get("kinds") else "bezwaar"
    if told is None or kind not in {"bezwaar", "klacht"}:
        return {}
    name = "gronden" if kind == "bezwaar" else "omschrijving"
    return {"kind": kind, name: "ja" if told in {"grond", "aanwezig"} else "kaal"}
