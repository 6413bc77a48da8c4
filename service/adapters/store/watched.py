"""Files of watched folders that were taken in and are on their way to where they belong."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.tables import letter, watched
from service.records.doors import WatchedFile, WatchedState


class SqlWatched:
    """The watched files in one transaction."""

    def __init__(self, connection: sa.Connection, sealer: Sealer) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._sealer = sealer

    def add(self, file: WatchedFile) -> None:
        """Keep that a file was taken in."""
        self._connection.execute(
            watched.insert().values(
                id=file.id,
                folder=file.folder,
                batch_id=file.batch_id,
                name=self._seal(file.name),
                identity=file.identity,
                sha256=file.sha256,
                manifest=file.manifest,
                taken_at=file.taken_at,
                **self._changing(file),
            )
        )

    def taken(self, folder: str) -> tuple[WatchedFile, ...]:
        """Return the files that must still be put where they belong, the first one first."""
        query = _of(folder).where(watched.c.state == WatchedState.TAKEN)
        rows = self._connection.execute(query.order_by(watched.c.taken_at, watched.c.id))
        return tuple(self._file(row) for row in rows)

    def finished(self, folder: str, *, limit: int) -> tuple[WatchedFile, ...]:
        """Return moved files of which all letters have a report."""
        unfinished = (
            sa.select(letter.c.id)
            .where(letter.c.batch_id == watched.c.batch_id)
            .where(letter.c.finished_at.is_(None))
        )
        query = _of(folder).where(watched.c.state == WatchedState.MOVED, ~unfinished.exists())
        rows = self._connection.execute(query.order_by(watched.c.taken_at).limit(limit))
        return tuple(self._file(row) for row in rows)

    def keep(self, file: WatchedFile) -> None:
        """Keep where a file lies and goes, and how far it is."""
        change = watched.update().where(watched.c.id == file.id)
        self._connection.execute(change.values(**self._changing(file)))

    def end(self, file: WatchedFile) -> None:
        """Forget a file whose report lies beside it; one of a manifest only with the manifest."""
        own = watched.c.id == file.id
        if file.manifest is None:
            self._connection.execute(watched.delete().where(own))
        else:
            self._connection.execute(watched.update().where(own).values(state=WatchedState.DONE))

    def told_by(self, folder: str, manifest: str) -> frozenset[str]:
        """Return the names of the files that were taken in with what a manifest told."""
        rows = self._connection.execute(
            sa.select(watched.c.name)
            .where(watched.c.folder == folder)
            .where(watched.c.manifest == manifest)
        )
        return frozenset(self._open(row.name) for row in rows)

    def forget_all_but(self, folder: str, manifests: Collection[str]) -> None:
        """Forget what was taken in with manifests that are not there any more."""
        gone = (watched.c.folder == folder, watched.c.manifest.not_in(manifests))
        done = watched.delete().where(*gone, watched.c.state == WatchedState.DONE)
        self._connection.execute(done)
        self._connection.execute(watched.update().where(*gone).values(manifest=None))

    def lying(self, folder: str) -> int:
        """Return how many files lie somewhere, waiting for their report."""
        query = sa.select(sa.func.count()).select_from(watched).where(watched.c.folder == folder)
        moved = query.where(watched.c.state == WatchedState.MOVED)
        return int(self._connection.execute(moved).scalar_one())

    def _file(self, row: sa.Row[Any]) -> WatchedFile:
        return WatchedFile(
            id=row.id,
            folder=row.folder,
            batch_id=row.batch_id,
            name=self._open(row.name),
            lies=self._open(row.lies),
            place=self._open(row.place),
            identity=row.identity,
            taken_at=row.taken_at,
            state=WatchedState(row.state),
            sha256=row.sha256,
            manifest=row.manifest,
        )

    def _changing(self, file: WatchedFile) -> dict[str, object]:
        return {
            "state": file.state,
            "lies": self._seal(file.lies),
            "place": self._seal(file.place),
        }

    def _seal(self, name: str) -> bytes:
        """Seal a name; a disk may hold names that are no valid text."""
        return self._sealer.seal(name.encode("utf-8", "surrogateescape"))

    def _open(self, sealed: bytes) -> str:
        return self._sealer.open(sealed).decode("utf-8", "surrogateescape")


def _of(folder: str) -> sa.Select[Any]:
    return watched.select().where(watched.c.folder == folder)
