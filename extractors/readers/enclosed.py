"""Tell by what stands on top of it that a page is an enclosure of which nothing more is needed.

The second page of a care plan or a medical file says so in its running head. Only what is sure
counts: the name of such a paper in a heading, a second sign that it is one, and no word of a
letter, a decision or an authorisation. Where there is doubt nothing is said.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from extractors.document import Line
from extractors.parts import POSTCODE, is_closing, is_salutation

HEAD: Final = 12  # lines that are looked at, from the top
_TITLED: Final = 3  # lines from the top, or the last one, that name the paper
_HEADING: Final = 12  # words in a heading, at most
_SENTENCE: Final = 8  # words of a line of running text, at least
_SURE: Final = 0.7  # confidence of a heading
_FILE_WORDS: Final = 3  # different kinds of words that stand for a page number
_YOU = re.compile(r"\b(u|uw|je|jouw|jullie)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(pagina|pag\.?|blad|blz\.?)\s*(\d{1,2})(\s*(van|/|-)\s*(\d{1,2}))?|^[-\u2013\s]*(\d{1,2})\s*(van|/)\s*(\d{1,2})(?![\d/.-])",
    re.IGNORECASE,
)


class Numbering(NamedTuple):
    """What a page says about its place: "pagina 2 van 5"; `total` is 0 where that is not said."""

    number: int
    total: int

    def follows(self, before: "Numbering") -> bool:
        """Tell whether this is the next page of the same paper."""
        return self.number == before.number + 1 and self.total == before.total


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A page that is one, and what it says of its place, if anything."""

    place: Numbering | None = None


def is_enclosed(
    head: Sequence[Line], foot: Sequence[Line] = (), *, before: Enclosure | None = None
) -> bool:
    """Tell whether lines from the top of a page, and its last ones, are surely of an enclosure.

    `before` is the page before when that is one: the next page of the same paper needs no heading.
    """
    head = head[:HEAD]
    if not may_be_enclosed((*head, *foot)) or not may_prove_enclosed(head, foot, before=before):
        return False
    if is_next_numbered(head, foot, before=before):
        return True
    own = place_of(head, foot)
    return (own is not None and own.number > 1) or _file_words((*head, *foot)) >= _FILE_WORDS


def may_prove_enclosed(
    head: Sequence[Line], foot: Sequence[Line], *, before: Enclosure | None
) -> bool:
    """Tell whether the first three lines and the last one leave it possible that a page is one.

    It has a title of such a paper, or may be the next page of the paper before it: by its number,
    or because neither is numbered and it goes on in the middle of a text that addresses nobody.
    """
    if any(map(_is_title, (*head[:_TITLED], *foot[-1:]))):
        return True
    if before is None:
        return False
    if place_of(head, foot) is None and before.place is None:
        return _runs_on(head)
    return is_next_numbered(head, foot, before=before)


def is_next_numbered(
    head: Sequence[Line], foot: Sequence[Line], *, before: Enclosure | None
) -> bool:
    """Tell whether a page says to be the next one of the enclosure before it."""
    own = place_of(head, foot)
    if own is None or before is None or before.place is None:
        return False
    return own.follows(before.place)


def _runs_on(head: Sequence[Line]) -> bool:
    """Tell whether no heading stands on top and nobody is addressed."""
    if not head or any(_YOU.search(line.text) for line in head):
        return False
    first = head[0]
    return len(first.words) >= _SENTENCE or not first.text[:1].isupper()


def may_be_enclosed(lines: Sequence[Line]) -> bool:
    """Tell whether nothing in the lines could be of a letter, a decision or an authorisation."""
    text = _text(lines)
    if any(pattern.search(text) for pattern in _cues()["never"]):
        return False
    if any(POSTCODE.search(line.text) for line in lines):
        return False
    return not any(is_salutation(line) or is_closing(line) for line in lines)


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines).casefold()


def _is_title(line: Line) -> bool:
    """Tell whether a line is a heading with the name of such a paper, not a sentence about one."""
    short = len(line.words) <= _HEADING and line.confidence >= _SURE
    return short and line.text.rstrip()[-1:] not in ".,;" and bool(_titles().search(line.text))


def _file_words(lines: Sequence[Line]) -> int:
    text = _text(lines)
    return sum(bool(pattern.search(text)) for pattern in _cues()["words"])


def place_of(head: Sequence[Line], foot: Sequence[Line]) -> Numbering | None:
    """Return what the first or the last lines of a page say of its place."""
    return numbering((*head[:_TITLED], *foot[-_TITLED:]))


def numbering(lines: Sequence[Line]) -> Numbering | None:
    """Return what one of the lines says of the place of a page ("pagina 2 van 3")."""
    for line in lines:
        match = _NUMBERED.search(line.text) if len(line.text) < 60 else None
        if match and match[2]:
            return Numbering(int(match[2]), int(match[5] or 0))
        if match and int(match[6]) <= int(match[8]):  # "22/10" is a day
            return Numbering(int(match[6]), int(match[8]))
    return None


@cache
def _titles() -> re.Pattern[str]:
    """Return what finds a title: at the start of a line or of a part of it, with a capital."""
    names = "|".join(f"(?:{title})" for title in _lists()["titles"])
    return re.compile(rf"(?:^\W*|[|\u00b7\u2022\u2013\u2014-]\s+)(?=[A-Z])(?i:{names})\b")


@cache
def _cues() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {name: tuple(map(re.compile, patterns)) for name, patterns in _lists().items()}


@cache
def _lists() -> dict[str, list[str]]:
    text = (files("extractors") / "cues" / "enclosed.toml").read_text("utf-8")
    return tomllib.loads(text)
