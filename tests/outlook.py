"""Messages of Outlook (.msg) for tests: a compound file with the properties of [MS-OXMSG].

Writes what Outlook writes: a tree of storages, small streams together in the mini stream, and
properties with their values in streams of their own.
"""

import datetime as dt
import struct
from dataclasses import dataclass, field

SECTOR, MINI, SMALL = 512, 64, 4096
END, FREE, FAT_SECTOR, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
TEXT, TEXT8, BINARY, NUMBER, TIME = 0x001F, 0x001E, 0x0102, 0x0003, 0x0040
SUBJECT, SENDER, SENDER_ADDRESS, TO, BODY, HTML = 0x0037, 0x0C1A, 0x5D01, 0x0E04, 0x1000, 0x1013
SENT, DELIVERED, HEADERS, CLASS, CODEPAGE = 0x0039, 0x0E06, 0x007D, 0x001A, 0x3FDE
DATA, LONG_NAME, MIME, CONTENT_ID, METHOD = 0x3701, 0x3707, 0x370E, 0x3712, 0x3705
RTF = 0x1009
EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)

Value = str | bytes | int | dt.datetime


@dataclass
class Storage:
    """A folder within the file."""

    streams: dict[str, bytes] = field(default_factory=dict)
    storages: dict[str, "Storage"] = field(default_factory=dict)


def outlook(
    properties: dict[int, Value] | None = None,
    attachments: tuple[dict[int, Value | Storage], ...] = (),
    *,
    is_unicode: bool = True,
) -> bytes:
    """Return the bytes of a .msg file."""
    return compound(storage(properties or {}, attachments, header=32, is_unicode=is_unicode))


def storage(
    properties: dict[int, Value],
    attachments: tuple[dict[int, Value | Storage], ...] = (),
    *,
    header: int = 24,
    is_unicode: bool = True,
) -> Storage:
    """Return a message as a storage: the outermost has a header of 32 bytes, one within it 24."""
    made = Storage()
    _put(made, properties, header=header, is_unicode=is_unicode)
    for number, each in enumerate(attachments):
        inner = Storage()
        plain = {key: value for key, value in each.items() if not isinstance(value, Storage)}
        _put(inner, plain, header=8, is_unicode=is_unicode)
        for key, value in each.items():
            if isinstance(value, Storage):
                inner.storages[f"__substg1.0_{key:04X}000D"] = value
        made.storages[f"__attach_version1.0_#{number:08X}"] = inner
    return made


def _put(made: Storage, properties: dict[int, Value], *, header: int, is_unicode: bool) -> None:
    rows = bytes(header)
    for key, value in properties.items():
        match value:
            case str():
                kind = TEXT if is_unicode else TEXT8
                raw = value.encode("utf-16-le" if is_unicode else "cp1252")
            case bytes():
                kind, raw = BINARY, value
            case dt.datetime():
                kind, raw = TIME, None
            case _:
                kind, raw = NUMBER, None
        if raw is None:
            number = value if isinstance(value, int) else _ticks(value)
            rows += struct.pack("<HHIQ", kind, key, 6, number)
        else:
            made.streams[f"__substg1.0_{key:04X}{kind:04X}"] = raw
            rows += struct.pack("<HHIII", kind, key, 6, len(raw), 0)
    made.streams["__properties_version1.0"] = rows


def _ticks(time: Value) -> int:
    assert isinstance(time, dt.datetime)
    return int((time - EPOCH).total_seconds()) * 10_000_000


@dataclass
class _Entry:
    name: str
    kind: int
    start: int = END
    size: int = 0
    child: int = NONE
    right: int = NONE


def compound(root: Storage) -> bytes:
    """Return a compound file (version 3) that holds the storage."""
    writer = _Writer()
    writer.entries.append(_Entry("Root Entry", 5))
    writer.fill(0, root)
    return writer.whole()


class _Writer:
    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self.sectors: list[bytes] = []
        self.fat: list[int] = []
        self.mini = b""
        self.minifat: list[int] = []

    def fill(self, parent: int, node: Storage) -> None:
        """Write the entries below one storage, each the right neighbour of the one before."""
        before: int | None = None
        named = sorted([*node.streams, *node.storages], key=lambda name: (len(name), name.upper()))
        for name in named:
            number = len(self.entries)
            is_stream = name in node.streams
            self.entries.append(_Entry(name, 2 if is_stream else 1))
            if before is None:
                self.entries[parent].child = number
            else:
                self.entries[before].right = number
            before = number
            if is_stream:
                self._stream(self.entries[number], node.streams[name])
            else:
                self.fill(number, node.storages[name])

    def _stream(self, entry: _Entry, content: bytes) -> None:
        entry.size = len(content)
        if not content:
            return
        if len(content) >= SMALL:
            entry.start = self._chain(content)
            return
        entry.start = len(self.minifat)
        count = -(-len(content) // MINI)
        self.minifat += [*range(entry.start + 1, entry.start + count), END]
        self.mini += content.ljust(count * MINI, b"\0")

    def _chain(self, content: bytes) -> int:
        if not content:
            return END
        start = len(self.sectors)
        pieces = [content[at : at + SECTOR] for at in range(0, len(content), SECTOR)]
        self.sectors += [piece.ljust(SECTOR, b"\0") for piece in pieces]
        self.fat += [*range(start + 1, start + len(pieces)), END]
        return start

    def whole(self) -> bytes:
        """Return the file."""
        self.entries[0].start = self._chain(self.mini)
        self.entries[0].size = len(self.mini)
        minifat = b"".join(struct.pack("<I", each) for each in self.minifat)
        padded = minifat.ljust(-(-len(minifat) // SECTOR) * SECTOR, b"\xff")
        minifat_start = self._chain(padded)
        directory = b"".join(map(_directory_entry, self.entries))
        directory_start = self._chain(directory)
        count = 1
        while count * (SECTOR // 4) < len(self.sectors) + count:
            count += 1
        places = [*range(len(self.sectors), len(self.sectors) + count)]
        table = [*self.fat, *[FAT_SECTOR] * count]
        table += [FREE] * (count * (SECTOR // 4) - len(table))
        fat = struct.pack(f"<{len(table)}I", *table)
        head = struct.pack(
            "<8s16sHHHHH6xIIIIIIIII",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            bytes(16),
            *(0x3E, 3, 0xFFFE, 9, 6),
            *(0, count, directory_start, 0, SMALL),
            *(minifat_start, len(padded) // SECTOR, END, 0),
        )
        assert count <= 109
        head += struct.pack("<109I", *places, *[FREE] * (109 - count))
        return head + b"".join(self.sectors) + fat


def _directory_entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        name,
        len(name) + 2,
        entry.kind,
        1,
        *(NONE, entry.right, entry.child),
        bytes(16),
        *(0, 0, 0),
        entry.start,
        entry.size,
    )
