"""Say that a year has no known decree of extra free days (Atw art. 3 lid 3)."""

from validators.beslistermijn import decision_last
from validators.case import Assessed
from validators.feestdagen import has_kb_data
from validators.notices import warn
from validators.report import Notice

CODE = "kb_dagen_onbekend"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the last day or what is counted from it lies in such a year."""
    window = assessed.window
    if window.last_day is None or window.decision_date is None:
        return ()
    last = decision_last(window.last_day, weeks=assessed.case.profile.decision_weeks)
    years = sorted({window.decision_date.year, window.last_day.year, last.year})
    unknown = [str(year) for year in years if not has_kb_data(year)]
    return warn(CODE, when=bool(unknown), years=" en ".join(unknown))
