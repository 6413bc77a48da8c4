"""Reads letters of which it is known whether they say why, with what says it in `[[brackets]]`.

They stand in files that begin with the letter of their writer.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.roles.marked import Marked, entries_in, set_marked, without_signs

FOLDER = Path(__file__).parent / "letters"
REASON = "reden"  # the role of what says why


def read_bracketed() -> Iterator[Marked]:
    """Yield the letters in the order of their files, as typed."""
    for each, name, width in entries_in(FOLDER):
        letter = set_marked({**each, "text": as_marked(each["text"])}, name, width)
        yield replace(letter, writer=f"redenen/{letter.writer}")


def as_marked(text: str) -> str:
    """Return a text with its brackets as marks.

    >>> as_marked("Ik maak bezwaar [[want ik kan niet lopen]].")
    'Ik maak bezwaar {reden|want ik kan niet lopen}.'
    """
    return without_signs(text).replace("[[", f"{{{REASON}|").replace("]]", "}")
