"""Say that the sender gives notice of default: a day-counted matter (Awb 4:17, 6:12)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Intent, Notice

CODE = "ingebrekestelling"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn for every notice of default, also one inside an objection."""
    return warn(CODE, when=Intent.INGEBREKESTELLING in assessed.case.kinds)
