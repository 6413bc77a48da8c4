"""Say that the sender asks for help rather than attacking something."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Intent, Notice

CODE = "hulpvraag"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn for every call for help."""
    return warn(CODE, when=Intent.HULPVRAAG in assessed.case.kinds)
