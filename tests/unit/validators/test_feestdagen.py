import datetime as dt
import tomllib
from importlib.resources import files

import holidays
import pytest

from validators.feestdagen import (
    add_days,
    add_working_days,
    easter,
    feestdag_name,
    feestdagen,
    has_kb_data,
    is_free_day,
    kb_source,
    kb_years,
    koningsdag,
    next_working_day,
    working_days_between,
)

YEARS = range(2014, 2036)
KNOWN = range(2017, 2031)
# Where the package has other days than the law, in the years 2017 to 2030, and why.
LIBERATION_DAY = {  # the package counts 5 May as a public holiday once in five years only
    dt.date(year, 5, 5) for year in KNOWN if year % 5
}
BY_DECREE = {  # Atw art. 3 lid 3: the package knows no decree at all
    dt.date.fromisoformat(day)
    for day in (
        *("2017-04-28", "2017-05-26", "2018-05-11", "2018-12-24", "2018-12-31"),
        *("2019-05-31", "2019-12-27", "2020-05-22", "2021-05-14", "2022-05-27"),
        *("2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"),
        *("2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"),
    )
}
SUNDAYS = {  # first Easter and Whitsun day: a term never ends on a Sunday anyway
    sunday + dt.timedelta(days=days) for sunday in map(easter, KNOWN) for days in (0, 49)
}


def test_holidays_package_differs_on_exactly_these_days() -> None:
    theirs = set(holidays.country_holidays("NL", years=KNOWN))
    ours = {day for year in KNOWN for day in feestdagen(year)}
    assert ours - theirs == LIBERATION_DAY | BY_DECREE
    assert theirs - ours == SUNDAYS


@pytest.mark.parametrize("year", YEARS)
def test_computed_days_are_those_of_the_holidays_package(year: int) -> None:
    theirs = set(holidays.country_holidays("NL", years=year, categories=("public", "optional")))
    sundays = {easter(year), easter(year) + dt.timedelta(days=49)}
    known = kb_years().get(year)
    assert set(feestdagen(year)) - set(known.days if known else ()) == theirs - sundays


def test_liberation_day_is_free_every_year() -> None:
    assert all(is_free_day(dt.date(year, 5, 5)) for year in YEARS)


@pytest.mark.parametrize("day", [day for year in kb_years().values() for day in year.days], ids=str)
def test_decree_day_is_a_weekday_that_touches_a_free_day(day: dt.date) -> None:
    beside = {day + dt.timedelta(days=n) for n in (-1, 1)}
    assert day.weekday() < 5
    assert any(is_free_day(each) for each in beside)


def test_every_day_of_a_decree_lies_in_one_of_its_years() -> None:
    data = tomllib.loads(files("validators").joinpath("kb_dagen.toml").read_text("utf-8"))
    for decree in data["decree"]:
        assert {day.year for day in decree["days"]} <= set(decree["years"])


@pytest.mark.parametrize("year", kb_years())
def test_year_names_its_decree_or_says_where_the_days_were_seen(year: int) -> None:
    known = kb_years()[year]
    assert known.days
    assert ("Stcrt." in known.decree) != bool(known.seen)
    assert kb_source(known.days[0]) == known.source


def test_day_that_no_decree_names_has_no_source() -> None:
    assert kb_source(dt.date(2026, 5, 14)) == ""
    assert kb_source(dt.date(2029, 5, 11)) == ""


@pytest.mark.parametrize(
    "day",
    ["2020-05-04", "2026-05-04", "2027-04-26", "2022-05-06", "2025-04-28", "2025-12-24"],
)
def test_day_that_looks_free_is_not(day: str) -> None:
    assert not is_free_day(dt.date.fromisoformat(day))


def test_year_without_a_known_decree_is_told_apart() -> None:
    assert has_kb_data(2028)
    assert not has_kb_data(2029)


@pytest.mark.parametrize(
    ("year", "day"), [(2013, "04-30"), (2006, "04-29"), (2014, "04-26"), (2031, "04-26")]
)
def test_birthday_is_never_on_a_sunday(year: int, day: str) -> None:
    assert koningsdag(year) == dt.date.fromisoformat(f"{year}-{day}")


def test_longest_run_of_free_days_is_stepped_over() -> None:
    assert next_working_day(dt.date(2024, 12, 25)) == dt.date(2024, 12, 30)


def test_working_day_stays_where_it_is() -> None:
    assert next_working_day(dt.date(2026, 6, 10)) == dt.date(2026, 6, 10)


def test_working_days_skip_weekend_and_feestdag() -> None:
    assert add_working_days(dt.date(2026, 4, 2), 1) == dt.date(2026, 4, 7)


def test_working_days_between_is_the_inverse_of_adding() -> None:
    start = dt.date(2026, 12, 20)
    assert working_days_between(start, add_working_days(start, 9)) == 9


def test_ordinary_day_has_no_name() -> None:
    assert feestdag_name(dt.date(2026, 6, 10)) is None


def test_calendar_ends_on_a_working_day_and_no_later() -> None:
    assert not is_free_day(dt.date.max)
    assert add_days(dt.date.max, 1) == dt.date.max
    assert add_working_days(dt.date.max, 3) == dt.date.max
