"""Say that the file may hold more than one letter."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "mogelijk_meer_brieven"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when a page looks like the first page of another letter, but not surely so."""
    return warn(CODE, when=assessed.case.reading.letter.may_hold_more)
