"""The list of formats, and the one way to read a file: by what it holds, never by its name."""

import logging
from types import ModuleType
from typing import TYPE_CHECKING, Final

from extractors.document import Document, Page
from extractors.errors import (
    EmptyFileError,
    NothingToReadError,
    TooLargeError,
    UnknownFormatError,
)
from extractors.ocr import OcrEngine
from extractors.pictures.images import SMALLEST_INK, ink_share
from extractors.readers import bmp, gif, jpeg, pdf, png, tiff, webp

if TYPE_CHECKING:
    from extractors.limits import Limits

# These write what they stumble over, names in a certificate among it, to the error stream.
TALKATIVE: Final = ("pyhanko", "pyhanko_certvalidator", "pdfminer", "pikepdf", "pypdfium2", "PIL")
SILENT: Final = logging.CRITICAL + 1
READERS: Final = (pdf, tiff, jpeg, png, bmp, webp, gif)


def reader_of(data: bytes) -> ModuleType:
    """Return the reader that knows these bytes.

    Raises:
        UnknownFormatError: when none of them does.

    """
    for reader in READERS:
        if reader.is_mine(data):
            return reader
    raise UnknownFormatError("none of the known formats")


def read(data: bytes, *, engine: OcrEngine, limits: "Limits") -> Document:
    """Read the pages of a file from its bytes.

    Raises:
        DocumentError: one of its kinds, for whatever is wrong with the file.

    """
    if not data.strip(b"\x00\r\n\t "):
        raise EmptyFileError("no bytes")
    if len(data) > limits.file_bytes:
        raise TooLargeError(f"{len(data)} bytes")
    _hush()
    reader = reader_of(data)
    document: Document = reader.read(data, engine=engine, limits=limits)
    if not any(holds_something(page) for page in document.pages):
        raise NothingToReadError("only blank pages")
    return document


def _hush() -> None:
    """Let nobody write to the error stream; a level is set once, for it is slow."""
    for logger in map(logging.getLogger, TALKATIVE):
        if logger.level != SILENT:
            logger.setLevel(SILENT)


def holds_something(page: Page) -> bool:
    """Tell whether a person could read anything on the page: words, or ink that gave no words."""
    if any(char.isalnum() for word in page.words for char in word.text):
        return True
    if page.image is None or min(page.image.pixels.shape) < 30:
        return False
    return ink_share(page.image.pixels) > SMALLEST_INK
