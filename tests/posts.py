"""A post room for tests: the real store on SQLite and real blobs, a clock and a reader of ours."""

import datetime as dt
import io
import itertools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import BinaryIO

from service.adapters.blobs.folder import FolderBlobs
from service.adapters.sealing import Sealer
from service.adapters.store.database import Database
from service.adapters.store.migrate import migrate
from service.adapters.store.store import SqlStore
from service.ports.jobs import Work
from service.ports.reading import Assignment, Finished, Outcome
from service.records.letters import Door, Organisation
from service.usecases.receive import Desk, Envelope, Facts, Incoming
from tests.unit.service.reports import make_report

KEY = bytes(range(32))
OURS = Organisation("zorgkantoor", "Zorgkantoor Zorg en Zekerheid", "zorg-en-zekerheid")
THEIRS = Organisation("gemeente", "Gemeente Voorbeeld", "gemeente")


@dataclass
class FakeClock:
    """A clock that stands still until a test moves it."""

    time: dt.datetime = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)

    def now(self) -> dt.datetime:
        """Return the time of the test."""
        return self.time

    def today(self) -> dt.date:
        """Return its day."""
        return self.time.date()

    def move(self, **by: float) -> None:
        """Let time pass."""
        self.time += dt.timedelta(**by)


@dataclass
class FakeReader:
    """Reads without reading: what became of a file is what the test says."""

    finished: Callable[[Assignment], Finished] = lambda each: Finished(
        (Outcome(make_report(file=each.file), reading=b"gelezen"),)
    )
    seen: list[Assignment] = field(default_factory=list)

    def read(self, assignment: Assignment) -> Finished:
        """Return what the test wants."""
        self.seen.append(assignment)
        return self.finished(assignment)


def envelope_of() -> Callable[[Work, str], tuple[str, bytes]]:
    """Return what makes messages: the work and the id, readable in a failing test."""
    numbers = itertools.count(1)
    return lambda work, about: (f"bericht-{next(numbers)}", f"{work.value} {about}".encode())


@dataclass
class PostRoom:
    """Everything that use cases work with."""

    store: SqlStore
    blobs: FolderBlobs
    clock: FakeClock
    desk: Desk


@cache
def _with_tables() -> bytes:
    """Return an empty database with all tables: making them takes longer than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        database = Database(f"sqlite:///{path}")
        migrate(database)
        database.close()
        return path.read_bytes()


@contextmanager
def post_room(folder: Path, *, url: str | None = None) -> Iterator[PostRoom]:
    """Open a post room in a folder, with two organisations."""
    folder.mkdir(exist_ok=True)
    clock, sealer = FakeClock(), Sealer((KEY,))
    if url is None:
        (folder / "test.db").write_bytes(_with_tables())
    database = Database(url or f"sqlite:///{folder / 'test.db'}")
    if url is not None:
        migrate(database)
    store = SqlStore(database, sealer=sealer, envelope=envelope_of(), clock=clock)
    with store.accepting() as transaction:
        for organisation in (OURS, THEIRS):
            transaction.organisations.add(organisation, now=clock.now())
    blobs = FolderBlobs(folder / "blobs", sealer)
    numbers = itertools.count(1)
    desk = Desk(
        store=store,
        blobs=blobs,
        clock=clock,
        new_id=lambda: f"00000000-0000-4000-8000-{next(numbers):012d}",
        max_file_bytes=1_000_000,
    )
    yield PostRoom(store, blobs, clock, desk)
    database.close()


def incoming(file: str = "brief.pdf", content: bytes = b"een brief", **facts: object) -> Incoming:
    """Return a file that is being sent."""

    @contextmanager
    def open_it() -> Iterator[BinaryIO]:
        yield io.BytesIO(content)

    return Incoming(file, open_it, Facts(**facts))  # type: ignore[arg-type]


def envelope(organisation: Organisation = OURS, **rest: object) -> Envelope:
    """Return what holds for a batch."""
    return Envelope(organisation.id, Door.API, "sleutel-1", **rest)  # type: ignore[arg-type]
