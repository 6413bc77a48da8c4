"""What was read: documents, pages, words and the one mapping from text offsets to boxes.

All coordinates are PDF points (1/72 inch) of the upright page, origin top left. Nothing here
opens a file or decides what a word means.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING, NamedTuple, Self

from extractors.once import once

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PT_PER_MM = 72 / 25.4
# A picture over this share of a page with text is the scan from which the text was read.
SCAN_SHARE = 0.8


class Box(NamedTuple):  # one for each letter on a page: a dataclass takes thrice the time
    """A rectangle in points of the upright page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Area in square points."""
        return self.width * self.height

    @property
    def center(self) -> tuple[float, float]:
        """Middle point (x, y)."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def scaled(self, factor: float) -> Self:
        """Return the rectangle with every measure multiplied."""
        return type(self)(
            self.x0 * factor, self.top * factor, self.x1 * factor, self.bottom * factor
        )

    def moved(self, right: float, down: float) -> Self:
        """Return the rectangle elsewhere, as large as it is."""
        return type(self)(self.x0 + right, self.top + down, self.x1 + right, self.bottom + down)

    def grown(self, across: float, down: float) -> Self:
        """Return the rectangle with a margin to both sides and above and below."""
        return type(self)(self.x0 - across, self.top - down, self.x1 + across, self.bottom + down)

    def on_sheet(self, width: float = inf, height: float = inf) -> Self:
        """Return what of the rectangle lies on a sheet of this size."""
        return type(self)(
            max(self.x0, 0.0), max(self.top, 0.0), min(self.x1, width), min(self.bottom, height)
        )

    def overlaps(self, other: Self) -> bool:
        """Tell whether the two rectangles share any area."""
        return (
            self.x0 < other.x1
            and other.x0 < self.x1
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def contains(self, other: Self) -> bool:
        """Tell whether the middle of `other` lies in this rectangle."""
        # Asked hundreds of times of each page: without `center` it takes half the time.
        return (
            self.x0 <= (other.x0 + other.x1) / 2 <= self.x1
            and self.top <= (other.top + other.bottom) / 2 <= self.bottom
        )

    def shared_height(self, other: Self) -> float:
        """Return the height in points over which the two stand side by side."""
        return max(0.0, min(self.bottom, other.bottom) - max(self.top, other.top))

    def shared_width(self, other: Self) -> float:
        """Return the width in points over which the two stand above each other."""
        return max(0.0, min(self.x1, other.x1) - max(self.x0, other.x0))

    def shared_area(self, other: Self) -> float:
        """Return the area in square points that lies in both."""
        return self.shared_width(other) * self.shared_height(other)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all of them.

    Raises:
        ValueError: when there is no box at all.

    """
    every = list(boxes)
    if len(every) == 1:
        return every[0]
    lefts, tops, rights, bottoms = zip(*every, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


@dataclass(frozen=True, slots=True)
class Word:
    """One word as read, with how sure the reader was (0..1; a text layer gives 1)."""

    text: str
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side without a column gap; never empty."""

    words: tuple[Word, ...]
    page: int
    # Asked a hundred times of each line: made once.
    text: str = field(init=False, repr=False, compare=False)  # the words with single spaces
    box: Box = field(init=False, repr=False, compare=False)  # around the words

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join([word.text for word in self.words]))
        boxes = [word.box for word in self.words]
        object.__setattr__(self, "box", around(boxes) if boxes else Box(0.0, 0.0, 0.0, 0.0))

    @property
    def confidence(self) -> float:
        """Mean confidence of the words, weighed by their length."""
        weight = sum(len(word.text) for word in self.words) or 1
        return sum(len(word.text) * word.confidence for word in self.words) / weight


