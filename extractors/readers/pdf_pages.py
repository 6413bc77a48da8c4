"""Pages of a PDF as pictures: rendered by pdfium, or the scan taken straight out.

pdfium bears one thread at a time, in the whole process: every call stands under one lock.
"""

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from extractors.document import Box
from extractors.errors import (
    DECODER_ERRORS,
    DamagedError,
    PasswordError,
    TooLargeError,
)
from extractors.pictures.decoding import Picture, decode
from extractors.pictures.images import turned
from extractors.readers.jpeg2000 import pixels_in
from extractors.readers.pdf_forms import DEEPEST
from extractors.readers.pdf_marks import PageMarks, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from extractors.limits import Limits

    Pixels = NDArray[np.uint8]

LOCKED: Final = frozenset({pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY})
PDFIUM: Final = threading.Lock()
POINTS_PER_INCH: Final = 72.0
COVERS: Final = 0.97  # of width and of height: a scanner's page is its picture but for a hair
PLAIN_SPACES: Final = frozenset(
    {"DeviceGray", "DeviceRGB", "CalGray", "CalRGB", "ICCBased", "G", "RGB"}
)
JPEG_START: Final = b"\xff\xd8"
NOT_PLAIN: Final = ("SMask", "Mask", "ImageMask", "IM", "Decode", "D")
TOGETHER: Final = 10  # pictures of the largest size on one page, each time they are drawn
MOST_PIXELS: Final = 40_000_000  # of a page that is rendered: A2 at 200 dpi


class Renderer:
    """An open PDF that gives pictures of its pages, by index from 0."""

    def __init__(self, data: bytes, *, limits: "Limits") -> None:
        """Open the file.

        Raises:
            PasswordError: when it asks for a password.
            DamagedError: when pdfium cannot open it.

        """
        self._limits = limits
        try:
            with PDFIUM:
                self._pdf = pypdfium2.PdfDocument(data)
                self.page_count = len(self._pdf)
        except pypdfium2.PdfiumError as error:
            if error.err_code in LOCKED:
                raise PasswordError("the PDF is encrypted for its readers") from error
            raise DamagedError("pdfium cannot open the PDF") from error
        with PDFIUM:
            if self._pdf.get_formtype():
                self._pdf.init_forms()

    def close(self) -> None:
        """Give the memory back."""
        with PDFIUM:
            self._pdf.close()

    def width(self, index: int) -> float:
        """Return the width of the upright page in points.

        Raises:
            DamagedError: when there is no such page.
            TooLargeError: when a side is longer than the limits allow.

        """
        try:
            with PDFIUM:
                width, height = self._pdf.get_page_size(index)
        except DECODER_ERRORS as error:
            raise DamagedError("a page cannot be loaded") from error
        if max(width, height) > self._limits.page_side_pt:
            raise TooLargeError(f"a page of {width:.0f} x {height:.0f} points")
        return float(width)

    def refuse_bombs(self, index: int) -> None:
        """Look at the pictures of a page before they are decoded.

        Raises:
            DamagedError: when pdfium cannot load the page.
            TooLargeError: when one has more pixels than the limits allow, or all together do.

        """
        total = 0
        with self._page(index) as page:
            for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST):
                pixels = _pixels_of(item)
                total += pixels
                if pixels > self._limits.image_pixels:
                    raise TooLargeError(f"a picture of {pixels} pixels")
                if total > TOGETHER * self._limits.image_pixels:
                    raise TooLargeError("pictures without end on a page")

    def render(self, index: int, *, dpi: float) -> "Pixels":
        """Return the upright page in RGB at this resolution, or less when it is very large."""
        with self._page(index) as page:
            width, height = page.get_size()
            scale = dpi / POINTS_PER_INCH
            scale *= min(1.0, (MOST_PIXELS / max(width * height * scale**2, 1.0)) ** 0.5)
            # Grey rendering of a scan takes pdfium 2.8 times as long as colour.
            bitmap = page.render(scale=scale, rev_byteorder=True)
            return np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])

    def render_part(self, index: int, part: Box, *, width: float, dpi: float) -> "Pixels":
        """Return a part of the upright page, which is `width` points wide, without annotations."""
        with self._page(index) as page:
            columns, rows = page.get_size()
            unit = columns / width
            x0, top, x1, bottom = (side * unit for side in part)
            bitmap = page.render(
                scale=dpi / POINTS_PER_INCH / unit,
                crop=(x0, rows - bottom, columns - x1, top),
                rev_byteorder=True,
                draw_annots=False,
                may_draw_forms=False,
            )
            return np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])

    def _bitmap_of_only_image(self, index: int) -> "Pixels | None":
        with self._page(index) as page:
            items = list(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4))
            if len(items) != 1:
                return None
            bitmap = items[0].get_bitmap(render=False)
            if bitmap.mode not in {"L", "BGR", "BGRX"}:
                return None
            pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
        return pixels if pixels.ndim == 2 else np.ascontiguousarray(pixels[:, :, 2::-1])

    def _jpeg_of_only_image(self, index: int) -> bytes:
        """Return the JPEG in the page; pdfminer undoes what is around it thirty times as slowly."""
        with self._page(index) as page:
            items = list(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4))
            data = items[0].get_data(decode_simple=True) if len(items) == 1 else b""
            return bytes(data) if bytes(data[:2]) == JPEG_START else b""

    def embedded(self, index: int, marks: PageMarks) -> Picture | None:
        """Return the scan when the page is just that, upright; None when in any doubt.

        Raises:
            DamagedError: when part of a JPEG is missing: rendered it would look like white paper.

        """
        placed = _only_scan(marks)
        if placed is None:
            return None
        try:
            if _filters(placed)[-1:] == ["DCTDecode"]:
                jpeg = self._jpeg_of_only_image(index) or placed.stream.get_data()
                pixels: Pixels | None = decode(jpeg, limits=self._limits, as_stored=True).pixels
            else:
                pixels = self._bitmap_of_only_image(index)
        except DECODER_ERRORS:
            return None
        if pixels is None or not _has_shape_of(pixels, placed):
            return None
        return Picture(turned(pixels, placed.angle or 0))

    @contextmanager
    def _page(self, index: int) -> "Iterator[pypdfium2.PdfPage]":
        with PDFIUM:
            try:
                page = self._pdf[index]
            except DECODER_ERRORS as error:
                raise DamagedError("a page cannot be loaded") from error
            try:
                yield page
            except DECODER_ERRORS as error:  # among them pdfium's own, a RuntimeError
                raise DamagedError("a page cannot be rendered") from error
            finally:
                page.close()


