"""A watched folder on a disk or a network share, where anything may happen at any moment.

Polls, because a share tells nobody what changes on it. Follows no links: who may drop a file must
not be able to have any other file of this machine read.
"""

import errno
import fcntl
import itertools
import os
import signal
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

from service.adapters.files import DATA_SUFFIXES, trouble_of
from service.names import is_hidden, is_manifest
from service.ports.doors import Look, OpenFile, Seen, Sort
from service.ports.errors import ChangedError, FolderAwayError, OccupiedError, TroubleError

AREAS: Final = ("verwerkt", "fout")
# What lies beside a finished file.
BESIDE: Final = (".json", ".txt")
# How programs call a file while they are still writing it.
UNFINISHED: Final = (".part", ".tmp", ".partial", ".crdownload", ".download", ".filepart", "~")
LONGEST_NAME: Final = 230  # bytes; most disks allow 255, and reports have a longer name
MOST_FOLDERS: Final = 50  # folders within folders; a loop of mounts ends here
# Disks of this machine, on which a lease tells the truth; on shares it may say anything.
LOCAL: Final = frozenset({"btrfs", "ext2", "ext3", "ext4", "f2fs", "tmpfs", "xfs", "zfs"})


class DiskDropFolder:
    """A watched folder below one path."""

    def __init__(self, root: Path) -> None:
        """Watch the folder; nothing is opened or made yet."""
        self._root = str(root)
        self._has_leases: bool | None = None

    def prepare(self, *, is_known: bool) -> None:
        """Make the places for finished files; `is_known`: they were there before."""
        if not os.path.isdir(self._root):  # noqa: PTH112 - names below may be no valid text
            raise FolderAwayError
        for area in AREAS:
            path = self._path(area)
            if is_known and not os.path.isdir(path):  # noqa: PTH112
                # an empty mount point: what we would write here is hidden when the share is back
                raise FolderAwayError
            with suppress(FileExistsError):
                os.mkdir(path)  # noqa: PTH102

    def look(self) -> Look:
        """Return all that was dropped; what is hidden or still being copied is left out."""
        walk = _Walk()
        try:
            walk.into(self._root, "", depth=0)
        except OSError as error:
            raise FolderAwayError from error
        seen = sorted(walk.seen, key=lambda each: each.name)
        return Look(
            seen=tuple(each for each in seen if not is_manifest(each.name)),
            manifests=tuple(each for each in seen if is_manifest(each.name)),
            unreadable=walk.unreadable,
        )

    @contextmanager
    def open_file(self, seen: Seen) -> Iterator[OpenFile]:
        """Open a file that was seen."""
        try:
            # a pipe that took the name of a file must not be waited for
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
            handle = os.open(self._path(seen.name), flags)
        except FileNotFoundError as error:
            raise ChangedError from error
        except OSError as error:
            raise TroubleError(trouble_of(error)) from error
        with os.fdopen(handle, "rb") as file:
            opened = _OpenFile(file, seen, lambda: self.identity(seen.name))
            opened.check_whole()
            yield opened

    def is_being_written(self, name: str) -> bool:
        """Tell whether a program has the file open to write; False when that cannot be known."""
        if not self._can_lease():
            return False
        try:
            handle = os.open(self._path(name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            return False
        try:
            # whoever opens it just now makes the kernel signal us: with one that does nothing
            fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        except OSError as error:
            return error.errno == errno.EAGAIN
        finally:
            os.close(handle)
        return False

    def read_text(self, name: str) -> str:
        """Return a text as UTF-8 or, when it is not, as what Dutch Windows writes."""
        with open(self._path(name), "rb") as file:  # noqa: PTH123
            raw = file.read()
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            return raw.decode("cp1252", errors="replace")

    def identity(self, name: str) -> str | None:
        """Return the identity of what has this name now, None when nothing has."""
        try:
            return _identity(os.lstat(self._path(name)))
        except FileNotFoundError:
            return None

    def free_place(self, area: str, name: str) -> str:
        """Return a name in an area that nothing has, nor anything that will lie beside it."""
        path = PurePosixPath(name)
        for number in itertools.count(1):
            place = str(PurePosixPath(area, path.parent, _named(path, number)))
            if not any(self._exists(place + suffix) for suffix in ("", *BESIDE)):
                break
        return place

    def move(self, name: str, place: str) -> None:
        """Put what has the name in its place, and never over something else.

        The place is taken first by an empty file of ours, so that nobody comes in between.
        """
        source, target = self._path(name), self._path(place)
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
        self._occupy(target)
        try:
            os.rename(source, target)  # noqa: PTH104
        except OSError as error:
            if error.errno != errno.EXDEV:
                os.unlink(target)  # noqa: PTH108
                raise
            _copy_over(source, target)  # another disk was mounted on a folder below

    def write(self, place: str, content: str) -> None:
        """Write a text, whole or not at all."""
        target = self._path(place)
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
        draft = _draft(target)
        with open(draft, "wb") as file:  # noqa: PTH123
            file.write(content.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)  # noqa: PTH105

    def remove(self, place: str) -> None:
        """Remove a text that was written; one that is not there is no error."""
        with suppress(FileNotFoundError):
            os.unlink(self._path(place))  # noqa: PTH108

    def _path(self, name: str) -> str:
        return os.path.join(self._root, name)  # noqa: PTH118 - a name may be no valid text

    def _exists(self, name: str) -> bool:
        return os.path.lexists(self._path(name))

    def _occupy(self, target: str) -> None:
        try:
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        except FileExistsError as error:
            status = os.lstat(target)
            # an empty file may be what we put there ourselves, just before we were killed
            if not stat.S_ISREG(status.st_mode) or status.st_size:
                raise OccupiedError from error

    def _can_lease(self) -> bool:
        if self._has_leases is None:
            self._has_leases = _file_system(os.path.realpath(self._root)) in LOCAL
        return self._has_leases


class _Walk:
    """One walk through a folder: what was seen, and where we may not come."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.unreadable = 0

    def into(self, path: str, name: str, *, depth: int) -> None:
        """See everything in a folder and below it."""
        with os.scandir(path) as entries:
            for entry in entries:
                below = f"{name}/{entry.name}" if name else entry.name
                if not is_hidden(entry.name) and below.lower() not in AREAS:
                    self._see(entry, below, depth)

    def _see(self, entry: "os.DirEntry[str]", name: str, depth: int) -> None:
        try:
            if entry.is_dir(follow_symlinks=False):
                self._deeper(entry.path, name, depth)
                return
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            return  # it went away in the meantime
        except OSError:
            self.unreadable += 1
            return
        sort = _sort(status.st_mode)
        if sort is not Sort.FILE or _is_post(entry.name):
            self.seen.append(Seen(name, _identity(status), sort))

    def _deeper(self, path: str, name: str, depth: int) -> None:
        if depth < MOST_FOLDERS:
            self.into(path, name, depth=depth + 1)
        else:
            self.unreadable += 1


class _OpenFile:
    """A file that is read, with its faults told in our words."""

    def __init__(self, file: BinaryIO, seen: Seen, identity: Callable[[], str | None]) -> None:
        self._file = file
        self._seen = seen
        self._identity = identity
        self.source = cast("BinaryIO", _Source(file))

    def check_whole(self) -> None:
        """See to it that the file is still the one that was opened."""
        try:
            now = (_identity(os.fstat(self._file.fileno())), self._identity())
        except OSError as error:  # the share went away under it
            raise ChangedError from error
        if now != (self._seen.identity, self._seen.identity):
            raise ChangedError


class _Source:
    """Bytes of a file: an error of the disk or the share under it is trouble with this file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        try:
            return self._file.read(size)
        except OSError as error:
            raise TroubleError(trouble_of(error)) from error

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return where the next bytes are."""
        return self._file.tell()

    def seekable(self) -> bool:
        """Tell that it can be read anywhere."""
        return True


def _is_post(name: str) -> bool:
    """Tell a file for us from one that is being copied, and from the data of another program."""
    lower = name.lower()
    if lower.endswith(UNFINISHED):
        return False
    return is_manifest(name) or PurePosixPath(lower).suffix not in DATA_SUFFIXES


def _sort(mode: int) -> Sort:
    if stat.S_ISREG(mode):
        return Sort.FILE
    return Sort.LINK if stat.S_ISLNK(mode) else Sort.OTHER


def _identity(status: os.stat_result) -> str:
    """Say of content that it is the same; a share may count files anew when it comes back."""
    return f"{status.st_size}-{status.st_mtime_ns}"


def _copy_over(source: str, target: str) -> None:
    """Move between disks: the copy is safe before the original goes."""
    if not stat.S_ISREG(os.lstat(source).st_mode):
        raise OSError(errno.EXDEV, "only a file can be moved to another disk")
    draft = _draft(target)
    with open(source, "rb") as file, open(draft, "wb") as out:  # noqa: PTH123
        while piece := file.read(1024 * 1024):
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    before = os.lstat(source)
    os.utime(draft, ns=(before.st_atime_ns, before.st_mtime_ns))  # it is known by its time
    os.replace(draft, target)  # noqa: PTH105
    os.unlink(source)  # noqa: PTH108


def _draft(target: str) -> str:
    """Return the name of a file while we write it: hidden, and overwritten after a crash."""
    folder, base = os.path.split(target)
    return os.path.join(folder, f".{base}.part")  # noqa: PTH118


def _named(path: PurePosixPath, number: int) -> str:
    """Return the name of a file, with a number from the second on; never too long for a disk."""
    tail = path.suffix if number == 1 else f"-{number}{path.suffix}"
    room = LONGEST_NAME - len(os.fsencode(tail))
    return os.fsdecode(os.fsencode(path.stem)[: max(room, 1)]) + tail


def _file_system(path: str) -> str:
    """Return the kind of file system that a path is on; empty when that is not told."""
    best, kind = "", ""
    try:
        table = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    for line in table.splitlines():
        _, mount, name, *_ = line.split(" ")
        mount = mount.replace("\\040", " ")
        is_above = path == mount or path.startswith(mount.rstrip("/") + "/")
        if is_above and len(mount) >= len(best):
            best, kind = mount, name
    return kind
