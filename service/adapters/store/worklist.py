"""The work list: what is to be done with letters, the most urgent first."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.letters import SqlLetters
from service.adapters.store.summaries import plain, read_summary, words_of
from service.adapters.store.tables import concept, letter, search_word
from service.records.letters import LetterRecord, LetterState, Summary
from service.records.work import IN_APPROVAL, ConceptState, WorkGroup, WorkItem, WorkQuery
from validators.report import Verdict

IS_OPEN = letter.c.handled_at.is_(None)
# What was asked of the sender is not asked again as long as the answer is waited for.
IS_OURS = IS_OPEN & letter.c.waits_until.is_(None)
IN_APPROVAL_IDS = sa.select(concept.c.letter_id).where(concept.c.state.in_(IN_APPROVAL))
GROUPS: dict[WorkGroup, sa.ColumnElement[bool]] = {
    WorkGroup.OPEN: IS_OPEN,
    WorkGroup.PERSON: IS_OURS & letter.c.verdict.in_([Verdict.HANDMATIG, Verdict.FOUT]),
    WorkGroup.ASK: IS_OURS & (letter.c.verdict == Verdict.INCOMPLEET),
    WorkGroup.COMPLETE: IS_OURS & (letter.c.verdict == Verdict.COMPLEET),
    WorkGroup.WAITING: IS_OPEN & letter.c.waits_until.is_not(None),
    WorkGroup.APPROVAL: letter.c.id.in_(IN_APPROVAL_IDS),
    WorkGroup.READING: IS_OPEN & letter.c.state.in_([LetterState.RECEIVED, LetterState.BUSY]),
    WorkGroup.HANDLED: letter.c.handled_at.is_not(None),
}
# Counted by themselves: looking at every letter for a few of them takes long.
FEW = frozenset({WorkGroup.APPROVAL})
# What cannot wait, then what is nearest to its last day, then what came first.
ORDER = (
    letter.c.turn,
    letter.c.due,
    letter.c.number,
)


def _comes_after(record: LetterRecord) -> sa.ColumnElement[bool]:
    """Tell in SQL whether a letter comes after this one in the order of the list."""
    due = record.due or dt.date.max
    later = sa.or_(
        letter.c.due > due, sa.and_(letter.c.due == due, letter.c.number > record.number)
    )
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
        found = rows.all()
        approvals = self._approvals([row.id for row in found])
        return tuple(self._item(row, approvals.get(row.id)) for row in found)

    def count(self, query: WorkQuery) -> int:
        """Return how many letters the query finds."""
        found = self._select(query).with_only_columns(letter.c.number).subquery()
        return self._connection.execute(sa.select(sa.func.count()).select_from(found)).scalar_one()

    def counts(self, organisation_id: str) -> dict[WorkGroup, int]:
        """Return how many letters each group has."""
        counted = {each: each_is for each, each_is in GROUPS.items() if each not in FEW}
        row = self._connection.execute(
            sa.select(*(sa.func.count().filter(each) for each in counted.values())).where(
                letter.c.organisation_id == organisation_id
            )
        ).one()
        approvals = self._connection.execute(
            sa.select(sa.func.count(concept.c.letter_id.distinct())).where(
                concept.c.organisation_id == organisation_id, concept.c.state.in_(IN_APPROVAL)
            )
        ).scalar_one()
        counts = {**dict(zip(counted, row, strict=True)), WorkGroup.APPROVAL: approvals}
        return {group: counts[group] for group in GROUPS}

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
        return self._item(row, self._approvals([letter_id]).get(letter_id))

    def handle(self, letter_id: str, *, account_id: str | None, at: dt.datetime | None) -> bool:
        """Note that a person is done with the letter, or (None) that it is open again.

        A letter that waits for an answer stays open, so that somebody looks: then False.
        """
        update = letter.update().where(letter.c.id == letter_id)
        if at is not None:
            update = update.where(letter.c.waits_until.is_(None))
        done = self._connection.execute(update.values(handled_at=at, handled_by=account_id))
        return bool(done.rowcount)

    def _approvals(self, letter_ids: Sequence[str]) -> dict[str, ConceptState]:
        """Return how far the letters back are that go by a jurist, of those that have one."""
        rows = self._connection.execute(
            sa.select(concept.c.letter_id, concept.c.state)
            .where(concept.c.letter_id.in_(letter_ids), concept.c.state.in_(IN_APPROVAL))
            .order_by(concept.c.number)
        )
        return {row.letter_id: ConceptState(row.state) for row in rows}

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

    def _item(self, row: sa.Row[Any], approval: ConceptState | None) -> WorkItem:
        summary = read_summary(self._sealer.open(row.summary)) if row.summary else Summary()
        return WorkItem(self._letters.record(row), summary, row.handled_at, approval)
