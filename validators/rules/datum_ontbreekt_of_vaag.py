"""Say that the letter has no full date (Awb 6:5 lid 1 b); receipt governs the term."""

from extractors.element import ElementId
from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice, Status

CODE = "datum_ontbreekt_of_vaag"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when a date is asked and there is none or only a month."""
    state = assessed.elements[ElementId.DATUM]
    gap = state.status in {Status.ONTBREEKT, Status.ONZEKER}
    return warn(CODE, when=state.required and gap)
