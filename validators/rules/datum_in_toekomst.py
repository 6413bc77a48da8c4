"""Say that the letter bears a date on which it cannot have been written (Awb 6:5 lid 1 b)."""

import datetime as dt

from extractors.element import ElementId
from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice, Status

CODE = "datum_in_toekomst"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn for a date after receipt or after today, also when it is only likely."""
    case = assessed.case
    dates = [each.value for each in case.candidates(ElementId.DATUM)[:1]]
    late = any(isinstance(date, dt.date) and date > case.latest_day for date in dates)
    return warn(CODE, when=late and assessed.status(ElementId.DATUM) is not Status.AANWEZIG)
