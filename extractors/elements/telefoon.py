"""Find the telephone number of the sender, not that of an office or of somebody in the story."""

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Hints
from extractors.people.senders import find_sender_phones

ELEMENT = ElementId.TELEFOON


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return what may be the sender's, best first."""
    return find_sender_phones(letter, hints)
