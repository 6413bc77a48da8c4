"""The audit log as a chain: each row is tied to the one before it with a key of this installation.

Who can write the database but has not the key cannot change, add, move or leave out a row without
it being found. Only leaving out the last rows leaves a chain that is whole; whoever kept an earlier
head (`check(expected)`) finds that too.

Rows are written at the very end of a transaction: from then until the commit no other process can
write one, and nobody who waits for that holds anything that the first still needs.
"""

import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.tables import audit, letter
from service.ports.errors import ReadOnlyError
from service.records.audit import (
    About,
    Actor,
    ActorKind,
    AuditQuery,
    AuditRow,
    Broken,
    Checked,
    Deed,
    Done,
    Head,
)

PURPOSE = "audit"
AUDIT_LOCK = 0x61756469  # any number that nothing else locks
AT_A_TIME, IDS_AT_A_TIME = 1000, 500
HASHED = tuple(column.name for column in audit.columns if column.name != "hash")


class SqlAudit:
    """The audit log in one transaction."""

    def __init__(
        self, connection: sa.Connection, sealer: Sealer, *, now: dt.datetime, may_write: bool
    ) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._key = sealer.secret_for(PURPOSE)
        self._now = now
        self._may_write = may_write
        self._noted: list[tuple[Deed, str | None]] = []

    def note(self, deed: Deed) -> None:
        """Write down what is done; it stands there when this transaction ends well."""
        if not self._may_write:
            message = "nothing is written down in a transaction that only looks"
            raise ReadOnlyError(message)
        # a letter that is destroyed is not there any more at the end
        is_going = deed.act is Done.DESTROYED
        subject = self._subjects([deed]).get(deed.about_id) if is_going else None
        self._noted.append((deed, subject))

    def write(self) -> None:
        """Add what was noted to the chain; the last thing that a transaction does."""
        if not self._noted:
            return
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(sa.func.pg_advisory_xact_lock(AUDIT_LOCK).select())
        head, rows = self.head(), []
        subjects = self._subjects([deed for deed, _ in self._noted])
        for deed, known in self._noted:
            subject = known or subjects.get(deed.about_id)
            values = _values(deed, head, at=_written(self._now), subject=subject)
            head = Head(head.seq + 1, self._hash(values))
            rows.append({**values, "hash": head.hash})
        self._connection.execute(audit.insert(), rows)
        self._noted.clear()

    def list(self, query: AuditQuery) -> tuple[AuditRow, ...]:
        """Return the rows that are asked for, the newest first."""
        rows = self._connection.execute(
            audit.select()
            .where(*_conditions(query))
            .order_by(audit.c.seq.desc())
            .limit(query.limit)
        )
        return tuple(_row(each) for each in rows)

    def stream(self, query: AuditQuery) -> Iterator[AuditRow]:
        """Return the rows that are asked for, the oldest first, however many there are."""
        return (_row(each) for each in self._stored(_conditions(query)))

    def head(self) -> Head:
        """Return the last row."""
        last = self._connection.execute(
            sa.select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
        ).one_or_none()
        return Head() if last is None else Head(last.seq, last.hash)

    def check(self, expected: Head | None = None) -> Checked:
        """Look through all rows; `expected` is a head that was seen before and must be there."""
        head = Head()
        for row in self._stored([]):
            broken = self._broken(row, head)
            if broken is not None:
                return Checked(head, head.seq + 1, broken)
            head = Head(row.seq, row.hash)
            if expected is not None and head.seq == expected.seq and head != expected:
                return Checked(head, head.seq, Broken.CHANGED)
        if expected is not None and expected.seq > head.seq:
            return Checked(head, head.seq + 1, Broken.CUT_OFF)
        return Checked(head)

    def _stored(self, conditions: Sequence[sa.ColumnElement[bool]]) -> Iterator[sa.Row[Any]]:
        """Return rows as they stand there, the oldest first, a page at a time."""
        last = 0
        while True:
            rows = self._connection.execute(
                audit.select()
                .where(audit.c.seq > last, *conditions)
                .order_by(audit.c.seq)
                .limit(AT_A_TIME)
            ).all()
            yield from rows
            if len(rows) < AT_A_TIME:
                return
            last = rows[-1].seq

    def _broken(self, row: sa.Row[Any], head: Head) -> Broken | None:
        """Return what is wrong with the row after the head; nothing in it can be trusted."""
        if row.seq != head.seq + 1:
            return Broken.MISSING
        own = self._hash(row._asdict())
        is_ours = hmac.compare_digest(str(row.hash).encode(), own.encode())
        return None if is_ours and row.previous == head.hash else Broken.CHANGED

    def _hash(self, values: Mapping[str, object]) -> str:
        """Return the hash of everything in a row but itself."""
        written = json.dumps([values[name] for name in HASHED], separators=(",", ":"), default=str)
        return hmac.new(self._key, written.encode(), hashlib.sha256).hexdigest()

    def _subjects(self, deeds: Sequence[Deed]) -> dict[str, str | None]:
        """Return of whom the letters are, by their ids."""
        ids = sorted({deed.about_id for deed in deeds if deed.about is About.LETTER})
        found: dict[str, str | None] = {}
        for start in range(0, len(ids), IDS_AT_A_TIME):
            some = ids[start : start + IDS_AT_A_TIME]
            rows = self._connection.execute(
                sa.select(letter.c.id, letter.c.bsn_hash).where(letter.c.id.in_(some))
            )
            found |= {row.id: row.bsn_hash for row in rows}
        return found


def _written(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _values(deed: Deed, head: Head, *, at: str, subject: str | None) -> dict[str, object]:
    """Return the row that comes after the head, all but its own hash."""
    return {
        "seq": head.seq + 1,
        "at": at,
        "organisation_id": deed.organisation_id,
        "actor_kind": deed.by.kind.value,
        "actor_id": deed.by.id,
        "act": deed.act.value,
        "about": deed.about.value,
        "about_id": deed.about_id,
        "details": json.dumps(dict(deed.details), sort_keys=True),
        "subject": subject,
        "trace": deed.by.trace,
        "previous": head.hash,
    }


def _row(row: sa.Row[Any]) -> AuditRow:
    deed = Deed(
        by=Actor(ActorKind(row.actor_kind), row.actor_id, row.trace),
        act=Done(row.act),
        about=About(row.about),
        about_id=row.about_id,
        organisation_id=row.organisation_id,
        details=json.loads(row.details),
    )
    at = dt.datetime.fromisoformat(row.at)
    return AuditRow(row.seq, at, deed, row.subject, row.previous, row.hash)


def _conditions(query: AuditQuery) -> list[sa.ColumnElement[bool]]:
    equal = {
        audit.c.organisation_id: query.organisation_id,
        audit.c.actor_id: query.by,
        audit.c.act: query.act,
        audit.c.about_id: query.about_id,
    }
    conditions = [column == value for column, value in equal.items() if value is not None]
    if query.since is not None:
        conditions.append(audit.c.at >= _written(query.since))
    if query.until is not None:
        conditions.append(audit.c.at < _written(query.until))
    if query.before is not None:
        conditions.append(audit.c.seq < query.before)
    return conditions
