"""Say that the letter is in another language (Awb 6:5 lid 3, 9:4 lid 3)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "geen_nederlands"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when most of the letter is not Dutch."""
    return warn(CODE, when=assessed.case.has_signal("vreemde_taal"))
