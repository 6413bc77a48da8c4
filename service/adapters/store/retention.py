"""How long letters are kept after they were handled."""

import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa

from service.adapters.store.tables import concept, delivery, follow_up, letter, retention_rule
from service.records.deliveries import DeliveryState
from service.records.letters import LetterState
from service.records.retention import Outcome, PastLetter, RetentionRule
from service.records.work import LIVE
from validators.report import Verdict

UNREAD = letter.c.verdict == Verdict.FOUT


class SqlRetention:
    """The rules in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def rules(self, organisation_id: str) -> tuple[RetentionRule, ...]:
        """Return the rules of an organisation."""
        rows = self._connection.execute(
            retention_rule.select().where(retention_rule.c.organisation_id == organisation_id)
        )
        return tuple(RetentionRule(Outcome(row.outcome), row.months) for row in rows)

    def set(self, organisation_id: str, outcome: Outcome, months: int | None) -> None:
        """Keep a rule; None takes it away."""
        self._connection.execute(
            retention_rule.delete()
            .where(retention_rule.c.organisation_id == organisation_id)
            .where(retention_rule.c.outcome == outcome)
        )
        if months is not None:
            values = {"organisation_id": organisation_id, "outcome": outcome, "months": months}
            self._connection.execute(retention_rule.insert().values(values))

    def past(self, organisation_id: str, outcome: Outcome, *, handled_before: dt.datetime) -> int:
        """Return how many letters of this outcome were handled before this time."""
        query = sa.select(sa.func.count()).where(_is_past(organisation_id, outcome, handled_before))
        return self._connection.execute(query).scalar_one()

    def past_letters(
        self, organisation_id: str, rule: RetentionRule, *, handled_before: dt.datetime
    ) -> tuple[PastLetter, ...]:
        """Return them."""
        rows = self._connection.execute(
            letter.select()
            .where(_is_past(organisation_id, rule.outcome, handled_before))
            .order_by(letter.c.number)
        )
        return tuple(
            PastLetter(
                id=row.id,
                file_id=row.first_id or row.id,
                outcome=rule.outcome,
                months=rule.months,
                arrived_on=row.arrived_on,
                handled_at=row.handled_at,
            )
            for row in rows
        )

    def needed(self, organisation_id: str) -> frozenset[str]:
        """Return the letters that somebody still needs: asked about, answered, on their way."""
        own = (
            sa.select(table.c.letter_id).where(table.c.organisation_id == organisation_id, is_so)
            for table, is_so in (
                (follow_up, follow_up.c.done_at.is_(None)),
                (concept, concept.c.state.in_(LIVE)),
                (delivery, delivery.c.state == DeliveryState.WAITING),
            )
        )
        aside = sa.select(letter.c.id).where(
            letter.c.organisation_id == organisation_id, letter.c.state != LetterState.DONE
        )
        return frozenset(self._connection.execute(sa.union(*own, aside)).scalars())

    def file_sizes(self, organisation_id: str, file_ids: Collection[str]) -> dict[str, int]:
        """Return how many letters there are in each of these files."""
        file_id = sa.func.coalesce(letter.c.first_id, letter.c.id)
        rows = self._connection.execute(
            sa.select(file_id, sa.func.count())
            .where(letter.c.organisation_id == organisation_id)
            .group_by(file_id)
        )
        wanted = set(file_ids)
        return {row[0]: row[1] for row in rows if row[0] in wanted}


def _is_past(
    organisation_id: str, outcome: Outcome, handled_before: dt.datetime
) -> sa.ColumnElement[bool]:
    is_so = (
        UNREAD
        if outcome is Outcome.UNREAD
        else sa.and_(letter.c.kind == outcome.value, sa.not_(UNREAD))
    )
    return sa.and_(
        letter.c.organisation_id == organisation_id, letter.c.handled_at < handled_before, is_so
    )
