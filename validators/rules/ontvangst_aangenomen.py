"""Say that the day of receipt is only assumed: terms count from it (Awb 6:9, 9:11)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice, ReceivedSource

CODE = "ontvangst_aangenomen"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when nobody and nothing told the day of receipt."""
    return warn(CODE, when=assessed.case.received_source is ReceivedSource.ASSUMED)
