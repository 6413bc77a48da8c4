"""How long an organisation keeps its letters: the rules, and how many letters are past them.

A term runs from the day on which somebody was done with a letter; one that is open is never past.
"""

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from service.ports.store import Store
from service.ports.world import Clock
from service.records.audit import About, Actor, Deed, Done
from service.records.retention import Outcome

LONGEST_MONTHS = 1200


class WrongTermError(Exception):
    """A number of months that cannot be."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The rule for one outcome, and how many letters are past it now."""

    outcome: Outcome
    months: int | None  # None: no term was set
    past: int


def kept(organisation_id: str, *, store: Store, clock: Clock) -> tuple[Kept, ...]:
    """Return the rule for every outcome."""
    now = clock.now()
    with store.reading() as transaction:
        months = {
            each.outcome: each.months for each in transaction.retention.rules(organisation_id)
        }
        return tuple(
            Kept(
                outcome,
                months.get(outcome),
                transaction.retention.past(
                    organisation_id, outcome, handled_before=months_before(now, months[outcome])
                )
                if outcome in months
                else 0,
            )
            for outcome in Outcome
        )


def set_terms(
    organisation_id: str, terms: Mapping[Outcome, int | None], *, by: Actor, store: Store
) -> None:
    """Keep how many months letters are kept, by outcome; None takes a rule away.

    Raises:
        WrongTermError: when a number cannot be.

    """
    if any(each is not None and not 1 <= each <= LONGEST_MONTHS for each in terms.values()):
        raise WrongTermError
    with store.accepting() as transaction:
        for outcome, months in terms.items():
            transaction.retention.set(organisation_id, outcome, months)
        details = {each.value: str(months or "") for each, months in terms.items()}
        about = (About.ORGANISATION, organisation_id, organisation_id, details)
        transaction.audit.note(Deed(by, Done.TERMS_SET, *about))


def months_before(time: dt.datetime, months: int) -> dt.datetime:
    """Return the same time so many months before, on the last day of a month that is shorter.

    >>> months_before(dt.datetime(2026, 3, 31, tzinfo=dt.UTC), 1).date()
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(time.year * 12 + time.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return time.replace(year=year, month=month + 1, day=min(time.day, last))
