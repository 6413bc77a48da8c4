"""Figures over many letters: nothing in them is about one person, sender or clerk."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OverviewQuery:
    """Which letters of an organisation are counted: by the day on which they came in here."""

    organisation_id: str
    first: dt.date
    last: dt.date
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class LetterCount:
    """How many letters of one day are alike in what the overview looks at."""

    day: dt.date
    profile: str
    machine_verdict: str | None  # none as long as it is being read
    is_changed: bool  # a person changed something of what was read
    waited_days: int | None  # none as long as nobody was done with it
    number: int


@dataclass(frozen=True, slots=True)
class ElementCount:
    """How often an element was found with this status before a person came to it."""

    day: dt.date
    element: str
    status: str
    number: int


@dataclass(frozen=True, slots=True)
class CorrectionCount:
    """In how many letters of a day people did this with an element that was read like that."""

    day: dt.date
    about: str
    read_as: str
    act: str
    number: int


@dataclass(frozen=True, slots=True)
class DueCount:
    """How many open letters have this last day."""

    last_day: dt.date
    number: int
