"""Tell whether a picture on a born-digital page shows what a pen may have drawn.

Only what surely holds none is told apart: a logo with its name, a code, a dark photo.
Whether a drawn name is a signature is not decided here.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import cv2
import numpy as np

from extractors.document import PT_PER_MM, Box, PageImage
from extractors.inks.ink import Ink, find_ink
from extractors.inks.inkmask import flatten
from extractors.inks.typeset import is_typeset

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Of pictures of a name at least so wide none looks set in type, of smaller ones one in fifty does.
LEAST_WIDTH_MM = 18.0
# Share of a picture that is darker than this share of its paper: of a name it is a fifth at most.
DARK, MOST_INKED = 0.8, 0.45
LEAST_INKED = 0.001  # with less, and of a picture that cannot be shown, nothing is known
# Printed letters are no larger, stand apart and are many; a name by hand is more than a dash.
LETTERS, TYPESET = 0.8, 0.9
LEAST_MM = 5.0
# So large a stroke is a pen's; what is flat is a rule, what is filled part of a logo.
STROKE_MM, RULE_MM, MOST_FILLED = 8.0, 3.0, 0.3
FRAME = 0.9  # of the picture


def may_show_pen(image: PageImage, printed: Sequence[Box]) -> bool:
    """Tell whether a part of a page may show a name by hand; `printed` are words on that part."""
    rows, columns = image.pixels.shape
    part = Box(0.0, 0.0, columns / image.scale, rows / image.scale)
    if part.width < LEAST_WIDTH_MM * PT_PER_MM:
        return True
    ink = (flatten(image.pixels, image.scale * PT_PER_MM) < DARK).astype(np.uint8)
    inked = float(np.mean(ink))
    if inked < LEAST_INKED:
        return True
    if inked > MOST_INKED:
        return False
    # Measuring what a stroke is like takes long, and most are plain to see.
    return _has_stroke(ink, image.scale * PT_PER_MM) or any(
        not _is_print(each) for each in find_ink(image, part, printed)
    )


def _has_stroke(ink: "NDArray[np.uint8]", per_mm: float) -> bool:
    """Tell whether a line goes on further than those of a printed letter."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    sides = stats[1:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    filled = stats[1:, cv2.CC_STAT_AREA] / sides.prod(axis=1)
    large = (sides.max(axis=1) > STROKE_MM * per_mm) & (sides.min(axis=1) > RULE_MM * per_mm)
    is_frame = (sides > FRAME * np.array(ink.shape[::-1])).all(axis=1)
    return bool((large & (filled < MOST_FILLED) & ~is_frame).any())


def _is_print(ink: Ink) -> bool:
    return ink.length < LEAST_MM or (ink.letterlike >= LETTERS and is_typeset(ink) >= TYPESET)
