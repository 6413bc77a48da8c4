"""Short letters that were written to learn the kind from: a subject and a few sentences each.

They are of several writers, and those in the files of `BOTH` object and complain.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.kinds.voices import set_voice
from extractors.document import Letter
from extractors.element import Hints

FOLDER = Path(__file__).parent / "letters"
BOTH = ("beide", "twee_zaken", "w_beide")
SECOND = ("balie", "budget", "gemeente", "jeugd", "ouderen", "post_van_derden", "twee_zaken")
FIFTH = ("w_beide", "w_formulieren", "w_mail", "w_modelbrief", "w_namens", "w_zorg")


def read_short(hints: Hints) -> Iterator[tuple[str, str, Letter]]:
    """Yield an id, the kind and the letter of every one, in the order of the files."""
    for path in sorted(FOLDER.glob("*.toml")):
        for kind, letters in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for number, (subject, text) in enumerate(letters):
                voice = {"subject": subject, "text": text}
                yield f"{path.stem}-{kind}-{number}", kind, set_voice(voice, hints)


def writer_of_short(name: str) -> str:
    """Return who wrote the letter with this id.

    >>> writer_of_short("twee_zaken-bezwaar-12"), writer_of_short("bezwaar-bezwaar-3")
    ('second', 'first')
    >>> writer_of_short("w_beide-bezwaar-3")
    'fifth'
    """
    if _file(name) in FIFTH:
        return "fifth"
    return "second" if _file(name) in SECOND else "first"


def kinds_of_short(name: str, kind: str) -> tuple[str, ...]:
    """Return all that the letter with this id is; nothing when its kind is all there is.

    >>> kinds_of_short("twee_zaken-bezwaar-12", "bezwaar"), kinds_of_short("jeugd-klacht-3", "x")
    (('bezwaar', 'klacht'), ())
    """
    return ("bezwaar", "klacht") if kind == "bezwaar" and _file(name) in BOTH else ()


def _file(name: str) -> str:
    return name.rsplit("-", 2)[0]
