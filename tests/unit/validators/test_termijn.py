import datetime as dt

import pytest

from validators.report import Channel, Rule, WindowVerdict
from validators.termijn import Arrival, basis_of, judge_arrival, term_from

TERM = term_from(dt.date(2026, 6, 10))  # ends Wednesday 22 July
FRIDAY = term_from(dt.date(2026, 6, 12))  # ends Friday 24 July


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("received", "postmarked", "rule", "verdict"),
    [
        ("2026-06-10", None, Rule.R1, WindowVerdict.PREMATUUR),
        ("2026-06-11", None, Rule.R2, WindowVerdict.OP_TIJD),
        ("2026-07-22", None, Rule.R2, WindowVerdict.OP_TIJD),
        ("2026-07-30", "2026-07-22", Rule.R4, WindowVerdict.TE_LAAT),
        ("2026-07-29", "2026-07-22", Rule.R5, WindowVerdict.OP_TIJD_VERZENDTHEORIE),
        ("2026-07-24", "2026-07-23", Rule.R7, WindowVerdict.TE_LAAT),
        ("2026-07-24", None, Rule.R8, WindowVerdict.OP_TIJD_VERZENDTHEORIE),
        ("2026-07-27", None, Rule.R9, WindowVerdict.ONBEKEND),
    ],
)
def test_post_follows_the_table(
    received: str, postmarked: str | None, rule: Rule, verdict: WindowVerdict
) -> None:
    arrival = Arrival(day(received), day(postmarked) if postmarked else None)
    assert judge_arrival(TERM, arrival) == (verdict, rule)


@pytest.mark.parametrize("channel", [each for each in Channel if each is not Channel.POST])
def test_other_channels_know_no_postmark(channel: Channel) -> None:
    arrival = Arrival(day("2026-07-23"), day("2026-07-21"), channel)
    assert judge_arrival(TERM, arrival) == (WindowVerdict.TE_LAAT, Rule.R3)


def test_week_that_ends_on_a_free_day_is_left_to_a_person() -> None:
    term = term_from(day("2026-03-23"))  # ends Monday 4 May; a week later is a working day
    holiday = term_from(day("2026-03-26"))  # ends Thursday 7 May; a week later is Hemelvaart
    stamped = [Arrival(day(received), day("2026-05-04")) for received in ("2026-05-12",)]
    assert judge_arrival(term, stamped[0])[1] is Rule.R4
    late = Arrival(day("2026-05-18"), day("2026-05-07"))
    assert judge_arrival(holiday, late) == (WindowVerdict.ONBEKEND, Rule.R6)


def test_stamp_of_monday_does_not_exclude_posting_on_friday() -> None:
    arrival = Arrival(day("2026-07-28"), day("2026-07-27"))
    assert judge_arrival(FRIDAY, arrival) == (WindowVerdict.ONBEKEND, Rule.R7)


def test_postmark_after_receipt_proves_nothing() -> None:
    arrival = Arrival(day("2026-07-23"), day("2026-08-23"))
    assert judge_arrival(TERM, arrival)[1] is Rule.R8


@pytest.mark.parametrize(("term", "received"), [(None, "2026-07-22"), (TERM, None)])
def test_without_both_dates_nothing_is_known(term: object, received: str | None) -> None:
    arrival = Arrival(day(received) if received else None)
    outcome = judge_arrival(term, arrival)  # type: ignore[arg-type]
    assert outcome == (WindowVerdict.ONBEKEND, Rule.R0)


def test_basis_names_the_act_that_moved_the_end() -> None:
    moved = term_from(day("2026-02-20"))
    assert basis_of(moved, Rule.R2) == ("Awb 6:7", "Awb 6:8 lid 1", "Atw 1 lid 1", "Awb 6:9 lid 1")
    assert "Atw 1 lid 1" not in basis_of(TERM, Rule.R2)


@pytest.mark.parametrize("rule", [Rule.R4, Rule.R5, Rule.R6, Rule.R7, Rule.R8, Rule.R9])
def test_post_after_the_end_rests_on_the_post_rule(rule: Rule) -> None:
    assert basis_of(TERM, rule)[-1] == "Awb 6:9 lid 2"


def test_free_days_that_were_skipped_are_told() -> None:
    assert term_from(day("2026-02-20")).skipped == tuple(day(f"2026-04-0{n}") for n in (3, 4, 5, 6))
