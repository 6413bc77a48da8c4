"""Say that the sender asks for help rather than attacking something, and who can give it."""

from validators.case import Assessed
from validators.notices import warn_and_tell
from validators.report import Intent, Notice
from validators.routing import advice_of

CODE = "hulpvraag"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn for every call for help."""
    sender = advice_of(assessed.case).sender_with(CODE)
    return warn_and_tell(CODE, when=Intent.HULPVRAAG in assessed.case.kinds, sender=sender)