def _pixels_of(item: pypdfium2.PdfImage) -> int:
    """Return how many pixels a picture has, whatever the PDF says of what it holds."""
    columns, rows = item.get_px_size()
    if item.get_filters()[-1:] != ["JPXDecode"]:
        return int(columns * rows)
    return max(int(columns * rows), pixels_in(bytes(item.get_data(decode_simple=True))))


def _only_scan(marks: PageMarks) -> Placed | None:
    """Return the one plain upright picture that is all there is to see on the page."""
    if len(marks.pictures) != 1 or marks.glyphs or marks.curves or marks.ink:
        return None
    placed = marks.pictures[0]
    covers = placed.box.width >= COVERS * marks.width and placed.box.height >= COVERS * marks.height
    return placed if covers and placed.angle is not None and _is_plain(placed) else None


def _is_plain(placed: Placed) -> bool:
    attrs = placed.stream.attrs
    if any(name in attrs for name in NOT_PLAIN):
        return False
    space = placed.stream.get_any(("CS", "ColorSpace"))
    if isinstance(space, list) and space:
        space = space[0]
    return getattr(space, "name", "") in PLAIN_SPACES


def _filters(placed: Placed) -> list[str]:
    return [getattr(name, "name", "") for name, _ in placed.stream.get_filters()]


def _has_shape_of(pixels: "Pixels", placed: Placed) -> bool:
    """Tell whether the pixels are as wide to high as the place they fill: no stretched scans."""
    rows, columns = pixels.shape[:2]
    width, height = placed.box.width, placed.box.height
    if (placed.angle or 0) % 180:
        width, height = height, width
    return bool(abs(columns * height / max(rows * width, 1.0) - 1) < 0.03)
