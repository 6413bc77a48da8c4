"""Days as they are spoken in Dutch."""

import datetime as dt

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


def date_text(day: dt.date) -> str:
    """Return a date as it is spoken.

    >>> date_text(dt.date(2026, 3, 1))
    '1 maart 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
