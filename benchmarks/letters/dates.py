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
ROMAN: list[str] = WORDS["roman"]
CENTURY_HIDDEN = {
    "apostrophe",
    "short_year",
    "short_slashes",
    "month_apostrophe",
    "short_dots",
    "short_apostrophe",
    "short_dashed_month",
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
        "ordinal": f"{day.day}e {month} {day.year}",
        "short_year": f"{day.day}-{day.month}-{day.year % 100}",
        "short_slashes": f"{day.day}/{day.month}/{day.year % 100}",
        "spaced": f"{day.day} - {day.month} - {day.year}",
        "comma_day": f"{DAYS[day.weekday()]}, {day.day} {month} {day.year}",
        "weekday_comma": f"{DAYS[day.weekday()].capitalize()} {day.day} {month}, {day.year}",
        "dashed_month": f"{day.day}-{SHORT[day.month - 1].rstrip('.')}-{day.year}",
        "month_apostrophe": f"{day.day} {month} '{day.year % 100}",
        "short_dots": f"{day:%d.%m.%y}",
        "short_apostrophe": f"{day.day} {SHORT[day.month - 1].rstrip('.')} '{day.year % 100}",
        "short_dashed_month": f"{day:%d}-{SHORT[day.month - 1].rstrip('.')}-{day:%y}",
        "roman": f"{day.day}-{ROMAN[day.month - 1]}-{day.year}",
        "day_short": f"{DAYS[day.weekday()][:2]} {day.day} {SHORT[day.month - 1]} {day.year}",
        "day_capital": f"{DAYS[day.weekday()].capitalize()} {day.day} {month} {day.year}",
        "iso_slashes": f"{day:%Y/%m/%d}",
        "gaps": f"{day:%d %m %Y}",
        "wide_dots": f"{day.day}. {day.month}. {day.year}",
        "bare_short": f"{day.day} {SHORT[day.month - 1].rstrip('.')} {day.year}",
        "capital_short": f"{day:%d} {SHORT[day.month - 1].rstrip('.').upper()} {day.year}",
        "article": f"de {day.day}e {month} {day.year}",
    }
    return forms[form]


def draw_form(dice: Dice, weights: dict[str, float]) -> str:
    """Choose how a writer writes dates."""
    return dice.weighed(weights)
