import datetime as dt

import holidays
import pytest

from validators.feestdagen import (
    add_working_days,
    easter,
    feestdag_name,
    feestdagen,
    has_kb_data,
    is_free_day,
    kb_days,
    koningsdag,
    next_working_day,
    working_days_between,
)

YEARS = range(2014, 2036)


@pytest.mark.parametrize("year", YEARS)
def test_computed_days_are_those_of_the_holidays_package(year: int) -> None:
    theirs = set(holidays.country_holidays("NL", years=year, categories=("public", "optional")))
    # First Easter and Whitsun days are Sundays: the law does not need them.
    sundays = {easter(year), easter(year) + dt.timedelta(days=49)}
    assert set(feestdagen(year)) - set(kb_days().get(year, ())) == theirs - sundays


def test_liberation_day_is_free_every_year() -> None:
    assert all(is_free_day(dt.date(year, 5, 5)) for year in YEARS)


@pytest.mark.parametrize("day", [day for days in kb_days().values() for day in days], ids=str)
def test_decree_day_is_a_weekday_that_touches_a_free_day(day: dt.date) -> None:
    beside = {day + dt.timedelta(days=n) for n in (-1, 1)}
    assert day.weekday() < 5
    assert any(is_free_day(each) for each in beside)


@pytest.mark.parametrize("year", kb_days())
def test_decree_days_stand_under_their_own_year(year: int) -> None:
    assert {day.year for day in kb_days()[year]} == {year}


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
