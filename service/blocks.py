"""Plain text with a few marks, cut into the blocks of a letter.

`Onderwerp:` stands before the subject and `Bijlage:` before what is enclosed; a blank line ends a
paragraph; `# ` makes a heading, `- ` an item of a list and `> ` a line that stays below the last.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from service.concepts import Block, Heading, Items, Lines, Paragraph

SUBJECT, ATTACHMENT = "Onderwerp:", "Bijlage:"
_MARKS = {"# ": "heading", "- ": "items", "> ": "lines"}


class NoSubjectError(Exception):
    """A text without a subject, or with more than one."""

    mark = SUBJECT


@dataclass(frozen=True, slots=True)
class Worded:
    """A letter in words: its subject, its blocks and what is enclosed."""

    subject: str
    blocks: tuple[Block, ...]
    attachments: tuple[str, ...] = ()


def cut(text: str) -> Worded:
    r"""Cut a text into its subject, its blocks and what is enclosed.

    >>> cut("Onderwerp: Dag\n\n# Kop\neerste regel\ntweede regel").blocks[1].text
    'eerste regel tweede regel'

    Raises:
        NoSubjectError: when there is not exactly one subject.

    """
    lines = [line.rstrip() for line in text.splitlines()]
    subjects, lines = _taken(SUBJECT, lines)
    attachments, lines = _taken(ATTACHMENT, lines)
    if len(subjects) != 1:
        raise NoSubjectError
    return Worded(subjects[0], tuple(_blocks(lines)), tuple(filter(None, attachments)))


def one_line(text: str) -> str:
    """Return the words with single spaces between them."""
    return " ".join(text.split())


def _taken(mark: str, lines: list[str]) -> tuple[list[str], list[str]]:
    """Return what stands behind the mark, and the lines without it."""
    taken = [one_line(line.removeprefix(mark)) for line in lines if line.startswith(mark)]
    return taken, [line for line in lines if not line.startswith(mark)]


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the blocks: lines of the same sort that follow each other belong together."""
    for sort, group in groupby(lines, key=_sort_of):
        if sort != "blank":
            yield _block(sort, [line.strip() for line in group])


def _sort_of(line: str) -> str:
    if not line.strip():
        return "blank"
    return next((sort for mark, sort in _MARKS.items() if line.startswith(mark)), "paragraph")


def _block(sort: str, lines: list[str]) -> Block:
    if sort == "paragraph":
        return Paragraph(text=one_line(" ".join(lines)))
    bare = tuple(line[2:] for line in lines)
    if sort == "heading":
        return Heading(text=one_line(" ".join(bare)))
    return Items(items=tuple(map(one_line, bare))) if sort == "items" else Lines(lines=bare)
