"""WebP: a photo of one page."""

from typing import TYPE_CHECKING, Final

from extractors.document import Document
from extractors.ocr import OcrEngine
from extractors.readers.picture import read_pictures

if TYPE_CHECKING:
    from extractors.limits import Limits

MEDIA_TYPE: Final = "image/webp"


def is_mine(data: bytes) -> bool:
    """Tell whether these are the bytes of a WebP."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def read(data: bytes, *, engine: OcrEngine, limits: "Limits") -> Document:
    """Read the picture."""
    return read_pictures(data, media_type=MEDIA_TYPE, engine=engine, limits=limits)
