"""Awb 7:10 and Wlz 10.3.1: suspension, adjournment, advice, and what the law leaves open."""

import datetime as dt

import pytest

from validators.beslistermijn import suspended_days
from validators.feiten import Facts, FollowUp, NoteCode, Repair, What
from validators.profile import load_profile
from validators.report import Kind
from validators.vervolg import follow_ups

LAST_DAY = dt.date(2026, 7, 22)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def decisions(**facts: object) -> dict[str, FollowUp]:
    known = Facts(load_profile("awb"), Kind.BEZWAAR, **{"last_day": LAST_DAY, **facts})  # type: ignore[arg-type]
    return {each.what: each for each in follow_ups(known)}


def decision(**facts: object) -> FollowUp:
    return decisions(**facts)[What.BESLISSING_OP_BEZWAAR]


def repaired(asked: str, received: str | None = None, printed: str | None = None) -> Repair:
    return Repair(
        day(asked), day(received) if received else None, day(printed) if printed else None
    )


def noted(follow_up: FollowUp) -> set[object]:
    return {each.code for each in follow_up.notes}


@pytest.mark.parametrize(
    ("has_committee", "due"), [(None, "2026-09-02"), (False, "2026-09-02"), (True, "2026-10-14")]
)
def test_committee_doubles_the_weeks(has_committee: bool | None, due: str) -> None:
    assert decision(has_committee=has_committee).due == day(due)


def test_suspension_shows_the_earlier_and_the_later_day() -> None:
    found = decision(repair=repaired("2026-07-27", "2026-08-05"))
    assert (found.due, found.possible) == (day("2026-09-10"), day("2026-09-11"))
    assert found.basis == ("Awb 7:10 lid 1", "Awb 7:10 lid 2")
    assert NoteCode.LATERE_DATUM in noted(found)


def test_request_before_the_term_began_suspends_only_the_term_itself() -> None:
    found = decision(repair=repaired("2026-07-13", "2026-07-27"))
    # 23 to 26 July are days of the term; 14 days with those before it.
    assert (found.due, found.possible) == (day("2026-09-07"), day("2026-09-16"))
    assert NoteCode.OPSCHORTING_VOOR_BEGIN in noted(found)


def test_request_after_the_term_suspends_nothing() -> None:
    found = decision(repair=repaired("2026-09-10", "2026-09-14"))
    assert (found.due, found.possible) == (day("2026-09-02"), None)
    assert NoteCode.OPSCHORTING_NA_EINDE in noted(found)


def test_repair_that_did_not_come_yet_counts_until_the_end_of_its_term() -> None:
    waiting = decision(repair=repaired("2026-07-27"))
    assert waiting.due == decision(repair=repaired("2026-07-27", "2026-08-10")).due
    assert NoteCode.HERSTEL_LOOPT in noted(waiting)


def test_repair_after_its_term_suspends_no_longer_than_the_term() -> None:
    found = decision(repair=repaired("2026-07-27", "2026-08-20", "2026-08-10"))
    assert found.due == decision(repair=repaired("2026-07-27", "2026-08-10")).due
    assert found.possible is not None


def test_repair_before_the_request_suspends_nothing() -> None:
    assert suspended_days(day("2026-07-27"), day("2026-07-20")) == 0
    assert decision(repair=repaired("2026-07-27", "2026-07-20")).due == day("2026-09-02")


def test_adjournment_is_possible_once_and_until_the_end_of_the_term() -> None:
    found = decisions()[What.BESLISSING_NA_VERDAGING]
    assert found.due == day("2026-10-14")
    how = next(each for each in found.notes if each.code is NoteCode.VERDAGEN)
    assert (how.dates, how.basis) == ((day("2026-09-02"),), ("Awb 7:10 lid 3",))


def test_term_that_was_adjourned_is_the_term() -> None:
    found = decisions(is_adjourned=True)
    assert found[What.BESLISSING_OP_BEZWAAR].due == day("2026-10-14")
    assert What.BESLISSING_NA_VERDAGING not in found


def test_atw_between_the_two_terms_may_give_a_later_day() -> None:
    # The first six weeks end on Saturday 4 April: Tuesday 7 April by the Atw.
    found = decision(last_day=day("2026-02-21"), is_adjourned=True)
    assert (found.due, found.possible) == (day("2026-05-18"), day("2026-05-19"))
    assert NoteCode.VERDAGING_ATW in noted(found)


def test_advice_gives_twenty_one_weeks_that_the_atw_does_not_move() -> None:
    found = decision(last_day=day("2026-07-31"), is_advised=True)
    assert (found.due, found.basis) == (day("2026-12-25"), ("Wlz 10.3.1 lid 5",))
    assert NoteCode.ADVIES_GEEN_ATW in noted(found)


def test_advice_itself_is_due_ten_weeks_after_all_documents_were_there() -> None:
    found = decisions(is_advised=True, advice_complete=day("2026-07-31"))
    assert found[What.ADVIES_ZORGINSTITUUT].due == day("2026-10-09")
    assert What.ADVIES_ZORGINSTITUUT not in decisions(is_advised=True)


def test_length_says_what_was_added() -> None:
    found = decision(repair=repaired("2026-07-27", "2026-08-05"), is_adjourned=True)
    assert found.length == "6 + 6 weken + 8 dagen"
