"""Say that the date on the decision stood in for its dispatch (Awb 3:41, 6:8)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice, WindowVerdict
from validators.window import triggers_of

CODE = "verzenddatum_aangenomen"
AFTER_THE_END = {
    WindowVerdict.TE_LAAT,
    WindowVerdict.OP_TIJD_VERZENDTHEORIE,
    WindowVerdict.PREMATUUR,
}


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn where it may matter: dispatch some days later could make the letter in time."""
    triggers = triggers_of(assessed.case)
    dated = bool(triggers) and triggers[0].role == "gedateerd"
    return warn(CODE, when=dated and assessed.window.verdict in AFTER_THE_END)
