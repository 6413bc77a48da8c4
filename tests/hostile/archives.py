"""ZIP files that lie about what is in them, at the door of the service."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from typing import Final

from tests.hostile.raw import LETTER, one_page, stream, zeros
from tests.zips import as_encrypted, make_zip, with_link

PDF: Final = one_page(stream(LETTER))
DEFLATED: Final = 8


def _local(
    name: bytes,
    packed: bytes,
    *,
    kind: int = DEFLATED,
    check: int = 0,
    size: int = 0,
    flags: int = 0,
) -> bytes:
    head = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, flags, kind, 0, 0, check, len(packed), size,
                       len(name), 0)  # fmt: skip
    return head + name + packed


def _entry(
    name: bytes, *, place: int, packed: int, size: int, kind: int = DEFLATED, check: int = 0,
    extra: bytes = b"",
) -> bytes:  # fmt: skip
    head = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, kind, 0, 0, check, packed, size,
                       len(name), len(extra), 0, 0, 0, 0, place)  # fmt: skip
    return head + name + extra


def _end(count: int, length: int, place: int) -> bytes:
    return struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, length, place, 0)


def _whole(body: bytes, entries: Sequence[bytes], *, count: int | None = None) -> bytes:
    table = b"".join(entries)
    return body + table + _end(len(entries) if count is None else count, len(table), len(body))


def _deflated(content: bytes) -> bytes:
    return zlib.compress(content, 9)[2:-4]


def _checked(name: bytes, content: bytes, *, check: int | None = None) -> bytes:
    packed, said = _deflated(content), zlib.crc32(content) if check is None else check
    body = _local(name, packed, check=said, size=len(content))
    entry = _entry(name, place=0, packed=len(packed), size=len(content), check=said)
    return _whole(body, [entry])


def same_bytes_often() -> bytes:
    """A ZIP of a thousand letters that all are the same bytes of the file, which are a bomb."""
    packed = zeros(64 << 20)[2:-4]
    size, check = 64 << 20, zlib.crc32(bytes(64 << 20))
    body = _local(b"a.pdf", packed, check=check, size=size)
    entries = [
        _entry(b"%d.pdf" % number, place=0, packed=len(packed), size=size, check=check)
        for number in range(1_000)
    ]
    return _whole(body, entries)


def overlapping() -> bytes:
    """A ZIP whose letters lie half across each other, as in the bomb of David Fifield."""
    packed = _deflated(PDF)
    body = _local(b"a.pdf", packed, check=zlib.crc32(PDF), size=len(PDF)) * 2
    step = len(body) // 2
    entries = [
        _entry(b"%d.pdf" % number, place=number * step // 50, packed=len(packed) * 2,
               size=len(PDF), check=zlib.crc32(PDF))
        for number in range(50)
    ]  # fmt: skip
    return _whole(body, entries)


def sizes_that_lie() -> bytes:
    """A ZIP that says that its letter is three bytes long, and it is a gigabyte."""
    packed = zeros(1 << 30)[2:-4]
    body = _local(b"a.pdf", packed, size=3)
    return _whole(body, [_entry(b"a.pdf", place=0, packed=len(packed), size=3)])


def sizes_beyond_all() -> bytes:
    """A ZIP in the form for large files that says four thousand million gigabytes."""
    extra = struct.pack("<HHQQQ", 1, 24, 2**63 - 1, 2**63 - 1, 0)
    body = _local(b"a.pdf", _deflated(PDF), size=0xFFFFFFFF)
    entry = _entry(b"a.pdf", place=0xFFFFFFFF, packed=0xFFFFFFFF, size=0xFFFFFFFF, extra=extra)
    return _whole(body, [entry])


def wide_end_that_lies() -> bytes:
    """A ZIP whose wide end says that its list of contents is of two to the power of 63 entries."""
    body = _local(b"a.pdf", _deflated(PDF), check=zlib.crc32(PDF), size=len(PDF))
    entry = _entry(
        b"a.pdf", place=0, packed=len(_deflated(PDF)), size=len(PDF), check=zlib.crc32(PDF)
    )
    place = len(body) + len(entry)
    wide = struct.pack(
        "<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 2**63, 2**63, 2**63, len(body)
    )
    where = struct.pack("<4sIQI", b"PK\x06\x07", 0, place, 1)
    return body + entry + wide + where + _end(0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)


def many_entries() -> bytes:
    """A ZIP that lists a hundred thousand letters."""
    body = _local(b"a.pdf", _deflated(PDF), check=zlib.crc32(PDF), size=len(PDF))
    entries = [_entry(b"%d.pdf" % number, place=0, packed=1, size=1) for number in range(100_000)]
    return _whole(body, entries, count=100_000 & 0xFFFF)


def many_folders() -> bytes:
    """A ZIP of four thousand folders and no letter."""
    entries = [_entry(b"map%d/" % number, place=0, packed=0, size=0) for number in range(4_000)]
    return _whole(b"PK\x03\x04" + bytes(40), entries)


def count_that_lies() -> bytes:
    """A ZIP that says that it holds one letter, and lists fifty thousand."""
    body = _local(b"a.pdf", _deflated(PDF), check=zlib.crc32(PDF), size=len(PDF))
    entries = [_entry(b"%d.pdf" % number, place=0, packed=1, size=1) for number in range(50_000)]
    return _whole(body, entries, count=1)


def wrong_check() -> bytes:
    """A ZIP whose letter is another than the one that was packed: its check is wrong."""
    return _checked(b"a.pdf", PDF, check=0xDEADBEEF)


def cut_in_a_letter() -> bytes:
    """A ZIP of which the middle of its letter is missing."""
    whole = _checked(b"a.pdf", PDF)
    return whole[:100] + whole[140:]


def cut_before_the_end() -> bytes:
    """A ZIP of which the list of contents is missing: an upload that broke off."""
    return make_zip({"a.pdf": PDF, "b.pdf": PDF})[:400]


def same_name_often() -> bytes:
    """A ZIP with two letters and two manifests of the same names."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")
        for day in (1, 2):
            archive.writestr("a.pdf", PDF)
            archive.writestr("manifest.csv", f"file,received\na.pdf,2026-11-0{day}\n")
    return target.getvalue()


