"""What a JPEG 2000 says of its own size, which is what a decoder takes memory for."""

import struct
from typing import Final

START: Final = b"\xff\x4f\xff\x51"  # a codestream, and the marker SIZ that must follow at once
SIZE: Final = struct.Struct(">HHIIIIIIIIH")  # ISO/IEC 15444-1, A.5.1
LAYERS: Final = 4  # colours of a picture that are no reason for more memory than others take


def pixels_in(data: bytes) -> int:
    """Return the pixels of a JPEG 2000, counted as more when it has many colours; 0 if it is none.

    >>> head = START + SIZE.pack(47, 0, 300, 200, 100, 0, 300, 200, 0, 0, 3)
    >>> pixels_in(b"..jp2c" + head), pixels_in(head[:-1]), pixels_in(b"")
    (40000, 0, 0)
    """
    place = data.find(START)
    if place < 0 or len(data) < place + len(START) + SIZE.size:
        return 0
    _, _, right, bottom, left, top, *_, colours = SIZE.unpack_from(data, place + len(START))
    pixels = max(right - left, 0) * max(bottom - top, 0)
    return int(pixels * max(colours, LAYERS) // LAYERS)
