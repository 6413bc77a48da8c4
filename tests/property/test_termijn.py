"""What holds for every date: terms, free days and the decision table."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from validators.feestdagen import add_working_days, is_free_day, next_working_day
from validators.report import Channel, Rule, WindowVerdict
from validators.termijn import Arrival, judge_arrival, term_from
from validators.vervolg import (
    decision_last,
    dwangsom,
    handling_last,
    herstel_last,
    months_after,
    year_after,
)

days = st.dates(dt.date(1995, 1, 1), dt.date(2080, 12, 31))
soon = st.integers(-10, 120).map(lambda count: dt.timedelta(days=count))
channels = st.sampled_from(Channel)
DAY = dt.timedelta(days=1)
# From better to worse for the sender; a later receipt may only go on, never back.
ORDER = [
    WindowVerdict.PREMATUUR,
    WindowVerdict.OP_TIJD,
    WindowVerdict.OP_TIJD_VERZENDTHEORIE,
    WindowVerdict.ONBEKEND,
    WindowVerdict.TE_LAAT,
]


@given(days)
def test_term_never_ends_on_a_free_day(trigger: dt.date) -> None:
    assert not is_free_day(term_from(trigger).last_day)


@given(days)
def test_term_lasts_six_weeks_and_at_most_a_run_of_free_days(trigger: dt.date) -> None:
    term = term_from(trigger)
    assert term.nominal - trigger == dt.timedelta(weeks=6)
    assert dt.timedelta(0) <= term.last_day - term.nominal <= dt.timedelta(days=6)
    assert all(is_free_day(day) for day in term.skipped)


@given(days)
def test_later_trigger_never_ends_earlier(trigger: dt.date) -> None:
    assert term_from(trigger).last_day <= term_from(trigger + DAY).last_day


@given(days, soon, channels)
def test_later_receipt_never_improves_the_verdict(
    trigger: dt.date, after: dt.timedelta, channel: Channel
) -> None:
    term = term_from(trigger)
    outcomes = [
        judge_arrival(term, Arrival(trigger + after + n * DAY, None, channel))[0] for n in (0, 1)
    ]
    assert ORDER.index(outcomes[0]) <= ORDER.index(outcomes[1])


@given(days, soon, soon)
def test_postmark_never_harms_who_was_in_time(
    trigger: dt.date, after: dt.timedelta, posted: dt.timedelta
) -> None:
    term, received = term_from(trigger), trigger + after
    if judge_arrival(term, Arrival(received))[0] is WindowVerdict.OP_TIJD:
        stamped = Arrival(received, trigger + posted)
        assert judge_arrival(term, stamped)[0] is WindowVerdict.OP_TIJD


@given(days, soon, soon, channels)
def test_every_arrival_fits_one_row(
    trigger: dt.date, after: dt.timedelta, posted: dt.timedelta, channel: Channel
) -> None:
    arrival = Arrival(trigger + after, trigger + posted, channel)
    verdict, rule = judge_arrival(term_from(trigger), arrival)
    assert rule is not Rule.R0
    assert verdict in ORDER


@given(days, soon)
def test_only_post_is_saved_by_the_post_rule(trigger: dt.date, after: dt.timedelta) -> None:
    arrival = Arrival(trigger + after, trigger, Channel.EMAIL)
    verdict, _ = judge_arrival(term_from(trigger), arrival)
    assert verdict is not WindowVerdict.OP_TIJD_VERZENDTHEORIE


@given(days, st.integers(0, 30))
def test_working_days_are_counted_on_working_days(start: dt.date, count: int) -> None:
    end = add_working_days(start, count)
    assert count == 0 or not is_free_day(end)
    assert (end - start).days >= count


@given(days)
def test_next_working_day_is_the_first_that_is_not_free(day: dt.date) -> None:
    found = next_working_day(day)
    between = [day + n * DAY for n in range((found - day).days)]
    assert not is_free_day(found)
    assert all(is_free_day(each) for each in between)


@given(days, st.sampled_from([6, 12]), st.integers(0, 60))
def test_suspension_never_shortens_the_time_to_decide(
    last_day: dt.date, weeks: int, suspended: int
) -> None:
    plain = decision_last(last_day, weeks=weeks)
    assert plain <= decision_last(last_day, weeks=weeks, suspended_days=suspended)
    assert plain < decision_last(last_day, weeks=weeks, adjourned=True)


@given(days)
def test_what_is_printed_or_due_is_a_working_day(day: dt.date) -> None:
    assert not is_free_day(herstel_last(day, days=14))
    assert not is_free_day(handling_last(day))


@given(days, st.integers(1, 24))
def test_months_keep_the_day_or_end_the_month(day: dt.date, months: int) -> None:
    found = months_after(day, months)
    assert found.day == day.day or (found + DAY).day == 1


@given(days)
def test_year_later_is_the_same_day_but_for_leap_day(day: dt.date) -> None:
    certain, possible = year_after(day)
    assert (certain == possible) == ((day.month, day.day) != (2, 29))
    assert certain <= possible


@given(st.integers(0, 100))
def test_dwangsom_never_falls(late: int) -> None:
    assert dwangsom(late) <= dwangsom(late + 1) <= 1442
