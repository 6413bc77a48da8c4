"""WebP: a photo of one page."""

from typing import TYPE_CHECKING, Final

from extractors.document import Document
from extractors.ocr import OcrEngine
from extractors.readers.picture import read_pictures
from extractors.signatures import SIGNATURES

if TYPE_CHECKING:
    from extractors.limits import Limits

MEDIA_TYPE: Final = "image/webp"


def is_mine(data: bytes) -> bool:
    """Tell whether these are the bytes of a WebP."""
    return SIGNATURES[MEDIA_TYPE](data)


def read(data: bytes, *, engine: OcrEngine, limits: "Limits") -> Document:
    """Read the picture."""
    return read_pictures(data, media_type=MEDIA_TYPE, engine=engine, limits=limits)
