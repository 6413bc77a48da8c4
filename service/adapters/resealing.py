"""Sealing everything anew with a new key; may be broken off and begun again.

Old keys are only dropped when nothing is sealed with them any more.
"""

import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import sqlalchemy as sa

from service.adapters.sealing import KEY_BYTES, VALUE, Sealer, replace_keys
from service.adapters.store.database import Database
from service.adapters.store.tables import metadata
from service.ports.blobs import Blobs

AT_A_TIME = 200


def begin(file: Path, keys: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Put a new key before the keys of the file and return all.

    The oldest key stays the last one: what people search for was hashed with it.
    """
    fresh = (secrets.token_bytes(KEY_BYTES), *keys)
    replace_keys(file, fresh)
    return fresh


def finish(file: Path, keys: tuple[bytes, ...]) -> None:
    """Leave the current key and the oldest one, once nothing is sealed with another."""
    replace_keys(file, (keys[0], keys[-1]))


def reseal_values(database: Database, sealer: Sealer) -> int:
    """Seal every value of the database with the current key; return how many were not."""
    return sum(_reseal(column, database, sealer) for column in _columns())


def reseal_blobs(blobs: Blobs, sealer: Sealer, *, max_bytes: int) -> int:
    """Seal every original with the current key; return how many were not."""
    count = 0
    for sha256 in blobs.all():
        if not sealer.is_current(next(iter(blobs.export(sha256)), b"")):
            pieces = _Pieces(blobs.stream(sha256))
            blobs.put(cast("BinaryIO", pieces), max_bytes=max_bytes)
            count += 1
    return count


def forget_pictures(folder: Path) -> None:
    """Throw away pictures of pages, which are made again when somebody looks."""
    shutil.rmtree(folder, ignore_errors=True)


class _Pieces:
    """Pieces of an original, as a file that can be read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def read(self, count: int = -1) -> bytes:
        """Return so many bytes, less at the end."""
        while count < 0 or len(self._left) < count:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._left += piece
        end = len(self._left) if count < 0 else count
        found, self._left = self._left[:end], self._left[end:]
        return found


def _columns() -> Iterator[sa.Column[Any]]:
    for table in metadata.sorted_tables:
        yield from (each for each in table.columns if isinstance(each.type, sa.LargeBinary))


def _reseal(column: sa.Column[Any], database: Database, sealer: Sealer) -> int:
    """Seal one column anew, a few rows in each transaction."""
    head = sa.func.substr(column, 1, len(VALUE))
    is_sealed = head == sa.literal(VALUE, sa.LargeBinary)
    whole = sa.func.substr(column, 1, len(sealer.current_head))
    is_old = whole != sa.literal(sealer.current_head, sa.LargeBinary)
    key = tuple(column.table.primary_key)
    count = 0
    while True:
        with database.accepting() as connection:
            rows = connection.execute(
                sa.select(*key, column).where(is_sealed, is_old).limit(AT_A_TIME)
            ).all()
            for row in rows:
                mine = [each == value for each, value in zip(key, row[:-1], strict=True)]
                anew = sealer.seal(sealer.open(row[-1]))
                connection.execute(sa.update(column.table).where(*mine).values({column.name: anew}))
        count += len(rows)
        if len(rows) < AT_A_TIME:
            return count
