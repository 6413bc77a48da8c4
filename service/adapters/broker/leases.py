"""Who may do which job until when: rows of the table `job`, handed out under a lease.

A claim counts as an attempt from the moment it is made, so that work which kills its worker is
counted too. Whoever lost a lease can no longer change the job: each change names owner and attempt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from service.adapters.store.database import Database
from service.adapters.store.tables import job
from service.ports.jobs import WhyDead
from service.ports.world import Clock

Times = dict[str, float]
LONGEST_LEASES = 20  # others may give leases that are longer than ours: of a relay, of a worker


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that was handed out."""

    number: int
    id: str
    queue: str
    message: bytes
    attempts: int  # this one included
    due: float


class Leases:
    """The jobs, as one owner sees them; may be used by several threads."""

    def __init__(self, database: Database, *, owner: str, lease_s: float, clock: Clock) -> None:
        """Hand out jobs of this database to `owner`, for `lease_s` seconds at a time."""
        self.lease_s = lease_s
        self._database = database
        self._owner = owner
        self._clock = clock
        self._statements = _Statements.of(is_sqlite=database.is_sqlite)

    def is_any_ready(self, queue: str) -> bool:
        """Look whether there is something to claim; takes no lock."""
        wanted = {"b_queue": queue, "b_lease": self.lease_s, **self._times()}
        with self._database.reading() as connection:
            found = connection.execute(self._statements.peek, wanted)
            return found.first() is not None

    def claim(self, queue: str, count: int) -> tuple[Claim, ...]:
        """Take at most `count` jobs, those that are due longest first."""
        wanted = {"b_queue": queue, "b_count": count, **self._lease(), **self._times()}
        with self._database.working() as connection:
            rows = connection.execute(self._statements.claim, wanted).all()
        claims = (Claim(*row) for row in rows)
        return tuple(sorted(claims, key=lambda claim: (claim.due, claim.number)))

    def extend(self, numbers: Sequence[int]) -> int:
        """Keep jobs for another lease; return how many of them are still ours."""
        wanted = {"b_numbers": list(numbers), **self._lease(), **self._times()}
        with self._database.working() as connection:
            return connection.execute(self._statements.extend, wanted).rowcount

    def end(self, claim: Claim) -> bool:
        """Forget a job that is done; tell whether it was still ours."""
        return self._change(self._statements.end, claim)

    def end_all(self, claims: Sequence[Claim]) -> None:
        """Forget jobs that are done, as far as they are still ours."""
        wanted = {"b_owner": self._owner, "b_numbers": [claim.number for claim in claims]}
        with self._database.working() as connection:
            connection.execute(self._statements.end_all, wanted)

    def put_back(self, claim: Claim) -> bool:
        """Give a job back as if it had not been handed out."""
        return self._change(self._statements.put_back, claim)

    def put_off(self, claim: Claim, message: bytes, *, after_s: float) -> bool:
        """Let a job be tried again after some seconds."""
        values = {"b_message": message, "b_after": after_s, **self._times()}
        return self._change(self._statements.put_off, claim, values)

    def bury(self, claim: Claim, why: WhyDead) -> bool:
        """Try a job no more, and keep it until a person decides."""
        return self._change(self._statements.bury, claim, {"b_why": why.value})

    def put_all_back(self) -> None:
        """Give back everything that is ours."""
        with self._database.working() as connection:
            connection.execute(self._statements.put_all_back, {"b_owner": self._owner})

    def _change(
        self, statement: sa.Executable, claim: Claim, values: dict[str, Any] | None = None
    ) -> bool:
        fence = {"b_number": claim.number, "b_owner": self._owner, "b_attempts": claim.attempts}
        with self._database.working() as connection:
            return connection.execute(statement, {**fence, **(values or {})}).rowcount > 0

    def _lease(self) -> dict[str, object]:
        return {"b_owner": self._owner, "b_lease": self.lease_s}

    def _times(self) -> Times:
        """Tell the time, unless the database does: clocks of several machines differ."""
        return {"b_now": self._clock.now().timestamp()} if self._database.is_sqlite else {}


@dataclass(frozen=True, slots=True)
class _Statements:
    """The statements, made once: making them costs more than running them."""

    peek: sa.Select[tuple[int]]
    claim: sa.Executable
    extend: sa.Update
    end: sa.Delete
    end_all: sa.Delete
    put_back: sa.Update
    put_off: sa.Update
    bury: sa.Update
    put_all_back: sa.Update

    @classmethod
    def of(cls, *, is_sqlite: bool) -> "_Statements":
        now = _now(is_sqlite=is_sqlite)
        ready = _ready(now)
        taken = ready.limit(sa.bindparam("b_count", type_=sa.Integer))
        taken = taken.with_for_update(skip_locked=True)  # SQLite has one writer anyway
        lease = {"owner": sa.bindparam("b_owner"), "lease_until": now + _number("b_lease")}
        free: dict[str, Any] = {"owner": None, "lease_until": None}
        ours = job.update().where(*_fence())
        held = (
            job.c.owner == sa.bindparam("b_owner"),
            job.c.number.in_(sa.bindparam("b_numbers", expanding=True)),
        )
        return cls(
            peek=ready.limit(1),
            # materialized: a plan that ran the selection twice would take too many
            claim=job.update()
            .where(job.c.number.in_(sa.select(taken.cte("taken").c.number)))
            .values(attempts=job.c.attempts + 1, **lease)
            .returning(
                *(job.c.number, job.c.id, job.c.queue, job.c.message, job.c.attempts, job.c.due)
            ),
            extend=job.update().where(*held).values(lease_until=lease["lease_until"]),
            end=job.delete().where(*_fence()),
            end_all=job.delete().where(*held),
            put_back=ours.values(attempts=job.c.attempts - 1, **free),
            put_off=ours.values(
                message=sa.bindparam("b_message"), due=now + _number("b_after"), **free
            ),
            bury=ours.values(is_dead=True, why_dead=sa.bindparam("b_why"), **free),
            put_all_back=job.update()
            .where(job.c.owner == sa.bindparam("b_owner"))
            .where(job.c.is_dead == sa.false())
            .values(attempts=job.c.attempts - 1, **free),
        )


def _now(*, is_sqlite: bool) -> sa.ColumnElement[float]:
    if is_sqlite:
        return _number("b_now")
    return sa.cast(sa.extract("epoch", sa.func.statement_timestamp()), sa.Float)


def _number(name: str) -> sa.BindParameter[float]:
    return sa.bindparam(name, type_=sa.Float)


def _ready(now: sa.ColumnElement[float]) -> sa.Select[tuple[int]]:
    # a lease as long as this was given by a clock that was ahead, and has come back since
    beyond = now + LONGEST_LEASES * _number("b_lease")
    return (
        sa.select(job.c.number)
        .where(job.c.queue == sa.bindparam("b_queue"))
        .where(job.c.is_dead == sa.false())
        .where(job.c.due <= now)
        .where(sa.or_(job.c.owner.is_(None), job.c.lease_until < now, job.c.lease_until > beyond))
        .order_by(job.c.due, job.c.number)
    )


def _fence() -> tuple[sa.ColumnElement[bool], ...]:
    return (
        job.c.number == sa.bindparam("b_number"),
        job.c.owner == sa.bindparam("b_owner"),
        job.c.attempts == sa.bindparam("b_attempts"),
    )
