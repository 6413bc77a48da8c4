"""Say that an objection is a complaint as well: two matters, two terms (Awb 7:10, 9:11)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Intent, Kind, Notice

CODE = "ook_klacht"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when both were found."""
    case = assessed.case
    return warn(CODE, when=case.kind is Kind.BEZWAAR and Intent.KLACHT in case.kinds)
