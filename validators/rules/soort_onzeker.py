"""Say that it is not sure what kind of letter this is."""

from validators.case import KIND_SURE, Assessed
from validators.notices import warn
from validators.report import Kind, Notice

CODE = "soort_onzeker"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the kind that decided what is asked may be another."""
    case = assessed.case
    return warn(CODE, when=case.kind is not Kind.OVERIG and case.kind_confidence < KIND_SURE)
