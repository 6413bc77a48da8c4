"""Say that the grounds follow later (Awb 6:5 lid 1 d; 6:6: a term must be given)."""

from extractors.element import ElementId
from validators.case import Assessed
from validators.notices import warn
from validators.report import Kind, Notice

CODE = "pro_forma"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when an objection announces its grounds."""
    case = assessed.case
    marked = any("pro_forma" in each.marks for each in case.candidates(ElementId.ONDERBOUWING))
    return warn(CODE, when=case.kind is Kind.BEZWAAR and (marked or case.has_signal(CODE)))
