"""Pictures of pages: made in a process of their own with limits, and kept sealed for the next time.

Files of unknown people are opened by libraries that were not written for that; one that takes its
process down, or all memory, costs that one picture. Processes come from a server that has loaded
everything, which starts with the first picture.
"""

import datetime as dt
import multiprocessing
import secrets
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from extractors.document import TextSource
from extractors.errors import DocumentError
from extractors.limits import DEFAULT_LIMITS
from service.adapters.box import close_folder, enter_box, one_file, open_folder, shelter_sockets
from service.adapters.readings import OutdatedReadingError, unpack
from service.adapters.sealing import Sealer, SealError
from service.ports.blobs import Blobs
from service.ports.errors import BusyError, NoPictureError, NotFoundError, PassingError
from service.ports.store import Store
from service.records.letters import LetterRecord

PRELOAD: Final = ["service.adapters.tied", "extractors.readers.page_picture"]
PATIENCE_S: Final = 10.0  # for a place among those that are being made
MADE, NO_PAGE, FAILED = b"+", b"0", b"-"
END: Final = b""


@dataclass(frozen=True, slots=True)
class PictureCaps:
    """What making one picture may take, and how many are made at the same time."""

    seconds: float = 60.0
    memory_mb: int = 3072
    at_once: int = 2
    ahead: int = 2  # of those that nobody asked for yet


@dataclass(frozen=True, slots=True)
class _Box:
    """The limits for making a picture, and the folder for what is written down meanwhile."""

    caps: PictureCaps
    folder: Path


@dataclass(frozen=True, slots=True)
class _Stand:
    """How a page was read: turned by so many degrees, from a scan or from its text."""

    degrees: int = 0
    is_scan: bool = False


