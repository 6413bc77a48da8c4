"""Say how well the pages of a letter could be read; absence is only worth what the reading is."""

import re
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.document import Letter, LetterPage, Page, TextSource, Word
from extractors.once import once
from extractors.pictures.images import reduced

# Tesseract is right about 99 words in 100 that it gives this confidence or more.
SURE_WORD = 0.7
# Pixels darker than this share of the paper are ink.
INK = 0.6
# Pixels that become one to look at the paper: it has no details.
COARSE = 3
# For each brightness of the paper the least that is no ink on it.
_LEAST_PAPER = np.ceil(np.float32(INK) * np.arange(256, dtype=np.float32)).astype(np.uint8)
# Printed words cover at least this share of the ink on a page that was read.
UNREAD_SHARE = 0.5
# Edges of paper, rules and frames hang together over more than any word written in one stroke.
LONGEST_STROKE_PT = 130.0
# Nobody prints nearer to the foot of the paper than this.
EDGE_PT = 11.0
# Print this near to the side of a picture goes on outside it; so do that many lines at least.
SIDE_PT = 4.0
CUT_LINES = 3
_NUMBERED = re.compile(r"\b(?:pagina|pag\.?|blad|blz\.?)\s*(\d{1,2})\s*(?:van|/)\s*(\d{1,2})", re.I)


def legibility(letter: Letter) -> float:
    """Return the share of characters on the letter's own pages that were read surely (0..1)."""
    sure = every = 0
    for page in letter.own_pages:
        for word in page.page.words:
            every += len(word.text)
            if page.page.source is TextSource.TEXT or word.confidence >= SURE_WORD:
                sure += len(word.text)
    return sure / every if every else 0.0


def is_handwritten(letter: Letter) -> bool:
    """Tell whether most of the ink on the letter's own pages gave no words."""
    scanned = [page for page in letter.own_pages if page.page.source is TextSource.OCR]
    return any(_unread_share(page.page) > UNREAD_SHARE for page in scanned)


def _unread_share(page: Page) -> float:
    """Return the share of the ink that lies outside surely read words; 0 on an empty page."""
    if page.image is None:
        return 0.0
    pixels, scale = page.image.pixels, page.image.scale
    edge = round(18 * scale)  # scanners leave dark edges of a few millimetres
    ink = strokes_of(pixels, scale).copy()  # others ask for it too
    ink[:edge] = ink[-edge:] = 0
    ink[:, :edge] = ink[:, -edge:] = 0
    total = cv2.countNonZero(ink)
    if total < 0.002 * ink.size:
        return 0.0
    for word in page.words:
        if word.confidence >= SURE_WORD:
            box = word.box
            top, bottom = round((box.top - 2) * scale), round((box.bottom + 2) * scale)
            left, right = round((box.x0 - 2) * scale), round((box.x1 + 2) * scale)
            ink[max(top, 0) : bottom, max(left, 0) : right] = 0
    return cv2.countNonZero(ink) / total


@once
def strokes_of(pixels: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    """Mark strokes darker than the paper around them; shadows and table tops are no strokes."""
    small = reduced(pixels, COARSE)
    window = round(25 * scale / COARSE) | 1
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((window, window), np.uint8))
    least = cv2.resize(
        cv2.LUT(paper, _LEAST_PAPER), pixels.shape[::-1], interpolation=cv2.INTER_LINEAR
    )
    dark = cv2.compare(pixels, least, cv2.CMP_LT)
    # Outlines are found five times as fast as every pixel is given the number of its stroke.
    outlines, _ = cv2.findContours(dark, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for outline in outlines:
        if max(cv2.boundingRect(outline)[2:]) >= LONGEST_STROKE_PT * scale:
            x, y = (int(each) for each in outline[0, 0])
            if dark[y, x]:  # not the rim of a hole, which is paper; nor one that is gone
                cv2.floodFill(dark, None, (x, y), (0,), flags=8)
    return np.asarray(dark, dtype=np.uint8)


def lacks_pages(letter: Letter) -> bool:
    """Tell whether page numbers ("pagina 1 van 3") say that a page of the letter is not there."""
    numbers: set[int] = set()
    total = 0
    for page in letter.own_pages:
        for match in _numbers(page):
            numbers.add(int(match[1]))
            total = max(total, int(match[2]))
    return bool(numbers) and not set(range(1, total + 1)) <= numbers


def is_cut_off(letter: Letter) -> bool:
    """Tell whether one of the letter's own pages runs over the edge of its picture."""
    scanned = [page for page in letter.own_pages if page.page.source is TextSource.OCR]
    return any(map(_runs_off_foot, scanned[-1:])) or any(map(_runs_off_side, scanned))


def _runs_off_foot(page: LetterPage) -> bool:
    """Tell whether print goes on below the paper; of a line cut through few words are sure."""
    read = [line.box.bottom for line in page.lines if any(map(_is_sure, line.words))]
    return bool(read) and page.page.height - max(read) < EDGE_PT


def _is_sure(word: Word) -> bool:
    return word.confidence >= SURE_WORD and len(word.text) > 2


def _runs_off_side(page: LetterPage) -> bool:
    """Tell whether lines begin before the paper does, or end behind it.

    Of a word that was cut through the engine makes another one, so that each line counts.
    """
    lines = [line.box for line in page.lines if len(line.words) > 2]
    left = sum(box.x0 < SIDE_PT for box in lines)
    right = sum(box.x1 > page.page.width - SIDE_PT for box in lines)
    return max(left, right) >= CUT_LINES


def _numbers(page: LetterPage) -> Sequence[re.Match[str]]:
    edges = [line.text for line in (*page.lines[:3], *page.lines[-3:]) if len(line.words) < 12]
    found = [_NUMBERED.search(text) for text in edges]
    return [match for match in found if match is not None]
