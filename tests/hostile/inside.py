"""PDFs with pictures that say one thing of themselves and are another: fax, JBIG2, JPEG 2000."""

import struct
import zlib
from typing import Final

from tests.hostile.raw import LETTER, one_page, packed, page_with, stream, zeros

SHOW: Final = b"q 595 0 0 842 0 0 cm /Im Do Q"
NOISE: Final = bytes((number * 37 + number // 11) % 256 for number in range(30_000))


def _shown(image: bytes, *more: bytes, also: bytes = b"") -> bytes:
    show = stream(SHOW + also)
    return one_page(show, image, *more, page=page_with(b"/XObject << /Im 5 0 R >>"))


def _image(content: bytes, attributes: bytes, *, width: int = 100, height: int = 140) -> bytes:
    size = b"/Type /XObject /Subtype /Image /Width %d /Height %d " % (width, height)
    return stream(content, size + attributes)


GREY: Final = b"/ColorSpace /DeviceGray /BitsPerComponent 8 "


def bits_that_do_not_exist() -> bytes:
    """A picture of 37 bits for each point."""
    return _shown(_image(NOISE, b"/ColorSpace /DeviceGray /BitsPerComponent 37"))


def bits_below_nothing() -> bytes:
    """A picture of less than no bits for each point, and of no colours."""
    return _shown(
        _image(NOISE, b"/ColorSpace [/DeviceN [] /DeviceGray 5 0 R] /BitsPerComponent -8")
    )


def sides_below_nothing() -> bytes:
    """A picture whose sides are below nothing, where both together are something."""
    return _shown(_image(NOISE, GREY, width=-20_000, height=-20_000))


def sides_of_every_kind() -> bytes:
    """A picture whose width is a text and whose height is itself."""
    attributes = b"/Type /XObject /Subtype /Image /Width (tien) /Height 5 0 R " + GREY
    return _shown(stream(NOISE, attributes))


def sides_that_overflow() -> bytes:
    """A picture of 65,536 by 65,536 points: as many as nothing, to who counts in 32 bits."""
    return _shown(_image(NOISE, GREY, width=65_536, height=65_536))


def one_wide_row() -> bytes:
    """A picture of one row of a hundred million points."""
    return _shown(
        _image(zeros(100 << 20), GREY + b"/Filter /FlateDecode", width=100 << 20, height=1)
    )


def one_high_column() -> bytes:
    """A picture of one column of two thousand million points, of a few bytes."""
    return _shown(_image(NOISE, GREY, width=1, height=2**31 - 1))


def picture_of_nothing() -> bytes:
    """A picture without width or height."""
    return _shown(_image(b"", GREY, width=0, height=0), also=b" " + LETTER)


def many_small_pictures() -> bytes:
    """A picture that is shown a hundred thousand times."""
    image = _image(b"\x00" * 16, GREY, width=4, height=4)
    show = packed(b"q 5 0 0 5 9 9 cm /Im Do Q " * 100_000)
    return one_page(show, image, page=page_with(b"/XObject << /Im 5 0 R >>"))


def many_large_pictures() -> bytes:
    """A page of three hundred pictures, each as large as a picture may be."""
    images = [
        _image(zeros(100 << 20), GREY + b"/Filter /FlateDecode", width=10_240, height=10_240)
        for _ in range(300)
    ]
    named = b" ".join(b"/I%d %d 0 R" % (number, number + 5) for number in range(300))
    show = b" ".join(b"q 595 0 0 842 0 0 cm /I%d Do Q" % number for number in range(300))
    return one_page(stream(show), *images, page=page_with(b"/XObject << %s >>" % named))


def profile_that_explodes() -> bytes:
    """A picture with a colour profile that unpacks to a thousand million bytes."""
    profile = stream(zeros(1 << 30), b"/N 3 /Alternate /DeviceRGB /Filter /FlateDecode")
    image = _image(NOISE * 2, b"/ColorSpace [/ICCBased 6 0 R] /BitsPerComponent 8")
    return _shown(image, profile)


def profile_in_itself() -> bytes:
    """A picture whose colour profile stands for itself, with ninety-nine colours."""
    profile = stream(NOISE, b"/N 99 /Alternate [/ICCBased 6 0 R]")
    return _shown(_image(NOISE, b"/ColorSpace [/ICCBased 6 0 R] /BitsPerComponent 8"), profile)


def table_of_colours_that_lies() -> bytes:
    """A picture of 255 colours of which the table holds one, and one says that it has millions."""
    space = b"/ColorSpace [/Indexed /DeviceRGB 2147483647 <ff00>] /BitsPerComponent 8"
    return _shown(_image(NOISE, space))


def decode_of_every_kind() -> bytes:
    """A picture whose points are to be stretched from text to nothing, a thousand times."""
    decode = b"/Decode [(a) null " + b"9e99 -9e99 " * 1_000 + b"]"
    return _shown(_image(NOISE, GREY + decode))


def mask_in_itself() -> bytes:
    """A picture that is its own mask, softly and hard."""
    return _shown(_image(NOISE, GREY + b"/SMask 5 0 R /Mask 5 0 R"))


def alternates_in_itself() -> bytes:
    """A picture that is to be replaced by itself."""
    return _shown(_image(NOISE, GREY + b"/Alternates [<< /Image 5 0 R >>] /OPI 5 0 R"))


def rows_that_are_missing() -> bytes:
    """A picture of a whole page of which one row is there."""
    return _shown(_image(zlib.compress(b"\x80" * 1_000), GREY + b"/Filter /FlateDecode",
                         width=1_000, height=1_400))  # fmt: skip


def fax_below_nothing() -> bytes:
    """A fax of columns and rows below nothing."""
    parms = b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns -1728 /Rows -9 >> "
    return _shown(_image(NOISE, b"/ColorSpace /DeviceGray /BitsPerComponent 1 " + parms))


def fax_of_a_colour() -> bytes:
    """A fax that says that it is in colour, of eight bits, and of a kind that does not exist."""
    parms = (
        b"/Filter /CCITTFaxDecode /DecodeParms << /K 77 /Columns 100 /DamagedRowsBeforeError -1 >> "
    )
    return _shown(_image(NOISE, b"/ColorSpace /DeviceRGB /BitsPerComponent 8 " + parms))


def fax_of_zeros() -> bytes:
    """A fax of a thousand million zeros behind deflate."""
    parms = b"/Filter [/FlateDecode /CCITTFaxDecode] /DecodeParms [null << /K 0 /Columns 1728 >>] "
    attributes = b"/ColorSpace /DeviceGray /BitsPerComponent 1 " + parms
    return _shown(_image(zeros(1 << 30), attributes, width=1_728, height=2_200))


def _segment(number: int, kind: int, content: bytes, *, length: int | None = None) -> bytes:
    said = len(content) if length is None else length
    return struct.pack(">IBBB", number, kind, 0, 1) + struct.pack(">I", said & 0xFFFFFFFF) + content


def _jbig2(*segments: bytes) -> bytes:
    attributes = b"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode "
    return _shown(_image(b"".join(segments), attributes, width=1_000, height=1_400))


def jbig2_of_a_huge_page() -> bytes:
    """JBIG2 whose page is four thousand million points wide and high."""
    return _jbig2(_segment(0, 48, struct.pack(">IIIIBH", 2**32 - 1, 2**32 - 1, 0, 0, 0, 0)))


def jbig2_that_refers_to_itself() -> bytes:
    """JBIG2 in which a dictionary of symbols is made of itself."""
    page = _segment(0, 48, struct.pack(">IIIIBH", 1_000, 1_400, 0, 0, 0, 0))
    symbols = struct.pack(">IBBBB", 1, 0, 0x20, 1, 1) + struct.pack(">I", 40) + NOISE[:40]
    return _jbig2(page, symbols, symbols)


def jbig2_of_many_symbols() -> bytes:
    """JBIG2 whose dictionary says that it holds four thousand million symbols."""
    page = _segment(0, 48, struct.pack(">IIIIBH", 1_000, 1_400, 0, 0, 0, 0))
    flags = struct.pack(">HbbbbbbbbII", 0, 3, -1, -3, -1, 2, -2, -2, -2, 2**32 - 1, 2**32 - 1)
    return _jbig2(page, _segment(1, 0, flags + NOISE[:500]))


def jbig2_region_outside() -> bytes:
    """JBIG2 that draws a region far outside of its page, of two thousand million points."""
    page = _segment(0, 48, struct.pack(">IIIIBH", 1_000, 1_400, 0, 0, 0, 0))
    region = struct.pack(">IIIIB", 2**31 - 1, 2**31 - 1, 2**31 - 1, 2**31 - 1, 0)
    return _jbig2(
        page, _segment(1, 38, region + b"\x00\x03\xff\xfd\xff\x02\xfe\xfe\xfe" + NOISE[:200])
    )


def jbig2_without_a_page() -> bytes:
    """JBIG2 of a segment that says that it is longer than the file, and no page."""
    return _jbig2(_segment(0, 38, NOISE[:100], length=-1))


def jbig2_of_itself() -> bytes:
    """JBIG2 whose common symbols are in the picture itself."""
    parms = b"/DecodeParms << /JBIG2Globals 5 0 R >> "
    attributes = b"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode " + parms
    return _shown(_image(NOISE[:500], attributes, width=1_000, height=1_400))


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def jpeg2000_head(columns: int, rows: int, *, tile: int, parts: int = 1) -> bytes:
    """Return the head of a JPEG 2000 of this size in tiles of that, without any tile."""
    size = struct.pack(">HIIIIIIIIH", 0, columns, rows, 0, 0, tile, tile, 0, 0, parts)
    siz = b"\xff\x51" + struct.pack(">H", 38 + 3 * parts) + size + b"\x07\x01\x01" * parts
    cod = b"\xff\x52\x00\x0c\x00\x00\x00\x01\x00\x05\x04\x04\x00\x00"
    qcd = b"\xff\x5c\x00\x13\x40" + b"\x48" * 16
    stream_of = (
        b"\xff\x4f" + siz + cod + qcd + b"\xff\x90\x00\x0a\x00\x00\x00\x00\x00\x00\x00\x01\xff\x93"
    )
    head = _box(b"ihdr", struct.pack(">IIHBBBB", rows, columns, parts, 7, 7, 0, 0))
    colour = _box(b"colr", b"\x01\x00\x00\x00\x00\x00\x11")
    return (
        b"\x00\x00\x00\x0cjP  \r\n\x87\n"
        + _box(b"ftyp", b"jp2 \x00\x00\x00\x00jp2 ")
        + _box(b"jp2h", head + colour)
        + _box(b"jp2c", stream_of + NOISE[:200] + b"\xff\xd9")
    )


def jpeg2000_of_many_tiles() -> bytes:
    """JPEG 2000 of a thousand million tiles of one point."""
    return _shown(_image(jpeg2000_head(30_000, 30_000, tile=1), b"/Filter /JPXDecode"))


def jpeg2000_of_a_huge_size() -> bytes:
    """JPEG 2000 of four thousand million by four thousand million points, in a place for few."""
    return _shown(
        _image(jpeg2000_head(2**32 - 1, 2**32 - 1, tile=2**32 - 1), b"/Filter /JPXDecode")
    )


def jpeg2000_of_many_colours() -> bytes:
    """JPEG 2000 of sixteen thousand colours."""
    return _shown(
        _image(jpeg2000_head(1_000, 1_400, tile=1_400, parts=16_384), b"/Filter /JPXDecode")
    )


def jpeg2000_larger_than_its_place() -> bytes:
    """JPEG 2000 of forty thousand by forty thousand points, in a place for few."""
    return _shown(_image(jpeg2000_head(40_000, 40_000, tile=40_000), b"/Filter /JPXDecode"))


def jpeg_of_two_kinds() -> bytes:
    """A JPEG of four colours that says in the PDF that it is grey, and inverted by Adobe."""
    from tests.hostile.rasters import cmyk_of_adobe  # noqa: PLC0415 - both need each other

    return _shown(_image(cmyk_of_adobe(), GREY + b"/Filter /DCTDecode", width=10, height=10))


def jpeg_behind_many() -> bytes:
    """A JPEG that was written in hexadecimal, then in 85, then packed by runs."""
    filters = b"/Filter [/RunLengthDecode /ASCII85Decode /ASCIIHexDecode /DCTDecode] "
    return _shown(_image(NOISE, GREY + filters))
