"""Say that the sender speaks of a provisional ruling of the court (Awb 8:81)."""

from validators.case import Assessed
from validators.notices import warn_and_tell
from validators.report import Notice
from validators.routing import advice_of

CODE = "voorlopige_voorziening"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the letter names it: it may come the same day."""
    case = assessed.case
    return warn_and_tell(CODE, when=case.has_signal(CODE), sender=advice_of(case).sender_with(CODE))
