"""How much a stream of a PDF unpacks to, found out before anything unpacks it for use. Pure.

Each filter hands on small pieces and counts them, so that a bomb costs no more than the bound.
"""

import base64
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

MAX_CONTENT: Final = 64_000_000  # bytes of one unpacked stream; a drawing of a building has 20
CHUNK: Final = 1 << 20
MOST_FILTERS: Final = 8  # one after another; programs that write PDF use one, seldom two
LZW_CLEAR: Final = 256
LZW_END: Final = 257
LZW_MOST: Final = 4096
_LZW_START: Final = (*(bytes((each,)) for each in range(256)), b"", b"")  # the last two are marks
# What else stands between the digits is passed over, as readers do.
_NO_HEX: Final = re.compile(rb"[^0-9a-fA-F>]+")
_NO_ASCII85: Final = re.compile(rb"[^!-uz~]+")
# Streams that are unpacked to find out what is in the file at all, long before its pages.
_OF_FILE: Final = re.compile(rb"/(?:XRef|ObjStm)\b")
_BEGIN: Final = re.compile(rb"\bstream\r?\n")
NEAR: Final = 4_000  # bytes from the name of such a stream to its content

Filter = Callable[[Iterator[bytes]], Iterator[bytes]]


class _BeyondError(Exception):
    """More bytes than are allowed."""


def unpacks_beyond(raw: bytes, filters: Sequence[str], *, most: int = MAX_CONTENT) -> bool:
    """Tell whether a stream unpacks to more than `most` bytes, at the end or on the way there.

    What cannot be unpacked to its end counts for what came out before; a filter of pictures ends
    the row, for it is the pixels that count there.
    """
    if len(filters) > MOST_FILTERS:
        return True
    pieces: Iterator[bytes] = iter([raw])
    for name in filters:
        unpack = FILTERS.get(name)
        if unpack is None:
            break
        pieces = _counted(unpack(pieces), most)
    try:
        for _ in pieces:
            pass
    except _BeyondError:
        return True
    except (zlib.error, ValueError, IndexError):
        return False  # broken: what came out before was within bounds
    return False


def is_bomb(data: bytes) -> bool:
    """Tell whether a stream of the file's own tables unpacks beyond what any file needs."""
    for name in _OF_FILE.finditer(data):
        begin = _BEGIN.search(data, name.end(), name.end() + NEAR)
        if begin is not None:
            packed = data[begin.end() : begin.end() + MAX_CONTENT]
            if unpacks_beyond(packed, ("/FlateDecode",)):
                return True
    return False


def _counted(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > most:
            raise _BeyondError
        yield piece


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for piece in pieces:
        yield unpacker.decompress(piece, CHUNK)
        while unpacker.unconsumed_tail:
            yield unpacker.decompress(unpacker.unconsumed_tail, CHUNK)


def _from_hex(pieces: Iterator[bytes]) -> Iterator[bytes]:
    written = _NO_HEX.sub(b"", b"".join(pieces)).partition(b">")[0]
    yield bytes.fromhex((written + b"0" * (len(written) % 2)).decode("ascii"))


def _from_ascii85(pieces: Iterator[bytes]) -> Iterator[bytes]:
    written = _NO_ASCII85.sub(b"", b"".join(pieces)).removeprefix(b"<~")
    yield base64.a85decode(written.partition(b"~")[0])


def _from_runs(pieces: Iterator[bytes]) -> Iterator[bytes]:
    data = b"".join(pieces)
    place = 0
    while place < len(data) and data[place] != 128:
        count = data[place]
        if count < 128:
            yield data[place + 1 : place + 2 + count]
            place += 2 + count
        else:
            yield data[place + 1 : place + 2] * (257 - count)
            place += 2


def _from_lzw(pieces: Iterator[bytes]) -> Iterator[bytes]:
    table = list(_LZW_START)
    before = b""
    for code in _codes(b"".join(pieces), table):
        if code == LZW_CLEAR:
            table[:] = _LZW_START
            before = b""
            continue
        found = table[code] if code < len(table) else before + before[:1]
        if before and len(table) < LZW_MOST:
            table.append(before + found[:1])
        before = found
        yield found


def _codes(data: bytes, table: list[bytes]) -> Iterator[int]:
    """Yield the codes; they grow wider with the table."""
    held = bits = 0
    for byte in data:
        held, bits = held << 8 | byte, bits + 8
        width = max(min((len(table) + 1).bit_length(), 12), 9)
        if bits >= width:
            bits -= width
            code, held = held >> bits, held & ((1 << bits) - 1)
            if code == LZW_END:
                return
            yield code


FILTERS: Final[dict[str, Filter]] = {
    "/FlateDecode": _inflated,
    "/Fl": _inflated,
    "/ASCIIHexDecode": _from_hex,
    "/AHx": _from_hex,
    "/ASCII85Decode": _from_ascii85,
    "/A85": _from_ascii85,
    "/RunLengthDecode": _from_runs,
    "/RL": _from_runs,
    "/LZWDecode": _from_lzw,
    "/LZW": _from_lzw,
}
