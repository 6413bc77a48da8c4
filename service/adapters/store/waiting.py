"""What is waiting now, for health and metrics: counts and ages, nothing of a letter."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import alert, delivery, letter
from service.records.letters import LetterState

Labels = tuple[str, ...]
OPEN = (LetterState.RECEIVED, LetterState.BUSY)


def look(connection: sa.Connection, now: dt.datetime) -> Mapping[str, Mapping[Labels, float]]:
    """Return every figure by its name."""
    return {
        "letters": _by(connection, letter.c.state, sa.func.count()),
        "oldest_letter_seconds": {(): oldest_letter_s(connection, now)},
        "deliveries": _by(connection, delivery.c.state, sa.func.count()),
        "alerts": {(): _count(connection, sa.select(alert.c.id).where(alert.c.seen_at.is_(None)))},
    }


def oldest_letter_s(connection: sa.Connection, now: dt.datetime) -> float:
    """Return how many seconds the letter that waits longest has waited, 0 when none waits."""
    arrived = connection.execute(
        sa.select(sa.func.min(letter.c.arrived_at)).where(letter.c.state.in_(OPEN))
    ).scalar()
    return 0.0 if arrived is None else max((now - arrived).total_seconds(), 0.0)


def _by(
    connection: sa.Connection,
    column: sa.Column[str],
    figure: sa.ColumnElement[Any],
) -> dict[Labels, float]:
    rows = connection.execute(sa.select(column, figure).group_by(column))
    return {(name,): float(value) for name, value in rows}


def _count(connection: sa.Connection, query: sa.Select[Any]) -> float:
    return float(
        connection.execute(sa.select(sa.func.count()).select_from(query.subquery())).scalar_one()
    )
