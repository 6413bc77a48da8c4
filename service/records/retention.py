"""How long letters are kept after they were handled, and lists of what is destroyed.

Nothing here is of a person: such a list stays when the letters are gone.
"""

import datetime as dt
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


class ProposalState(StrEnum):
    """How far a proposal to destroy letters is."""

    PROPOSED = "voorgesteld"
    APPROVED = "goedgekeurd"  # by somebody else; carried out by the round of the day
    WITHDRAWN = "ingetrokken"
    DONE = "uitgevoerd"


class WhyKept(StrEnum):
    """Why a letter that was on a list was not destroyed after all."""

    AGAIN = "weer_nodig"  # opened again, waited for, being answered, or the term was made longer
    STARTED = "bezig"  # a part of its file was added


@dataclass(frozen=True, slots=True)
class PastLetter:
    """A letter that is past its term."""

    id: str
    file_id: str  # of the first letter of its file: a file goes whole or not at all
    outcome: Outcome
    months: int  # the rule by which it is
    arrived_on: dt.date
    handled_at: dt.datetime


@dataclass(frozen=True, slots=True)
class DestructionLine:
    """A letter on a list of destruction, and what became of it."""

    letter: PastLetter
    destroyed_at: dt.datetime | None = None
    why_kept: WhyKept | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A wish to destroy letters that are past their terms, and who wished and agreed when."""

    id: str
    organisation_id: str
    state: ProposalState
    proposed_by: str  # ids of accounts
    proposed_at: dt.datetime
    decided_by: str | None = None
    decided_at: dt.datetime | None = None
    done_at: dt.datetime | None = None
