"""Find where a letter is closed, and with that the part of the page where people sign it.

Knows formulas, lines and the room around them; looks at no pixels and judges nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import PT_PER_MM, BlockRole, Box, LetterPage, Line, Page, Word
from extractors.label_rows import captions_of
from extractors.layout import em_of
from extractors.once import once
from extractors.parts import COPY_TO, is_closing, is_near_closing

# People sign from just above the closing formula to this far below it.
ABOVE_MM = 9.0
# Over a small "handtekening" under the line to sign on stands all of the signature.
OVER_CAPTION_MM = 30.0
BELOW_MM = 75.0
# Closer to the edge of the paper stand shadows and torn edges.
EDGE_MM = 5.0
# A closing that ends lower than this leaves no room: people sign at the top of the next page.
ROOM_MM = 45.0

_NO_LETTER = re.compile(r"[^a-zà-ÿ]")
MOST_WORDS = 8  # of a line below which people sign
SHORT = 3  # letters in what a signature is read as
_HEADS_PART = re.compile(r"\bondertekening\b", re.IGNORECASE)
SIGN_HERE = re.compile(r"\bhandtekening", re.IGNORECASE)
# On a form that stands above or beside the place to sign.
_DATED_HERE = re.compile(r"plaats\b|datum\b", re.IGNORECASE)
_QUOTED = re.compile(
    r"\b(oorspronkelijk|doorgestuurd|origineel) bericht\b|\boriginal message\b", re.IGNORECASE
)
_ENCLOSURES = re.compile(rf"^(bijlagen?|bijgevoegd|enclosures?|{COPY_TO})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Zone:
    """The part of a page where a signature is looked for."""

    page: LetterPage
    box: Box
    closing: Line | None  # None: no closing formula stands on this page
    readable: bool  # False: print was not read, so that it cannot be told from ink

    def printed(self) -> tuple[Word, ...]:
        """Return the words in the zone that were surely printed.

        OCR reads scribbles as words too, but seldom surely, and people sign larger than print.
        """
        return tuple(word for line, word in self._print() if not _is_doubtful(word, line))

    def doubtful(self) -> tuple[Word, ...]:
        """Return the words that were read as print but stand alone, as a pen is read."""
        return tuple(word for line, word in self._print() if _is_doubtful(word, line))

    def _print(self) -> Iterator[tuple[Line, Word]]:
        em = em_of(self.page.page)
        for line in self.page.lines:
            if line.box.overlaps(self.box):
                yield from ((line, word) for word in line.words if _is_print(word, line, em))


def _is_doubtful(word: Word, line: Line) -> bool:
    """Tell a short word that no longer one stands beside: of strokes the engine makes "Bae"."""
    if len(word.text) > SHORT or any(map(str.isdigit, word.text)):
        return False
    return not any(len(each.text) > SHORT and each.confidence > 0.7 for each in line.words)


def _is_readable(page: Page) -> bool:
    """Tell whether enough of a page was read to say which ink is print."""
    sure = sum(word.confidence > 0.7 for word in page.words)
    return len(page.words) < 15 or sure > 0.5 * len(page.words)


def _is_print(word: Word, line: Line, em: float) -> bool:
    if word.box.height > 1.35 * em:
        return False
    letters = sum(char.isalnum() for char in word.text)
    if letters < 2 or letters < 0.6 * len(word.text):
        # Initials and punctuation are read less surely than the words beside them.
        beside = max((each.confidence for each in line.words if each is not word), default=0.0)
        return max(word.confidence, beside) > 0.8 and word.box.height < 0.9 * em
    return word.confidence > 0.7 or (len(line.words) > 2 and line.confidence > 0.75)


def zones_of(pages: Sequence[LetterPage]) -> tuple[Zone, ...]:
    """Return where to look: around the last closing, and where the letter goes on after it.

    Without a closing that is below the running text of the last page that has any. Pages without
    words count as going on: some hold nothing but a signature. Without any words it is the whole
    last page.
    """
    for index in reversed(range(len(pages))):
        closings = last_closings(pages[index])
        if closings:
            following = pages[index + 1 : index + 2] if _goes_over(pages[index], closings) else ()
            return (
                _at_closing(pages[index], closings),
                *map(_at_top, following),
                *map(_below_text, _later_prose(pages[index + 1 :])),
            )
    last = max((index for index, page in enumerate(pages) if page.lines), default=None)
    if last is None:
        return tuple(_unread(page) for page in pages[-1:])
    # Scanned out of order, the page that was signed may lie on top.
    below = [_below_text(page) for page in pages[: last + 1] if page.lines]
    return (*reversed(below), *map(_at_top, pages[last + 1 : last + 2]))


def _goes_over(page: LetterPage, closings: Sequence[Line]) -> bool:
    """Tell whether people sign on the next page: no room is left, or no name stands below."""
    end = closings[-1].box.bottom
    if page.page.height - end < ROOM_MM * PT_PER_MM:
        return True
    return not any(line.box.top > end and line.box.bottom < 0.93 * page.page.height
                   for line in page.lines)  # fmt: skip


def _later_prose(pages: Sequence[LetterPage]) -> list[LetterPage]:
    """Return the last page with running text after a closing: that closing was none."""
    return [page for page in pages if len(_prose(page)) >= 4][-1:]


def last_closings(page: LetterPage) -> tuple[Line, ...]:
    """Return the last closing formula and those just above it ("Hoogachtend", "Handtekening:")."""
    closings = [line for line in page.lines if closes(line)] or _in_own_words(page)
    last = max((line.box.bottom for line in closings), default=0.0)
    near = [line for line in closings if last - line.box.bottom < BELOW_MM * PT_PER_MM]
    return tuple(sorted(near, key=lambda line: line.box.bottom))


def _in_own_words(page: LetterPage) -> list[Line]:
    """Return the line that begins the closing of the page, whatever its words."""
    closing = [block for block in page.blocks if block.role is BlockRole.CLOSING]
    return [block.lines[0] for block in closing[:1]]


@once
def closes(line: Line) -> bool:
    """Tell whether people sign below this line; OCR may have read a scribble as more words.

    >>> closes(Line((Word("Handtekeningen", Box(0, 0, 1, 1)), Word("Er", Box(1, 0, 2, 1))), 1))
    True
    """
    if is_closing(line):
        return True
    if len(line.words) > MOST_WORDS or line.text[:1].islower():  # "ondersteuning." ends a sentence
        return False
    words = [_NO_LETTER.sub("", word.text.casefold()) for word in line.words[:4]]
    starts = [" ".join(words[:count]) for count in range(1, len(words) + 1)]
    # A long formula stays itself with one letter in five misread, a short one does not.
    return any(is_near_closing(start, "formules", long=(14, 78), short=84) for start in starts)


def _at_closing(page: LetterPage, closings: Sequence[Line]) -> Zone:
    top = closings[0].box.top - _room_above(page, closings[0]) * PT_PER_MM
    bottom = closings[-1].box.bottom + BELOW_MM * PT_PER_MM
    box = _sheet(page.page, top, bottom)
    return Zone(page, box, _signed_at(closings), _is_readable(page.page))


def _room_above(page: LetterPage, closing: Line) -> float:
    """Return from how many millimetres above a closing people sign."""
    is_caption = any(cell.line is closing for cell in captions_of(page))
    return OVER_CAPTION_MM if is_caption and SIGN_HERE.search(closing.text) else ABOVE_MM


def _signed_at(closings: Sequence[Line]) -> Line:
    """Return the closing that people sign at.

    On a form "Ondertekening" only heads that part, and at "Plaats en datum" nobody signs.
    """
    first = closings[0]
    if not (_HEADS_PART.search(first.text) or _DATED_HERE.match(first.text)):
        return first
    return next((line for line in closings[1:] if SIGN_HERE.search(line.text)), first)


def _at_top(page: LetterPage) -> Zone:
    box = _sheet(page.page, 0.0, BELOW_MM * PT_PER_MM)
    return Zone(page, box, None, _is_readable(page.page))


def _unread(page: LetterPage) -> Zone:
    return Zone(page, _sheet(page.page, 0.0, page.page.height), None, readable=False)


def _below_text(page: LetterPage) -> Zone:
    top = max(line.box.bottom for line in _prose(page) or page.lines[:1])
    box = _sheet(page.page, top, top + BELOW_MM * PT_PER_MM)
    return Zone(page, box, None, _is_readable(page.page))


def _prose(page: LetterPage) -> list[Line]:
    """Return the lines that fill the text column, without footers and lists of enclosures."""
    height = page.page.height
    enclosures = [line.box.top for line in page.lines if _ENCLOSURES.match(line.text)]
    # The message that a mail answers stands below what was signed.
    quoted = [line.box.top for line in page.lines[1:] if _QUOTED.search(line.text)]
    end = min([*(top for top in enclosures if top > 0.3 * height), *quoted], default=height)
    above = [line for line in page.lines if line.box.bottom < min(end, 0.9 * height)]
    width = max((line.box.width for line in above), default=0.0)
    return [line for line in above if len(line.words) > 3 and line.box.width > 0.6 * width]


def _sheet(page: Page, top: float, bottom: float) -> Box:
    edge = EDGE_MM * PT_PER_MM
    return Box(edge, max(top, edge), page.width - edge, min(bottom, page.height - edge))
