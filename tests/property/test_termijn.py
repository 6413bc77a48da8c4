"""What holds for every date, those at both ends of the calendar too."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from validators.beslistermijn import decision_last
from validators.datumcontrole import check_dates, check_facts
from validators.dwangsom import all_amounts, dwangsom
from validators.feestdagen import add_days, add_working_days, is_free_day, next_working_day
from validators.feiten import Facts, Nature, Repair
from validators.klachttermijn import handling_last, months_after, year_after
from validators.oordeel import judge
from validators.profile import load_profile, profile_ids
from validators.report import Channel, Kind, Rule, WindowVerdict
from validators.termijn import Arrival, Term, Trigger, TriggerKind, judge_arrival, term_from
from validators.uitleg import explanation_of
from validators.vervolg import follow_ups, herstel_last

days = st.dates(dt.date(1995, 1, 1), dt.date(2080, 12, 31))
any_day = st.one_of(st.dates(), days, st.sampled_from([dt.date.min, dt.date.max]))
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
triggers = st.lists(
    st.builds(Trigger, any_day, st.sampled_from(TriggerKind), st.booleans(), st.booleans()),
    max_size=3,
)
arrivals = st.builds(
    Arrival,
    st.none() | any_day,
    st.none() | any_day,
    channels,
    st.none() | any_day,
    st.booleans(),
    st.lists(any_day, max_size=2).map(tuple),
)
maybe = st.none() | any_day
repairs = st.builds(Repair, any_day, maybe, maybe, st.sampled_from([14, 28]))
facts = st.builds(
    lambda profile_id, kind, **more: Facts(load_profile(profile_id), kind, **more),
    st.sampled_from(profile_ids()),
    st.sampled_from(Kind),
    received=maybe,
    elsewhere=maybe,
    last_day=maybe,
    has_committee=st.none() | st.booleans(),
    repair=st.none() | repairs,
    is_adjourned=st.booleans(),
    is_advised=st.booleans(),
    agreed=maybe,
    advice_complete=maybe,
    in_default=maybe,
    conduct=maybe,
    closed=maybe,
    provider_told=maybe,
    dispute=maybe,
)


def moved(day: dt.date, by: dt.timedelta) -> dt.date:
    """Return the day so many days later or earlier, within the calendar."""
    return add_days(day, max(by.days, (dt.date.min - day).days))


@given(any_day)
def test_term_never_ends_on_a_free_day(trigger: dt.date) -> None:
    assert not is_free_day(term_from(trigger).last_day)


@given(days)
def test_term_lasts_six_weeks_and_at_most_a_run_of_free_days(trigger: dt.date) -> None:
    term = term_from(trigger)
    assert term.nominal - trigger == dt.timedelta(weeks=6)
    assert dt.timedelta(0) <= term.last_day - term.nominal <= dt.timedelta(days=6)
    assert all(is_free_day(day) for day in term.skipped)


@given(any_day)
def test_later_trigger_never_ends_earlier(trigger: dt.date) -> None:
    assert term_from(trigger).last_day <= term_from(add_days(trigger, 1)).last_day


@given(any_day, soon, st.none() | soon, channels, st.sampled_from(TriggerKind))
def test_later_receipt_never_improves_the_verdict(  # noqa: PLR0917 - all that matters
    trigger: dt.date,
    after: dt.timedelta,
    posted: dt.timedelta | None,
    channel: Channel,
    kind: TriggerKind,
) -> None:
    postmark = None if posted is None else moved(trigger, posted)
    first = moved(trigger, after)
    found = [
        judge([Trigger(trigger, kind)], Arrival(received, postmark, channel)).verdict
        for received in (first, add_days(first, 1))
    ]
    assert ORDER.index(found[0]) <= ORDER.index(found[1])


@given(triggers, arrivals)
def test_trace_ends_with_the_verdict(found: list[Trigger], arrival: Arrival) -> None:
    judgement = judge(found, arrival)
    last = judgement.trace[-1]
    assert (last.verdict, last.rule) == (judgement.verdict, judgement.rule)


@given(triggers, arrivals)
def test_what_was_assumed_never_makes_a_letter_late(found: list[Trigger], arrival: Arrival) -> None:
    own = replace(arrival, is_assumed=True, elsewhere=None)
    assert judge(found, own).verdict is not WindowVerdict.TE_LAAT
    dated = [replace(each, kind=TriggerKind.GEDATEERD) for each in found]
    assert judge(dated, arrival).verdict is not WindowVerdict.TE_LAAT


@given(triggers, arrivals, any_day)
def test_every_date_can_be_judged_and_put_into_words(
    found: list[Trigger], arrival: Arrival, today: dt.date
) -> None:
    judgement = judge(found, arrival)
    steps = (*judgement.trace, *check_dates(found, judgement, today=today))
    assert all(step.text for step in steps)
    assert explanation_of(judgement, today=today)


@given(facts)
def test_every_date_has_follow_ups_that_can_be_put_into_words(known: Facts) -> None:
    for each in follow_ups(known):
        assert each.possible is None or each.possible > each.due
        assert all(step.text for step in each.notes)
    assert all(step.text for step in check_facts(known))


@given(facts)
def test_statutory_day_of_at_most_twelve_weeks_is_a_working_day(known: Facts) -> None:
    for each in follow_ups(known):
        is_short = "weken" in each.length and not each.length.startswith("21")
        if each.nature is Nature.WET and is_short:
            assert not is_free_day(each.due)


@given(facts)
def test_decision_may_be_later_after_an_adjournment_never_earlier(known: Facts) -> None:
    plain = {each.what: each.due for each in follow_ups(replace(known, is_adjourned=False))}
    later = {each.what: each.due for each in follow_ups(replace(known, is_adjourned=True))}
    assert all(plain[what] <= later[what] for what in plain.keys() & later.keys())


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


@given(any_day, st.integers(0, 30))
def test_working_days_are_counted_on_working_days(start: dt.date, count: int) -> None:
    end = add_working_days(start, count)
    assert count == 0 or not is_free_day(end)
    assert (end - start).days >= count or end == dt.date.max


@given(any_day)
def test_next_working_day_is_the_first_that_is_not_free(day: dt.date) -> None:
    found = next_working_day(day)
    between = [day + n * DAY for n in range((found - day).days)]
    assert not is_free_day(found)
    assert all(is_free_day(each) for each in between)


@given(any_day, st.sampled_from([6, 12]), st.integers(0, 60))
def test_suspension_never_shortens_the_time_to_decide(
    last_day: dt.date, weeks: int, suspended: int
) -> None:
    plain = decision_last(last_day, weeks=weeks)
    assert plain <= decision_last(last_day, weeks=weeks, suspended_days=suspended)
    assert plain <= decision_last(last_day, weeks=weeks, adjourned=True)


@given(any_day)
def test_what_is_printed_or_due_is_a_working_day(day: dt.date) -> None:
    assert not is_free_day(herstel_last(day, days=14))
    assert not is_free_day(handling_last(day))


@given(any_day, st.integers(1, 24))
def test_months_keep_the_day_or_end_the_month(day: dt.date, months: int) -> None:
    found = months_after(day, months)
    assert found == dt.date.max or found.day == day.day or (found + DAY).day == 1


@given(any_day)
def test_year_later_is_the_same_day_but_for_leap_day(day: dt.date) -> None:
    certain, possible = year_after(day)
    is_leap = (day.month, day.day) == (2, 29) and day.year < dt.MAXYEAR
    assert (certain == possible) != is_leap
    assert certain <= possible


@given(any_day, st.integers(0, 100))
def test_skipped_days_lie_between_the_nominal_and_the_last_day(day: dt.date, count: int) -> None:
    nominal = add_days(day, count)
    term = Term(day, nominal, next_working_day(nominal))
    assert all(nominal <= each < term.last_day for each in term.skipped)


@given(st.integers(0, 100), st.sampled_from(all_amounts()))
def test_dwangsom_never_falls_and_stops_after_the_last_day(late: int, amounts: object) -> None:
    most = dwangsom(amounts.total_days, amounts)  # type: ignore[attr-defined, arg-type]
    found = [dwangsom(each, amounts) for each in (late, late + 1)]  # type: ignore[arg-type]
    assert found[0] <= found[1] <= most
