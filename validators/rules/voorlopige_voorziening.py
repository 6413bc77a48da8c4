"""Say that the sender speaks of a provisional ruling of the court (Awb 8:81)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "voorlopige_voorziening"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the letter names it: it may come the same day."""
    return warn(CODE, when=assessed.case.has_signal("voorlopige_voorziening"))
