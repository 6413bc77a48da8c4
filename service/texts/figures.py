"""How days, times, numbers and a BSN are written."""

import datetime as dt

from service.records.letters import AMSTERDAM

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def day(date: dt.date) -> str:
    """Return a date as people write it in a table.

    >>> day(dt.date(2026, 12, 7))
    '7 dec 2026'
    """
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def moment(time: dt.datetime) -> str:
    """Return a time as the clock in the Netherlands has it.

    >>> moment(dt.datetime(2026, 12, 7, 13, 5, tzinfo=dt.UTC))
    '7 dec 2026 14:05'
    """
    here = time.astimezone(AMSTERDAM)
    return f"{day(here.date())} {here:%H:%M}"


def count(number: int, one: str, many: str) -> str:
    """Return a number with its noun.

    >>> count(1, "brief", "brieven")
    '1 brief'
    """
    return f"{number} {one if number == 1 else many}"


def masked(bsn: str) -> str:
    """Return a BSN of which only the last three digits can be read.

    >>> masked("999990019")
    '***-**-019'
    """
    return f"***-**-{bsn[-3:]}"
