"""Days on which somebody must look at a letter again."""

import datetime as dt
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.letters import SqlLetters, work_order
from service.adapters.store.tables import follow_up, letter, search_word
from service.ports.errors import NotFoundError
from service.records.letters import LetterRecord
from service.records.work import FollowUpKind, FollowUpTask


class SqlFollowUps:
    """The follow-ups in one transaction."""

    def __init__(self, connection: sa.Connection, sealer: Sealer) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._sealer = sealer

    def add(self, task: FollowUpTask) -> None:
        """Keep a day."""
        self._connection.execute(
            follow_up.insert().values(
                id=task.id,
                organisation_id=task.organisation_id,
                letter_id=task.letter_id,
                sent_letter_id=task.sent_letter_id,
                kind=task.kind,
                due=task.due,
                answered=task.answered,
                created_at=task.created_at,
                created_by=task.created_by,
                done_at=task.done_at,
                done_by=task.done_by,
            )
        )
        self._tell_letter(task.letter_id)

    def find(self, task_id: str, *, organisation_id: str | None = None) -> FollowUpTask:
        """Return one, as long as it is of this organisation (None: of any)."""
        query = follow_up.select().where(follow_up.c.id == task_id)
        if organisation_id is not None:
            query = query.where(follow_up.c.organisation_id == organisation_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError(task_id)
        return _record(row)

    def about(self, letter_id: str) -> tuple[FollowUpTask, ...]:
        """Return those of a letter, done or not, in the order in which they were made."""
        rows = self._connection.execute(
            follow_up.select()
            .where(follow_up.c.letter_id == letter_id)
            .order_by(follow_up.c.number)
        )
        return tuple(map(_record, rows))

    def waiting(
        self, organisation_id: str, *, until: dt.date | None = None, limit: int = 1000
    ) -> tuple[FollowUpTask, ...]:
        """Return those that are not done, the earliest day first."""
        query = (
            follow_up.select()
            .where(follow_up.c.organisation_id == organisation_id)
            .where(follow_up.c.done_at.is_(None))
            .order_by(follow_up.c.due, follow_up.c.number)
            .limit(limit)
        )
        if until is not None:
            query = query.where(follow_up.c.due <= until)
        return tuple(map(_record, self._connection.execute(query)))

    def finish(
        self, task_id: str, *, now: dt.datetime, by: str, answered: dt.date | None = None
    ) -> None:
        """Say that somebody looked, and when what was asked came in; done once is done."""
        self._connection.execute(
            follow_up.update()
            .where(follow_up.c.id == task_id)
            .where(follow_up.c.done_at.is_(None))
            .values(done_at=now, done_by=by, answered=answered)
        )
        self._tell_letter(self.find(task_id).letter_id)

    def reopen(self, task_id: str) -> None:
        """Let a day count again."""
        self._connection.execute(
            follow_up.update()
            .where(follow_up.c.id == task_id)
            .values(done_at=None, done_by=None, answered=None)
        )
        self._tell_letter(self.find(task_id).letter_id)

    def likely_answers(
        self, to: LetterRecord, *, since: dt.datetime, hashes: Collection[str], limit: int = 5
    ) -> tuple[LetterRecord, ...]:
        """Return the letters that came since then with the same BSN or one of the words."""
        later = _of_one_case(to, hashes).where(
            letter.c.arrived_at >= since, letter.c.number > to.number
        )
        return self._letters(later.limit(limit))

    def likely_questions(
        self, to: LetterRecord, *, hashes: Collection[str], limit: int = 5
    ) -> tuple[LetterRecord, ...]:
        """Return the earlier letters that wait, with the same BSN or one of the words."""
        earlier = _of_one_case(to, hashes).where(
            letter.c.waits_until.is_not(None), letter.c.number < to.number
        )
        return self._letters(earlier.limit(limit))

    def _letters(self, query: sa.Select[Any]) -> tuple[LetterRecord, ...]:
        record = SqlLetters(self._connection, self._sealer).record
        return tuple(record(row) for row in self._connection.execute(query))

    def _tell_letter(self, letter_id: str) -> None:
        """Let the letter know until when it waits: lists are made of letters."""
        earliest = (
            sa.select(sa.func.min(follow_up.c.due))
            .where(follow_up.c.letter_id == letter_id, follow_up.c.done_at.is_(None))
            .scalar_subquery()
        )
        mine = letter.c.id == letter_id
        self._connection.execute(letter.update().where(mine).values(waits_until=earliest))
        row = self._connection.execute(letter.select().where(mine)).one()
        order = work_order(row.urgency, row.waits_until or row.last_day)
        self._connection.execute(letter.update().where(mine).values(work_order=order))


def _of_one_case(to: LetterRecord, hashes: Collection[str]) -> sa.Select[Any]:
    """Select the other letters with the BSN of this one, or found by one of the words."""
    bsn_hash = sa.select(letter.c.bsn_hash).where(letter.c.id == to.id).scalar_subquery()
    having = sa.select(search_word.c.letter_id).where(search_word.c.hash.in_(hashes))
    return (
        letter.select()
        .where(letter.c.organisation_id == to.organisation_id, letter.c.id != to.id)
        .where(sa.or_(letter.c.bsn_hash == bsn_hash, letter.c.id.in_(having)))
        .order_by(letter.c.number)
    )


def _record(row: sa.Row[Any]) -> FollowUpTask:
    return FollowUpTask(
        id=row.id,
        organisation_id=row.organisation_id,
        letter_id=row.letter_id,
        sent_letter_id=row.sent_letter_id,
        kind=FollowUpKind(row.kind),
        due=row.due,
        created_at=row.created_at,
        created_by=row.created_by,
        answered=row.answered,
        done_at=row.done_at,
        done_by=row.done_by,
    )
