"""Find print on a page that gave no words: rows of marks as large as letters.

Pure pixel work. An engine leaves out whole lines of a poor scan without a word about it; where
they stand can be read once more, and as long as it is not read nothing there is surely absent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from extractors.document import PT_PER_MM, Box, PageImage, Word
from extractors.inks.inkmask import flatten, ink_pieces, remove_blobs
from extractors.pictures.images import Pieces, pieces_of, sampled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.uint8]  # 0 or 1
    Real = NDArray[np.float32]

SEARCH_SCALE: Final = 110 / 72  # pixels per point: letters are still letters, at half the work
FEW_MORE: Final = 1.25  # times that scale: to make it smaller costs more than it saves
LEAST_SIDE: Final = 60  # pixels
# A word read less surely than this may be a piece of something else.
READ: Final = 0.5
LETTER_MM: Final = (0.9, 4.8)  # heights: an "o" in small print, a capital in a heading
TOUCHING_MM: Final = 9.0  # letters that touch are no wider
WIDEST_MM: Final = 45.0  # nor are those that were smeared into each other
USUAL_MM: Final = 2.2  # and count as so many as are so wide
FEWEST_SMEARED: Final = 10
LEAST_SMEARED_MM: Final = 2.2  # high: a rule or an edge is not
SMEARED: Final = 2.5  # times as wide as high, of a word in which no letter is left
MARGIN_MM: Final = 0.5  # around words that were read
EDGE_MM: Final = 6.0  # closer to the edge of the paper stand shadows and holes
GAP_MM: Final = 2.4  # between two words of a row
FEWEST: Final = 4  # marks in a row
SHORTEST_MM: Final = 7.0  # a row of print, not a few specks
TALLEST_MM: Final = 7.0
# Letters cover at least this share of the box of their row; specks and grain cover less.
INKED: Final = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """Rows of print, in points from the top down, and the ink of the page among which they are."""

    rows: tuple[Box, ...]
    ink: "Mask"
    scale: float  # pixels of the ink per point


def find_unread(image: PageImage, words: Sequence[Word]) -> tuple[Box, ...]:
    """Return where rows of print stand that gave no word, in points, from the top down."""
    return find_print(image, words).rows


def find_print(image: PageImage, words: Sequence[Word] = ()) -> Print:
    """Return the rows of print outside the words that were read, and all other ink there."""
    smaller = image.scale > FEW_MORE * SEARCH_SCALE
    pixels = sampled(image.pixels, SEARCH_SCALE / image.scale) if smaller else image.pixels
    scale = image.scale * pixels.shape[1] / image.pixels.shape[1]
    if min(pixels.shape) < LEAST_SIDE:
        return Print((), np.zeros_like(pixels), scale)
    per_mm = scale * PT_PER_MM
    paper_share = flatten(pixels, per_mm)
    # What was read goes first: on most pages nearly nothing is left to look at.
    _clear(paper_share, scale, words, per_mm)
    pieces, certain = ink_pieces(paper_share)
    ink = pieces.mask_of(certain)
    letters = _print_of(ink, pieces, certain, per_mm)
    return Print(tuple(sorted(_rows(letters, scale, per_mm), key=lambda box: box.top)), ink, scale)


def _print_of(ink: "Mask", pieces: Pieces, certain: "NDArray[np.bool_]", per_mm: float) -> "Mask":
    """Keep the pieces of ink that may be print: letters outside of blobs, and smears."""
    outside = remove_blobs(ink, per_mm)
    smears = certain & _smears(pieces, per_mm)
    if outside is not ink:
        rest = pieces_of(outside)
        return _kept(pieces, smears) | _kept(rest, _letters(rest, per_mm))
    return _kept(pieces, smears | certain & _letters(pieces, per_mm))


def _clear(paper_share: "Real", scale: float, words: Sequence[Word], per_mm: float) -> None:
    """Make paper of the words that were read, and of the edges."""
    edge, margin = round(EDGE_MM * per_mm), MARGIN_MM * PT_PER_MM
    paper_share[:edge] = paper_share[-edge:] = 1
    paper_share[:, :edge] = paper_share[:, -edge:] = 1
    for word in words:
        if word.confidence >= READ:
            x0, top = ((side - margin) * scale for side in (word.box.x0, word.box.top))
            x1, bottom = ((side + margin) * scale for side in (word.box.x1, word.box.bottom))
            rows = slice(max(int(top), 0), max(int(bottom) + 1, 0))
            paper_share[rows, max(int(x0), 0) : int(x1) + 1] = 1


def _letters(pieces: Pieces, per_mm: float) -> "NDArray[np.bool_]":
    """Tell which pieces are as large as a letter or a few that touch."""
    wide, high = pieces.boxes[:, 2], pieces.boxes[:, 3]
    low, top = (size * per_mm for size in LETTER_MM)
    return (high >= low) & (high <= top) & (wide <= WIDEST_MM * per_mm)


def _smears(pieces: Pieces, per_mm: float) -> "NDArray[np.bool_]":
    """Tell which pieces are as high as print and far wider: words smeared while they were wet.

    So full of ink are also holes and stains, but those are as wide as they are high.
    """
    wide, high = pieces.boxes[:, 2], pieces.boxes[:, 3]
    low, top = LEAST_SMEARED_MM * per_mm, LETTER_MM[1] * per_mm
    return (high >= low) & (high <= top) & (wide >= SMEARED * high) & (wide <= WIDEST_MM * per_mm)


def _kept(pieces: Pieces, kept: "NDArray[np.bool_]") -> "Mask":
    """Mark the ink of these pieces; the paper is none."""
    kept[0] = False
    return pieces.mask_of(kept)


def _rows(letters: "Mask", scale: float, per_mm: float) -> Iterator[Box]:
    reach = np.ones((1, round(GAP_MM * per_mm)), np.uint8)
    if not letters.any():
        return
    near = np.asarray(cv2.morphologyEx(letters, cv2.MORPH_CLOSE, reach), dtype=np.uint8)
    for x, y, wide, high in pieces_of(near).boxes[1:].tolist():
        if wide < SHORTEST_MM * per_mm or high > TALLEST_MM * per_mm:
            continue
        part = letters[y : y + high, x : x + wide]
        if _is_print(part, per_mm) and part.mean() > INKED:
            yield Box(x / scale, y / scale, (x + wide) / scale, (y + high) / scale)


def _is_print(part: "Mask", per_mm: float) -> bool:
    """Tell whether a row holds letters: some apart, or many that were smeared into each other."""
    widths = pieces_of(np.ascontiguousarray(part)).boxes[1:, 2] / per_mm
    if np.count_nonzero(widths <= TOUCHING_MM) >= FEWEST:
        return True
    letters = float(np.maximum(widths / USUAL_MM, 1.0).sum())
    return letters >= FEWEST_SMEARED and part.shape[0] >= LEAST_SMEARED_MM * per_mm
