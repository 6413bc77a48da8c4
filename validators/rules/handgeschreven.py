"""Say that there is handwriting: what was not found may stand there."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "handgeschreven"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when much ink on the letter, or that in the fields of a form, gave no words."""
    reading = assessed.case.reading
    return warn(CODE, when=reading.handwritten or bool(reading.by_hand))
