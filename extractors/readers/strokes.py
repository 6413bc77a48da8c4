"""Count the upright strokes behind the hyphen or slash of a house number: the floor in "27-III".

Engines lose one of three strokes and are sure of it; in the picture they can be counted. Halfway up
there is nothing but stems: no serifs, no flag of a 1, no hyphen. Of 864 words of
`python -m benchmarks.lookalikes --wears 6` none is miscounted, and 64 are unclear: their strokes
touch, or the slash touches what is beside it.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

INKED: Final = 110  # of 255
LEAST_PX: Final = 12  # lower signs run together and show no flag
# Shares of the height of figures.
TALL: Final = 0.75  # of the highest sign: a figure or a capital
BAND: Final = (0.3, 0.7)  # where stems are counted
FLAT: Final = 0.35  # a hyphen is lower ...
WIDE: Final = 0.15  # ... wider ...
LEVEL: Final = (0.35, 0.8)  # ... and stands between
SLANT: Final = 0.12  # by which the top of a slash is further right than its foot
THIN: Final = 0.25  # wide is a slash on any row; a 7 is wider at its top
STEM: Final = 0.4  # strokes that touch are wider
LONGER: Final = 1.2  # a hyphen is so much wider than high
ALIKE: Final = 1.9  # the widest stem against the narrowest
DARK: Final = (0.6, 0.3)  # of the blackest column: a stem, and one that is broken
FULL: Final = 0.95  # of the rows of the band: a stem is black on all of them


class Sign(NamedTuple):
    """What hangs together of the ink of a word, in pixels."""

    left: int
    top: int
    right: int
    bottom: int
    ink: "NDArray[np.bool_]"


def count_strokes(picture: "NDArray[np.uint8]", *, alone: bool = False) -> int:
    """Return how many upright strokes end a word behind its hyphen or slash; 0 when it is unclear.

    `picture` is the word by itself, its ink black and its paper white; `alone` when it is nothing
    but strokes.
    """
    ink = 255.0 - picture.astype(np.float32)
    signs = signs_in(ink)
    highest = max((sign.bottom - sign.top for sign in signs), default=0)
    if highest < LEAST_PX:
        return 0
    tall = [sign for sign in signs if sign.bottom - sign.top >= TALL * highest]
    top = float(np.median([sign.top for sign in tall]))
    height = float(np.median([sign.bottom for sign in tall])) - top
    rows = slice(*(int(top + share * height) for share in BAND))
    if alone:
        return _stems_in(ink[rows], height)
    marks = [sign for sign in signs if _is_hyphen(sign, top, height)]
    marks = marks or [sign for sign in signs if _is_slash(sign, height)]
    return _stems_in(ink[rows, marks[0].right :], height) if len(marks) == 1 else 0


def signs_in(ink: "NDArray[np.float32]") -> list[Sign]:
    """Return what hangs together of the ink (0..255) of a word."""
    inked = (ink > INKED).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(inked, connectivity=8)
    signs = []
    for number, (x, y, width, height, _) in enumerate(stats.tolist()):
        if number:
            own = labels[y : y + height, x : x + width] == number
            signs.append(Sign(x, y, x + width, y + height, own))
    return signs


def _is_hyphen(sign: Sign, top: float, height: float) -> bool:
    across, down = sign.right - sign.left, sign.bottom - sign.top
    level = ((sign.top + sign.bottom) / 2 - top) / height
    is_flat = down < FLAT * height and across > max(WIDE * height, LONGER * down)
    return is_flat and LEVEL[0] < level < LEVEL[1]


def _is_slash(sign: Sign, height: float) -> bool:
    if sign.bottom - sign.top < TALL * height:
        return False
    rows = sign.ink[sign.ink.any(axis=1)]
    across = rows.shape[1] - rows[:, ::-1].argmax(axis=1) - rows.argmax(axis=1)
    quarter = len(rows) // 4
    upper, lower = (
        np.flatnonzero(part.any(axis=0)).mean() for part in (rows[:quarter], rows[-quarter:])
    )
    return bool(np.percentile(across, 90) <= THIN * height and upper - lower > SLANT * height)


def _stems_in(band: "NDArray[np.float32]", height: float) -> int:
    """Return how many stems a band has, 0 when something else than stems stands in it."""
    if not band.size:
        return 0
    stems, inked = (_runs(band.mean(axis=0), share) for share in DARK)
    widths = [end - start for start, end in stems]
    if not widths or max(widths) > min(ALIKE * min(widths), STEM * height):
        return 0
    if len(inked) > len(stems):
        return 0
    is_whole = (np.mean(band[:, start:end].max(axis=1) > INKED) >= FULL for start, end in stems)
    return len(stems) if all(is_whole) else 0


def _runs(columns: "NDArray[np.float32]", share: float) -> list[tuple[int, int]]:
    """Return where columns are darker than a share of the darkest, from and to."""
    padded = np.pad(columns, 1)
    edges = np.diff((padded > share * padded.max()).astype(np.int8))
    return list(zip(np.flatnonzero(edges > 0), np.flatnonzero(edges < 0), strict=True))