class BlockRole(StrEnum):
    """What part of a letter a block of lines is."""

    LETTERHEAD = "letterhead"  # printed heading of an office that writes
    SENDER = "sender"  # name and address of who writes
    ADDRESSEE = "addressee"  # name and address of who is written to
    REFERENCE = "reference"  # date, subject, labels with values
    BODY = "body"
    CLOSING = "closing"  # the closing formula and what stands below it
    ATTACHMENTS = "attachments"  # the list of enclosures
    STAMP = "stamp"  # received stamp of the mailroom
    FOOTER = "footer"  # page numbers, print dates, small print


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, top to bottom; never empty."""

    lines: tuple[Line, ...]
    role: BlockRole = BlockRole.BODY
    text: str = field(init=False, repr=False, compare=False)  # the lines with line breaks
    box: Box = field(init=False, repr=False, compare=False)  # around the lines

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "\n".join([line.text for line in self.lines]))
        object.__setattr__(self, "box", around([line.box for line in self.lines]))

    @property
    def page(self) -> int:
        """The page of the file, from 1."""
        return self.lines[0].page


@dataclass(frozen=True, slots=True, eq=False)
class PageImage:
    """Grey picture of the upright page; `pixels` is (rows, columns) uint8, 255 is white."""

    pixels: "NDArray[np.uint8]"
    scale: float  # pixels per point

    def crop(self, box: Box) -> "NDArray[np.uint8]":
        """Return the pixels inside `box`, clipped to the page; may be empty."""
        rows, columns = self.pixels.shape
        x0, x1 = (min(max(round(x * self.scale), 0), columns) for x in (box.x0, box.x1))
        y0, y1 = (min(max(round(y * self.scale), 0), rows) for y in (box.top, box.bottom))
        return self.pixels[y0:y1, x0:x1]


class TextSource(StrEnum):
    """Where the words of a page come from."""

    TEXT = "text"
    OCR = "ocr"


@dataclass(frozen=True, slots=True)
class Page:
    """One upright page of the file."""

    number: int  # from 1
    width: float
    height: float
    words: tuple[Word, ...]
    source: TextSource
    image: PageImage | None = None
    pictures: tuple[Box, ...] = ()  # pictures placed on a born-digital page
    drawings: tuple[Box, ...] = ()  # groups of free curves drawn on a born-digital page
    by_pen: tuple[Box, ...] = ()  # of the drawings, those that were written as by a pen
    ink_annotations: tuple[Box, ...] = ()  # drawn by hand in a PDF viewer (/Ink, /Stamp)
    unread: tuple[Box, ...] = ()  # rows of print on a scan that gave no word
    in_part: bool = False  # an enclosure: only its top was read, and nothing more is needed
    turned: int = 0  # degrees the page was turned to stand upright, clockwise
    unit: float = 1.0  # points of the file per point here: a PDF may put a sheet on 2 x 3 metres

    @property
    def is_paper(self) -> bool:
        """Whether it is of paper, so that ink may stand on it.

        Office scanners lay their own text over the picture.
        """
        whole = self.width * self.height
        return self.source is TextSource.OCR or any(
            box.area > SCAN_SHARE * whole for box in self.pictures
        )


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate signature in the PDF, checked on the untouched bytes (pyHanko)."""

    signer: str
    intact: bool  # the signed bytes are unchanged
    valid: bool  # the cryptography holds; stays true when bytes outside were changed
    covers_whole_file: bool
    trusted: bool = False  # against the operating system's trust list
    box: Box | None = None  # visible field, when there is one
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: pages in order, from 1."""

    media_type: str
    pages: tuple[Page, ...]
    certificates: tuple[Certificate, ...] = ()
    ocr_seconds: float = 0.0
    engine: str = ""  # name and version of the OCR engine, empty when none was needed


class PageRole(StrEnum):
    """What a page is for the letter it came with."""

    LETTER = "brief"
    CONTINUATION = "vervolg"
    DECISION = "besluit"  # an enclosed decision or other letter of an organisation
    AUTHORISATION = "machtiging"
    ENVELOPE = "envelop"
    ATTACHMENT = "bijlage"
    BLANK = "leeg"


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A page with its role and its words set in lines and blocks, in reading order."""

    page: Page
    role: PageRole
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a document: its own pages and what was enclosed."""

    pages: tuple[LetterPage, ...]
    part: int = 1
    certificates: tuple[Certificate, ...] = ()  # those of the file: they seal all its pages
    may_hold_more: bool = False  # another letter may begin on one of its pages
    # The pages that the sender wrote: the letter and its continuation, in that order; and their
    # lines and blocks in reading order. Asked a hundred times of each letter: made once.
    own_pages: tuple[LetterPage, ...] = field(init=False, repr=False, compare=False)
    lines: tuple[Line, ...] = field(init=False, repr=False, compare=False)
    blocks: tuple[Block, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        own = (*self.with_role(PageRole.LETTER), *self.with_role(PageRole.CONTINUATION))
        object.__setattr__(self, "own_pages", own)
        object.__setattr__(self, "lines", tuple(line for page in own for line in page.lines))
        object.__setattr__(self, "blocks", tuple(block for page in own for block in page.blocks))

    def with_role(self, *roles: PageRole) -> tuple[LetterPage, ...]:
        """Return the pages that have one of the roles."""
        return tuple(page for page in self.pages if page.role in roles)


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a text between two offsets: what stands there, where, and how sure it was read."""

    text: str
    words: tuple[Word, ...]
    pages: tuple[int, ...]  # page of each word

    @property
    def confidence(self) -> float:
        """The weakest word: a value is read as well as its worst part. Empty gives 0."""
        return min((word.confidence for word in self.words), default=0.0)

    def boxes(self) -> tuple[tuple[int, Box], ...]:
        """Return (page, box) for each page that the span touches."""
        return tuple(
            (
                number,
                around(
                    word.box
                    for word, page in zip(self.words, self.pages, strict=True)
                    if page == number
                ),
            )
            for number in dict.fromkeys(self.pages)
        )


