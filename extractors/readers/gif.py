"""GIF: a scan of one page."""

from typing import TYPE_CHECKING, Final

from extractors.document import Document
from extractors.ocr import OcrEngine
from extractors.readers.picture import read_pictures

if TYPE_CHECKING:
    from extractors.limits import Limits

MEDIA_TYPE: Final = "image/gif"


def is_mine(data: bytes) -> bool:
    """Tell whether these are the bytes of a GIF."""
    return data[:6] in {b"GIF87a", b"GIF89a"}


def read(data: bytes, *, engine: OcrEngine, limits: "Limits") -> Document:
    """Read the picture."""
    return read_pictures(data, media_type=MEDIA_TYPE, engine=engine, limits=limits)
