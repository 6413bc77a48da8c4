"""PDFs written object by object, so that each of them can lie."""

import zlib
from collections.abc import Sequence
from typing import Final

BOX: Final = b"/MediaBox [0 0 595 842]"
FONT: Final = (
    b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
)
CATALOG: Final = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES: Final = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE: Final = b"<< /Type /Page /Parent 2 0 R " + BOX + b" " + FONT + b" /Contents 4 0 R >>"
LETTER: Final = b"BT /F1 12 Tf 70 700 Td (Hierbij maak ik bezwaar tegen uw besluit van mei.) Tj ET"


def stream(content: bytes, attributes: bytes = b"", *, length: int | None = None) -> bytes:
    """Return a stream object; `length` is what it says of itself."""
    said = len(content) if length is None else length
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (said, attributes, content)


def packed(content: bytes, attributes: bytes = b"") -> bytes:
    """Return a deflated stream object."""
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + attributes)


def zeros(size: int) -> bytes:
    """Return deflated zeros; `size` bytes come out, a thousandth stands here.

    Packed once and repeated: it takes no longer to make much than little.
    """
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    count = size >> 20
    check = (((count << 20) % 65_521) << 16) | 1  # Adler-32 of zeros
    return head + piece * count + b"\x03\x00" + check.to_bytes(4, "big")


def pdf(*objects: bytes, trailer: bytes = b"", shift: int = 0) -> bytes:
    """Return a PDF of these objects, numbered from 1, of which the first is the catalogue.

    `shift` moves every place in its table.
    """
    whole = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(whole) + shift)
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(whole) + shift
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    whole += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(whole + b"startxref\n%d\n%%%%EOF\n" % table)


def one_page(
    content: bytes, *more: bytes, page: bytes = PAGE, catalog: bytes = CATALOG, trailer: bytes = b""
) -> bytes:
    """Return a PDF of one page with this stream as object 4; `more` are objects 5 and up."""
    return pdf(catalog, PAGES, page, content, *more, trailer=trailer)


def page_with(resources: bytes, more: bytes = b"") -> bytes:
    """Return a page object with resources of its own."""
    return b"<< /Type /Page /Parent 2 0 R %s /Resources << %s >> /Contents 4 0 R %s >>" % (
        BOX,
        resources,
        more,
    )


def joined(parts: Sequence[bytes]) -> bytes:
    """Return the parts with a space between them."""
    return b" ".join(parts)
