"""Say that the letter is older than the decision that it attacks (Awb 6:10)."""

from extractors.element import ElementId
from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "datum_voor_besluit"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when both dates are there and in the wrong order."""
    written, decided = assessed.date(ElementId.DATUM), assessed.date(ElementId.BESLUITDATUM)
    return warn(CODE, when=written is not None and decided is not None and written < decided)
