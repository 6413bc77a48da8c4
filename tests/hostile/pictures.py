"""Pictures that say that they are larger than they are, or loop, or are none."""

import io
import struct
import zlib
from typing import Final

from PIL import Image

from tests.hostile.raw import zeros
from tests.pages import encoded, picture

NOISE: Final = bytes((number * 31 + number // 5) % 256 for number in range(20_000))


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def _png(columns: int, rows: int, pixels: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", pixels)
        + _chunk(b"IEND", b"")
    )


def huge_png() -> bytes:
    """A PNG of 20,000 by 20,000 pixels in a few hundred bytes."""
    return _png(20_000, 20_000, zlib.compress(bytes(100_000), 9))


def png_without_end() -> bytes:
    """A PNG of two thousand million by two thousand million pixels."""
    return _png(2**31 - 1, 2**31 - 1, b"")


def png_of_nothing() -> bytes:
    """A PNG without width or height."""
    return _png(0, 0, zlib.compress(b""))


def png_with_too_much() -> bytes:
    """A PNG of a hundred pixels that unpacks to a thousand million bytes."""
    pixels = zeros(1 << 30)
    return _png(100, 100, pixels)


def png_with_a_long_text() -> bytes:
    """A PNG whose text beside the picture unpacks to a hundred million letters."""
    text = _chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(100 << 20), 9))
    whole = encoded(picture(dpi=100), "PNG")
    return whole[:33] + text + whole[33:]


def png_that_lies() -> bytes:
    """A PNG whose first part says that it is two thousand million bytes long."""
    whole = encoded(picture(dpi=100), "PNG")
    place = whole.index(b"IDAT") - 4
    return whole[:place] + b"\x7f\xff\xff\xff" + whole[place + 4 :]


def _ifd(entries: list[tuple[int, int, int, int]], following: int) -> bytes:
    rows = b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries))
    return struct.pack("<H", len(entries)) + rows + struct.pack("<I", following)


def _entries(columns: int, rows: int, place: int, size: int) -> list[tuple[int, int, int, int]]:
    return [
        (256, 4, 1, columns),
        (257, 4, 1, rows),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, place),
        (277, 3, 1, 1),
        (278, 4, 1, rows),
        (279, 4, 1, size),
    ]


def looping_tiff() -> bytes:
    """A TIFF whose first page is followed by itself."""
    return b"II*\x00" + struct.pack("<I", 8) + _ifd(_entries(10, 10, 8, 100), 8) + bytes(100)


def tiff_in_a_ring() -> bytes:
    """A TIFF of two pages that follow each other for ever."""
    size = len(_ifd(_entries(10, 10, 8, 100), 0))
    first = _ifd(_entries(10, 10, 8, 100), 8 + size)
    return b"II*\x00" + struct.pack("<I", 8) + first + _ifd(_entries(10, 10, 8, 100), 8) + bytes(99)


def tiff_of_many_pages() -> bytes:
    """A TIFF of 65,535 pages."""
    size = len(_ifd(_entries(10, 10, 8, 100), 0))
    pages = (_ifd(_entries(10, 10, 8, 100), 8 + size * (n + 1)) for n in range(65_534))
    return b"II*\x00" + struct.pack("<I", 8) + b"".join(pages) + _ifd(_entries(10, 10, 8, 100), 0)


def huge_tiff() -> bytes:
    """A TIFF of 20,000 by 20,000 pixels of which nothing is there."""
    return b"II*\x00" + struct.pack("<I", 8) + _ifd(_entries(20_000, 20_000, 8, 4 * 10**8), 0)


def tiff_that_lies() -> bytes:
    """A TIFF with a row of numbers of four thousand million items."""
    entries = [*_entries(10, 10, 8, 100)[:-1], (279, 4, 2**32 - 1, 8)]
    return b"II*\x00" + struct.pack("<I", 8) + _ifd(entries, 0) + bytes(100)


def tiff_bomb() -> bytes:
    """A TIFF of a hundred pixels whose strip unpacks to a thousand million bytes."""
    pixels = zeros(1 << 30)
    entries = _entries(10, 10, 8 + 2 + 9 * 12 + 4, len(pixels))
    entries[3] = (259, 3, 1, 8)
    return b"II*\x00" + struct.pack("<I", 8) + _ifd(entries, 0) + pixels


def stretched_tiff() -> bytes:
    """A TIFF of 90 million pixels that says that they are fourteen times as high as wide."""
    sheet = Image.new("1", (10_000, 9_000), 1)
    return encoded(sheet, "TIFF", compression="group4", dpi=(1290, 92))


