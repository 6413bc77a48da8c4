"""A watcher in a process of its own, to be killed: walks until then and says when it did.

Usage: python -m tests.watcher_process FOLDER
"""

import sys
import uuid
from dataclasses import replace
from pathlib import Path

from service.adapters.blobs.folder import FolderBlobs
from service.adapters.drop_folder import DiskDropFolder
from service.adapters.sealing import Sealer
from service.adapters.store.database import Database
from service.adapters.store.store import SqlStore
from service.usecases.archive import Meter
from service.usecases.receive import Desk
from service.usecases.watching.folder_watch import FolderWatch
from service.usecases.watching.watch import Tools, Watch
from tests.mails import opener
from tests.posts import KEY, OURS, FakeClock

WATCH = Watch("scanner", OURS.id)


def watch(folder: Path) -> FolderWatch:
    """Return a watcher over a post room that is there already, as `tests.doors` makes it."""
    clock, sealer = FakeClock(), Sealer((KEY,))
    database = Database(f"sqlite:///{folder / 'room' / 'test.db'}")
    store = SqlStore(
        database,
        sealer=sealer,
        envelope=lambda work, about: (str(uuid.uuid4()), f"{work.value} {about}".encode()),
        clock=clock,
    )
    blobs = FolderBlobs(folder / "room" / "blobs", sealer)
    desk = Desk(
        store=store,
        blobs=blobs,
        clock=clock,
        new_id=lambda: str(uuid.uuid4()),
        max_file_bytes=1_000_000,
    )
    plain = opener()
    tools = Tools(
        folder=DiskDropFolder(folder / "inbox"),
        desk=desk,
        opener=replace(plain, keep=lambda source: blobs.put(source, max_bytes=1_000_000)),
        meter=lambda: Meter(100, 10_000_000),
        profiles=("awb",),
    )
    return FolderWatch(WATCH, tools)


def main() -> None:
    """Walk until we are killed."""
    watcher = watch(Path(sys.argv[1]))
    while True:
        watcher.walk()
        print("gelopen", flush=True)  # noqa: T201 - what the test waits for


if __name__ == "__main__":
    main()
