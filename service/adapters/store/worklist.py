"""The work list: what is to be done with letters, the most urgent first."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.letters import SqlLetters
from service.adapters.store.summaries import plain, read_summary, words_of
from service.adapters.store.tables import letter, search_word
from service.records.letters import AMSTERDAM, LetterRecord, LetterState, Summary
from service.records.work import WorkGroup, WorkItem, WorkQuery
from validators.report import Verdict

IS_OPEN = letter.c.handled_at.is_(None)
GROUPS: dict[WorkGroup, sa.ColumnElement[bool]] = {
    WorkGroup.OPEN: IS_OPEN,
    WorkGroup.PERSON: IS_OPEN & letter.c.verdict.in_([Verdict.HANDMATIG, Verdict.FOUT]),
    WorkGroup.ASK: IS_OPEN & (letter.c.verdict == Verdict.INCOMPLEET),
    WorkGroup.COMPLETE: IS_OPEN & (letter.c.verdict == Verdict.COMPLEET),
    WorkGroup.READING: IS_OPEN & letter.c.state.in_([LetterState.RECEIVED, LetterState.BUSY]),
    WorkGroup.HANDLED: letter.c.handled_at.is_not(None),
}
# What cannot wait, then what is nearest to its last day, then what came first.
ORDER = (
    letter.c.urgency.desc(),
    letter.c.last_day.is_(None),
    letter.c.last_day,
    letter.c.number,
)


def _comes_after(record: LetterRecord) -> sa.ColumnElement[bool]:
    """Tell in SQL whether a letter comes after this one in the order of the list."""
    later = sa.and_(letter.c.last_day.is_(None), letter.c.number > record.number)
    if record.last_day is not None:
        same_day = sa.and_(letter.c.last_day == record.last_day, letter.c.number > record.number)
        later = sa.or_(letter.c.last_day > record.last_day, letter.c.last_day.is_(None), same_day)
    return sa.or_(
        letter.c.urgency < record.urgency, sa.and_(letter.c.urgency == record.urgency, later)
    )


class SqlWorkList:
    """The work list in one transaction."""

    def __init__(self, connection: sa.Connection, sealer: Sealer) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._sealer = sealer
        self._letters = SqlLetters(connection, sealer)

    def page(self, query: WorkQuery) -> tuple[WorkItem, ...]:
        """Return one page of the list, in the order in which the work is done."""
        order = (letter.c.handled_at.desc(),) if query.group is WorkGroup.HANDLED else ORDER
        rows = self._connection.execute(
            self._select(query).order_by(*order).offset(query.offset).limit(query.limit)
        )
        return tuple(self._item(row) for row in rows)

    def count(self, query: WorkQuery) -> int:
        """Return how many letters the query finds."""
        found = self._select(query).with_only_columns(letter.c.number).subquery()
        return self._connection.execute(sa.select(sa.func.count()).select_from(found)).scalar_one()

    def counts(self, organisation_id: str) -> dict[WorkGroup, int]:
        """Return how many letters each group has."""
        counted = [sa.func.count().filter(condition) for condition in GROUPS.values()]
        row = self._connection.execute(
            sa.select(*counted).where(letter.c.organisation_id == organisation_id)
        ).one()
        return dict(zip(GROUPS, row, strict=True))

    def hashes(self, words: str) -> tuple[str, ...]:
        """Return the keyed hashes of words that someone looks for."""
        whole = plain(words)
        if any(char.isdigit() for char in whole):  # a number is found whole, however written
            return (self._sealer.search_hash(whole),)
        return tuple(self._sealer.search_hash(word) for word in words_of(words))

    def following(self, after: LetterRecord, group: WorkGroup) -> str | None:
        """Return the letter of the group that comes after this one, else the first of the others.

        None when the group has no other letter.
        """
        others = (
            sa.select(letter.c.id)
            .where(letter.c.organisation_id == after.organisation_id, letter.c.id != after.id)
            .where(GROUPS[group])
            .order_by(*ORDER)
            .limit(1)
        )
        found = self._connection.execute(others.where(_comes_after(after))).scalar()
        return found or self._connection.execute(others).scalar()

    def find(self, letter_id: str) -> WorkItem:
        """Return one letter as the list shows it."""
        row = self._connection.execute(letter.select().where(letter.c.id == letter_id)).one()
        return self._item(row)

    def handle(self, letter_id: str, *, account_id: str | None, at: dt.datetime | None) -> None:
        """Note that a person is done with the letter, or (None) that it is open again."""
        waited = None if at is None else self._days_waited(letter_id, at)
        values = {"handled_at": at, "handled_by": account_id, "waited_days": waited}
        self._connection.execute(letter.update().where(letter.c.id == letter_id).values(values))

    def _days_waited(self, letter_id: str, until: dt.datetime) -> int:
        """Return how many days after its receipt a letter is handled; 0 on the day itself."""
        item = self.find(letter_id)
        since = item.summary.received or item.letter.received or item.letter.arrived_on
        return max((until.astimezone(AMSTERDAM).date() - since).days, 0)

    def _select(self, query: WorkQuery) -> sa.Select[Any]:
        wanted = letter.select().where(letter.c.organisation_id == query.organisation_id)
        wanted = wanted.where(GROUPS[query.group])
        if query.kind is not None:
            wanted = wanted.where(letter.c.kind == query.kind)
        if query.window_verdict is not None:
            wanted = wanted.where(letter.c.window_verdict == query.window_verdict)
        for each in query.hashes:
            having = sa.select(search_word.c.letter_id).where(search_word.c.hash == each)
            wanted = wanted.where(letter.c.id.in_(having))
        return wanted

    def _item(self, row: sa.Row[Any]) -> WorkItem:
        summary = read_summary(self._sealer.open(row.summary)) if row.summary else Summary()
        return WorkItem(self._letters.record(row), summary, row.handled_at)
