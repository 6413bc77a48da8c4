"""How long letters are kept after they were handled."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a letter, for the term that it is kept; the kind is what holds in the end."""

    BEZWAAR = "bezwaar"
    KLACHT = "klacht"
    OVERIG = "overig"
    UNREAD = "fout"  # it could not be read, so that nobody knows its kind


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """Letters of this outcome are kept so many months after they were handled."""

    outcome: Outcome
    months: int
