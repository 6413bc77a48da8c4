"""Say that the sender gives notice of default: a day-counted matter (Awb 4:17, 6:12)."""

from validators.case import Assessed
from validators.notices import warn_and_tell
from validators.report import Intent, Notice
from validators.routing import advice_of

CODE = "ingebrekestelling"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn for every notice of default, also one inside an objection."""
    sender = advice_of(assessed.case).sender_with(CODE)
    return warn_and_tell(CODE, when=Intent.INGEBREKESTELLING in assessed.case.kinds, sender=sender)
