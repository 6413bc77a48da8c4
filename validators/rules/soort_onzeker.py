"""Say that it is not sure what kind of letter this is."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "soort_onzeker"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the kind that decided what is asked may be another."""
    return warn(CODE, when=not assessed.case.is_kind_sure)
