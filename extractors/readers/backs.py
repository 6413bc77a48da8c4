"""Tell by its back whether an 8 behind a house number may be a B: "26B" is read as "268".

On fax paper and copies an engine is sure of the 8 at every scale. The back of a B is straight; an 8
is round above and below. Measured in 31 fonts at 200 and 300 dpi, in grey and in two levels: at
its ends an 8 draws back by less than 0.05 of its height once in fifty times, above all in slanted
print, a B two times in three (the others have serifs or are slanted).
"""

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from extractors.readers.flags import signs_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Shares of the height.
STRAIGHT: Final = 0.05
ENDS: Final = ((0.04, 0.13), (0.87, 0.96))  # where an 8 is round, without the edge of the ink
INKED: Final = 110
EDGE: Final = 3  # pixels on the left that ink is smoothed into
SMOOTH: Final = 1.5  # in pixels: on fax paper the edges of ink are ragged
FURTHEST: Final = 10  # per cent of the rows reach further to the left: what is left of specks


def may_be_b(picture: "NDArray[np.uint8]") -> bool:
    """Tell whether the last sign of a word has a straight back.

    `picture` is the word by itself at 300 dpi, its ink black and its paper white.
    """
    ink = 255.0 - picture.astype(np.float32)
    signs = signs_of(ink)
    if not signs:
        return False
    left, top, right, bottom = signs[-1]
    smooth = cv2.GaussianBlur(ink, (0, 0), SMOOTH)
    sign = smooth[top:bottom, max(left - EDGE, 0) : right] > INKED
    begins = np.where(sign.any(axis=1), sign.argmax(axis=1), sign.shape[1])
    furthest, height = float(np.percentile(begins, FURTHEST)), len(sign)
    ends = (begins[int(a * height) : int(b * height) + 1] for a, b in ENDS)
    return all(float(np.median(each)) - furthest <= STRAIGHT * height for each in ends)
