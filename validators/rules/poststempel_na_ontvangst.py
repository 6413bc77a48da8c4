"""Say that the postmark is later than receipt: one of them is wrong (Awb 6:9 lid 2)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "poststempel_na_ontvangst"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the two dates exclude each other."""
    posted, received = assessed.case.arrival.postmarked, assessed.case.arrival.received
    return warn(CODE, when=posted is not None and received is not None and posted > received)
