"""What follows on a letter, and when: for the organisation, and for repair by the sender.

Statutory terms are moved to a working day by the Algemene termijnenwet (art. 1) unless they are
longer than twelve weeks or three months, or count in years (art. 4). Promises and terms that a
body sets itself are no statutory terms, and are told apart.

>>> herstel_last(dt.date(2026, 3, 20), days=14)  # would be Goede Vrijdag
datetime.date(2026, 4, 7)
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from extractors.element import ElementId
from validators.beslistermijn import decision_follow_ups, repair_term
from validators.dwangsom import default_follow_ups
from validators.feestdagen import add_days, add_working_days, is_free_day, next_working_day
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
from validators.klachttermijn import complaint_follow_ups
from validators.profile import Profile
from validators.profile_data import Promise
from validators.report import Deadline, Intent, Kind, WindowVerdict
from validators.stappen import Step

# Awb 6:14 and 9:6 name no term; two weeks is what organisations promise.
ACKNOWLEDGE_DAYS = 14
WEEK = 7


def herstel_last(request: dt.date, *, days: int) -> dt.date:
    """Return the date to print in a repair letter: a working day, so that nobody argues."""
    return moved_term(request, days).last_day


def herstel_day(profile: Profile, asked: Collection[ElementId], *, request: dt.date) -> dt.date:
    """Return the date to print in a letter of this day that asks for these elements.

    The grounds take longer to write than the rest: whoever asks for them gives the longer term.
    """
    with_grounds = ElementId.ONDERBOUWING in asked
    days = profile.herstel_days_grounds if with_grounds else profile.herstel_days
    return herstel_last(request, days=days)


def judge_act(
    last_day: dt.date, done: dt.date, *, possible: dt.date | None = None
) -> WindowVerdict:
    """Tell whether something was done in time; between `last_day` and `possible` it is open."""
    if done <= last_day:
        return WindowVerdict.OP_TIJD
    if possible is not None and done <= possible:
        return WindowVerdict.ONBEKEND
    return WindowVerdict.TE_LAAT


def judge_supplement(
    printed_last: dt.date, received: dt.date, *, postmarked: dt.date | None = None
) -> WindowVerdict:
    """Judge a repair against the date in the repair letter.

    Post that was stamped in time may come a week later (Awb 6:9 lid 2; ABRvS 13-08-2014). A
    printed date that is a free day stays open until the next working day: a person decides.
    """
    if received <= printed_last:
        return WindowVerdict.OP_TIJD
    if is_free_day(printed_last):
        return judge_act(printed_last, received, possible=next_working_day(printed_last))
    posted_in_time = postmarked is not None and postmarked <= printed_last
    if posted_in_time and received <= add_days(printed_last, WEEK):
        return WindowVerdict.OP_TIJD_VERZENDTHEORIE
    return WindowVerdict.TE_LAAT


def follow_ups(facts: Facts) -> tuple[FollowUp, ...]:
    """Return every day that follows from what is known, earliest first."""
    found: list[FollowUp] = [*_acknowledgement(facts), *_promises(facts), *_repair(facts)]
    decision = decision_follow_ups(facts) if facts.kind is Kind.BEZWAAR else ()
    found += decision
    if facts.kind is Kind.KLACHT:
        found += complaint_follow_ups(facts)
    found += _agreed(facts)
    if facts.in_default is not None:
        found += default_follow_ups(facts.in_default, next(iter(decision), None))
    marked = (_with_unknown_years(each) for each in found)
    return tuple(sorted(marked, key=lambda each: (each.due, each.what)))


def deadlines_of(facts: Facts) -> tuple[Deadline, ...]:
    """Return the days on which the organisation must have done something, earliest first.

    Statutory terms carry their article; a promise says whose it is.
    """
    if Intent.INGEBREKESTELLING in facts.intents and facts.in_default is None:
        facts = replace(facts, in_default=facts.received)
    return tuple(
        each.as_deadline()
        for each in follow_ups(facts)
        if each.nature is not Nature.MOGELIJKHEID and each.what != What.HERSTEL
    )


def _with_unknown_years(follow_up: FollowUp) -> FollowUp:
    if not follow_up.is_uncertain or follow_up.nature is Nature.TOEZEGGING:
        return follow_up
    years = sorted({follow_up.term.nominal.year, follow_up.due.year})
    said = note(NoteCode.KB_DAGEN_LATER, detail=" en ".join(map(str, years)))
    return replace(follow_up, notes=(*follow_up.notes, said))


def _acknowledgement(facts: Facts) -> tuple[FollowUp, ...]:
    """Return when to have confirmed receipt; a care complaint has a term at the provider only."""
    if facts.received is None or facts.kind is Kind.OVERIG or facts.profile.law == "wkkgz":
        return ()
    article = "Awb 6:14" if facts.kind is Kind.BEZWAAR else "Awb 9:6"
    due = add_days(facts.received, ACKNOWLEDGE_DAYS)
    return (
        FollowUp(
            What.ONTVANGSTBEVESTIGING,
            Nature.RICHTLIJN,
            fixed_term(facts.received, due),
            f"{ACKNOWLEDGE_DAYS} dagen",
            (article,),
            notes=(note(NoteCode.GEEN_WETTELIJKE_TERMIJN),),
        ),
    )


def _promises(facts: Facts) -> tuple[FollowUp, ...]:
    """Return what the organisation promises: reminders that are no law."""
    if facts.received is None:
        return ()
    kept = [each for each in facts.profile.promises if each.kind is facts.kind]
    return tuple(_promise(each, facts.received, facts.profile.name) for each in kept)


def _promise(promise: Promise, received: dt.date, organisation: str) -> FollowUp:
    """Return the day on which a promise is due; the day of receipt is not counted."""
    notes: tuple[Step, ...] = ()
    if promise.working_days is not None:
        due = add_working_days(received, promise.working_days)
        length, notes = f"{promise.working_days} werkdagen", (note(NoteCode.WERKDAGEN),)
    else:
        due = add_days(received, promise.days or 0)
        length = f"{promise.days} dagen"
    basis = (f"toezegging van {organisation}",)
    term = fixed_term(received, due)
    return FollowUp(promise.what, Nature.TOEZEGGING, term, length, basis, notes=notes)


def _agreed(facts: Facts) -> tuple[FollowUp, ...]:
    """Return the day to which the sender agreed: further delay needs consent, and is no term."""
    start = facts.received or facts.provider_told or facts.last_day
    if facts.agreed is None or start is None:
        return ()
    article = {Kind.BEZWAAR: "Awb 7:10 lid 4", Kind.KLACHT: "Awb 9:11 lid 3"}.get(facts.kind)
    if facts.profile.law == "wkkgz" or article is None:
        article = "afspraak met de afzender"
    return (
        FollowUp(
            What.AFGESPROKEN_UITSTEL,
            Nature.WET,
            fixed_term(start, facts.agreed),
            "een afgesproken dag",
            (article,),
            notes=(note(NoteCode.ALLEEN_MET_INSTEMMING),),
        ),
    )


def _repair(facts: Facts) -> tuple[FollowUp, ...]:
    """Return until when the sender may repair what is missing (Awb 6:6)."""
    if facts.repair is None:
        return ()
    article = "Awb 6:6" if facts.kind is Kind.BEZWAAR else "Awb 9:4 lid 2"
    length = f"{facts.repair.days} dagen" if facts.repair.printed is None else "de dag in de brief"
    term = repair_term(facts.repair)
    notes = (note(NoteCode.GEEN_WETTELIJKE_TERMIJN), *_repair_notes(facts.repair, term.last_day))
    return (FollowUp(What.HERSTEL, Nature.RICHTLIJN, term, length, (article,), notes=notes),)


def _repair_notes(repair: Repair, last: dt.date) -> tuple[Step, ...]:
    if repair.received is None:
        is_free = is_free_day(last)
        return (note(NoteCode.HERSTEL_VRIJE_DAG, next_working_day(last)),) if is_free else ()
    judged = judge_supplement(last, repair.received)
    if judged is WindowVerdict.ONBEKEND:
        return (note(NoteCode.HERSTEL_VRIJE_DAG, next_working_day(last)),)
    in_time = judged is WindowVerdict.OP_TIJD
    code = NoteCode.HERSTEL_OP_TIJD if in_time else NoteCode.HERSTEL_NA_TERMIJN
    return (note(code, repair.received, basis=("Awb 6:9 lid 2",) if not in_time else ()),)
