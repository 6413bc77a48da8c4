"""Sets a text as a letter without drawing or reading anything: words on a page, as typed."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.letters.compose import build_content, choose_dates, choose_presence
from benchmarks.letters.content import Content
from benchmarks.letters.dice import Dice
from benchmarks.letters.drawing import draw_facts
from benchmarks.letters.layouts.layout import Layout
from benchmarks.letters.lists import SPLITS
from benchmarks.letters.texts import Text
from benchmarks.letters.wish import NOTHING
from extractors.document import Box, Letter, LetterPage, Page, PageRole, TextSource, Word
from extractors.element import Hints
from extractors.layout import blocks_of, lines_of

WIDTH = 85  # characters in a line
A4 = (595.0, 842.0)
_PITCH, _SIZE, _STEP, _LEFT, _TOP = 5.0, 11.0, 14.3, 70.0, 60.0
_CLASSIC = Layout("classic", lambda _sheet, _content: None)


@dataclass(frozen=True, slots=True)
class Plain:
    """A letter of words alone, and the sort of office that it is sent to."""

    letter: Letter
    to: str  # zk, ciz, gem, portaal, loket


def set_text(text: Text, hints: Hints, *, number: int, draw: int = 0) -> Plain:
    """Fill the slots of a text and set it as a classic letter; the same numbers, the same letter.

    `number` is the place of the text in its split; `draw` gives it other people and dates.
    """
    content = content_of(text, number=number, draw=draw)
    return Plain(set_words(typed(content), hints), content.facts.org.to)


def content_of(text: Text, *, number: int, draw: int = 0) -> Content:
    """Fill the slots of a text; the same numbers, the same contents."""
    dice = Dice(draw, SPLITS.index(text.split), number)
    facts = draw_facts(dice, text, text.split)
    choose_presence(dice, facts, NOTHING, whole=dice.chance(0.55))
    choose_dates(dice, facts)
    return build_content(dice, facts, _CLASSIC, "inkt")


def typed(content: Content) -> str:
    """Return a letter as it is typed, its parts from top to bottom."""
    return "\n\n".join(_parts(content))


def _parts(content: Content) -> Iterator[str]:
    """Yield the parts of a letter from top to bottom, each of one line or more."""
    own = content.facts.text.own_letterhead
    yield "\n".join(([own] if own else []) + content.sender())
    yield "\n".join(content.recipient())
    yield from filter(None, [content.place_date()])
    references = [f"{label}: {value}" for label, value in content.references()]
    yield from filter(None, ["\n".join(references), content.title])
    subject = content.subject_text()
    if subject:
        yield textwrap.fill(f"{content.label('subject')}: {subject}", WIDTH)
    yield from filter(None, [content.salutation])
    for paragraph in content.paragraphs():
        yield "\n".join(textwrap.fill(line, WIDTH) for line in paragraph.split("\n"))
    yield f"{content.closing}\n\n\n{content.sign_name()}".lstrip()


def set_words(text: str, hints: Hints) -> Letter:
    """Set lines of text on one page as a typewriter would, however long the page gets."""
    page = typed_page(
        [
            word_at(match[0], row, match.start())
            for row, line in enumerate(text.split("\n"))
            for match in re.finditer(r"\S+", line)
        ]
    )
    lines = lines_of(page)
    return Letter((LetterPage(page, PageRole.LETTER, lines, blocks_of(lines, page, hints)),))


def word_at(text: str, row: int, column: int) -> Word:
    """Type a word in a row and a column of the page, both from 0."""
    x0, top = _LEFT + column * _PITCH, _TOP + row * _STEP
    return Word(text, Box(x0, top, x0 + len(text) * _PITCH * 0.98, top + _SIZE), 1.0)


def typed_page(words: Sequence[Word]) -> Page:
    """Return the page that holds the words, however long it gets."""
    height = max([A4[1], *(word.box.bottom + _TOP for word in words)])
    return Page(1, A4[0], height, tuple(words), TextSource.TEXT)
