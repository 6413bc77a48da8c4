"""Dates as people write them."""

import datetime as dt
import tomllib
from pathlib import Path

from benchmarks.letters.dice import Dice

WORDS = tomllib.loads((Path(__file__).parent / "data" / "dates.toml").read_text(encoding="utf-8"))
MONTHS: list[str] = WORDS["months"]
SHORT: list[str] = WORDS["short"]
DAYS: list[str] = WORDS["days"]
ONES: list[str] = WORDS["numbers"]

FORMS = {
    "long": 40,
    "day_long": 4,
    "dashes": 20,
    "short_dashes": 9,
    "apostrophe": 4,
    "slashes": 4,
    "dots": 4,
    "iso": 2,
    "abbreviated": 7,
    "capital": 3,
    "zero_long": 3,
}


def written(day: dt.date, form: str) -> str:
    """Write a day in one of the forms."""
    month = MONTHS[day.month - 1]
    forms = {
        "long": f"{day.day} {month} {day.year}",
        "zero_long": f"{day.day:02d} {month} {day.year}",
        "day_long": f"{DAYS[day.weekday()]} {day.day} {month} {day.year}",
        "dashes": f"{day.day:02d}-{day.month:02d}-{day.year}",
        "short_dashes": f"{day.day}-{day.month}-{day.year}",
        "apostrophe": f"{day.day}-{day.month}-'{day.year % 100}",
        "slashes": f"{day.day}/{day.month}/{day.year}",
        "dots": f"{day.day:02d}.{day.month:02d}.{day.year}",
        "iso": day.isoformat(),
        "abbreviated": f"{day.day} {SHORT[day.month - 1]} {day.year}",
        "capital": f"{day.day} {month.upper()} {day.year}",
        "spelled": f"{ONES[day.day - 1]} {month} {day.year}",
        "no_year": f"{day.day} {month}",
        "month": f"{month} {day.year}",
    }
    return forms[form]


def draw_form(dice: Dice) -> str:
    """Choose how a writer writes dates."""
    return dice.weighed(FORMS)
