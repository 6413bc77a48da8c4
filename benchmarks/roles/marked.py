"""Reads letters in which every date, number, name and address is marked, and sets them as typed.

A mark is `{role|as it is written}`. The letters stand in files that begin with the letter of their
writer; those of `test` are never learnt from and never shown.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.kinds.plain import typed_page, word_at
from extractors.document import Box, Document, Letter, around
from extractors.element import Hints
from extractors.split import split

CLIENT, WRITER = "client", "schrijver"
FOLDER = Path(__file__).parent / "letters"
WIDTHS = (72, 80, 88)  # characters in a line: where lines break differs from machine to machine


@dataclass(frozen=True, slots=True)
class Mark:
    """What was marked: its role, how it is written and where it stands on the page."""

    role: str
    text: str
    boxes: tuple[Box, ...]  # of its words

    @property
    def box(self) -> Box:
        """The box around all its words."""
        return around(self.boxes)


@dataclass(frozen=True, slots=True)
class Marked:
    """One letter as typed on one page, however long that gets, with its marks in reading order."""

    name: str
    writer: str
    kind: str  # bezwaar, klacht, beide or overig
    gronden: str  # of an objection: ja, kaal, pro_forma or bijlage; of others nothing
    omschrijving: str  # of a complaint: ja or kaal; nothing when nobody said
    document: Document
    marks: tuple[Mark, ...]

    @property
    def main_kind(self) -> str:
        """The kind by which it is judged: what both objects and complains, as an objection."""
        return "bezwaar" if self.kind == "beide" else self.kind

    @property
    def says_why(self) -> bool | None:
        """Whether it gives grounds or says what the complaint is about; None when that is open."""
        said = self.omschrijving if self.kind == "klacht" else self.gronden
        return said == "ja" if said and said != "twijfel" else None

    def written(self, *roles: str) -> list[str]:
        """Return what was marked with one of the roles."""
        return [mark.text for mark in self.marks if mark.role in roles]


def read_marked(split: str = "") -> Iterator[Marked]:
    """Yield the letters to learn from, or those of `test`, in the order of their files."""
    for each, name, width in entries_in(FOLDER / split):
        yield set_marked(described(each), name, width)


def described(entry: Mapping[str, str]) -> Mapping[str, str]:
    """Say of a complaint that it tells what it is about: writers were asked to leave out else."""
    return {"omschrijving": "ja", **entry} if entry["kind"] == "klacht" else entry


def entries_in(folder: Path) -> Iterator[tuple[Mapping[str, str], str, int]]:
    """Yield each letter of the files of a folder, its name, and how many characters a line has."""
    for path in sorted(folder.glob("*.toml")):
        letters = tomllib.loads(path.read_text(encoding="utf-8"))["letter"]
        for number, each in enumerate(letters):
            yield each, f"{path.stem}-{number}", WIDTHS[number % len(WIDTHS)]


def without_signs(text: str) -> str:
    """Return a text in which nothing looks like a mark.

    >>> without_signs("{a|b}")
    '(a/b)'
    """
    return text.translate(str.maketrans("{}|", "()/"))


def letter_of(marked: Marked, hints: Hints) -> Letter:
    """Return the letter, of a document that was cut the part with the most words."""
    return max(split(marked.document, hints), key=count_words)


def count_words(letter: Letter) -> int:
    """Return how many words a letter has; the most tell it from a piece that was cut off."""
    return sum(len(line.words) for line in letter.lines)


def set_marked(entry: Mapping[str, str], name: str, width: int) -> Marked:
    """Set the text of one letter on a page and note where its marks stand."""
    chars, roles = _without_marks(_complained(entry).strip("\n"))
    words, owners = [], []
    for row, line in enumerate(_rows(chars, width)):
        for at, word in line:
            words.append(word_at("".join(char for char, _ in word), row, at))
            owners.append({owner for _, owner in word if owner is not None})
    marks = tuple(
        Mark(role, text, tuple(w.box for w, own in zip(words, owners, strict=True) if at in own))
        for at, (role, text) in enumerate(roles)
    )
    return Marked(
        name, writer_of(name), entry["kind"], entry.get("gronden", ""),
        entry.get("omschrijving", ""), Document("application/pdf", (typed_page(words),)), marks,
    )  # fmt: skip


def as_read(text: str) -> str:
    """Return a text without its marks.

    >>> as_read("Leiden, {datum|3 mei 2026}")
    'Leiden, 3 mei 2026'
    """
    return "".join(char for char, _ in _without_marks(text)[0])


def _complained(entry: Mapping[str, str]) -> str:
    """Return the text of a letter; who complains of what was done to "mijn man" is who complains.

    Anybody may (Awb 9:1), and it is that name that has to be there (Awb 9:4).
    """
    text = entry["text"]
    is_alone = entry["kind"] == "klacht" and f"{{{CLIENT}|" not in text
    return text.replace(f"{{{WRITER}|", f"{{{CLIENT}|") if is_alone else text


def writer_of(name: str) -> str:
    """Return who wrote a letter: files that begin with the same letter are of one hand.

    >>> writer_of("a_zorgkantoor_pgb-3"), writer_of("tune/h_klacht_1-le-moeder-0")
    ('a', 'tune/h')
    >>> writer_of("dev/klacht"), writer_of("dev/klacht-kd-kaal-0")
    ('dev/klacht', 'dev/klacht')
    """
    return re.split("[_-]", name)[0]


Chars = list[tuple[str, int | None]]  # each with the number of the mark that it belongs to


def _without_marks(text: str) -> tuple[Chars, list[tuple[str, str]]]:
    """Return the characters with their marks, and role and text of each mark."""
    chars: Chars = []
    roles: list[tuple[str, str]] = []
    rest = text
    while rest:
        before, brace, rest = rest.partition("{")
        chars += [(char, None) for char in before]
        if brace:
            inner, _, rest = rest.partition("}")
            role, _, written = inner.partition("|")
            chars += [(char, len(roles)) for char in written]
            roles.append((role, written))
    return chars, roles


def _rows(chars: Chars, width: int) -> Iterator[list[tuple[int, Chars]]]:
    """Yield the words of each row with their column; long lines are broken between words."""
    for line in _split(chars, "\n"):
        row: list[tuple[int, Chars]] = []
        shift = 0
        for at, word in _words(line):
            if row and at - shift + len(word) > width and len(line) > width:
                yield row
                row, shift = [], at
            row.append((at - shift, word))
        yield row


def _split(chars: Chars, mark: str) -> Iterator[Chars]:
    line: Chars = []
    for each in chars:
        if each[0] == mark:
            yield line
            line = []
        else:
            line.append(each)
    yield line


def _words(line: Chars) -> Iterator[tuple[int, Chars]]:
    word: Chars = []
    for at, each in enumerate([*line, (" ", None)]):
        if each[0].isspace():
            if word:
                yield at - len(word), word
            word = []
        else:
            word.append(each)


def roles_at(marks: Sequence[Mark], box: Box) -> list[str]:
    """Return the roles of what was marked in a box."""
    return [mark.role for mark in marks if box.overlaps(mark.box)]
