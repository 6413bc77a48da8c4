"""What the calculator of terms is asked and answers."""

import datetime as dt
from dataclasses import dataclass

from validators.feiten import Facts, FollowUp
from validators.oordeel import Judgement
from validators.stappen import Step
from validators.termijn import Arrival, Trigger


@dataclass(frozen=True, slots=True)
class TermijnQuestion:
    """What is known: the days of the decision, of the letter and of its handling.

    Of `facts` only what a person gave; receipt and the last day of the term are filled in.
    """

    facts: Facts
    triggers: tuple[Trigger, ...]
    arrival: Arrival
    today: dt.date
    case_name: str = ""  # tells the appointments of one case from those of another


@dataclass(frozen=True, slots=True)
class TermijnAnswer:
    """The verdict with its reasoning, what is odd, and every day that follows."""

    question: TermijnQuestion
    judgement: Judgement
    explanation: str
    next_step: str
    remarks: tuple[Step, ...]
    follow_ups: tuple[FollowUp, ...]

    @property
    def has_days(self) -> bool:
        """Tell whether there is any day to put in a calendar."""
        return self.judgement.term is not None or bool(self.follow_ups)
