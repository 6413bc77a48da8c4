"""Decode pictures within limits: every frame, upright, with square pixels.

Arrays are uint8, 255 is white: (rows, columns) when grey, (rows, columns, 3) in RGB order when
coloured.
"""

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np
from PIL import Image, ImageColor, ImageFile, ImageOps

from extractors.errors import (
    DECODER_ERRORS,
    DamagedError,
    NoPagesError,
    TooLargeError,
    TooManyPagesError,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extractors.limits import Limits


LONGEST_SIDE: Final = 32_766  # pixels, 2.7 m at 300 dpi: OpenCV turns and warps no longer ones
THINNEST: Final = 200  # times as long as wide: made as wide as a page it would be a street long
DPI_RANGE: Final = (90.0, 1300.0)  # outside it the resolution in a file is nonsense: 72, 96, 1
ENOUGH_PIXELS: Final = 40_000_000  # of a picture that is decoded smaller: A3 at 400 dpi
CUT: Final = threading.Lock()  # around the one switch of Pillow that holds for all threads
MOST_OF_A_PAGE: Final = 0.97  # its rows: what may be cut off is the margin at the foot
UNSAID_DPI: Final = frozenset({72.0, 96.0})  # what software writes when it does not know


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """Decoded pixels and their resolution in dots per inch; 0 when the file does not say."""

    pixels: "NDArray[np.uint8]"
    dpi: float = 0.0

    @property
    def rows(self) -> int:
        """Height in pixels."""
        return int(self.pixels.shape[0])

    @property
    def columns(self) -> int:
        """Width in pixels."""
        return int(self.pixels.shape[1])


def decode(data: bytes, *, limits: "Limits", as_stored: bool = False) -> Picture:
    """Return the first frame of a picture, standing as its EXIF orientation says.

    With `as_stored` that orientation is ignored, as it is inside a PDF.

    Raises:
        TooLargeError: before decoding, when it has more pixels than the limits allow.
        DamagedError: when it cannot be decoded whole.

    """
    return next(decode_frames(data, limits=limits, as_stored=as_stored))


def is_out_of_memory(error: Exception) -> bool:
    """Tell whether OpenCV asked for memory that could not be had; it has no MemoryError."""
    return isinstance(error, cv2.error) and error.code == cv2.Error.StsNoMem


def decode_frames(data: bytes, *, limits: "Limits", as_stored: bool = False) -> Iterator[Picture]:
    """Yield the frames of a picture one by one; see `decode`.

    Raises:
        NoPagesError: when there is no frame at all.
        TooManyPagesError: when there are more frames than the limits allow pages.

    """
    image, frames = _open(data, most=limits.pages)
    if frames < 1:
        raise NoPagesError("a picture without frames")
    if frames > limits.pages:
        raise TooManyPagesError(f"{frames} frames")
    for frame in range(frames):
        yield _decode_frame(image, frame, limits, turn=not as_stored and frame == 0)


def _open(data: bytes, *, most: int) -> tuple[Image.Image, int]:
    # The limits of this project decide about size, before decoding; Pillow's own would warn.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with _quietly():
            image = Image.open(io.BytesIO(data))
            return image, _frames_of(image, most)
    except DECODER_ERRORS as error:
        raise DamagedError("the picture cannot be opened") from error


def _frames_of(image: Image.Image, most: int) -> int:
    """Return how many frames there are, or one more than `most`.

    Pillow counts the pages of a TIFF by walking over all of them, slower with each.
    """
    if image.format != "TIFF":
        return int(getattr(image, "n_frames", 1))
    for frame in range(1, most + 1):
        try:
            image.seek(frame)
        except EOFError:
            image.seek(0)
            return frame
    return most + 1


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep Pillow from warning about odd metadata: what counts is whether it can be read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _decode_frame(image: Image.Image, frame: int, limits: "Limits", *, turn: bool) -> Picture:
    try:
        with _quietly():
            image.seek(frame)
        factor = _reduced(image, limits)
        columns, rows = image.size
    except DECODER_ERRORS as error:
        raise DamagedError("a frame of the picture is missing") from error
    if columns * rows > limits.image_pixels or _is_strip(columns, rows):
        raise TooLargeError(f"{columns} x {rows} pixels")
    try:
        with _quietly():
            dpi_x, dpi_y = _resolution(image)
            _load(image)
            upright = ImageOps.exif_transpose(image) if turn else image
            pixels = _pixels_of(upright)
    except DECODER_ERRORS as error:
        raise DamagedError("the pixels cannot be decoded") from error
    if upright.size != image.size:
        dpi_x, dpi_y = dpi_y, dpi_x
    return _with_square_pixels(pixels, dpi_x / factor, dpi_y / factor, most=limits.image_pixels)


def _is_strip(columns: int, rows: int) -> bool:
    """Tell a picture so long, or so thin, that it is no page and cannot be made one."""
    shortest, longest = sorted((columns, rows))
    return longest > min(LONGEST_SIDE, max(shortest, 1) * THINNEST)


def _reduced(image: Image.Image, limits: "Limits") -> int:
    """Have a JPEG that is too large decoded at a half, a quarter or an eighth; return which.

    Its decoder then never makes the large picture. A progressive one is in memory whole all the
    same, and other formats know no such thing: they are too large.
    """
    columns, rows = image.size
    if columns * rows <= limits.image_pixels or image.info.get("progressive"):
        return 1
    for factor in (2, 4, 8):
        if columns * rows <= ENOUGH_PIXELS * factor**2 and hasattr(image, "draft"):
            image.draft(image.mode, (columns // factor, rows // factor))
            return round(columns / image.size[0])
    return 1


def _load(image: Image.Image) -> None:
    """Decode the pixels; a JPEG that was cut off in its last rows will do.

    Raises:
        OSError: when more is missing. What was not read must not look like white paper.

    """
    try:
        image.load()
    except OSError:
        if image.format != "JPEG" or image.info.get("progressive"):
            raise
        _load_cut(image)


def _load_cut(image: Image.Image) -> None:
    with CUT:
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            image.load()
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
    rows = np.asarray(image.convert("L"))
    # What is missing comes out as even middle grey, or black.
    filled = np.ptp(rows, axis=1) > 0
    filled |= ~np.isin(rows[:, 0], (0, 127, 128, 129))
    read = len(rows) - int(np.argmax(filled[::-1]))
    if read < MOST_OF_A_PAGE * len(rows):
        raise OSError("too much of the picture is missing")
    image.paste(ImageColor.getcolor("white", image.mode), (0, read, *image.size))


def _pixels_of(image: Image.Image) -> "NDArray[np.uint8]":
    if image.mode in {"1", "L"}:  # to convert what is grey already would copy it
        return np.asarray(image if image.mode == "L" else image.convert("L"))
    if image.mode in {"I", "F"} or image.mode.startswith("I;16"):
        return _from_deep_grey(image)
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        return _on_white(image)
    return np.asarray(image.convert("RGB"))


def _from_deep_grey(image: Image.Image) -> "NDArray[np.uint8]":
    # Pillow cuts 16-bit grey off at 255 when it converts: everything would be white.
    deep = np.asarray(image).astype(np.float64)
    top = 65535.0 if deep.max(initial=0) > 255 else 255.0
    return np.clip(deep * (255.0 / top), 0, 255).astype(np.uint8)


def _on_white(image: Image.Image) -> "NDArray[np.uint8]":
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, (255, 255, 255, 255))
    paper.alpha_composite(layer)
    return np.asarray(paper.convert("RGB"))


def _resolution(image: Image.Image) -> tuple[float, float]:
    stated = image.info.get("dpi", (0, 0))
    try:
        across, down = (float(value) for value in stated)
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0, 0.0
    sound = all(
        DPI_RANGE[0] <= value <= DPI_RANGE[1] and value not in UNSAID_DPI
        for value in (across, down)
    )
    return (across, down) if sound else (0.0, 0.0)


def _with_square_pixels(
    pixels: "NDArray[np.uint8]", dpi_x: float, dpi_y: float, *, most: int
) -> Picture:
    """Undo the flat pixels of a fax: 204 dots per inch across and 98 or 196 down.

    Raises:
        TooLargeError: when that would make more than `most` pixels.

    """
    dpi = max(dpi_x, dpi_y)
    if dpi == 0 or abs(dpi_x - dpi_y) < 0.02 * dpi:
        return Picture(pixels, dpi)
    rows, columns = pixels.shape[:2]
    size = (max(round(columns * dpi / dpi_x), 1), max(round(rows * dpi / dpi_y), 1))
    if size[0] * size[1] > most:
        raise TooLargeError(f"{size[0]} x {size[1]} pixels once they are square")
    square = cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR)
    return Picture(np.asarray(square, dtype=np.uint8), dpi)
