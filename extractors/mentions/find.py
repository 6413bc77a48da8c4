"""Collect where a letter names the people it comes from or is about, each with its source.

Nothing is decided here: `parties` weighs the mentions against each other.
"""

from extractors.document import Letter
from extractors.element import Hints
from extractors.mentions.closings import closing_mentions
from extractors.mentions.described import described_mentions
from extractors.mentions.forms import labelled_mentions
from extractors.mentions.headings import heading_mentions
from extractors.mentions.kin import kin_mentions
from extractors.mentions.mention import Mention
from extractors.mentions.narrative import narrated_mentions


def find_mentions(letter: Letter, hints: Hints) -> tuple[Mention, ...]:
    """Return every place where the letter names who writes it or who it is about."""
    return (
        *labelled_mentions(letter),
        *heading_mentions(letter, hints),
        *closing_mentions(letter, hints),
        *narrated_mentions(letter, hints),
        *kin_mentions(letter, hints),
        *described_mentions(letter, hints),
    )
