"""Pictures in files of their own whose inside was made to break who decodes them."""

import struct
import zlib
from typing import Final

from PIL import Image

from tests.hostile.raw import zeros
from tests.pages import encoded, picture

NOISE: Final = bytes((number * 41 + number // 13) % 256 for number in range(20_000))
Tag = tuple[int, int, int, int]


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def _png(
    *chunks: bytes, columns: int = 100, rows: int = 100, bits: int = 8, kind: int = 0
) -> bytes:
    head = struct.pack(">IIBBBBB", columns, rows, bits, kind, 0, 0, 0)
    pixels = _chunk(b"IDAT", zlib.compress(b"\x00" * (rows * (columns + 1)), 9))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + b"".join(chunks)
        + pixels
        + _chunk(b"IEND", b"")
    )


def png_with_a_bomb_of_colours() -> bytes:
    """A PNG whose colour profile unpacks to a thousand million bytes."""
    return _png(_chunk(b"iCCP", b"a\x00\x00" + zeros(1 << 30)))


def png_with_a_hundred_texts() -> bytes:
    """A PNG with a hundred texts of sixty thousand letters, which are bombs each."""
    text = _chunk(b"iTXt", b"a\x00\x01\x00\x00\x00" + zlib.compress(b"a" * 900_000, 9))
    return _png(*[text] * 100)


def png_with_a_huge_part() -> bytes:
    """A PNG with a part of thirty million bytes that nobody knows."""
    return _png(_chunk(b"prIv", bytes(30_000_000)))


def png_with_many_parts() -> bytes:
    """A PNG of half a million empty parts before the picture."""
    return _png(_chunk(b"prIv", b"") * 500_000)


def png_of_odd_bits() -> bytes:
    """A PNG of three bits in a kind of colour that does not exist."""
    return _png(bits=3, kind=5)


def png_of_sixteen_bits() -> bytes:
    """A PNG of 16 bits in colours, see-through and laced, of which one row is there."""
    head = struct.pack(">IIBBBBB", 5_000, 7_000, 16, 6, 0, 0, 1)
    pixels = _chunk(b"IDAT", zlib.compress(bytes(40_000), 9))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + pixels + _chunk(b"IEND", b"")


def png_that_moves() -> bytes:
    """A PNG that says that it has four thousand million frames."""
    return _png(_chunk(b"acTL", struct.pack(">II", 2**32 - 1, 0)))


def png_without_colours() -> bytes:
    """A PNG of numbered colours of which none is given."""
    return _png(kind=3)


def png_of_wrong_checks() -> bytes:
    """A PNG of which every check is wrong, as by a transfer as text."""
    whole = _png()
    return whole[:29] + b"\x00\x00\x00\x00" + whole[33:]


def png_without_an_end() -> bytes:
    """A PNG of which the last tenth is missing."""
    whole = encoded(picture(dpi=100), "PNG")
    return whole[: len(whole) * 9 // 10]


def _tiff(tags: list[Tag], *, behind: bytes = b"", following: int = 0, order: str = "<") -> bytes:
    rows = b"".join(struct.pack(order + "HHII", *tag) for tag in sorted(tags))
    mark = b"II*\x00" if order == "<" else b"MM\x00*"
    head = mark + struct.pack(order + "I", 8) + struct.pack(order + "H", len(tags))
    return head + rows + struct.pack(order + "I", following) + behind


def _tags(columns: int, rows: int, place: int, size: int, *, packing: int = 1) -> list[Tag]:
    return [
        (256, 4, 1, columns), (257, 4, 1, rows), (258, 3, 1, 8), (259, 3, 1, packing),
        (262, 3, 1, 1), (273, 4, 1, place), (277, 3, 1, 1), (278, 4, 1, rows), (279, 4, 1, size),
    ]  # fmt: skip


def _without(tags: list[Tag], *numbers: int) -> list[Tag]:
    return [each for each in tags if each[0] not in numbers]


def tiff_of_small_tiles() -> bytes:
    """A TIFF of a hundred million points in tiles of one point."""
    tags = _without(_tags(10_000, 10_000, 200, 100), 273, 278, 279)
    tags += [(322, 4, 1, 1), (323, 4, 1, 1), (324, 4, 1, 200), (325, 4, 1, 1)]
    return _tiff(tags, behind=NOISE)


def tiff_of_a_huge_tile() -> bytes:
    """A small TIFF of one tile of two thousand million points."""
    tags = _without(_tags(100, 100, 200, 100), 273, 278, 279)
    tags += [(322, 4, 1, 2**31 - 16), (323, 4, 1, 2**31 - 16), (324, 4, 1, 200), (325, 4, 1, 9_000)]
    return _tiff(tags, behind=NOISE)


def tiff_of_no_tiles() -> bytes:
    """A TIFF whose tiles have no width."""
    tags = _without(_tags(100, 100, 200, 100), 273, 278, 279)
    return _tiff([*tags, (322, 4, 1, 0), (323, 4, 1, 0), (324, 4, 1, 200), (325, 4, 1, 9)])


def tiff_of_many_strips() -> bytes:
    """A TIFF of a million strips that all lie at the same place."""
    tags = _without(_tags(100, 1_000_000, 200, 100), 273, 278, 279)
    places = struct.pack("<I", 30) * 1_000_000
    at = 8 + 2 + 9 * 12 + 4
    tags += [(273, 4, 1_000_000, at), (278, 4, 1, 1), (279, 4, 1_000_000, at)]
    return _tiff(tags, behind=places)


def tiff_of_many_tags() -> bytes:
    """A TIFF with sixty-five thousand tags, of which most are the same."""
    return _tiff([*_tags(10, 10, 8, 100), *[(40_000, 2, 4, 0)] * 65_000], behind=NOISE)


def tiff_of_long_tags() -> bytes:
    """A TIFF with a thousand tags that each take the whole file for their text."""
    tags = [(700 + number, 7, 900_000, 0) for number in range(1_000)]
    return _tiff([*_tags(10, 10, 8, 100), *tags], behind=bytes(1_000_000))


def tiff_with_a_profile_outside() -> bytes:
    """A TIFF whose colour profile is four thousand million bytes at the end of the world."""
    return _tiff([*_tags(10, 10, 8, 100), (34_675, 7, 2**32 - 1, 2**32 - 1)], behind=NOISE)


def tiff_of_pages_within_pages() -> bytes:
    """A TIFF whose pages within pages are itself."""
    tags = [(330, 13, 1, 8), (34_665, 4, 1, 8), (34_853, 4, 1, 8), (40_965, 4, 1, 8)]
    return _tiff([*_tags(10, 10, 8, 100), *tags], behind=NOISE)


def tiff_of_as_many_pages_as_may_be() -> bytes:
    """A TIFF of three hundred empty pages of a sheet each, which all are the same bytes."""
    size = 2 + 9 * 12 + 4
    behind = 8 + 300 * size
    tags = _without(_tags(1_240, 1_754, behind, 20_000, packing=32_773), 258)
    tags.append((258, 3, 1, 1))
    rows = b"".join(struct.pack("<HHII", *tag) for tag in sorted(tags))
    pages = (
        struct.pack("<H", 9) + rows + struct.pack("<I", 8 + number * size if number < 300 else 0)
        for number in range(1, 301)
    )
    white = (b"\x81\xff\xe5\xff") * 1_754  # 128 and 28 bytes of a row
    return b"II*\x00" + struct.pack("<I", 8) + b"".join(pages) + white


def tiff_whose_pages_run_back() -> bytes:
    """A TIFF of which each page stands before the last, and the third is the first again."""
    size = 2 + 9 * 12 + 4
    pages = (
        struct.pack("<H", 9)
        + b"".join(struct.pack("<HHII", *tag) for tag in _tags(10, 10, 8, 100))
        + struct.pack("<I", following)
        for following in (8 + 2 * size, 8, 8 + size)
    )
    return b"II*\x00" + struct.pack("<I", 8 + 2 * size) + b"".join(pages)


def tiff_large_by_name() -> bytes:
    """A TIFF in the form for more than four gigabytes, with a place beyond all."""
    return b"II+\x00\x08\x00\x00\x00" + struct.pack("<Q", 2**63 + 8) + NOISE


def tiff_of_odd_samples() -> bytes:
    """A TIFF of 255 colours of 64 bits, in planes, as numbers with a point."""
    tags = _without(_tags(100, 100, 200, 9_000), 258, 277)
    tags += [(258, 3, 1, 64), (277, 3, 1, 255), (284, 3, 1, 2), (339, 3, 1, 3)]
    return _tiff(tags, behind=NOISE)


def tiff_of_an_old_jpeg() -> bytes:
    """A TIFF with a JPEG of the kind that was given up in 1995, far outside of the file."""
    tags = [*_tags(1_000, 1_400, 200, 9_000, packing=6), (513, 4, 1, 2**31), (514, 4, 1, 2**31)]
    return _tiff(tags, behind=NOISE)


def tiff_of_noise_as(packing: int) -> bytes:
    """Return a TIFF of noise that says that it is packed this way."""
    return _tiff(_tags(1_000, 1_400, 8 + 2 + 9 * 12 + 4, 9_000, packing=packing), behind=NOISE)


def tiff_of_noise_as_lzw() -> bytes:
    """A TIFF of noise that says that it is LZW."""
    return tiff_of_noise_as(5)


def tiff_of_noise_as_jpeg() -> bytes:
    """A TIFF of noise that says that it is a JPEG."""
    return tiff_of_noise_as(7)


def tiff_of_noise_as_lzma() -> bytes:
    """A TIFF of noise that says that it is LZMA."""
    return tiff_of_noise_as(34_925)


def tiff_of_noise_as_webp() -> bytes:
    """A TIFF of noise that says that it is WebP."""
    return tiff_of_noise_as(50_001)


def tiff_of_runs() -> bytes:
    """A TIFF whose packed runs are a thousand times as long as the page."""
    return _tiff(
        _tags(1_000, 1_400, 8 + 2 + 9 * 12 + 4, 2_000_000, packing=32_773),
        behind=b"\x81\x00" * 1_000_000,
    )


def tiff_from_the_other_side() -> bytes:
    """A TIFF that mixes both orders of bytes."""
    return b"MM\x00*" + _tiff(_tags(10, 10, 8, 100), behind=NOISE)[4:]


def tiff_without_a_resolution() -> bytes:
    """A letter as TIFF whose resolution is nought divided by nought."""
    whole = bytearray(
        encoded(picture(dpi=100).convert("1"), "TIFF", compression="group4", dpi=(100, 100))
    )
    place = whole.find(struct.pack("<II", 100, 1))
    while place >= 0:
        whole[place : place + 8] = bytes(8)
        place = whole.find(struct.pack("<II", 100, 1))
    return bytes(whole)


def _jpeg(**options: object) -> bytes:
    return encoded(picture(dpi=100).convert("L"), "JPEG", **options)


def _with_size(data: bytes, mark: bytes, rows: int, columns: int) -> bytes:
    place = data.index(mark) + 5
    return data[:place] + struct.pack(">HH", rows, columns) + data[place + 4 :]


def jpeg_as_large_as_can_be() -> bytes:
    """A JPEG whose head says 65,535 by 65,535."""
    return _with_size(_jpeg(), b"\xff\xc0", 65_535, 65_535)


def progressive_as_large_as_can_be() -> bytes:
    """A progressive JPEG of 65,535 by 65,535: what is to be kept in memory whole."""
    return _with_size(_jpeg(progressive=True), b"\xff\xc2", 65_535, 65_535)


def progressive_just_allowed() -> bytes:
    """A progressive JPEG of 10,900 by 10,900 with a thousand scans of a few bytes."""
    whole = _with_size(_jpeg(progressive=True), b"\xff\xc2", 10_900, 10_900)
    last = whole.rindex(b"\xff\xda")
    return whole[:-2] + (whole[last : last + 10] + b"\x00") * 1_000 + b"\xff\xd9"


def jpeg_of_no_height() -> bytes:
    """A JPEG that says its height only after its pixels, and never does."""
    return _with_size(_jpeg(), b"\xff\xc0", 0, 827)


def jpeg_without_tables() -> bytes:
    """A JPEG whose tables were taken out."""
    whole = _jpeg()
    for mark in (b"\xff\xc4", b"\xff\xdb"):
        while (place := whole.find(mark)) >= 0:
            (size,) = struct.unpack_from(">H", whole, place + 2)
            whole = whole[:place] + whole[place + 2 + size :]
    return whole


def jpeg_of_many_marks() -> bytes:
    """A JPEG with two thousand comments of the greatest length before the picture."""
    whole = _jpeg()
    return whole[:2] + (b"\xff\xfe\xff\xff" + bytes(65_533)) * 500 + whole[2:]


def jpeg_of_filling() -> bytes:
    """A JPEG with ten million bytes of filling between two marks."""
    whole = _jpeg()
    return whole[:2] + b"\xff" * 10_000_000 + whole[2:]


def jpeg_in_arithmetic() -> bytes:
    """A JPEG of the kind that nobody may decode: arithmetic and without loss."""
    return _jpeg().replace(b"\xff\xc0", b"\xff\xcb")


def jpeg_of_twelve_bits() -> bytes:
    """A JPEG of 12 bits."""
    whole = bytearray(_jpeg())
    whole[whole.index(b"\xff\xc0") + 4] = 12
    return bytes(whole)


def jpeg_of_starts() -> bytes:
    """A JPEG that asks to start again after each block, and never does."""
    whole = _jpeg()
    place = whole.index(b"\xff\xda")
    return whole[:place] + b"\xff\xdd\x00\x04\x00\x01" + whole[place:]


def cmyk_of_adobe() -> bytes:
    """A JPEG of four inks that Adobe wrote inside out, with a mark that was cut off."""
    whole = encoded(Image.new("CMYK", (800, 1_100), (0, 0, 0, 255)), "JPEG")
    return whole[:2] + b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x02" + whole[2:]


def jpeg_of_many_profiles() -> bytes:
    """A JPEG whose colour profile is in 255 pieces, of which none fits the other."""
    pieces = b"".join(
        b"\xff\xe2"
        + struct.pack(">H", 10_016)
        + b"ICC_PROFILE\x00"
        + bytes((number, 1))
        + NOISE[:10_000]
        for number in range(255)
    )
    whole = _jpeg()
    return whole[:2] + pieces + whole[2:]


def jpeg_of_many_pictures() -> bytes:
    """A JPEG in the form that holds several, which says that it holds four thousand million."""
    index = _tiff([(0xB000, 7, 4, 0x30303130), (0xB001, 4, 1, 2**32 - 1), (0xB002, 7, 2**31, 8)])
    whole = _jpeg()
    part = b"\xff\xe2" + struct.pack(">H", 6 + len(index)) + b"MPF\x00" + index
    return whole[:2] + part + whole[2:]


def exif_of_every_kind() -> bytes:
    """A letter as JPEG whose EXIF turns it by a text, with a size from the wrong world."""
    tags = [(0x0112, 2, 2**31, 8), (0x011A, 5, 1, 2**31), (0x0128, 3, 99, 2), (0x8769, 4, 1, 2**31)]
    return _jpeg(exif=b"Exif\x00\x00" + _tiff(tags))


def _bmp(head: bytes, behind: bytes, *, place: int = 54) -> bytes:
    return b"BM" + struct.pack("<IHHI", 54 + len(behind), 0, 0, place) + head + behind


def bmp_of_runs_without_end() -> bytes:
    """A packed BMP of 8,000 by 8,000 whose runs never reach an end."""
    head = struct.pack("<IiiHHIIiiII", 40, 8_000, 8_000, 1, 8, 1, 0, 0, 0, 256, 0)
    return _bmp(head, bytes(1_024) + b"\xff\x01" * 200_000, place=1_078)


def bmp_of_tiny_steps() -> bytes:
    """A packed BMP of ten million steps that each go nowhere."""
    head = struct.pack("<IiiHHIIiiII", 40, 100, 100, 1, 8, 1, 0, 0, 0, 256, 0)
    return _bmp(head, bytes(1_024) + b"\x00\x02\x00\x00" * 5_000_000, place=1_078)


def bmp_of_odd_head() -> bytes:
    """A BMP whose head is four thousand million bytes long."""
    head = struct.pack("<IiiHHIIiiII", 2**32 - 1, 100, 100, 1, 24, 0, 0, 0, 0, 0, 0)
    return _bmp(head, bytes(30_000))


def bmp_of_odd_bits() -> bytes:
    """A BMP of 13 bits in a packing that does not exist, with its pixels before its head."""
    head = struct.pack("<IiiHHIIiiII", 40, 100, 100, 99, 13, 77, 0, 0, 0, 2**31, 0)
    return _bmp(head, bytes(30_000), place=2)


def bmp_of_a_jpeg() -> bytes:
    """A BMP that holds a JPEG, as printers do."""
    head = struct.pack("<IiiHHIIiiII", 40, 827, 1_169, 1, 0, 4, 0, 0, 0, 0, 0)
    return _bmp(head, _jpeg())


def gif_of_frames_elsewhere() -> bytes:
    """A GIF of five hundred frames that lie outside of its screen."""
    screen = b"GIF89a" + struct.pack("<HHBBB", 16, 16, 0x80, 0, 0) + bytes(6)
    frame = b"," + struct.pack("<HHHHB", 65_000, 65_000, 65_000, 65_000, 0) + b"\x02\x02D\x01\x00"
    return screen + frame * 250 + b";"


def gif_of_no_size() -> bytes:
    """A GIF without width or height with a frame that has them."""
    screen = b"GIF89a" + struct.pack("<HHBBB", 0, 0, 0x80, 0, 0) + bytes(6)
    return screen + b"," + struct.pack("<HHHHB", 0, 0, 100, 100, 0) + b"\x02\x02D\x01\x00;"


def gif_of_remarks() -> bytes:
    """A GIF with twenty million bytes of remarks before its frame."""
    screen = b"GIF89a" + struct.pack("<HHBBB", 16, 16, 0x80, 0, 0) + bytes(6)
    remarks = b"!\xfe" + (b"\xff" + b"a" * 255) * 80_000 + b"\x00"
    return screen + remarks + b"," + struct.pack("<HHHHB", 0, 0, 16, 16, 0) + b"\x02\x02D\x01\x00;"


def gif_of_long_codes() -> bytes:
    """A GIF whose codes are 200 bits long."""
    screen = b"GIF89a" + struct.pack("<HHBBB", 400, 400, 0x80, 0, 0) + bytes(6)
    frame = b"," + struct.pack("<HHHHB", 0, 0, 400, 400, 0) + b"\xc8\xff" + b"\xff" * 255 + b"\x00"
    return screen + frame + b";"


def gif_of_one_size_after_another() -> bytes:
    """A GIF of two hundred large frames in a few bytes each."""
    screen = b"GIF89a" + struct.pack("<HHBBB", 8_000, 8_000, 0x80, 0, 0) + bytes(6)
    frame = b"," + struct.pack("<HHHHB", 0, 0, 8_000, 8_000, 0) + b"\x02\x02D\x01\x00"
    return screen + frame * 200 + b";"


def _riff(*parts: tuple[bytes, bytes], said: int | None = None) -> bytes:
    inner = b"WEBP" + b"".join(
        name + struct.pack("<I", len(part)) + part + b"\x00" * (len(part) % 2)
        for name, part in parts
    )
    return b"RIFF" + struct.pack("<I", len(inner) if said is None else said) + inner


def webp_of_a_huge_screen() -> bytes:
    """A WebP whose screen is sixteen million points wide and high."""
    return _riff((b"VP8X", b"\x02\x00\x00\x00" + b"\xff" * 6), (b"ANIM", bytes(6)))


def webp_longer_than_itself() -> bytes:
    """A WebP that says that it is four thousand million bytes long."""
    return _riff((b"VP8 ", NOISE), said=2**32 - 2)


def webp_of_many_parts() -> bytes:
    """A WebP of two hundred thousand parts that nobody knows."""
    return _riff((b"VP8X", bytes(10)), *[(b"ABCD", b"")] * 200_000)


def webp_with_a_profile() -> bytes:
    """A letter as WebP with a profile and EXIF of noise."""
    return encoded(picture(dpi=100), "WEBP", icc_profile=NOISE, exif=b"Exif\x00\x00" + NOISE)


def picture_of_no_kind() -> bytes:
    """A HEIC as telephones make it: its head is there, and nobody here opens it."""
    return b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + NOISE


def picture_of_svg() -> bytes:
    """A drawing in XML that asks for files and for itself."""
    return (
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b'<svg xmlns="http://www.w3.org/2000/svg"><use href="#a" id="a"/>&a;</svg>'
    )


def picture_of_postscript() -> bytes:
    """A program that draws, and would delete files."""
    return b"%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (w) file { } loop showpage\n"


def black_page() -> bytes:
    """A page that is black all over, as of a scanner with its lid open."""
    return encoded(Image.new("L", (1_654, 2_339), 0), "PNG")


def page_of_dots() -> bytes:
    """A page of a hundred thousand dots of the size of a letter."""
    import numpy as np  # noqa: PLC0415 - only this one needs it

    sheet = np.full((2_339, 1_654), 255, np.uint8)
    for row in range(4):
        for column in range(3):
            sheet[row::9, column::7] = 0
    return encoded(Image.fromarray(sheet), "PNG")


def page_one_wide() -> bytes:
    """A picture of one point wide and thirty thousand high."""
    return encoded(Image.new("L", (1, 30_000), 255), "PNG")


def page_too_long() -> bytes:
    """A picture of a hundred points wide and a hundred thousand high."""
    return encoded(Image.new("L", (100, 100_000), 255), "PNG")
