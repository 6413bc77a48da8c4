"""The days on which no statutory term ends: Algemene termijnenwet (BWBR0002448), art. 1 and 3.

Feestdagen are computed; the days that a koninklijk besluit equates with them (art. 3 lid 3) are
data in `kb_dagen.toml`. For a year without a known decree the caller must say so: see
`has_kb_data`. The `holidays` package lacks 5 May in most years and every decree day.

>>> is_free_day(dt.date(2027, 5, 7))  # the Friday after Hemelvaart, by decree
True
>>> is_free_day(dt.date(2026, 5, 4))  # the Monday before 5 May is an ordinary day
False
>>> feestdag_name(dt.date(2026, 4, 3))
'Goede Vrijdag'
>>> next_working_day(dt.date(2027, 5, 5))
datetime.date(2027, 5, 10)
"""

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files

KB_DAY = "een door de regering aangewezen vrije dag"


def easter(year: int) -> dt.date:
    """Return Easter Sunday by the Gregorian computus.

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    century, of_century = divmod(year, 100)
    leap_century, rest_century = divmod(century, 4)
    correction = (century + 8) // 25
    moon = (19 * (year % 19) + century - leap_century - (century - correction + 1) // 3 + 15) % 30
    leaps, rest = divmod(of_century, 4)
    weekday = (32 + 2 * rest_century + 2 * leaps - moon - rest) % 7
    shift = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


def koningsdag(year: int) -> dt.date:
    """Return the day on which the birthday is celebrated, a day earlier when that is a Sunday.

    >>> koningsdag(2025)
    datetime.date(2025, 4, 26)
    >>> koningsdag(2010)
    datetime.date(2010, 4, 30)
    """
    # Until 2013 Koninginnedag, 30 April.
    day = dt.date(year, 4, 27) if year >= 2014 else dt.date(year, 4, 30)
    return day - dt.timedelta(days=1) if day.weekday() == 6 else day


@cache
def feestdagen(year: int) -> dict[dt.date, str]:
    """Return the feestdagen of a year with their names, Goede Vrijdag and decree days included."""
    sunday = easter(year)
    days = dict.fromkeys(kb_days().get(year, ()), KB_DAY)
    days |= {
        dt.date(year, 1, 1): "Nieuwjaarsdag",
        sunday - dt.timedelta(days=2): "Goede Vrijdag",
        sunday + dt.timedelta(days=1): "tweede Paasdag",
        koningsdag(year): "Koningsdag" if year >= 2014 else "Koninginnedag",
        dt.date(year, 5, 5): "5 mei",
        sunday + dt.timedelta(days=39): "Hemelvaartsdag",
        sunday + dt.timedelta(days=50): "tweede Pinksterdag",
        dt.date(year, 12, 25): "eerste Kerstdag",
        dt.date(year, 12, 26): "tweede Kerstdag",
    }
    return days


@cache
def kb_days() -> dict[int, tuple[dt.date, ...]]:
    """Return the decree days of every year of which the decree is known."""
    data = tomllib.loads(files("validators").joinpath("kb_dagen.toml").read_text("utf-8"))
    return {entry["year"]: tuple(entry["days"]) for entry in data["year"]}


def has_kb_data(year: int) -> bool:
    """Tell whether the decree days of this year are known."""
    return year in kb_days()


def feestdag_name(day: dt.date) -> str | None:
    """Return the name of a feestdag, None for every other day."""
    return feestdagen(day.year).get(day)


def is_free_day(day: dt.date) -> bool:
    """Tell whether a statutory term cannot end on this day (Atw art. 1 and 3)."""
    return day.weekday() >= 5 or day in feestdagen(day.year)


def next_working_day(day: dt.date) -> dt.date:
    """Return the day itself, or the first day after it that is not free (Atw art. 1 lid 1)."""
    while is_free_day(day):
        day += dt.timedelta(days=1)
    return day


def add_working_days(day: dt.date, count: int) -> dt.date:
    """Return the n-th working day after `day`, which itself is not counted.

    >>> add_working_days(dt.date(2026, 6, 10), 8)
    datetime.date(2026, 6, 22)
    """
    for _ in range(count):
        day = next_working_day(day + dt.timedelta(days=1))
    return day


def working_days_between(start: dt.date, end: dt.date) -> int:
    """Count the working days after `start` up to and including `end`.

    >>> working_days_between(dt.date(2026, 7, 22), dt.date(2026, 7, 27))
    3
    """
    days = (start + dt.timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(not is_free_day(day) for day in days)
