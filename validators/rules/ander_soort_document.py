"""Say what a letter seems to be that is neither objection nor complaint."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Intent, Kind, Notice
from validators.texts.warnings import SORTS

CODE = "ander_soort_document"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn for every such letter whose intent has no warning of its own."""
    case = assessed.case
    named = {Intent.INGEBREKESTELLING, Intent.INTREKKING, Intent.BEROEP, Intent.HULPVRAAG}
    seems = next((sort for sort in SORTS if case.has_signal(sort)), "anders")
    due = case.kind is Kind.OVERIG and not named & set(case.kinds)
    return warn(CODE, when=due, what=SORTS[seems])
