"""Say that the letter is for another organisation (Awb 2:3, 6:15)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice
from validators.routing import is_misdirected

CODE = "verkeerd_loket"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the addressee, the decision or the kind of letter is not ours."""
    return warn(CODE, when=is_misdirected(assessed.case, assessed.routing))
