"""A ZIP with letters: what stands in it, one after another, never unpacked to a disk.

What a ZIP says about itself is not believed: sizes are counted while bytes come out of it, names
that lead elsewhere and links are refused by name, and one that would cost too much is refused
before it is opened. A manifest.csv in it tells what is known of each letter.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import BinaryIO, Final, cast

from service.names import cleaned, is_hidden, is_manifest, is_unsafe
from service.usecases.manifest import (
    MOST_TOLD,
    Entry,
    ManifestError,
    Mistake,
    mistake,
    read_manifest,
)
from service.usecases.receive import Facts, Incoming, RefusedError, refused
from validators.report import ReceivedSource

MANIFEST_BYTES: Final = 5_000_000
# What other programs pack in a ZIP of their own: office documents, not post in a folder.
OFFICE: Final = frozenset({"[Content_Types].xml", "mimetype"})
# Text packs to a tenth, a page of white pixels to a hundredth; beyond this it is a trap.
MOST_RATIO: Final = 200
RATIO_FROM: Final = 10_000_000  # bytes: below it no ratio does any harm
PIECE: Final = 1024 * 1024
BYTES_PER_ENTRY: Final = 400  # of the list of contents, on average, with long names
TAIL: Final = 66_000  # a ZIP ends with its list of contents and a comment of at most 64 KB
BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    struct.error,
)


@dataclass(slots=True)
class Meter:
    """Counts what came out of all archives of one delivery, against what that may be."""

    most_files: int
    most_bytes: int
    files: int = 0
    bytes: int = 0

    def add(self, count: int) -> None:
        """Count bytes.

        Raises:
            RefusedError: when there are too many.

        """
        self.bytes += count
        if self.bytes > self.most_bytes:
            raise RefusedError("zip_te_groot", max_mb=self.most_bytes // (1024 * 1024))


def is_zip(head: bytes) -> bool:
    """Tell whether these are the first bytes of a ZIP that may hold letters."""
    if head[:4] == b"PK\x05\x06":  # one without anything in it
        return True
    length = int.from_bytes(head[26:28], "little")
    return head[:4] == b"PK\x03\x04" and head[30 : 30 + length].decode("cp437") not in OFFICE


def unzip(
    name: str, file: BinaryIO, *, meter: Meter, profiles: Collection[str]
) -> Iterator[Incoming]:
    """Yield the letters in a ZIP called `name`, those that are refused with the reason.

    `profiles` are those that its manifest may name.

    Raises:
        ManifestError: when its manifest is wrong.

    """
    try:
        _refuse_long_lists(file, meter)
        archive = zipfile.ZipFile(file)
    except RefusedError as error:
        yield _refusal(name, error.code, **error.values)
        return
    except BROKEN:
        yield _refusal(name, "beschadigd")
        return
    yield from _members(name, archive, meter, profiles)


def _members(
    name: str, archive: zipfile.ZipFile, meter: Meter, profiles: Collection[str]
) -> Iterator[Incoming]:
    members = [
        each
        for each in archive.infolist()
        # a name of nothing is no folder, but zipfile looks at its last letter
        if not (each.filename.endswith("/") or _is_hidden(each.filename))
    ]
    letters = [each for each in members if not is_manifest(each.filename)]
    if any(each.filename in OFFICE for each in members):
        yield _refusal(name, "geen_document")
    elif meter.files + len(letters) > meter.most_files:
        yield _refusal(name, "te_veel_bestanden", most=meter.most_files)
    elif not letters:
        yield _refusal(name, "lege_zip")
    else:
        meter.files += len(letters)
        told = _told(archive, members, profiles)
        for each in letters:
            yield _incoming(archive, each, told.get(each.filename, Facts()), meter)


def _is_hidden(name: str) -> bool:
    """Tell whether who packed it would not see it; signs that are cleaned away hide nothing."""
    return is_hidden(cleaned(name)) and is_hidden(name.replace("\\", "/"))


def _refuse_long_lists(file: BinaryIO, meter: Meter) -> None:
    """Look at how long the list of contents is before it is read whole.

    Raises:
        RefusedError: when it is too long.

    """
    size = file.seek(0, 2)
    file.seek(max(size - TAIL, 0))
    tail = file.read(TAIL)
    end = tail.rfind(b"PK\x05\x06")
    if end < 0:
        raise RefusedError("beschadigd")
    count, length = struct.unpack_from("<HL", tail, end + 10)
    wide = tail.rfind(b"PK\x06\x06", 0, end)  # numbers that do not fit stand just before it
    if wide >= 0 and 0xFFFF in {count, length & 0xFFFF}:
        count, length = struct.unpack_from("<QQ", tail, wide + 32)
    # folders and manifests stand in the list too
    if count > 2 * meter.most_files or length > 2 * meter.most_files * BYTES_PER_ENTRY:
        raise RefusedError("te_veel_bestanden", most=meter.most_files)


def _told(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], profiles: Collection[str]
) -> dict[str, Facts]:
    """Return what manifests tell, by name in the ZIP; the manifest nearest to a file wins."""
    names = {each.filename for each in members}
    told: dict[str, Facts] = {}
    mistakes: list[Mistake] = []
    manifests = [each for each in members if is_manifest(each.filename)]
    for manifest in sorted(manifests, key=lambda each: each.filename.count("/")):
        folder = manifest.filename.rpartition("/")[0]
        text = _text_of(archive, manifest)
        called = cleaned(manifest.filename)
        entries, wrong = read_manifest(text, name=called, profiles=profiles)
        mistakes += wrong
        for entry in entries:
            name = f"{folder}/{entry.file}" if folder else entry.file
            if name not in names and len(mistakes) < MOST_TOLD:
                mistakes.append(_mistake(manifest, "bestand_is_er_niet", entry.line))
            told[name] = facts_of(entry)
    if mistakes:
        raise ManifestError(mistakes)
    return told


def facts_of(entry: Entry) -> Facts:
    """Return what a line of a manifest tells of its file."""
    return Facts(
        profile=entry.profile,
        channel=entry.channel,
        received=entry.received,
        received_source=ReceivedSource.MANIFEST if entry.received else None,
        postmarked=entry.postmarked,
    )


def _text_of(archive: zipfile.ZipFile, manifest: zipfile.ZipInfo) -> str:
    try:
        with archive.open(manifest) as file:
            raw = file.read(MANIFEST_BYTES + 1)
    except BROKEN as error:
        raise ManifestError([_mistake(manifest, "manifest_onleesbaar")]) from error
    if len(raw) > MANIFEST_BYTES:
        raise ManifestError([_mistake(manifest, "manifest_te_groot")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:  # what Dutch Windows writes
        return raw.decode("cp1252", errors="replace")


def _mistake(manifest: zipfile.ZipInfo, code: str, line: int = 0) -> Mistake:
    return mistake(code, cleaned(manifest.filename), line, code)


def _incoming(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, facts: Facts, meter: Meter
) -> Incoming:
    name = cleaned(member.filename)
    if is_unsafe(member.filename) or _is_link(member):
        return _refusal(name, "onveilig_pad")
    if member.flag_bits & 0x1:
        return _refusal(name, "wachtwoord_nodig")

    @contextmanager
    def open_it() -> Iterator[BinaryIO]:
        try:
            opened = archive.open(member)
        except BROKEN as error:
            raise RefusedError("beschadigd") from error
        with opened:
            source = _Unpacked(cast("BinaryIO", opened), member.compress_size, meter)
            yield cast("BinaryIO", source)

    return Incoming(name, open_it, facts)


def _is_link(member: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(member.external_attr >> 16)


def _refusal(file: str, code: str, **values: object) -> Incoming:
    return Incoming(file, lambda: nullcontext(io.BytesIO()), refusal=refused(file, code, **values))


@dataclass(slots=True)
class _Unpacked:
    """One file of a ZIP while it is unpacked: counted, and its faults told in our words."""

    source: BinaryIO
    packed: int
    meter: Meter
    _bytes: int = field(default=0)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, without a size all that are left.

        Raises:
            RefusedError: when it is broken, a trap, or a ZIP itself.

        """
        if size >= 0:
            return self._piece(size)
        return b"".join(iter(lambda: self._piece(PIECE), b""))  # a trap is not unpacked to its end

    def _piece(self, size: int) -> bytes:
        try:
            piece = self.source.read(size)
        except BROKEN as error:
            raise RefusedError("beschadigd") from error
        if self._bytes == 0 and is_zip(piece):
            raise RefusedError("zip_in_zip")
        self._bytes += len(piece)
        self.meter.add(len(piece))
        if self._bytes > max(RATIO_FROM, self.packed * MOST_RATIO):
            raise RefusedError("zip_bom")
        return piece
