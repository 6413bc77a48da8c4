"""Say that someone's safety may be at stake."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "veiligheid"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the letter speaks of danger, abuse or violence."""
    return warn(CODE, when=assessed.case.has_signal("veiligheid"))
