"""Say that the decision is dated on a free day: allowed, but often misread (Awb 6:8)."""

from validators.case import Assessed
from validators.feestdagen import is_free_day
from validators.notices import warn
from validators.report import Notice

CODE = "besluit_op_vrije_dag"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the date that starts the term is a free day."""
    decided = assessed.window.decision_date
    return warn(CODE, when=decided is not None and is_free_day(decided))
