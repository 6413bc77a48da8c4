"""Say that an authorisation may be asked for (Awb 2:1)."""

from extractors.element import ElementId
from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice, Status

CODE = "machtiging_vragen"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when someone writes for the client without one and is not exempt from showing it."""
    given = assessed.status(ElementId.MACHTIGING) is Status.AANWEZIG
    return warn(CODE, when=assessed.case.needs_machtiging and not given)
