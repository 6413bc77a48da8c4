"""Say that the decision is dated after the letter came in: one of the dates is wrong (Awb 6:10)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "besluit_na_ontvangst"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when nobody can have objected to the decision yet."""
    decided, received = assessed.window.decision_date, assessed.case.arrival.received
    return warn(CODE, when=decided is not None and received is not None and decided > received)