def names_that_lead_elsewhere() -> bytes:
    """A ZIP with names that lead to other folders, machines and devices."""
    names = (
        "../../etc/a.pdf", "/etc/b.pdf", "C:\\Windows\\c.pdf", "\\\\server\\deel\\d.pdf",
        "a/../../e.pdf", "..\\f.pdf", "./g.pdf", "con.pdf", "aux", "h.pdf:stroom", "~/i.pdf",
    )  # fmt: skip
    return make_zip(dict.fromkeys(names, PDF))


def names_that_deceive() -> bytes:
    """A ZIP with names that run from right to left, hold lines, bells, nothing, or 10,000 signs."""
    names = (
        "brief\u202efdp.exe", "a\nb.pdf", "a\r\nX-Kop: b.pdf", "\x07\x1b[31m.pdf", " ", "a" * 10_000,
        "<script>alert(1)</script>.pdf", "=cmd|' /C calc'!A0.pdf", "\ufeff.pdf", "a\x00b.pdf",
        "-rf.pdf", "\U000e0041.pdf", "%2e%2e%2fa.pdf", "{{7*7}}.pdf", "';drop table letter;--.pdf",
    )  # fmt: skip
    return make_zip(dict.fromkeys(names, PDF))


def names_in_no_alphabet() -> bytes:
    """A ZIP whose name says that it is UTF-8 and is not."""
    name = b"\xff\xfe\xc3\x28.pdf"
    body = _local(name, _deflated(PDF), check=zlib.crc32(PDF), size=len(PDF), flags=0x800)
    entry = bytearray(_entry(name, place=0, packed=len(_deflated(PDF)), size=len(PDF),
                             check=zlib.crc32(PDF)))  # fmt: skip
    struct.pack_into("<H", entry, 8, 0x800)
    return _whole(body, [bytes(entry)])


def name_of_two_kinds() -> bytes:
    """A ZIP whose list calls a letter otherwise than the letter itself."""
    body = _local(b"b.exe", _deflated(PDF), check=zlib.crc32(PDF), size=len(PDF))
    entry = _entry(
        b"a.pdf", place=0, packed=len(_deflated(PDF)), size=len(PDF), check=zlib.crc32(PDF)
    )
    return _whole(body, [entry])


def zips_within_zips() -> bytes:
    """A ZIP in a ZIP in a ZIP ... twenty deep."""
    inner = make_zip({"a.pdf": PDF})
    for _ in range(20):
        inner = make_zip({"a.zip": inner})
    return inner


