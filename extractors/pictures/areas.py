"""Make a picture smaller by any share: each pixel is the mean of the area that it stands for.

OpenCV goes from pixel to pixel for that. Here rows are added up first and columns then, a few at a
time, as a product of two small matrices: the same picture in six tenths of the time, but for a
pixel here and there of which the mean lies halfway between two levels of grey.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Real = NDArray[np.float32]

ROWS: Final = 8  # of the result in one product: so few use so many rows of the picture ...
COLUMNS: Final = 16
AT_ONCE: Final = 128  # ... and so many stay near the processor until their columns are added up
LEAST: Final = 1e-3  # of a pixel: OpenCV leaves out less
WORTH_IT: Final = 1_000_000  # pixels: of fewer OpenCV is as fast

# Where pixels of the result begin, where those of the picture begin and end, and their shares.
Band = tuple[int, int, int, "Real"]


def averaged(grey: "NDArray[np.uint8]", columns: int, rows: int) -> "NDArray[np.uint8]":
    """Return the picture with so many columns and rows, no more than it has."""
    if grey.size < WORTH_IT or grey.ndim > 2 or _is_whole(grey, columns, rows):
        return _as_uint8(cv2.resize(grey, (columns, rows), interpolation=cv2.INTER_AREA))
    down = _bands(grey.shape[0], rows, ROWS)
    across = _bands(grey.shape[1], columns, COLUMNS)
    result = np.empty((rows, columns), np.uint8)
    flat = np.empty((AT_ONCE, grey.shape[1]), np.float32)
    means = np.empty((AT_ONCE, columns), np.float32)
    for top in range(0, rows, AT_ONCE):
        high = min(AT_ONCE, rows - top)
        for place, first, last, shares in down[top // ROWS : (top + high - 1) // ROWS + 1]:
            own = flat[place - top : place - top + len(shares)]
            np.matmul(shares, grey[first:last].astype(np.float32), out=own)
        for place, first, last, shares in across:
            own = means[:high, place : place + len(shares)]
            np.matmul(flat[:high, first:last], shares.T, out=own)
        result[top : top + high] = cv2.convertScaleAbs(means[:high])
    return result


def _is_whole(grey: "NDArray[np.uint8]", columns: int, rows: int) -> bool:
    """Tell whether whole pixels become one: OpenCV adds those up quickly."""
    return bool(grey.shape[0] % rows == 0 and grey.shape[1] % columns == 0)


@lru_cache(maxsize=8)  # scans of one machine are of one size
def _bands(many: int, few: int, size: int) -> tuple[Band, ...]:
    """Return by `size` pixels of the result which pixels are theirs, and which share of each."""
    return tuple(_band(many, few, place, min(place + size, few)) for place in range(0, few, size))


def _band(many: int, few: int, place: int, end: int) -> Band:
    wide = many / few
    begins = np.arange(place, end)[:, None] * wide
    first, last = int(begins[0, 0]), min(int(np.ceil(begins[-1, 0] + wide)), many)
    pixels = np.arange(first, last)
    shares = np.minimum(begins + wide, pixels + 1) - np.maximum(begins, pixels)
    shares[shares <= LEAST] = 0
    return place, first, last, (shares / wide).astype(np.float32)


def _as_uint8(array: "np.ndarray[tuple[int, ...], np.dtype[np.generic]]") -> "NDArray[np.uint8]":
    return np.asarray(array, dtype=np.uint8)
