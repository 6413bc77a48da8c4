"""The term to decide on an objection: Awb 7:10, and Wlz 10.3.1 with advice of the Zorginstituut.

It starts the day after the objection term, not on receipt. A repair request suspends it, and it can
be adjourned once. Where the law leaves open how to count, the term has the earliest day that can be
defended and `possible` the latest.

>>> decision_last(dt.date(2026, 7, 22), weeks=6)
datetime.date(2026, 9, 2)
>>> decision_last_with_advice(dt.date(2026, 7, 31))  # Christmas: the Atw does not move 21 weeks
datetime.date(2026, 12, 25)
"""

import datetime as dt
from dataclasses import dataclass, replace

from validators.feestdagen import add_days, next_working_day
from validators.feiten import (
    Facts,
    FollowUp,
    Nature,
    NoteCode,
    Repair,
    What,
    fixed_term,
    moved_term,
    note,
)
from validators.stappen import Step
from validators.termijn import Term

DECISION_WEEKS = 6  # Awb 7:10 lid 1
COMMITTEE_WEEKS = 12  # Awb 7:10 lid 1, with a committee as in 7:13
ADVISED_WEEKS = 21  # Wlz 10.3.1 lid 5
ADJOURNED_WEEKS = 6  # Awb 7:10 lid 3
ADVICE_WEEKS = 10  # Wlz 10.3.1 lid 4
WEEK = 7


def decision_last(
    last_day: dt.date, *, weeks: int, suspended_days: int = 0, adjourned: bool = False
) -> dt.date:
    """Return the last day to decide on an objection, from the end of the objection term.

    Awb 7:10 lid 1 (six or twelve weeks), lid 2 (suspension), lid 3 (six weeks more, once).
    """
    weeks_in_all = weeks + (ADJOURNED_WEEKS if adjourned else 0)
    return next_working_day(add_days(last_day, WEEK * weeks_in_all + suspended_days))


def suspended_days(request: dt.date, repaired: dt.date) -> int:
    """Count the days between the repair request and the repair, both excluded (Awb 7:10 lid 2)."""
    return max((repaired - request).days - 1, 0)


def decision_last_with_advice(last_day: dt.date) -> dt.date:
    """Return the last day to decide when the Zorginstituut advises (Wlz 10.3.1 lid 5): no Atw."""
    return add_days(last_day, WEEK * ADVISED_WEEKS)


def repair_term(repair: Repair) -> Term:
    """Return the term for repair: as printed in the request, else the usual length."""
    if repair.printed is not None:
        return fixed_term(repair.asked, repair.printed)
    return moved_term(repair.asked, repair.days)


@dataclass(frozen=True, slots=True)
class _Suspension:
    """The days for which a repair request stops the decision term: fewest and most."""

    fewest: int = 0
    most: int = 0
    notes: tuple[Step, ...] = ()


def _suspension(facts: Facts, last_day: dt.date, end: dt.date) -> _Suspension:
    """Count the suspended days (Awb 7:10 lid 2); how to count them is not certain (U6).

    Fewest: both ends excluded, only days of the decision term itself, and no longer than the term
    for repair. Most: the day of repair too, and also days before the decision term began.
    """
    repair = facts.repair
    if repair is None:
        return _Suspension()
    if repair.asked > end:
        return _Suspension(notes=(note(NoteCode.OPSCHORTING_NA_EINDE, repair.asked, end),))
    printed = repair_term(repair).last_day
    until = min(repair.received or printed, printed)
    fewest = suspended_days(max(repair.asked, last_day), until)
    most = max(((repair.received or printed) - repair.asked).days, 0)
    notes = [note(NoteCode.OPSCHORTING, detail=_day_count(fewest), basis=("Awb 7:10 lid 2",))]
    if repair.received is None:
        notes.append(note(NoteCode.HERSTEL_LOOPT, printed))
    if repair.asked < last_day:
        notes.append(note(NoteCode.OPSCHORTING_VOOR_BEGIN, repair.asked, add_days(last_day, 1)))
    return _Suspension(fewest, most, tuple(notes))


def _day_count(days: int) -> str:
    return "1 dag" if days == 1 else f"{days} dagen"


def _weeks(facts: Facts) -> int:
    """Return the weeks to decide: with advice of the Zorginstituut, a committee, or neither."""
    if facts.is_advised:
        return ADVISED_WEEKS
    if facts.has_committee is None:
        return facts.profile.decision_weeks
    return COMMITTEE_WEEKS if facts.has_committee else DECISION_WEEKS


