"""What a stream comes to is known beforehand; what is broken counts for what came out."""

import base64
import zlib

import pytest

from extractors.readers.pdf_streams import MOST_FILTERS, is_bomb, unpacks_beyond

MOST = 100_000
FLAT = zlib.compress(bytes(2 * MOST), 9)
LZW = bytes.fromhex("800b6050220c0c8501")  # the example of the PDF specification
LZW_OUT = bytes((45, 45, 45, 45, 45, 65, 45, 45, 45, 66))


@pytest.mark.parametrize(
    ("raw", "filters"),
    [
        (FLAT, ["/FlateDecode"]),
        (FLAT, ["/Fl"]),
        (zlib.compress(FLAT), ["/FlateDecode", "/FlateDecode"]),
        (FLAT.hex().encode() + b">", ["/ASCIIHexDecode", "/FlateDecode"]),
        (b" !" + FLAT.hex(" ").encode(), ["/AHx", "/Fl"]),  # readers pass over what is no digit
        (base64.a85encode(FLAT) + b"~>", ["/ASCII85Decode", "/FlateDecode"]),
        (b"\x81a" * 1_000, ["/RunLengthDecode"]),
        (zlib.compress(b"\x81a" * 1_000), ["/FlateDecode", "/RunLengthDecode"]),
        (b"", ["/FlateDecode"] * (MOST_FILTERS + 1)),
    ],
)
def test_what_grows_beyond_the_bound_is_seen(raw: bytes, filters: list[str]) -> None:
    assert unpacks_beyond(raw, filters, most=MOST)


@pytest.mark.parametrize(
    ("raw", "filters"),
    [
        (zlib.compress(bytes(MOST)), ["/FlateDecode"]),
        (FLAT[:20] + b"broken", ["/FlateDecode"]),
        (b"\xff", ["/RunLengthDecode"]),
        (b"\xff\xff\xff\xff", ["/LZWDecode"]),
        (b"x" * 2 * MOST, ["/DCTDecode"]),  # pixels have a bound of their own
    ],
)
def test_what_stays_within_it_or_is_broken_passes(raw: bytes, filters: list[str]) -> None:
    assert not unpacks_beyond(raw, filters, most=MOST)


def test_lzw_is_counted_to_the_byte() -> None:
    assert unpacks_beyond(LZW, ["/LZWDecode"], most=len(LZW_OUT) - 1)
    assert not unpacks_beyond(LZW, ["/LZWDecode"], most=len(LZW_OUT))


def test_tables_of_the_file_itself_are_looked_at() -> None:
    table = b"7 0 obj << /Type /XRef /Filter /FlateDecode >> stream\n%s\nendstream"
    assert is_bomb(table % zlib.compress(bytes(65_000_000), 9))
    assert not is_bomb(table % zlib.compress(bytes(1_000)))
