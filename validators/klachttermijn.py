"""The terms of a complaint: about a bestuursorgaan (Awb chapter 9) or in care (Wkkgz 17, 22).

>>> handling_last(dt.date(2026, 4, 2))  # would be Hemelvaartsdag
datetime.date(2026, 5, 18)
>>> year_after(dt.date(2028, 2, 29))  # which of the two is open
(datetime.date(2029, 2, 28), datetime.date(2029, 3, 1))
>>> months_after(dt.date(2025, 8, 31), 6)  # Wkkgz 22
datetime.date(2026, 2, 28)
"""

import calendar
import datetime as dt

from validators.feestdagen import add_days, next_working_day
from validators.feiten import (
    Facts,
    FollowUp,
    Nature,
    NoteCode,
    What,
    fixed_term,
    moved_term,
    note,
)
from validators.stappen import Step

REFUSAL_WEEKS = 4  # Awb 9:8 lid 3
ADJOURNED_WEEKS = 4  # Awb 9:11 lid 2, Wkkgz 17
CARE_WEEKS = 6  # Wkkgz 17
DISPUTE_MONTHS = 6  # Wkkgz 22 lid 1


def handling_last(received: dt.date, *, weeks: int = 6, adjourned: bool = False) -> dt.date:
    """Return the last day to handle a complaint: Awb 9:11, Wkkgz 17 (four weeks more, once)."""
    return moved_term(received, 7 * (weeks + (ADJOURNED_WEEKS if adjourned else 0))).last_day


def refusal_last(received: dt.date) -> dt.date:
    """Return the last day to tell that a complaint is not handled (Awb 9:8 lid 3)."""
    return moved_term(received, 7 * REFUSAL_WEEKS).last_day


