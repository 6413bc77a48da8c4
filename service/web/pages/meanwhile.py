"""What somebody else established while a page stood open.

A form says what the page showed when it was made. What changed since is shown first, and not
replaced by somebody who never saw it: a postmark that is gone decides about the term.
"""

from service.records.letters import LetterRecord
from service.usecases.dossier import Held
from service.web.pages.page import field

NOTHING = "-"


def held_seen(held: Held | None) -> str:
    """Return the mark of what a person established, for a form about it."""
    return held.correction.id if held else NOTHING


def receipt_seen(letter: LetterRecord) -> str:
    """Return the mark of how and when a letter came in, for the form about it."""
    facts = (letter.received, letter.postmarked, letter.channel, letter.profile)
    return " ".join(str(each or NOTHING) for each in facts)


def is_other(now: str) -> bool:
    """Tell whether the form was made of something else than there is now."""
    seen = field("gezien")
    return bool(seen) and seen != now
