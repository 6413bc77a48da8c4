"""Say that the letter seems an appeal to the court (Awb 6:15)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Intent, Notice

CODE = "beroep"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn for every appeal."""
    return warn(CODE, when=Intent.BEROEP in assessed.case.kinds)