def year_after(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the certain and the possible last day of one year (Awb 9:8, 9:24): no Atw.

    The two differ only for 29 February: whether that year ends on 28-02 or 01-03 is open.
    """
    if day.year == dt.MAXYEAR:
        return dt.date.max, dt.date.max
    if (day.month, day.day) == (2, 29):
        return dt.date(day.year + 1, 2, 28), dt.date(day.year + 1, 3, 1)
    same = day.replace(year=day.year + 1)
    return same, same


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the last day of that month: no Atw."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    length = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, length))


def complaint_follow_ups(facts: Facts) -> tuple[FollowUp, ...]:
    """Return what follows on a complaint, by the law that holds for this organisation."""
    if facts.profile.law == "wkkgz":
        return (*_care(facts), *_dispute(facts))
    return (*_filing(facts), *_handling(facts), *_afterwards(facts))


def _handling(facts: Facts) -> tuple[FollowUp, ...]:
    """Return the terms that run from receipt by the body that may handle the complaint."""
    received = facts.received
    if received is None:
        return ()
    notes = _forwarded(facts)
    refusal = FollowUp(
        What.BERICHT_NIET_IN_BEHANDELING,
        Nature.WET,
        moved_term(received, 7 * REFUSAL_WEEKS),
        f"{REFUSAL_WEEKS} weken",
        ("Awb 9:8 lid 3",),
        notes=(note(NoteCode.ALLEEN_BIJ_WEIGERING),),
    )
    weeks = _weeks(facts)
    return refusal, *_with_adjournment(
        (What.AFHANDELING_KLACHT, What.AFHANDELING_NA_VERDAGING),
        received,
        weeks,
        is_adjourned=facts.is_adjourned,
        articles=("Awb 9:11 lid 1", "Awb 9:11 lid 2"),
        notes=notes,
    )


def _weeks(facts: Facts) -> int:
    """Return the weeks to handle a complaint: ten with an advisory committee (Awb 9:11 lid 1)."""
    if facts.has_committee is None:
        return facts.profile.complaint_weeks
    return 10 if facts.has_committee else 6


def _forwarded(facts: Facts) -> tuple[Step, ...]:
    if facts.elsewhere is None:
        return ()
    return (note(NoteCode.KLACHT_DOORGEZONDEN, facts.elsewhere, basis=("Awb 2:3 lid 1",)),)


def _with_adjournment(  # noqa: PLR0913 - one table row for two laws
    names: tuple[What, What],
    start: dt.date,
    weeks: int,
    *,
    is_adjourned: bool,
    articles: tuple[str, ...],
    notes: tuple[Step, ...],
    how: NoteCode = NoteCode.VERDAGEN,
) -> tuple[FollowUp, ...]:
    """Return the base term, and the longer one: as the term itself once it was adjourned."""
    base = moved_term(start, 7 * weeks)
    longer = moved_term(start, 7 * (weeks + ADJOURNED_WEEKS))
    # The Atw applied to the base term first may give a later day: not verified (U7).
    later = next_working_day(add_days(base.last_day, 7 * ADJOURNED_WEEKS))
    possible = later if later > longer.last_day else None
    open_notes = (note(NoteCode.VERDAGING_ATW, later),) if possible else ()
    length = f"{weeks} + {ADJOURNED_WEEKS} weken"
    if is_adjourned:
        both = (*notes, *open_notes)
        return (FollowUp(names[0], Nature.WET, longer, length, articles, possible, both),)
    ways = (note(how, base.last_day, basis=articles[-1:]), *open_notes)
    return (
        FollowUp(names[0], Nature.WET, base, f"{weeks} weken", articles[:1], notes=notes),
        FollowUp(names[1], Nature.MOGELIJKHEID, longer, length, articles, possible, ways),
    )


def _filing(facts: Facts) -> tuple[FollowUp, ...]:
    """Return until when the body must handle a complaint about something of a certain day."""
    if facts.conduct is None:
        return ()
    certain, possible = year_after(facts.conduct)
    notes = (*_leap(certain, possible), *_age(facts, certain, possible))
    later = possible if possible > certain else None
    return (
        FollowUp(
            What.KLACHT_INDIENEN,
            Nature.MOGELIJKHEID,
            fixed_term(facts.conduct, certain),
            "1 jaar",
            ("Awb 9:8 lid 1 onder b",),
            later,
            notes,
        ),
    )


def _leap(certain: dt.date, possible: dt.date) -> tuple[Step, ...]:
    return (note(NoteCode.SCHRIKKELDAG, certain, possible),) if certain != possible else ()


def _age(facts: Facts, certain: dt.date, possible: dt.date) -> tuple[Step, ...]:
    """Say whether the conduct is more than a year old; the body may handle it all the same."""
    filed = min((day for day in (facts.received, facts.elsewhere) if day), default=None)
    if filed is None or certain < filed <= possible:
        return ()
    is_old = filed > certain
    code = NoteCode.KLACHT_OUDER_DAN_EEN_JAAR if is_old else NoteCode.KLACHT_BINNEN_EEN_JAAR
    return (note(code, filed, basis=("Awb 9:8 lid 1 onder b",)),)


def _afterwards(facts: Facts) -> tuple[FollowUp, ...]:
    """Return until when the sender may go to the ombudsman."""
    if facts.closed is None:
        return ()
    certain, possible = year_after(facts.closed)
    return (
        FollowUp(
            What.VERZOEK_OMBUDSMAN,
            Nature.MOGELIJKHEID,
            fixed_term(facts.closed, certain),
            "1 jaar",
            ("Awb 9:24 lid 1",),
            possible if possible > certain else None,
            _leap(certain, possible),
        ),
    )


def _care(facts: Facts) -> tuple[FollowUp, ...]:
    """Return the terms of the care provider, which start when the complaint reached it.

    With Klachtenportaal Zorg that is the day on which the klachtenfunctionaris told the provider in
    writing, with other desks the day of filing with the provider: never that of receipt here.
    """
    if facts.provider_told is None:
        return ()
    terms = _with_adjournment(
        (What.OORDEEL_ZORGAANBIEDER, What.OORDEEL_NA_VERLENGING),
        facts.provider_told,
        CARE_WEEKS,
        is_adjourned=facts.is_adjourned,
        articles=("Wkkgz 17",),
        notes=(note(NoteCode.WKKGZ_BEGIN, facts.provider_told),),
        how=NoteCode.VERLENGEN,
    )
    certain, possible = year_after(facts.provider_told)
    dispute = FollowUp(
        What.GESCHIL_VOORLEGGEN,
        Nature.MOGELIJKHEID,
        fixed_term(facts.provider_told, certain),
        "1 jaar",
        ("voorwaarde van De Geschillencommissie",),
        possible if possible > certain else None,
        _leap(certain, possible),
    )
    return (*terms, dispute)


def _dispute(facts: Facts) -> tuple[FollowUp, ...]:
    """Return until when the geschilleninstantie must rule."""
    if facts.dispute is None:
        return ()
    end = months_after(facts.dispute, DISPUTE_MONTHS)
    term = fixed_term(facts.dispute, end)
    length = f"{DISPUTE_MONTHS} maanden"
    basis = ("Wkkgz 22 lid 1",)
    return (FollowUp(What.UITSPRAAK_GESCHIL, Nature.WET, term, length, basis),)
