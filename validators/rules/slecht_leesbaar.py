"""Say that the scan is too poor to rely on."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice
from validators.weighing import DEFAULT

CODE = "slecht_leesbaar"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when many words were not read surely."""
    return warn(CODE, when=assessed.case.reading.legibility < DEFAULT.legible)
