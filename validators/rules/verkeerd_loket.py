"""Say that the letter is for another organisation (Awb 2:3, 6:15), and what the sender is told."""

from validators.case import Assessed
from validators.notices import advise, warn
from validators.report import Notice
from validators.routing import advice_of

CODE = "verkeerd_loket"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the matter, the addressee or the kind of letter is not ours."""
    advice = advice_of(assessed.case)
    if advice.is_misdirected:
        return advise(CODE, mailroom=advice.mailroom, sender=advice.sender)
    return warn(CODE, when=not assessed.case.profile.accepts(assessed.case.kind))