@dataclass(frozen=True, slots=True)
class Text:
    """Running text over words; the only mapping from offsets to words and boxes.

    Lines are joined by `joint`; a word that was broken at a line end ("aan-" + "vraag") is made
    whole when `joint` is a space.
    """

    string: str
    words: tuple[Word, ...] = field(repr=False)
    pages: tuple[int, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, lines: Sequence[Line], *, joint: str = "\n") -> Self:
        """Set the lines one after the other."""
        parts: list[str] = []
        words: list[Word] = []
        pages: list[int] = []
        starts: list[int] = []
        length = 0
        for index, line in enumerate(lines):
            places = list(accumulate([len(word.text) + 1 for word in line.words], initial=length))
            length = places.pop()
            starts += places
            words += line.words
            pages += [line.page] * len(line.words)
            parts.append(line.text)
            length -= 1
            if index == len(lines) - 1 or not line.words:
                continue
            if joint == " " and is_broken(line, lines[index + 1]):
                parts[-1] = parts[-1][:-1]
                length -= 1
            else:
                parts.append(joint)
                length += len(joint)
        return cls("".join(parts), tuple(words), tuple(pages), tuple(starts))

    def span(self, start: int, end: int) -> Span:
        """Return the words touched by the characters from `start` up to `end`."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(end - 1, start)), first)
        return Span(self.string[start:end].strip(), self.words[first:last], self.pages[first:last])


@once
def running(block: Block) -> Text:
    """Return a block as running text: half of the finders read it so."""
    return Text.of(block.lines, joint=" ")


@once
def of_line(line: Line) -> Text:
    """Return one line as a text: finders of numbers and of people read it so, one by one."""
    return Text.of((line,))


def is_broken(line: Line, following: Line) -> bool:
    """Tell whether the last word of `line` goes on in the next line ("aan-" / "vraag")."""
    end, start = line.words[-1].text, following.words[0].text
    return (
        len(end) > 2
        and end[-1] in "-\u00ad"
        and end[-2].isalpha()
        and start[:1].islower()
        and start.casefold() not in {"en", "of", "en/of"}
    )