def decision_follow_ups(facts: Facts) -> tuple[FollowUp, ...]:
    """Return the terms to decide on an objection, the one that holds first."""
    if facts.last_day is None:
        return ()
    end = _decision_end(facts, facts.last_day, _Suspension(), adjourned=facts.is_adjourned)
    pause = _suspension(facts, facts.last_day, end[0].last_day)
    base = _decision_follow_up(facts, facts.last_day, pause, adjourned=facts.is_adjourned)
    if facts.is_adjourned:
        return (base, *_advice(facts))
    longer = _decision_follow_up(facts, facts.last_day, pause, adjourned=True)
    how = note(NoteCode.VERDAGEN, base.due, basis=("Awb 7:10 lid 3",))
    longer = replace(
        longer,
        what=What.BESLISSING_NA_VERDAGING,
        nature=Nature.MOGELIJKHEID,
        notes=(how, *longer.notes),
    )
    return (base, longer, *_advice(facts))


def _decision_end(
    facts: Facts, last_day: dt.date, pause: _Suspension, *, adjourned: bool
) -> tuple[Term, dt.date]:
    """Return the term to decide, and the latest day that can be defended.

    The term has the fewest suspended days and the Atw once, at the end. More than twelve weeks is
    moved by the Atw only as a sum of terms that are not (U7); 21 weeks is not moved at all.
    """
    weeks = _weeks(facts)
    extra = ADJOURNED_WEEKS if adjourned else 0
    nominal = add_days(last_day, WEEK * (weeks + extra) + pause.fewest)
    latest = add_days(last_day, WEEK * weeks + pause.most)
    if not facts.is_advised:
        latest = next_working_day(latest)
    if adjourned:
        latest = next_working_day(add_days(latest, WEEK * extra))
    last = nominal if facts.is_advised else next_working_day(nominal)
    return Term(last_day, nominal, last), latest


def _decision_follow_up(
    facts: Facts, last_day: dt.date, pause: _Suspension, *, adjourned: bool
) -> FollowUp:
    term, latest = _decision_end(facts, last_day, pause, adjourned=adjourned)
    possible = latest if latest > term.last_day else None
    notes = [*pause.notes]
    if facts.is_advised:
        notes.append(note(NoteCode.ADVIES_GEEN_ATW, basis=("Atw 4",)))
    if possible is not None:
        notes.append(_later(pause, possible))
    return FollowUp(
        What.BESLISSING_OP_BEZWAAR,
        Nature.WET,
        term,
        _decision_length(facts, pause, adjourned=adjourned),
        _decision_basis(facts, pause, adjourned=adjourned),
        possible,
        tuple(notes),
    )


def _later(pause: _Suspension, possible: dt.date) -> Step:
    """Say why a later day can be defended: how to count a suspension, or the Atw in between."""
    is_pause = pause.most > pause.fewest
    return note(NoteCode.LATERE_DATUM if is_pause else NoteCode.VERDAGING_ATW, possible)


def _decision_length(facts: Facts, pause: _Suspension, *, adjourned: bool) -> str:
    weeks = f"{_weeks(facts)} + {ADJOURNED_WEEKS}" if adjourned else f"{_weeks(facts)}"
    return f"{weeks} weken" + (f" + {_day_count(pause.fewest)}" if pause.fewest else "")


def _decision_basis(facts: Facts, pause: _Suspension, *, adjourned: bool) -> tuple[str, ...]:
    basis = ["Wlz 10.3.1 lid 5" if facts.is_advised else "Awb 7:10 lid 1"]
    if pause.fewest:
        basis.append("Awb 7:10 lid 2")
    if adjourned:
        basis.append("Awb 7:10 lid 3")
    return tuple(basis)


def _advice(facts: Facts) -> tuple[FollowUp, ...]:
    """Return when the Zorginstituut must have advised, once it has all that it needs."""
    if not facts.is_advised or facts.advice_complete is None:
        return ()
    term = moved_term(facts.advice_complete, WEEK * ADVICE_WEEKS)
    notes = (note(NoteCode.ADVIES_COMPLEET),)
    length, basis = f"{ADVICE_WEEKS} weken", ("Wlz 10.3.1 lid 4",)
    return (FollowUp(What.ADVIES_ZORGINSTITUUT, Nature.WET, term, length, basis, notes=notes),)
