"""Say that there is handwriting: what was not found may stand there."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "handgeschreven"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when much ink on the letter gave no words."""
    return warn(CODE, when=assessed.case.reading.handwritten)
