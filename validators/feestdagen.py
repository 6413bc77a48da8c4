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
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

KB_DAY = "een door de regering aangewezen vrije dag"


@dataclass(frozen=True, slots=True)
class KbYear:
    """The days that the government set free in one year, and how that is known."""

    days: tuple[dt.date, ...]
    decree: str  # empty when no text of the decree was read
    seen: str  # the pages that name the days, empty when the decree itself was read

    @property
    def source(self) -> str:
        """Where the days come from, in words for a jurist."""
        return self.decree or f"niet in het besluit zelf gezien, maar op: {self.seen}"


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
    # From 2014: KB 30-01-2013, nr. 13.000173. Until then Koninginnedag: KB 24-04-1980, nr. 11.
    day = dt.date(year, 4, 27) if year >= 2014 else dt.date(year, 4, 30)
    return day - dt.timedelta(days=1) if day.weekday() == 6 else day


@cache
def feestdagen(year: int) -> dict[dt.date, str]:
    """Return the feestdagen of a year with their names, Goede Vrijdag and decree days included."""
    sunday = easter(year)
    known = kb_years().get(year)
    days = dict.fromkeys(known.days if known else (), KB_DAY)
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
def kb_years() -> dict[int, KbYear]:
    """Return the decree days of every year of which the days are known, with their source."""
    data = tomllib.loads(files("validators").joinpath("kb_dagen.toml").read_text("utf-8"))
    return {
        year: KbYear(
            tuple(day for day in decree["days"] if day.year == year),
            decree.get("decree", ""),
            decree.get("seen", ""),
        )
        for decree in data["decree"]
        for year in decree["years"]
    }


def has_kb_data(year: int) -> bool:
    """Tell whether the decree days of this year are known."""
    return year in kb_years()


def kb_source(day: dt.date) -> str:
    """Return where it is known from that the government set this day free, empty if it did not."""
    known = kb_years().get(day.year)
    return known.source if known and day in known.days else ""


def feestdag_name(day: dt.date) -> str | None:
    """Return the name of a feestdag, None for every other day."""
    return feestdagen(day.year).get(day)


def is_free_day(day: dt.date) -> bool:
    """Tell whether a statutory term cannot end on this day (Atw art. 1 and 3)."""
    return day.weekday() >= 5 or day in feestdagen(day.year)


def add_days(day: dt.date, count: int) -> dt.date:
    """Return the day so many days later, the last day of the calendar when there is none.

    A misread year must not end a run. The last day is a Friday and no feestdag.

    >>> add_days(dt.date(9999, 12, 1), 42)
    datetime.date(9999, 12, 31)
    """
    left = (dt.date.max - day).days
    return day + dt.timedelta(days=min(count, left))


def next_working_day(day: dt.date) -> dt.date:
    """Return the day itself, or the first day after it that is not free (Atw art. 1 lid 1)."""
    while is_free_day(day):
        day = add_days(day, 1)
    return day


def add_working_days(day: dt.date, count: int) -> dt.date:
    """Return the n-th working day after `day`, which itself is not counted.

    >>> add_working_days(dt.date(2026, 6, 10), 8)
    datetime.date(2026, 6, 22)
    """
    for _ in range(count):
        day = next_working_day(add_days(day, 1))
    return day


def working_days_between(start: dt.date, end: dt.date) -> int:
    """Count the working days after `start` up to and including `end`.

    >>> working_days_between(dt.date(2026, 7, 22), dt.date(2026, 7, 27))
    3
    """
    days = (start + dt.timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(not is_free_day(day) for day in days)
