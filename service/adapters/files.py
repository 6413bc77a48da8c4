"""The files of this machine: walking folders and reading without ever hanging.

A pipe, a device or a loop of links is named as a trouble, never opened or followed.
"""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from extractors.errors import TooLargeError
from service.names import is_hidden, is_manifest
from service.ports.errors import Trouble, TroubleError
from service.ports.reading import Found, Listing

# What programs leave beside letters: lists, checksums, notes of a scanner. None of them is post,
# and all of them are counted. A .docx or .txt may be someone's letter and is never passed over.
DATA_SUFFIXES = frozenset(
    {".cfg", ".csv", ".ini", ".json", ".jsonl", ".log", ".md", ".md5", ".py", ".sha256", ".toml"}
    | {".xml", ".yaml", ".yml"}
)

_TROUBLES = {
    errno.EACCES: Trouble.GEEN_LEESRECHT,
    errno.EPERM: Trouble.GEEN_LEESRECHT,
    errno.ENOENT: Trouble.VERDWENEN,
    errno.ENOTDIR: Trouble.VERDWENEN,
    errno.ELOOP: Trouble.SYMLINK_LUS,
    errno.ENXIO: Trouble.GEEN_BESTAND,
    errno.EISDIR: Trouble.GEEN_BESTAND,
}


class LocalFiles:
    """Files on disks and shares that this machine has mounted."""

    def exists(self, path: str) -> bool:
        """Tell whether there is anything by that name, a dangling link included."""
        return os.path.lexists(path)

    def is_folder(self, path: str) -> bool:
        """Tell whether the path is a folder, also when a link leads to it."""
        return Path(path).is_dir()

    def walk(self, path: str) -> Listing:
        """Return everything below a folder, hidden files left out; links are followed once."""
        entries = tuple(_below(path, name="", ancestors=(os.path.realpath(path),)))
        letters = tuple(each for each in entries if not _is_data(each))
        return Listing(
            found=letters,
            manifests=tuple(each for each in entries if is_manifest(each.name)),
            skipped=tuple(
                each.name for each in entries if _is_data(each) and not is_manifest(each.name)
            ),
        )

    def read_text(self, path: str) -> str:
        """Return a text as UTF-8 or, when it is not, as what Dutch Windows writes."""
        raw = Path(path).read_bytes()
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            return raw.decode("cp1252", errors="replace")


def read_letter(path: str, *, max_bytes: int) -> bytes:
    """Return the bytes of a regular file.

    Raises:
        TroubleError: when the machine does not hand the file over.
        TooLargeError: when it is longer than `max_bytes`.

    """
    try:
        status = Path(path).stat()
        # opening a pipe would wait for a writer, opening a device may set it to work
        if not stat.S_ISREG(status.st_mode):
            raise TroubleError(Trouble.GEEN_BESTAND)
        with Path(path).open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise TroubleError(trouble_of(error)) from error
    if len(data) > max_bytes:
        raise TooLargeError(f"more than {max_bytes} bytes")
    return data


def printable(path: str) -> str:
    """Return a path that can be printed and stored: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _below(folder: str, *, name: str, ancestors: tuple[str, ...]) -> Iterator[Found]:
    try:
        entries = sorted(os.listdir(folder))  # noqa: PTH208 - a name may be no valid text
    except OSError as error:
        yield Found(folder, name or printable(Path(folder).name), trouble_of(error))
        return
    for entry in entries:
        if is_hidden(entry):
            continue
        path = os.path.join(folder, entry)  # noqa: PTH118 - a name may be no valid text
        below = f"{name}/{printable(entry)}" if name else printable(entry)
        yield from _entry(path, below, ancestors)


def _entry(path: str, name: str, ancestors: tuple[str, ...]) -> Iterator[Found]:
    try:
        status = Path(path).stat()
    except OSError as error:
        yield Found(path, name, trouble_of(error))
        return
    if stat.S_ISREG(status.st_mode):
        yield Found(path, name)
    elif not stat.S_ISDIR(status.st_mode):
        yield Found(path, name, Trouble.GEEN_BESTAND)
    elif _holds(real := os.path.realpath(path), ancestors[0]) or real in ancestors:
        yield Found(path, name, Trouble.SYMLINK_LUS)
    else:
        yield from _below(path, name=name, ancestors=(*ancestors, real))


def _holds(folder: str, inner: str) -> bool:
    """Tell whether a folder is another one or holds it: a link there leads out and back again."""
    return os.path.commonpath((folder, inner)) == folder


def _is_data(found: Found) -> bool:
    return found.trouble is None and Path(found.name).suffix.lower() in DATA_SUFFIXES


def trouble_of(error: OSError) -> Trouble:
    """Return why the machine does not hand a file over."""
    return _TROUBLES.get(error.errno or 0, Trouble.LEESFOUT)
