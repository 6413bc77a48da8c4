"""Say that only an enclosed page is signed (Awb 6:5 lid 1, 9:4 lid 2)."""

from extractors.element import ElementId
from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice, Status
from validators.weighing import sureness_of

CODE = "handtekening_alleen_op_bijlage"
# Ink on an enclosure below this is a smudge or a stamp as likely as a signature.
LEAST = 0.5


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when a signature is asked and stands on an attachment alone."""
    state = assessed.elements[ElementId.HANDTEKENING]
    enclosed = any(
        sureness_of(each) >= LEAST and "op_bijlage" in each.marks
        for each in assessed.case.candidates(ElementId.HANDTEKENING)
    )
    unsigned = state.required and state.status in {Status.ONTBREEKT, Status.ONZEKER}
    return warn(CODE, when=enclosed and unsigned and not state.evidence)
