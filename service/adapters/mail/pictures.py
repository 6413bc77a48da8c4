"""The size of a picture, from its first bytes; the picture itself is not decoded."""

import io

from PIL import Image

from extractors.errors import DECODER_ERRORS

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF")
_TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def pixels_of(content: bytes) -> tuple[int, int] | None:
    """Return width and height; None for what is no picture that Postkamer reads."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            return picture.size
    except (*DECODER_ERRORS, *_TOO_LARGE):
        return None
