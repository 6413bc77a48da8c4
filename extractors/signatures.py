"""What kind of file this is, by its first bytes; the one place that knows the marks of a format.

Light on purpose: a door that takes files in asks this of each of them, and must not load what
reads them.
"""

from collections.abc import Callable
from typing import Final

HEAD_BYTES: Final = 1024  # a PDF may begin with junk; Adobe accepts its mark up to here
ZIP_MEMBER: Final = b"PK\x03\x04"


def _is_pdf(head: bytes) -> bool:
    # a ZIP that packs nothing shows the mark of the first letter in it: there may be more
    return b"%PDF-" in head[:HEAD_BYTES] and head[:4] != ZIP_MEMBER


def _is_bmp(head: bytes) -> bool:
    return head[:2] == b"BM" and len(head) > 26 and head[6:10] == b"\x00" * 4


SIGNATURES: Final[dict[str, Callable[[bytes], bool]]] = {
    "application/pdf": _is_pdf,
    "image/tiff": lambda head: head[:4] in {b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"},
    "image/jpeg": lambda head: head[:3] == b"\xff\xd8\xff",
    "image/png": lambda head: head[:8] == b"\x89PNG\r\n\x1a\n",
    "image/bmp": _is_bmp,
    "image/webp": lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP",
    "image/gif": lambda head: head[:6] in {b"GIF87a", b"GIF89a"},
}


def media_type_of(head: bytes) -> str | None:
    r"""Return the media type of a letter from its first bytes, None when it can be no letter.

    >>> media_type_of(b"%PDF-1.7 ...")
    'application/pdf'
    >>> media_type_of(b"PK\x03\x04.. brief.pdf %PDF-1.7 ...") is None
    True
    """
    return next((kind for kind, is_mine in SIGNATURES.items() if is_mine(head)), None)
