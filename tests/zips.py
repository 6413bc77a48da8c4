"""ZIP files for tests, made on the spot, honest and otherwise."""

import io
import stat
import struct
import zipfile
from collections.abc import Mapping

PDF = b"%PDF-1.7\n"


def pdf(text: str = "brief") -> bytes:
    """Return bytes that the door takes for a letter."""
    return PDF + text.encode()


def make_zip(members: Mapping[str, bytes], *, compress: bool = True) -> bytes:
    """Return a ZIP with these files."""
    out = io.BytesIO()
    kind = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_link(name: str = "brief.pdf", target: str = "/etc/passwd") -> bytes:
    """Return a ZIP with a symbolic link, as Unix programs make them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, target)
    return out.getvalue()


def as_encrypted(content: bytes) -> bytes:
    """Return the ZIP with its first member marked as encrypted."""
    changed = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(mark) + offset
        (flags,) = struct.unpack_from("<H", changed, place)
        struct.pack_into("<H", changed, place, flags | 1)
    return bytes(changed)


def with_many_entries(count: int) -> bytes:
    """Return a ZIP with so many empty letters, quickly."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.pdf", b"")
    return out.getvalue()