class RenderedPages:
    """Pages as pictures, for the letters of one store."""

    def __init__(
        self, store: Store, blobs: Blobs, sealer: Sealer, *, folder: Path, caps: PictureCaps
    ) -> None:
        """Keep pictures below the folder; no process is started yet."""
        self._store = store
        self._blobs = blobs
        self._sealer = sealer
        self._folder = folder
        self._caps = caps
        self._places = threading.BoundedSemaphore(caps.at_once)
        self._locks: dict[Path, threading.Lock] = {}
        self._ahead: set[Path] = set()
        self._guard = threading.Lock()
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(PRELOAD)

    def picture(self, letter: LetterRecord, page: int) -> bytes:
        """Return a page of the file (from 1) as a PNG with two pixels for each point."""
        kept = self._place_of(letter, page)
        picture = self._kept(kept)
        if picture is not None:
            return picture
        with self._alone(kept):
            picture = self._kept(kept)
            if picture is None:
                stand = self._stand_of(letter, page)
                with self._place():
                    picture = self._made(letter.sha256, page, stand)
                self._keep(kept, picture)
        return picture

    def prepare(self, letter: LetterRecord, page: int) -> None:
        """Begin with a picture that is probably asked for soon; nobody waits, nothing fails."""
        kept = self._place_of(letter, page)
        with self._guard:
            is_full = len(self._ahead) >= self._caps.ahead
            if is_full or kept in self._ahead or kept.exists():
                return
            self._ahead.add(kept)
        threading.Thread(target=self._prepare, args=(letter, page, kept), daemon=True).start()

    def warm_up(self) -> None:
        """Start the server that pictures come from, so that the first one need not wait for it."""
        threading.Thread(target=self._warm_up, daemon=True).start()

    def forget(self, sha256: str) -> None:
        """Throw away every picture of a file."""
        shutil.rmtree(self._folder / sha256, ignore_errors=True)

    def sweep(self, *, older_than: dt.datetime) -> int:
        """Throw away pictures that nobody looked at since; return how many."""
        stale = [
            path
            for path in self._folder.glob("*/*")
            if path.stat().st_mtime < older_than.timestamp()
        ]
        for path in stale:
            path.unlink(missing_ok=True)
        return len(stale)

    def _prepare(self, letter: LetterRecord, page: int, kept: Path) -> None:
        try:
            self.picture(letter, page)
        except (NoPictureError, NotFoundError, PassingError, OSError, EOFError):
            pass  # whoever asks for it is told
        finally:
            with self._guard:
                self._ahead.discard(kept)

    def _warm_up(self) -> None:
        shelter_sockets()
        process = self._context.Process(target=_nothing, daemon=True)
        process.start()
        process.join()

    def _place_of(self, letter: LetterRecord, page: int) -> Path:
        """Return where a picture is kept: a letter that is read anew has new pictures."""
        with self._store.reading() as transaction:
            read_at = transaction.letters.read_at(letter.id)
        moment = int(read_at.timestamp()) if read_at else 0
        return self._folder / letter.sha256 / f"{page}-{moment}"

    @contextmanager
    def _alone(self, kept: Path) -> Iterator[None]:
        """Let one thread make a picture; who wants the same one waits for it."""
        with self._guard:
            lock = self._locks.setdefault(kept, threading.Lock())
        try:
            with lock:
                yield
        finally:
            with self._guard:
                self._locks.pop(kept, None)

    def _stand_of(self, letter: LetterRecord, number: int) -> _Stand:
        """Return how the page was read, by whichever letter of the scan it is of."""
        with self._store.reading() as transaction:
            first_id = letter.first_id or letter.id
            parts = transaction.letters.parts(first_id)
            for letter_id in (letter.id, first_id, *(each.id for each in parts)):
                try:
                    reading = unpack(transaction.letters.reading(letter_id))
                except (NotFoundError, OutdatedReadingError):
                    continue
                for each in reading.letter.pages:
                    if each.page.number == number:
                        is_scan = each.page.source is TextSource.OCR
                        return _Stand(each.page.turned, is_scan)
        return _Stand()

    def _kept(self, path: Path) -> bytes | None:
        try:
            picture = self._sealer.open(path.read_bytes())
            path.touch()  # what is looked at stays
        except (OSError, SealError):
            return None
        return picture

    def _keep(self, path: Path, picture: bytes) -> None:
        draft = path.with_name(f".{secrets.token_hex(8)}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(self._sealer.seal(picture))
            draft.replace(path)
        except OSError:  # no room to keep it: it is made again the next time
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._places.acquire(timeout=PATIENCE_S):
            raise BusyError
        try:
            yield
        finally:
            self._places.release()

    def _made(self, sha256: str, page: int, stand: _Stand) -> bytes:
        here, there = self._context.Pipe()
        folder = open_folder()
        shelter_sockets()
        process = self._context.Process(
            target=_make, args=(there, page, stand, _Box(self._caps, folder)), daemon=True
        )
        process.start()
        there.close()
        try:
            for piece in self._blobs.stream(sha256):
                here.send_bytes(piece)
            here.send_bytes(END)
            answer = here.recv_bytes() if here.poll(self._caps.seconds) else FAILED
        except (EOFError, OSError):  # it died
            answer = FAILED
        finally:
            process.kill()
            process.join()
            here.close()
            close_folder(folder)
        if answer[:1] == NO_PAGE:
            raise NotFoundError
        if answer[:1] != MADE:
            raise NoPictureError
        return answer[1:]


def _nothing() -> None:
    """Do nothing, in a process of its own."""


def _make(connection: Connection, page: int, stand: _Stand, box: _Box) -> None:
    """Make one picture; runs in a process of its own."""
    from extractors.readers.page_picture import page_picture  # noqa: PLC0415 - only here

    enter_box(box.caps.memory_mb, box.folder)
    limits = replace(DEFAULT_LIMITS, file_s=box.caps.seconds)
    data = b"".join(iter(connection.recv_bytes, END))
    try:
        with one_file(box.caps.seconds, box.folder):
            picture = page_picture(
                data, page, degrees=stand.degrees, is_scan=stand.is_scan, limits=limits
            )
    except (DocumentError, MemoryError):
        connection.send_bytes(FAILED)
        return
    connection.send_bytes(NO_PAGE if picture is None else MADE + picture)
