"""The work list: what is to be done with letters, the most urgent first."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.letters import SqlLetters, work_order
from service.adapters.store.summaries import plain, read_summary, words_of
from service.adapters.store.tables import concept, duplicate, letter, search_word
from service.records.letters import AMSTERDAM, LetterRecord, LetterState, Summary
from service.records.work import IN_APPROVAL, ConceptState, WorkGroup, WorkItem, WorkQuery
from validators.report import Verdict

IS_OPEN = letter.c.handled_at.is_(None)
# What was asked of the sender is not asked again as long as the answer is waited for.
IS_OURS = IS_OPEN & letter.c.waits_until.is_(None)
IN_APPROVAL_IDS = sa.select(concept.c.letter_id).where(concept.c.state.in_(IN_APPROVAL))
VERDICTS = {
    WorkGroup.PERSON: (Verdict.HANDMATIG, Verdict.FOUT),
    WorkGroup.ASK: (Verdict.INCOMPLEET,),
    WorkGroup.COMPLETE: (Verdict.COMPLEET,),
}
ORGANISATION = letter.c.organisation_id
MANY = 500  # letters with one word; fewer are looked up, more are met soon enough in the list
UNREAD = (LetterState.RECEIVED, LetterState.BUSY)
GROUPS: dict[WorkGroup, sa.ColumnElement[bool]] = {
    WorkGroup.OPEN: IS_OPEN,
    **{group: IS_OURS & letter.c.verdict.in_(verdicts) for group, verdicts in VERDICTS.items()},
    WorkGroup.WAITING: IS_OPEN & letter.c.waits_until.is_not(None),
    WorkGroup.APPROVAL: letter.c.id.in_(IN_APPROVAL_IDS),
    WorkGroup.READING: IS_OPEN & letter.c.state.in_(UNREAD),
    WorkGroup.HANDLED: letter.c.handled_at.is_not(None),
}
# What cannot wait, then what is nearest to its last day, then what came first.
ORDER = (letter.c.work_order, letter.c.number)


def _groups_of(verdict: str | None, state: str, *, waits: bool) -> Iterator[WorkGroup]:
    """Yield the groups that an open letter is in."""
    yield WorkGroup.OPEN
    if waits:
        yield WorkGroup.WAITING
    else:
        yield from (group for group, verdicts in VERDICTS.items() if verdict in verdicts)
    if state in UNREAD:
        yield WorkGroup.READING


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
        # first which letters, from an index, and only of those all that is kept of them
        wanted = self._select(query).with_only_columns(letter.c.number)
        numbers = wanted.order_by(*order).offset(query.offset).limit(query.limit).subquery()
        rows = self._connection.execute(
            letter.select().join(numbers, numbers.c.number == letter.c.number).order_by(*order)
        )
        found = rows.all()
        ids = [row.id for row in found]
        approvals, twins = self._approvals(ids), self._twins(ids)
        items = (self._item(row, approvals.get(row.id)) for row in found)
        return tuple(replace(each, has_twin=each.letter.id in twins) for each in items)

    def count(self, query: WorkQuery) -> int:
        """Return how many letters the query finds."""
        found = self._select(query).with_only_columns(letter.c.number).subquery()
        return self._connection.execute(sa.select(sa.func.count()).select_from(found)).scalar_one()

    def counts(self, organisation_id: str) -> dict[WorkGroup, int]:
        """Return how many letters each group has; answered from an index alone."""
        ours = letter.c.organisation_id == organisation_id
        count = sa.func.count().label("letters")
        waits = letter.c.waits_until.is_not(None)
        by = (letter.c.verdict, letter.c.state, waits)
        rows = self._connection.execute(
            sa.select(letter.c.verdict, letter.c.state, waits.label("waits"), count)
            .where(ours, IS_OPEN)
            .group_by(*by)
        ).all()
        handled = sa.select(sa.func.count()).where(ours, GROUPS[WorkGroup.HANDLED])
        found = dict.fromkeys(GROUPS, 0)
        found[WorkGroup.HANDLED] = self._connection.execute(handled).scalar_one()
        found[WorkGroup.APPROVAL] = self._approvals_count(organisation_id)
        for row in rows:
            for group in _groups_of(row.verdict, row.state, waits=bool(row.waits)):
                found[group] += row.letters
        return found

    def _approvals_count(self, organisation_id: str) -> int:
        return self._connection.execute(
            sa.select(sa.func.count(concept.c.letter_id.distinct())).where(
                concept.c.organisation_id == organisation_id, concept.c.state.in_(IN_APPROVAL)
            )
        ).scalar_one()

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
        mine = work_order(after.urgency, after.due)
        later = sa.tuple_(*ORDER) > sa.tuple_(mine, after.number)
        found = self._connection.execute(others.where(later)).scalar()
        return found or self._connection.execute(others).scalar()

    def find(self, letter_id: str) -> WorkItem:
        """Return one letter as the list shows it."""
        row = self._connection.execute(letter.select().where(letter.c.id == letter_id)).one()
        return self._item(row, self._approvals([letter_id]).get(letter_id))

    def handle(self, letter_id: str, *, account_id: str | None, at: dt.datetime | None) -> bool:
        """Note that a person is done with the letter, or (None) that it is open again.

        A letter that waits for an answer stays open, so that somebody looks: then False.
        """
        waited = None if at is None else self._days_waited(letter_id, at)
        values = {"handled_at": at, "handled_by": account_id, "waited_days": waited}
        update = letter.update().where(letter.c.id == letter_id)
        if at is not None:
            update = update.where(letter.c.waits_until.is_(None))
        return bool(self._connection.execute(update.values(values)).rowcount)

    def _approvals(self, letter_ids: Sequence[str]) -> dict[str, ConceptState]:
        """Return how far the letters back are that go by a jurist, of those that have one."""
        rows = self._connection.execute(
            sa.select(concept.c.letter_id, concept.c.state)
            .where(concept.c.letter_id.in_(letter_ids), concept.c.state.in_(IN_APPROVAL))
            .order_by(concept.c.number)
        )
        return {row.letter_id: ConceptState(row.state) for row in rows}

    def _twins(self, letter_ids: Sequence[str]) -> set[str]:
        """Return those that are probably the same as another letter, as far as nobody denied it."""
        found: set[str] = set()
        for column in (duplicate.c.letter_id, duplicate.c.other_id):
            paired = sa.select(column).where(
                column.in_(letter_ids), duplicate.c.denied_at.is_(None)
            )
            found.update(self._connection.execute(paired).scalars())
        return found

    def _days_waited(self, letter_id: str, until: dt.datetime) -> int:
        """Return how many days after its receipt a letter is handled; 0 on the day itself."""
        item = self.find(letter_id)
        since = item.summary.received or item.letter.received or item.letter.arrived_on
        return max((until.astimezone(AMSTERDAM).date() - since).days, 0)

    def _select(self, query: WorkQuery) -> sa.Select[Any]:
        few = self._few(query.hashes)
        # with few letters the index on the organisation must not be taken: it leads through all
        ours = letter.c.organisation_id if few is None else sa.func.coalesce(ORGANISATION, "")
        wanted = letter.select().where(ours == query.organisation_id, GROUPS[query.group])
        if query.kind is not None:
            wanted = wanted.where(letter.c.kind == query.kind)
        if query.window_verdict is not None:
            wanted = wanted.where(letter.c.window_verdict == query.window_verdict)
        if few is not None:
            return wanted.where(letter.c.id.in_(few))
        for each in query.hashes:
            word = search_word.alias()
            wanted = wanted.join(word, (word.c.letter_id == letter.c.id) & (word.c.hash == each))
        return wanted

    def _few(self, hashes: tuple[str, ...]) -> list[str] | None:
        """Return the letters that have all these words, None when each word is in many letters."""
        narrowed: set[str] | None = None
        for each in hashes:
            having = sa.select(search_word.c.letter_id).where(search_word.c.hash == each)
            found = set(self._connection.execute(having.limit(MANY)).scalars())
            if len(found) < MANY:
                narrowed = found if narrowed is None else narrowed & found
        if narrowed is None:
            return None
        return sorted(self._with_all(narrowed, hashes))

    def _with_all(self, ids: set[str], hashes: tuple[str, ...]) -> set[str]:
        """Leave out the letters that have not every word."""
        pairs = self._connection.execute(
            sa.select(search_word.c.letter_id, sa.func.count())
            .where(search_word.c.letter_id.in_(sorted(ids)), search_word.c.hash.in_(hashes))
            .group_by(search_word.c.letter_id)
        )
        return {letter_id for letter_id, count in pairs if count == len(set(hashes))}

    def _item(self, row: sa.Row[Any], approval: ConceptState | None) -> WorkItem:
        summary = read_summary(self._sealer.open(row.summary)) if row.summary else Summary()
        return WorkItem(self._letters.record(row), summary, row.handled_at, approval)
