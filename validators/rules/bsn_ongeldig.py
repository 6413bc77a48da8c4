"""Say that the BSN fails the elfproef; asked for or not, someone will copy it."""

from extractors.element import ElementId
from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice, Status

CODE = "bsn_ongeldig"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when a labelled number is surely wrong."""
    return warn(CODE, when=assessed.status(ElementId.BSN) is Status.ONGELDIG)
