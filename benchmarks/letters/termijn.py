"""The submission window, worked out again from the law for the truth; no code of the product."""

import datetime as dt

DAY = dt.timedelta(days=1)
EASTER = {2025: (4, 20), 2026: (4, 5), 2027: (3, 28)}
ROYAL_DAYS = {dt.date(2025, 5, 30), dt.date(2026, 1, 2), dt.date(2026, 5, 15), dt.date(2027, 5, 7)}


def is_off(day: dt.date) -> bool:
    """Tell whether the Algemene termijnenwet skips this day."""
    easter = dt.date(day.year, *EASTER[day.year])
    moving = {easter + dt.timedelta(days=n) for n in (-2, 1, 39, 50)}
    king = dt.date(day.year, 4, 27)
    king -= DAY * (king.weekday() == 6)
    fixed = {(1, 1), (5, 5), (12, 25), (12, 26)}
    return (
        day.weekday() >= 5 or day in moving | ROYAL_DAYS | {king} or (day.month, day.day) in fixed
    )


def extended(day: dt.date) -> dt.date:
    """Move an end of term to the next day that is not free."""
    while is_off(day):
        day += DAY
    return day


def last_day(decided: dt.date) -> dt.date:
    """Return the last day of the six weeks."""
    return extended(decided + dt.timedelta(days=42))


def working_days_after(end: dt.date, day: dt.date) -> int:
    """Count the working days after `end` up to and including `day`."""
    return sum(not is_off(end + DAY * n) for n in range(1, (day - end).days + 1))


def window(
    decided: dt.date | None,
    received: dt.date | None,
    *,
    post: bool = True,
    postmark: dt.date | None = None,
) -> str:
    """Return the verdict of the table R0-R9."""
    if decided is None or received is None:
        return "onbekend"
    if received <= decided:
        return "prematuur"
    end = last_day(decided)
    week = end + dt.timedelta(days=7)
    if received <= end:
        return "op_tijd"
    if not post or received > extended(week):
        return "te_laat"
    return by_post(end, received, postmark)


def by_post(end: dt.date, received: dt.date, postmark: dt.date | None) -> str:
    """Apply the post rule to a letter that came in within a week after the end."""
    if postmark is None:
        early = working_days_after(end, received) <= 2
        return "op_tijd_verzendtheorie" if early else "onbekend"
    if postmark <= end:
        in_week = received <= end + dt.timedelta(days=7)
        return "op_tijd_verzendtheorie" if in_week else "onbekend"
    between = [end + DAY * n for n in range(1, (postmark - end).days)]
    return "onbekend" if between and all(is_off(day) for day in between) else "te_laat"
