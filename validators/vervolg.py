"""What follows on a letter: terms for the organisation and for repair by the sender.

Statutory terms are moved to a working day by the Algemene termijnenwet (art. 1) unless they are
longer than twelve weeks or three months, or count in years (art. 4). Promises and terms that a
body sets itself are no statutory terms.

>>> decision_last(dt.date(2026, 7, 22), weeks=6)
datetime.date(2026, 9, 2)
>>> handling_last(dt.date(2026, 4, 2))
datetime.date(2026, 5, 18)
>>> herstel_last(dt.date(2026, 3, 20), days=14)  # would be Goede Vrijdag
datetime.date(2026, 4, 7)
"""

import calendar
import datetime as dt

from validators.feestdagen import add_working_days, is_free_day, next_working_day
from validators.profile import Profile
from validators.profile_data import Promise
from validators.report import Deadline, Intent, Kind, WindowVerdict

# The law names no length; seen in practice: two weeks for form, four for the grounds.
HERSTEL_DAYS = 14
HERSTEL_DAYS_GROUNDS = 28
# Awb 6:14 and 9:6 name no term; two weeks is what organisations promise.
ACKNOWLEDGE_DAYS = 14
MAX_DWANGSOM_DAYS = 42


def herstel_last(request: dt.date, *, days: int) -> dt.date:
    """Return the date to print in a repair letter: a working day, so that nobody argues."""
    return next_working_day(request + dt.timedelta(days=days))


def decision_last(
    last_day: dt.date, *, weeks: int, suspended_days: int = 0, adjourned: bool = False
) -> dt.date:
    """Return the last day to decide on an objection, from the end of the objection term.

    Awb 7:10 lid 1 (six or twelve weeks), lid 2 (suspension), lid 3 (six weeks more, once).
    """
    weeks_in_all = weeks + (6 if adjourned else 0)
    return next_working_day(last_day + dt.timedelta(weeks=weeks_in_all, days=suspended_days))


def suspended_days(request: dt.date, repaired: dt.date) -> int:
    """Count the days between the repair request and the repair, both excluded (Awb 7:10 lid 2)."""
    return max((repaired - request).days - 1, 0)


def decision_last_with_advice(last_day: dt.date) -> dt.date:
    """Return the last day to decide when the Zorginstituut advises (Wlz 10.3.1 lid 5): no Atw."""
    return last_day + dt.timedelta(weeks=21)


def handling_last(received: dt.date, *, weeks: int = 6, adjourned: bool = False) -> dt.date:
    """Return the last day to handle a complaint: Awb 9:11, Wkkgz 17 (four weeks more, once)."""
    return next_working_day(received + dt.timedelta(weeks=weeks + (4 if adjourned else 0)))


def refusal_last(received: dt.date) -> dt.date:
    """Return the last day to tell that a complaint is not handled (Awb 9:8 lid 3)."""
    return next_working_day(received + dt.timedelta(weeks=4))


def year_after(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the certain and the possible last day of one year (Awb 9:8, 9:24): no Atw.

    The two differ only for 29 February: whether that year ends on 28-02 or 01-03 is open.
    """
    if (day.month, day.day) == (2, 29):
        return dt.date(day.year + 1, 2, 28), dt.date(day.year + 1, 3, 1)
    same = day.replace(year=day.year + 1)
    return same, same


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the last day of that month: no Atw.

    >>> months_after(dt.date(2025, 8, 31), 6)  # Wkkgz 22
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    length = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, length))


def dwangsom_free_until(received: dt.date) -> dt.date:
    """Return the last day to decide without owing a dwangsom (Awb 4:17 lid 3)."""
    return next_working_day(received + dt.timedelta(weeks=2))


def dwangsom(late_days: int) -> int:
    """Return the euros owed for so many late days (Awb 4:17 lid 2, amounts of 2021).

    >>> dwangsom(42)
    1442
    """
    days = min(max(late_days, 0), MAX_DWANGSOM_DAYS)
    return 23 * min(days, 14) + 35 * min(max(days - 14, 0), 14) + 45 * max(days - 28, 0)


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
    if posted_in_time and received <= printed_last + dt.timedelta(weeks=1):
        return WindowVerdict.OP_TIJD_VERZENDTHEORIE
    return WindowVerdict.TE_LAAT


def deadlines_of(
    profile: Profile,
    kind: Kind,
    intents: tuple[Intent, ...],
    *,
    received: dt.date | None,
    last_day: dt.date | None,
) -> tuple[Deadline, ...]:
    """Return the days that follow from the letter, earliest first."""
    found: list[Deadline] = []
    if received is not None:
        found += _after_receipt(profile, kind, received)
        found += [_kept(promise, received) for promise in profile.promises if promise.kind is kind]
        if Intent.INGEBREKESTELLING in intents:
            due = dwangsom_free_until(received)
            found.append(_deadline("besluit_zonder_dwangsom", due, "Awb 4:17 lid 3"))
    if kind is Kind.BEZWAAR and last_day is not None:
        due = decision_last(last_day, weeks=profile.decision_weeks)
        found.append(_deadline("beslissing_op_bezwaar", due, "Awb 7:10 lid 1"))
    return tuple(sorted(found, key=lambda deadline: (deadline.due, deadline.what)))


def _after_receipt(profile: Profile, kind: Kind, received: dt.date) -> list[Deadline]:
    """Return the statutory duties that count from receipt.

    A complaint under the Wkkgz has none here: its term starts at the care provider.
    """
    acknowledged = received + dt.timedelta(days=ACKNOWLEDGE_DAYS)
    if kind is Kind.BEZWAAR:
        return [_deadline("ontvangstbevestiging", acknowledged, "Awb 6:14")]
    if kind is Kind.OVERIG or profile.law == "wkkgz":
        return []
    handled = handling_last(received, weeks=profile.complaint_weeks)
    return [
        _deadline("ontvangstbevestiging", acknowledged, "Awb 9:6"),
        _deadline("bericht_niet_in_behandeling", refusal_last(received), "Awb 9:8 lid 3"),
        _deadline("afhandeling_klacht", handled, "Awb 9:11 lid 1"),
    ]


def _kept(promise: Promise, received: dt.date) -> Deadline:
    """Return the day on which a promise is due; the day of receipt is not counted."""
    if promise.working_days is not None:
        return _deadline(promise.what, add_working_days(received, promise.working_days))
    return _deadline(promise.what, received + dt.timedelta(days=promise.days or 0))


def _deadline(what: str, due: dt.date, *basis: str) -> Deadline:
    """Make a deadline that rests on these articles; a promise rests on none."""
    return Deadline(what=what, due=due, basis=basis)
