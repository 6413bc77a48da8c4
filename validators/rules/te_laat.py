"""Say that the letter came after the term (Awb 6:9); Awb 6:11 is for a person."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice, WindowVerdict

CODE = "te_laat"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the window says so."""
    return warn(CODE, when=assessed.window.verdict is WindowVerdict.TE_LAAT)
