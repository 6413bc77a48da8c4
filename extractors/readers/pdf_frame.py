"""Where a place in a PDF lies on the upright page: media box, crop box, rotation, unit. Pure."""

from dataclasses import dataclass
from typing import Self

from pdfminer.utils import Matrix, Rect, apply_matrix_rect

from extractors.document import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """Maps pdfminer's upright media box (origin bottom left) to the upright crop box."""

    left: float
    upper: float
    width: float
    height: float
    unit: float
    to_upright: Matrix

    @classmethod
    def of(cls, *, media: Rect, crop: Rect, rotate: int, unit: float = 1.0) -> Self:
        """Make the frame of a page from what the file says about it."""
        matrix = _upright_matrix(media, rotate % 360)
        x0, lower, x1, upper = apply_matrix_rect(matrix, _shared(crop, media))
        return cls(x0, upper, (x1 - x0) * unit, (upper - lower) * unit, unit, matrix)

    def upright(self, rect: Rect) -> Rect:
        """Turn a rectangle of the file as the page is turned."""
        return apply_matrix_rect(self.to_upright, rect)

    def box(self, bbox: Rect) -> Box:
        """Return a rectangle on the upright media box in points of the upright crop box."""
        x0, y0, x1, y1 = bbox
        left, right = (x1, x0) if x1 < x0 else (x0, x1)
        lower, upper = (y1, y0) if y1 < y0 else (y0, y1)
        unit = self.unit
        return Box(
            (left - self.left) * unit,
            (self.upper - upper) * unit,
            (right - self.left) * unit,
            (self.upper - lower) * unit,
        )


def _upright_matrix(media: Rect, rotate: int) -> Matrix:
    """Return the matrix that pdfminer's interpreter starts a page with."""
    x0, y0, x1, y1 = media
    match rotate:
        case 90:
            return (0, -1, 1, 0, -y0, x1)
        case 180:
            return (-1, 0, 0, -1, x1, y1)
        case 270:
            return (0, 1, -1, 0, y1, -x0)
        case _:
            return (1, 0, 0, 1, -x0, -y0)


def _shared(inner: Rect, outer: Rect) -> Rect:
    x0, y0 = max(inner[0], outer[0]), max(inner[1], outer[1])
    x1, y1 = min(inner[2], outer[2]), min(inner[3], outer[3])
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else outer
