"""Say that the only reference in the letter is the sender's own file (Awb 6:5 lid 1 c)."""

from extractors.element import ElementId
from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "kenmerk_van_afzender"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when nothing else can be the reference of the decision."""
    own = ["van_afzender" in each.marks for each in assessed.case.candidates(ElementId.KENMERK)]
    return warn(CODE, when=bool(own) and all(own))
