"""The books over the whole store, in a few questions that the database answers by itself."""

import datetime as dt
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import batch, blob, channel, delivery, event, letter, report
from service.records.deliveries import DeliveryState
from service.records.ledger import LedgerCode, LedgerCounts, LedgerFault
from service.records.letters import LetterState

AT_A_TIME = 1000
_FIRST = sa.func.coalesce(letter.c.first_id, letter.c.id)
_OVER = (LetterState.DONE, LetterState.STRANDED)


class SqlLedger:
    """The books in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def counts(self) -> LedgerCounts:
        """Return what there is."""
        is_first = letter.c.first_id.is_(None)
        unread = sa.and_(is_first, letter.c.state.in_(_OVER), letter.c.file_pages.is_(None))
        letters = sa.select(
            sa.func.count().filter(is_first),
            sa.func.count(),
            sa.func.coalesce(sa.func.sum(letter.c.file_pages).filter(is_first), 0),
            sa.func.count().filter(unread),
        ).select_from(letter)
        files, all_letters, pages, without = self._connection.execute(letters).one()
        return LedgerCounts(
            files=files,
            letters=all_letters,
            pages=int(pages),
            unread=without,
            reports=self._count(report),
            originals=self._count(blob),
        )

    def faults(self, *, still_since: dt.datetime) -> Iterator[LedgerFault]:
        """Yield what does not add up; work that waits since before then lies still."""
        questions = {
            LedgerCode.LIES_STILL: self._lying_still(still_since),
            LedgerCode.WITHOUT_REPORT: self._without_report(),
            LedgerCode.WITHOUT_EVENT: self._without_event(),
            LedgerCode.DELIVERY_LIES_STILL: self._deliveries_lying_still(still_since),
        }
        for code, question in questions.items():
            for about in self._connection.execute(question).scalars():
                yield LedgerFault(code, about)
        yield from self._without_delivery()
        yield from self._pages()

    def originals(self) -> Iterator[str]:
        """Yield the SHA-256 of all bytes that must be kept."""
        rows = self._connection.execution_options(yield_per=AT_A_TIME).execute(
            sa.select(blob.c.sha256)
        )
        yield from rows.scalars()

    def known(self, of: Collection[str]) -> frozenset[str]:
        """Return which of these bytes must be kept."""
        query = sa.select(blob.c.sha256).where(blob.c.sha256.in_(of))
        return frozenset(self._connection.execute(query).scalars())

    def _count(self, table: sa.Table) -> int:
        return self._connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()

    def _lying_still(self, since: dt.datetime) -> sa.Select[Any]:
        waits = sa.and_(letter.c.state == LetterState.RECEIVED, letter.c.arrived_at < since)
        is_busy = sa.and_(letter.c.state == LetterState.BUSY, letter.c.claimed_at < since)
        return sa.select(letter.c.id).where(sa.or_(waits, is_busy))

    def _without_report(self) -> sa.Select[Any]:
        last = sa.select(report.c.letter_id).where(
            report.c.letter_id == letter.c.id, report.c.version == letter.c.report_version
        )
        return sa.select(letter.c.id).where(letter.c.state.in_(_OVER), ~last.exists())

    def _without_event(self) -> sa.Select[Any]:
        told = sa.select(event.c.id).where(
            event.c.letter_id == report.c.letter_id, event.c.report_version == report.c.version
        )
        return sa.select(report.c.letter_id).where(~told.exists()).distinct()

    def _deliveries_lying_still(self, since: dt.datetime) -> sa.Select[Any]:
        return (
            sa.select(delivery.c.id)
            .join(channel, channel.c.id == delivery.c.channel_id)
            .where(delivery.c.state == DeliveryState.WAITING)
            .where(channel.c.disabled_at.is_(None), channel.c.removed_at.is_(None))
            .where(sa.func.coalesce(delivery.c.next_at, delivery.c.created_at) < since)
            .where(sa.or_(channel.c.away_until.is_(None), channel.c.away_until < since))
        )

    def _without_delivery(self) -> Iterator[LedgerFault]:
        """Yield the events that a channel which their batch names was never to hear of."""
        named = (
            sa.select(event.c.id, batch.c.channel_ids, delivery.c.channel_id)
            .join(letter, letter.c.id == event.c.letter_id)
            .join(batch, batch.c.id == letter.c.batch_id)
            .outerjoin(delivery, delivery.c.event_id == event.c.id)
            .where(batch.c.channel_ids != "")
            .order_by(event.c.cursor)
        )
        there = sa.select(channel.c.id).where(channel.c.removed_at.is_(None))
        channels = set(self._connection.execute(there).scalars())
        rows = self._connection.execute(named)
        for (event_id, names), group in groupby(rows, key=lambda row: (row[0], row[1])):
            if channels.intersection(names.split()) - {row[2] for row in group}:
                yield LedgerFault(LedgerCode.WITHOUT_DELIVERY, event_id)

    def _pages(self) -> Iterator[LedgerFault]:
        """Yield the files of which a page is in no letter, or in two."""
        rows = self._connection.execute(
            sa.select(_FIRST, letter.c.first_page, letter.c.pages, letter.c.file_pages)
            .where(letter.c.file_pages.is_not(None))
            .order_by(_FIRST, letter.c.part)
        )
        for first_id, group in groupby(rows, key=lambda row: row[0]):
            if not _is_whole([(row[1], row[2], row[3]) for row in group]):
                yield LedgerFault(LedgerCode.PAGES, first_id)


def _is_whole(parts: list[tuple[int | None, int | None, int]]) -> bool:
    """Tell whether the letters of a file hold each of its pages once.

    >>> _is_whole([(1, 2, 3), (3, 1, 3)]), _is_whole([(1, 2, 4), (4, 1, 4)])
    (True, False)
    """
    following = 1
    for first, pages, _ in parts:
        if first != following or not pages:
            return False
        following += pages
    return all(file_pages == following - 1 for _, _, file_pages in parts)
