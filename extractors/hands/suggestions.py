"""What may stand in the handwriting of a letter: values to suggest to a person, nothing more.

The lines that Tesseract did not read as print are read once more by the engine for handwriting,
and the finders look at the letter as it then reads. What they find is kept apart from what was
found in print: no status and no term depends on it.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import ModuleType
from typing import Final

import numpy as np

from extractors.document import Letter, LetterPage, Line, PageImage, TextSource, Word
from extractors.element import Candidate, ElementId, Hints
from extractors.errors import DocumentError
from extractors.hands.handwriting import HandEngine
from extractors.layout import blocks_of, lines_of

PRINTED: Final = 0.88  # mean confidence of a line of print; of handwriting it is seldom so high
MOST_PAGES: Final = 4
MOST_SECONDS: Final = 45.0  # for the pages of one letter
# Of its values a third is wrong: no more than that may be thought of one.
SURENESS: Final = 0.25
LEAST: Final = 0.3  # less by the rules of the finders is noise
MOST: Final = 4  # values for one element

Suggestions = Mapping[ElementId, tuple[Candidate, ...]]


def suggest(
    letter: Letter, hints: Hints, *, engine: HandEngine, finders: Sequence[ModuleType]
) -> Suggestions:
    """Return what the handwriting on the letter's own pages may say, best first by element."""
    try:
        read = _read_again(letter, hints, engine)
    except DocumentError:  # a suggestion less; the letter goes to a person all the same
        return {}
    found = {
        finder.ELEMENT: tuple(_worth(finder.find(read, hints)))[:MOST]
        for finder in finders
        if finder.ELEMENT is not ElementId.HANDTEKENING
    }
    return {element: candidates for element, candidates in found.items() if candidates}


def _worth(found: Sequence[Candidate]) -> Iterator[Candidate]:
    for each in found:
        if each.confidence >= LEAST:
            yield replace(each, confidence=SURENESS, chance=None, doubt=None)


def _read_again(letter: Letter, hints: Hints, engine: HandEngine) -> Letter:
    end = time.monotonic() + MOST_SECONDS
    pages = list(letter.pages)
    own = [page for page in letter.own_pages if page.page.source is TextSource.OCR]
    for page in own[:MOST_PAGES]:
        if time.monotonic() > end:
            break
        pages[pages.index(page)] = _page_again(page, hints, engine)
    return replace(letter, pages=tuple(pages))


def _page_again(page: LetterPage, hints: Hints, engine: HandEngine) -> LetterPage:
    if page.page.image is None:
        return page
    printed = [line for line in page.lines if line.confidence >= PRINTED]
    words = (*_words_of(printed), *engine.read(_without(page.page.image, printed)))
    read = replace(page.page, words=words)
    lines = lines_of(read)
    return LetterPage(read, page.role, lines, blocks_of(lines, read, hints))


def _words_of(lines: Sequence[Line]) -> Iterator[Word]:
    for line in lines:
        yield from line.words


def _without(image: PageImage, lines: Sequence[Line]) -> PageImage:
    """Return the picture with these lines painted over in the colour of the paper."""
    pixels = image.pixels.copy()
    paper = np.uint8(np.percentile(pixels, 80))
    for line in lines:
        PageImage(pixels, image.scale).crop(line.box)[:] = paper
    return PageImage(pixels, image.scale)
