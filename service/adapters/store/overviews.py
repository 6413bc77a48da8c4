"""Figures over letters, counted from indexes alone: no sealed column is opened."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import correction, element_count, letter
from service.records.overview import (
    CorrectionCount,
    DueCount,
    ElementCount,
    LetterCount,
    OverviewQuery,
)


class SqlOverviews:
    """The figures in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def letters(self, query: OverviewQuery) -> tuple[LetterCount, ...]:
        """Return how many letters came in, by day and by what became of them."""
        alike = (
            letter.c.arrived_on,
            letter.c.profile,
            letter.c.machine_verdict,
            letter.c.is_changed,
            letter.c.waited_days,
        )
        asked = _asked(sa.select(*alike, sa.func.count()), letter, query).group_by(*alike)
        return tuple(LetterCount(*row) for row in self._connection.execute(asked))

    def elements(self, query: OverviewQuery) -> tuple[ElementCount, ...]:
        """Return how often each element was found, missing or uncertain, by day."""
        alike = (element_count.c.arrived_on, element_count.c.element, element_count.c.status)
        total = sa.func.sum(element_count.c.number)
        asked = _asked(sa.select(*alike, total), element_count, query).group_by(*alike)
        return tuple(ElementCount(*row) for row in self._connection.execute(asked))

    def corrections(self, query: OverviewQuery) -> tuple[CorrectionCount, ...]:
        """Return in how many letters people confirmed or changed each element, by day."""
        alike = (
            correction.c.arrived_on,
            correction.c.about,
            correction.c.read_as,
            correction.c.act,
        )
        letters = sa.func.count(correction.c.letter_id.distinct())
        asked = _asked(sa.select(*alike, letters), correction, query).group_by(*alike)
        asked = asked.where(correction.c.undone_at.is_(None))
        return tuple(CorrectionCount(*row) for row in self._connection.execute(asked))

    def due(
        self, organisation_id: str, *, until: dt.date, profile: str | None = None
    ) -> tuple[DueCount, ...]:
        """Return how many open letters have which last day, up to and including this one."""
        asked = (
            sa.select(letter.c.last_day, sa.func.count())
            .where(letter.c.organisation_id == organisation_id)
            .where(letter.c.handled_at.is_(None))
            .where(letter.c.last_day <= until)
            .group_by(letter.c.last_day)
        )
        if profile is not None:
            asked = asked.where(letter.c.profile == profile)
        return tuple(DueCount(*row) for row in self._connection.execute(asked))

    def profiles(self, organisation_id: str) -> tuple[str, ...]:
        """Return the profiles by which its letters are judged, sorted."""
        asked = (
            sa.select(element_count.c.profile)
            .where(element_count.c.organisation_id == organisation_id)
            .distinct()
            .order_by(element_count.c.profile)
        )
        return tuple(self._connection.execute(asked).scalars())


def _asked(select: sa.Select[Any], table: sa.Table, query: OverviewQuery) -> sa.Select[Any]:
    asked = select.where(table.c.organisation_id == query.organisation_id)
    asked = asked.where(table.c.arrived_on.between(query.first, query.last))
    return asked if query.profile is None else asked.where(table.c.profile == query.profile)
