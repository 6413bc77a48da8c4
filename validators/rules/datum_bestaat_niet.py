"""Say that a date is on no calendar, such as 31 November (Awb 6:5 lid 1 b, c)."""

from extractors.element import ElementId
from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "datum_bestaat_niet"
# Below this it may be something else than a date.
LEAST = 0.5


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the date of the letter or of the decision cannot be."""
    found = [
        each
        for element in (ElementId.DATUM, ElementId.BESLUITDATUM)
        for each in assessed.case.candidates(element)
        if "bestaat_niet" in each.marks and each.role != "ontvangen" and each.confidence >= LEAST
    ]
    return warn(CODE, when=bool(found), datum=found[0].text if found else "")
