"""What follows on an ingebrekestelling: two weeks, then money for each day (Awb 4:17, 4:18).

The amounts are dated data in `dwangsom.toml`. Only decisions on an application or an objection cost
money; chapter 9 of the Awb knows no dwangsom for a complaint that is answered late.

>>> free_until(dt.date(2026, 3, 20))  # would be Goede Vrijdag
datetime.date(2026, 4, 7)
>>> dwangsom(42, amounts_on(dt.date(2021, 6, 1)))
1442
>>> dwangsom(42, amounts_on(dt.date(2018, 6, 1)))
1260
>>> amounts_on(dt.date(2009, 9, 30)) is None  # the act was not there yet
True
"""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from validators.feestdagen import add_days
from validators.feiten import FollowUp, Nature, NoteCode, What, fixed_term, moved_term, note
from validators.stappen import Step

FREE_DAYS = 14  # Awb 4:17 lid 3
FIXED_WITHIN_DAYS = 14  # Awb 4:18


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts per day that hold from one day on."""

    since: dt.date
    days: tuple[int, ...]
    euros: tuple[int, ...]
    source: str
    seen_until: dt.date  # later than this they were not checked

    @property
    def total_days(self) -> int:
        """The number of days after which nothing more is owed."""
        return sum(self.days)


@cache
def all_amounts() -> tuple[Amounts, ...]:
    """Return the amounts of all times, latest first."""
    data = tomllib.loads(files("validators").joinpath("dwangsom.toml").read_text("utf-8"))
    found = (
        Amounts(
            entry["since"],
            tuple(entry["days"]),
            tuple(entry["euros"]),
            entry["source"],
            entry["seen_until"],
        )
        for entry in data["amounts"]
    )
    return tuple(sorted(found, key=lambda each: each.since, reverse=True))


def amounts_on(day: dt.date) -> Amounts | None:
    """Return the amounts that hold on a day, None before there were any."""
    return next((each for each in all_amounts() if each.since <= day), None)


def dwangsom(late_days: int, amounts: Amounts) -> int:
    """Return the euros owed for so many late days (Awb 4:17 lid 2)."""
    left, owed = max(late_days, 0), 0
    for days, euros in zip(amounts.days, amounts.euros, strict=True):
        owed += euros * min(left, days)
        left = max(left - days, 0)
    return owed


def free_until(received: dt.date) -> dt.date:
    """Return the last day to decide without owing a dwangsom (Awb 4:17 lid 3)."""
    return moved_term(received, FREE_DAYS).last_day


def default_follow_ups(received: dt.date, decision: FollowUp | None) -> tuple[FollowUp, ...]:
    """Return what follows on an ingebrekestelling received on a day.

    `decision` is the term that must have lapsed before, when it is known. Received earlier the
    ingebrekestelling has no effect: the days stay here, the remark says so.
    """
    free = FollowUp(
        What.BESLUIT_ZONDER_DWANGSOM,
        Nature.WET,
        moved_term(received, FREE_DAYS),
        "2 weken",
        ("Awb 4:17 lid 3",),
        notes=(_lapsed(received, decision),),
    )
    first = add_days(free.due, 1)
    return free, *_owed(free.due, first)


def _owed(free_until_day: dt.date, first: dt.date) -> tuple[FollowUp, ...]:
    """Return the days on which money is owed, and when the body must fix the amount."""
    amounts = amounts_on(first)
    if amounts is None:
        return ()
    last = add_days(free_until_day, amounts.total_days)
    # The Atw does not hold for the 42 days (Awb 4:17 lid 1); it does for the two weeks of 4:18.
    return (
        FollowUp(
            What.EERSTE_DWANGSOMDAG,
            Nature.MOGELIJKHEID,
            fixed_term(free_until_day, first),
            "1 dag",
            ("Awb 4:17 lid 3",),
            notes=(note(NoteCode.DWANGSOM_EERSTE_DAG),),
        ),
        FollowUp(
            What.LAATSTE_DWANGSOMDAG,
            Nature.MOGELIJKHEID,
            fixed_term(free_until_day, last),
            f"{amounts.total_days} dagen",
            ("Awb 4:17 lid 1", "Awb 4:17 lid 2"),
            notes=_amount_notes(amounts, last),
        ),
        FollowUp(
            What.DWANGSOMBESLUIT,
            Nature.MOGELIJKHEID,
            moved_term(last, FIXED_WITHIN_DAYS),
            "2 weken",
            ("Awb 4:18",),
        ),
    )


def _amount_notes(amounts: Amounts, last: dt.date) -> tuple[Step, ...]:
    periods = zip(amounts.days, amounts.euros, strict=True)
    per_day = ", ".join(f"{days} dagen {euros} euro" for days, euros in periods)
    most = dwangsom(amounts.total_days, amounts)
    words = f"{per_day}, samen {most} euro; {amounts.source}"
    known = note(NoteCode.DWANGSOM_BEDRAG, detail=words)
    if last <= amounts.seen_until:
        return (known,)
    return known, note(NoteCode.DWANGSOM_BEDRAG_ONZEKER, amounts.seen_until)


def _lapsed(received: dt.date, decision: FollowUp | None) -> Step:
    """Say whether the decision term had lapsed when the ingebrekestelling came in."""
    if decision is None:
        return note(NoteCode.INGEBREKESTELLING_BESLISTERMIJN)
    if received <= decision.due:
        return note(NoteCode.INGEBREKESTELLING_TE_VROEG, decision.due)
    # The later day judges the sender: one that is certainly late must count (U6, U7).
    if decision.possible is not None and received <= decision.possible:
        return note(NoteCode.INGEBREKESTELLING_ONZEKER, decision.due, decision.possible)
    return note(NoteCode.INGEBREKESTELLING_OP_TIJD, decision.due)
