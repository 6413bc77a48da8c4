"""Letters and readings for tests, with a default for everything."""

import re
from collections.abc import Mapping, Sequence

from extractors.document import (
    Box,
    Letter,
    LetterPage,
    Page,
    PageRole,
    TextSource,
    Word,
)
from extractors.element import Candidate, ElementId, Hints, Reading, Signal
from extractors.layout import blocks_of, lines_of

A4 = (595.0, 842.0)
MARGIN = 70.0
HINTS = Hints(
    organisations=("Zorg en Zekerheid", "VGZ Zorgkantoor", "CIZ", "Klachtenportaal Zorg"),
)


def make_words(
    text: str, *, size: float = 11.0, confidence: float = 1.0, left: float = MARGIN
) -> tuple[Word, ...]:
    """Set lines of text on a page as a typewriter would.

    Two spaces or more are kept, so that `"Naam:      J. Jansen"` has a column gap and a line that
    starts with spaces stands to the right.
    """
    pitch = size * 0.5
    words = []
    for row, line in enumerate(text.strip("\n").split("\n")):
        top = 60.0 + row * size * 1.3
        for match in re.finditer(r"\S+", line):
            x0 = left + match.start() * pitch
            box = Box(x0, top, x0 + len(match.group()) * pitch * 0.98, top + size)
            words.append(Word(match.group(), box, confidence))
    return tuple(words)


def make_page(
    text: str = "", *, number: int = 1, source: TextSource = TextSource.TEXT, **more: object
) -> Page:
    """Return a page with this text; long texts make the page longer than A4."""
    confidence = float(more.pop("confidence", 1.0))  # type: ignore[arg-type]
    words = make_words(text, confidence=confidence)
    height = max([A4[1]] + [word.box.bottom + 60 for word in words])
    return Page(number, A4[0], height, words, source, **more)  # type: ignore[arg-type]


def make_letter_page(
    page: Page, *, role: PageRole = PageRole.LETTER, hints: Hints = HINTS
) -> LetterPage:
    """Set a page in lines and blocks."""
    lines = lines_of(page)
    return LetterPage(page, role, lines, blocks_of(lines, page, hints))


def make_letter(
    text: str | Sequence[str],
    *,
    roles: Sequence[PageRole] = (),
    hints: Hints = HINTS,
    confidence: float = 1.0,
    source: TextSource = TextSource.TEXT,
) -> Letter:
    """Return a letter with one page for each text; the first is the letter, others go on."""
    texts = [text] if isinstance(text, str) else list(text)
    defaults = [PageRole.LETTER] + [PageRole.CONTINUATION] * (len(texts) - 1)
    every = list(roles) or defaults
    return Letter(
        tuple(
            make_letter_page(
                make_page(each, number=number, confidence=confidence, source=source),
                role=role,
                hints=hints,
            )
            for number, (each, role) in enumerate(zip(texts, every, strict=True), start=1)
        )
    )


def make_reading(
    letter: Letter | None = None,
    *,
    kinds: Sequence[Signal] = (Signal("bezwaar", (), 0.95),),
    candidates: Mapping[ElementId, tuple[Candidate, ...]] | None = None,
    **more: object,
) -> Reading:
    """Return a reading; elements that are not given were not found."""
    found = dict.fromkeys(ElementId, ()) | dict(candidates or {})
    return Reading(
        letter or make_letter("Geachte heer, mevrouw,"),
        tuple(kinds),
        found,
        **more,  # type: ignore[arg-type]
    )