def noise_as_fax_tiff() -> bytes:
    """A TIFF that says that it is a fax, and is noise."""
    entries = _entries(1000, 1400, 8 + 2 + 9 * 12 + 4, len(NOISE))
    entries[2], entries[3] = (258, 3, 1, 1), (259, 3, 1, 4)
    return b"II*\x00" + struct.pack("<I", 8) + _ifd(entries, 0) + NOISE


def huge_jpeg() -> bytes:
    """A JPEG that says that it has 65,500 by 65,500 pixels."""
    whole = encoded(picture(dpi=60).convert("L"), "JPEG")
    place = whole.index(b"\xff\xc0") + 5
    return whole[:place] + struct.pack(">HH", 65_500, 65_500) + whole[place + 4 :]


def jpeg_of_many_scans() -> bytes:
    """A progressive JPEG of two thousand scans, each over the whole picture."""
    whole = encoded(picture(dpi=100).convert("L"), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    scan = whole[last:-2]
    return whole[:-2] + scan * 2_000 + b"\xff\xd9"


def jpeg_of_noise() -> bytes:
    """The head of a JPEG and noise."""
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + NOISE


def half_a_jpeg() -> bytes:
    """A JPEG of which half is missing: what is not there must not look like white paper."""
    whole = encoded(picture(dpi=100), "JPEG")
    return whole[: len(whole) // 2]


def _bmp(columns: int, rows: int, pixels: bytes, *, bits: int = 24) -> bytes:
    head = struct.pack("<IiiHHIIiiII", 40, columns, rows, 1, bits, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + len(pixels), 0, 0, 54) + head + pixels


def bmp_below_nothing() -> bytes:
    """A BMP whose width is less than nothing."""
    return _bmp(-100, 100, bytes(30_000))


def bmp_upside_down() -> bytes:
    """A BMP whose height is the lowest number there is."""
    return _bmp(100, -(2**31), bytes(30_000))


def huge_bmp() -> bytes:
    """A BMP of 65,000 by 65,000 pixels."""
    return _bmp(65_000, 65_000, bytes(1_000))


def bmp_of_runs() -> bytes:
    """A packed BMP that jumps outside of itself."""
    head = struct.pack("<IiiHHIIiiII", 40, 100, 100, 1, 8, 1, 0, 0, 0, 0, 0)
    return (
        b"BM"
        + struct.pack("<IHHI", 9999, 0, 0, 1078)
        + head
        + bytes(1024)
        + b"\x00\x02\xff\xff" * 50
    )


def huge_gif() -> bytes:
    """A GIF of 65,535 by 65,535 pixels in thirty bytes."""
    screen = b"GIF89a" + struct.pack("<HHBBB", 65_535, 65_535, 0x80, 0, 0) + bytes(6)
    return screen + b"," + struct.pack("<HHHHB", 0, 0, 65_535, 65_535, 0) + b"\x02\x02D\x01\x00;"


def _frames(count: int) -> list[Image.Image]:
    """Return small pictures that all differ: equal ones are written once."""
    return [
        Image.frombytes("L", (16, 16), NOISE[number * 7 : number * 7 + 256])
        for number in range(count)
    ]


def moving_gif() -> bytes:
    """A GIF of a thousand pictures."""
    frames = _frames(1_000)
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])


def gif_of_noise() -> bytes:
    """The head of a GIF and noise."""
    return b"GIF89a" + NOISE


def moving_webp() -> bytes:
    """A WebP of 400 pictures."""
    frames = _frames(400)
    return encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:])


def huge_webp() -> bytes:
    """A WebP of 16,384 by 16,384 pixels in a few bytes."""
    target = io.BytesIO()
    Image.new("RGB", (16, 16)).save(target, "WEBP", lossless=True)
    whole = bytearray(target.getvalue())
    place = whole.index(b"VP8L") + 9
    bits = struct.unpack_from("<I", whole, place)[0]
    bits = (bits & ~((1 << 28) - 1)) | 16_383 | (16_383 << 14)
    struct.pack_into("<I", whole, place, bits)
    return bytes(whole)


def webp_of_noise() -> bytes:
    """The head of a WebP and noise."""
    return b"RIFF" + struct.pack("<I", len(NOISE) + 12) + b"WEBPVP8 " + NOISE


def picture_with_odd_directions() -> bytes:
    """A JPEG whose EXIF says that it is turned in a way that does not exist, and loops."""
    exif = b"Exif\x00\x00II*\x00\x08\x00\x00\x00" + _ifd(
        [(0x0112, 3, 1, 99), (0x8769, 4, 1, 8), (0x8825, 4, 1, 8)], 8
    )
    return encoded(picture(dpi=100), "JPEG", exif=exif)