def links_and_locks() -> bytes:
    """A ZIP with a link to a file of this machine."""
    return with_link()


def locked() -> bytes:
    """A ZIP that asks for a password."""
    return as_encrypted(make_zip({"a.pdf": PDF}))


def locked_strongly() -> bytes:
    """A ZIP locked in the way that the library does not know."""
    body = _local(b"a.pdf", b"\x00" * 60, kind=99, flags=1, size=9)
    entry = bytearray(_entry(b"a.pdf", place=0, packed=60, size=9, kind=99))
    struct.pack_into("<H", entry, 8, 1)
    return _whole(body, [bytes(entry)])


def packed_by(kind: int) -> bytes:
    """Return a ZIP of noise that says that it is packed this way."""
    noise = bytes((number * 73) % 256 for number in range(5_000))
    body = _local(b"a.pdf", noise, kind=kind, size=5_000)
    return _whole(body, [_entry(b"a.pdf", place=0, packed=len(noise), size=5_000, kind=kind)])


def packed_as_lzma() -> bytes:
    """A ZIP of noise that says that it is LZMA, which asks for the memory it says."""
    return packed_by(14)


def packed_as_bzip2() -> bytes:
    """A ZIP of noise that says that it is bzip2."""
    return packed_by(12)


def packed_by_nobody() -> bytes:
    """A ZIP in a packing that nobody knows."""
    return packed_by(77)


def lzma_of_much_memory() -> bytes:
    """A ZIP with LZMA that asks for four gigabytes before its first byte."""
    properties = b"\x09\x14\x05\x00\x5d" + struct.pack("<I", 0xFFFFFFFF)
    packed = properties + bytes(200)
    body = _local(b"a.pdf", packed, kind=14, size=5_000)
    return _whole(body, [_entry(b"a.pdf", place=0, packed=len(packed), size=5_000, kind=14)])


def bzip2_bomb() -> bytes:
    """A ZIP with a bzip2 that unpacks to a thousand times as much."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.pdf", b"%PDF-1.7\n" + bytes(64 << 20))
    return target.getvalue()


def manifest_that_grows() -> bytes:
    """A ZIP whose manifest unpacks to two hundred megabytes of one line."""
    return make_zip({"a.pdf": PDF, "manifest.csv": b"file\n" + b"a" * (200 << 20)})


def manifest_of_many_columns() -> bytes:
    """A ZIP whose manifest has a hundred thousand columns."""
    return make_zip({"a.pdf": PDF, "manifest.csv": b"file" + b",a" * 100_000 + b"\na.pdf\n"})


def manifest_of_nothing() -> bytes:
    """A ZIP whose manifest is noise with quotes that do not close."""
    return make_zip(
        {"a.pdf": PDF, "manifest.csv": b'"file\x00\xff"",""\n"' + bytes(range(256)) * 20}
    )


def manifest_that_leads_elsewhere() -> bytes:
    """A ZIP whose manifest names files of this machine."""
    told = b"file,received\n/etc/passwd,2026-11-01\n../a.pdf,2026-11-01\n"
    return make_zip({"a.pdf": PDF, "manifest.csv": told})


def long_remark() -> bytes:
    """A ZIP with a remark of the greatest length, in which another end stands."""
    whole = bytearray(make_zip({"a.pdf": PDF}))
    remark = (_end(0, 0, 0) + bytes(1_000)) * 60
    struct.pack_into("<H", whole, len(whole) - 2, len(remark))
    return bytes(whole) + remark


def before_a_program() -> bytes:
    """A ZIP that begins as a program of Windows, as those that unpack themselves."""
    return b"MZ" + bytes(5_000) + make_zip({"a.pdf": PDF})


def dates_of_nothing() -> bytes:
    """A ZIP whose letter is of the 0th of the 15th month, at 31:63."""
    whole = bytearray(_checked(b"a.pdf", PDF))
    struct.pack_into("<HH", whole, 10, 0xFFFF, 0x01E0)
    place = whole.index(b"PK\x01\x02")
    struct.pack_into("<HH", whole, place + 12, 0xFFFF, 0x01E0)
    return bytes(whole)


def only_rubbish() -> bytes:
    """A ZIP with what machines of Apple and Windows leave behind, and no letter."""
    return make_zip(
        {"__MACOSX/._a.pdf": b"x", ".DS_Store": b"x", "Thumbs.db": b"x", "desktop.ini": b"x"}
    )
