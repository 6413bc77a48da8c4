"""Say that the sender gives notice of default: a day-counted matter (Awb 4:17, 6:12).

From two weeks after receipt the body owes a dwangsom for each day. A notice that comes before the
decision term has lapsed has no effect; that can only be seen for a decision on an objection of
which the letter dates the contested decision (Awb 7:10).
"""

import datetime as dt

from extractors.element import ElementId
from validators.beslistermijn import decision_last
from validators.case import Assessed
from validators.dwangsom import free_until
from validators.notices import warn_and_tell
from validators.report import Intent, Kind, Notice
from validators.routing import advice_of
from validators.termijn import term_from
from validators.texts.days import date_text

CODE = "ingebrekestelling"
# A date read or placed less surely than this proves nothing about a term.
SURE = 0.8


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn for every notice of default, also one inside an objection."""
    case = assessed.case
    if Intent.INGEBREKESTELLING not in case.kinds:
        return ()
    received = case.arrival.received or case.today
    until = _decision_last(assessed)
    variant = "te_vroeg" if until is not None and received <= until else ""
    return warn_and_tell(
        CODE,
        when=True,
        sender=advice_of(case).sender_with(CODE),
        variant=variant,
        laatste=date_text(free_until(received)),
        tot=date_text(until) if until is not None else "",
    )


def _decision_last(assessed: Assessed) -> dt.date | None:
    """Return until when the body could decide on the objection, None when that is not known."""
    case = assessed.case
    # In an objection the contested decision is that of the objection, not what is late.
    if case.kind is Kind.BEZWAAR:
        return None
    contested = [
        each.value
        for each in case.candidates(ElementId.BESLUITDATUM)
        if "bestreden" in each.marks
        and each.confidence >= SURE
        and "zonder_dag" not in each.marks
        and isinstance(each.value, dt.date)
    ]
    if len(set(contested)) != 1:
        return None
    return decision_last(term_from(contested[0]).last_day, weeks=case.profile.decision_weeks)
