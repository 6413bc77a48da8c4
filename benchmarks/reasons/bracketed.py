"""Reads letters of which it is known whether they say why, with what says it in `[[brackets]]`.

They stand in files that begin with the letter of their writer.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.roles.marked import WIDTHS, Marked, set_marked

FOLDER = Path(__file__).parent / "letters"
REASON = "reden"  # the role of what says why


def read_bracketed() -> Iterator[Marked]:
    """Yield the letters in the order of their files, as typed."""
    for path in sorted(FOLDER.glob("*.toml")):
        letters = tomllib.loads(path.read_text(encoding="utf-8"))["letter"]
        for number, each in enumerate(letters):
            entry = {**each, "text": as_marked(each["text"])}
            letter = set_marked(entry, f"{path.stem}-{number}", WIDTHS[number % len(WIDTHS)])
            yield replace(letter, writer=f"redenen/{letter.writer}")


def as_marked(text: str) -> str:
    """Return a text with its brackets as marks.

    >>> as_marked("Ik maak bezwaar [[want ik kan niet lopen]].")
    'Ik maak bezwaar {reden|want ik kan niet lopen}.'
    """
    plain = text.translate(str.maketrans("{}|", "()/"))
    return plain.replace("[[", f"{{{REASON}|").replace("]]", "}")
