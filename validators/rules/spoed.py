"""Say that the sender asks for speed."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "spoed"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the letter says that it is urgent."""
    return warn(CODE, when=assessed.case.has_signal("spoed"))
