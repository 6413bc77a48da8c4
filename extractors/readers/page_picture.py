"""A page to look at: upright and straight as it was read, two pixels for each point.

So the places in a report, times two, are places in the picture.
"""

import io
import itertools
from typing import TYPE_CHECKING, Final

from PIL import Image

from extractors.errors import UnknownFormatError
from extractors.pictures.decoding import decode_frames
from extractors.pictures.images import scaled
from extractors.readers import pdf
from extractors.readers.scan import Upright, upright
from extractors.signatures import media_type_of

if TYPE_CHECKING:
    from extractors.limits import Limits

PER_POINT: Final = 2.0


def page_picture(
    data: bytes, number: int, *, degrees: int, is_scan: bool, limits: "Limits"
) -> bytes | None:
    """Return page `number` (from 1) as a PNG, None when there is no such page.

    `degrees` is how far reading found the page turned, `is_scan` whether it was read by OCR.

    Raises:
        DocumentError: when the file or the page cannot be opened.

    """
    kind = media_type_of(data)
    if kind is None:
        raise UnknownFormatError("none of the known formats")
    page: Upright | None
    if kind == pdf.MEDIA_TYPE:
        page = pdf.page_of(data, number - 1, degrees=degrees, is_scan=is_scan, limits=limits)
    else:
        frames = decode_frames(data, limits=limits)
        frame = next(itertools.islice(frames, number - 1, None), None)
        page = None if frame is None else upright(frame, degrees=degrees)
    return None if page is None else _png(page)


def _png(page: Upright) -> bytes:
    out = io.BytesIO()
    pixels = scaled(page.pixels, PER_POINT / page.scale)
    Image.fromarray(pixels).save(out, "PNG", compress_level=4)
    return out.getvalue()
