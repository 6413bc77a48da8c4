"""Say that the sender seems to withdraw an earlier letter (Awb 6:21)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Intent, Notice

CODE = "intrekking"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn for every withdrawal."""
    return warn(CODE, when=Intent.INTREKKING in assessed.case.kinds)
