"""How long letters are kept after they were handled."""

import datetime as dt

import sqlalchemy as sa

from service.adapters.store.tables import letter, retention_rule
from service.records.retention import Outcome, RetentionRule
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
        is_so = (
            UNREAD
            if outcome is Outcome.UNREAD
            else sa.and_(letter.c.kind == outcome.value, sa.not_(UNREAD))
        )
        return self._connection.execute(
            sa.select(sa.func.count())
            .where(letter.c.organisation_id == organisation_id)
            .where(letter.c.handled_at < handled_before)
            .where(is_so)
        ).scalar_one()
