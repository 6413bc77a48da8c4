"""Short letters that were written to learn the kind from: a subject and a few sentences each."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.kinds.voices import set_voice
from extractors.document import Letter
from extractors.element import Hints

FOLDER = Path(__file__).parent / "letters"


def read_short(hints: Hints) -> Iterator[tuple[str, str, Letter]]:
    """Yield an id, the kind and the letter of every one, in the order of the files."""
    for path in sorted(FOLDER.glob("*.toml")):
        for kind, letters in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for number, (subject, text) in enumerate(letters):
                voice = {"subject": subject, "text": text}
                yield f"{path.stem}-{kind}-{number}", kind, set_voice(voice, hints)
