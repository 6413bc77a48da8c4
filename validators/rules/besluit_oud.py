"""Say that the decision is more than a year old: misread, or the wrong decision (Awb 6:7)."""

from validators.case import Assessed
from validators.klachttermijn import year_after
from validators.notices import warn
from validators.report import Notice

CODE = "besluit_oud"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the date that starts the term lies more than a year before receipt."""
    decided, received = assessed.window.decision_date, assessed.case.arrival.received
    if decided is None or received is None:
        return ()
    return warn(CODE, when=received > year_after(decided)[1])
