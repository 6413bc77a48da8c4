"""Letters that the tests of the finders hold, as texts to learn the kind from."""

import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.kinds.plain import WIDTH, set_words
from benchmarks.letters.texts import Text
from extractors.document import Letter
from extractors.element import Hints

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "unit"
FILES = (
    *("extractors/voices/*.toml", "extractors/voices_more/*.toml"),
    *("extractors/voices_klacht/*.toml", "validators/whole/*.toml", "validators/loketten/*_*.toml"),
)
# Letters to desks are kept by what they turn against; these are of another kind than their file.
BY_FILE = {"besluiten": "bezwaar", "klachten": "klacht", "hulp": "overig"}
OTHERWISE = {
    **dict.fromkeys(("veiligheid-in-bezwaar", "dwang-genoemd-in-bezwaar"), "bezwaar"),
    **dict.fromkeys(("clientondersteuner-in-bezwaar", "vws-dreiging"), "bezwaar"),
    **dict.fromkeys(("juiste-loket-cce-terloops",), "bezwaar"),
    **dict.fromkeys(("skgz-na-antwoord-verzekeraar", "kastje-muur-in-klacht"), "klacht"),
    **dict.fromkeys(("bob-beroep-bij-zorgkantoor", "vovo-verzoek-geadresseerd"), "overig"),
    **dict.fromkeys(("uitspraak-hoger-beroep", "h-uitspraak", "h-bob-advocaat"), "overig"),
    **dict.fromkeys(("ingebrekestelling-ander-orgaan", "ingebrekestelling-eigen"), "overig"),
    **dict.fromkeys(("h-vovo", "h-ingebrekestelling-gemeente"), "overig"),
}
SENDER = "M. Verbeek\nLaan van Nieuw Oost 12\n3512 AB Utrecht"
OFFICE = "Zorg en Zekerheid Zorgkantoor\nPostbus 400\n2300 AK Leiden"

OURS = ("bezwaar", "klacht")
Voice = dict[str, Any]


def read_voices(hints: Hints) -> Iterator[tuple[Text, Letter]]:
    """Yield every voice with a kind, as a text with what is true of it and as a letter."""
    for pattern in FILES:
        for path in sorted(FOLDER.glob(pattern)):
            for voice in tomllib.loads(path.read_text(encoding="utf-8"))["letter"]:
                kinds = _kinds(voice, BY_FILE.get(path.stem.split("_")[-1]))
                if kinds:
                    name = str(voice.get("id", voice.get("nummer")))
                    both = OURS if {*OURS} <= {*voice.get("kinds", ())} else ()
                    text = Text(name, "tune", kinds[0], "", accepts=kinds[1:], kinds=both)
                    yield text, set_voice(voice, hints)


def _kinds(voice: Voice, by_file: str | None) -> tuple[str, ...]:
    """Return what a letter may be called; nothing when its file does not say."""
    if "nummer" in voice:  # one of the complaints
        return ("klacht",)
    if "kinds_any" in voice:
        return tuple(voice["kinds_any"])
    told = voice["kinds"][0] if voice.get("kinds") else voice.get("kind")
    kind = told or OTHERWISE.get(voice["id"], by_file)
    return (kind if kind in OURS else "overig",) if kind else ()


def set_voice(voice: Voice, hints: Hints) -> Letter:
    """Set a voice as a letter to a care office."""
    return set_words(typed_voice(voice), hints)


def typed_voice(voice: Voice) -> str:
    """Return a voice as it is typed, as a letter to a care office."""
    if "profile" in voice and "subject" not in voice:
        return str(voice["text"]).strip("\n")  # as it stands
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
    return "\n\n".join(part for part in parts if part)
