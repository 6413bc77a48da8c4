"""A watched folder for tests: a real one on the disk, with a post room behind it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from service.adapters.drop_folder import DiskDropFolder
from service.adapters.store.tables import alert, letter, watched
from service.ports.doors import DropFolder
from service.ports.errors import Trouble
from service.ports.reading import Assignment, Finished, Outcome
from service.records.letters import LetterState
from service.usecases.archive import Meter
from service.usecases.read_letter import Room, read_letter
from service.usecases.watching.folder_watch import FolderWatch
from service.usecases.watching.watch import Tools, Walked, Watch
from tests.mails import opener
from tests.posts import OURS, FakeReader, PostRoom, post_room
from tests.unit.service.reports import make_report

PDF = b"%PDF-1.7 een brief"


@dataclass
class Mailroom:
    """A post room with one watched folder."""

    room: PostRoom
    inbox: Path
    watch: Watch
    reader: FakeReader = field(default_factory=FakeReader)
    before: int = 0  # letters of an earlier run, which are not looked at
    watcher: FolderWatch = field(init=False)

    def __post_init__(self) -> None:
        """Start watching."""
        self.restart()

    def restart(self, folder: DropFolder | None = None) -> None:
        """Begin anew, as after a crash: nothing is remembered but what was stored."""
        room = self.room
        tools = Tools(
            folder=folder or DiskDropFolder(self.inbox),
            desk=room.desk,
            opener=opener(keep=lambda source: room.blobs.put(source, max_bytes=10_000_000)),
            meter=lambda: Meter(100, 10_000_000),
            profiles=("awb", "ciz"),
        )
        self.watcher = FolderWatch(self.watch, tools)

    def walk(self, times: int = 1) -> Walked:
        """Walk, some time passing between the looks."""
        for _ in range(times):
            self.room.clock.move(seconds=10)
            walked = self.watcher.walk()
        return walked

    def read(self) -> None:
        """Read every letter that waits for it."""
        todo = sa.select(letter.c.id).where(letter.c.state == LetterState.RECEIVED)
        with self.room.store.database.reading() as connection:
            ids = list(connection.execute(todo).scalars())
        for each in ids:
            read_letter(each, room=Room(self.room.store, self.reader, self.room.clock, 3))

    def settle(self) -> None:
        """Walk, read and walk until there is nothing to do."""
        self.walk(2)
        self.read()
        self.walk(2)

    def drop(self, name: str, content: bytes = PDF) -> Path:
        """Put a file in the folder."""
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def lying(self) -> list[str]:
        """Return the names of all files below the folder."""
        paths = self.inbox.rglob("*")
        return sorted(
            str(path.relative_to(self.inbox))
            for path in paths
            if path.is_symlink() or not path.is_dir()
        )

    def letters(self) -> list[str]:
        """Return the names of the letters that were taken in."""
        with self.room.store.database.reading() as connection:
            new = sa.select(letter.c.id).where(letter.c.number > self.before)
            ids = connection.execute(new.order_by(letter.c.number)).scalars()
            with self.room.store.reading() as transaction:
                return [transaction.letters.find(each).file for each in ids]

    def rows(self) -> int:
        """Return how many files are kept as on their way."""
        with self.room.store.database.reading() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(watched)).scalar_one()

    def alerts(self) -> set[str]:
        """Return the codes of the alerts."""
        with self.room.store.database.reading() as connection:
            return set(connection.execute(sa.select(alert.c.code)).scalars())


@contextmanager
def mailroom(folder: Path, **changes: object) -> Iterator[Mailroom]:
    """Open a post room with a watched folder beside it."""
    inbox = folder / "inbox"
    inbox.mkdir()
    (folder / "room").mkdir()
    with post_room(folder / "room") as room:
        watch = Watch("scanner", OURS.id, **changes)  # type: ignore[arg-type]
        yield Mailroom(room, inbox, watch)


def failing(*names: str) -> FakeReader:
    """Return a reader to which these files are unreadable; letters are of nobody.

    Those of one person are compared with all before them, which takes longer than all else.
    """

    def read(each: Assignment) -> Finished:
        if each.file in names:
            return Finished(trouble=Trouble.GECRASHT)
        report = make_report(file=each.file, elements={})
        return Finished((Outcome(report, reading=b"gelezen"),))

    return FakeReader(read)
