"""Awb chapter 9 and Wkkgz 17, 22: terms, choices, and what the law leaves open."""

import datetime as dt

import pytest

from validators.feiten import Facts, FollowUp, Nature, NoteCode, What
from validators.profile import load_profile
from validators.report import Kind
from validators.vervolg import follow_ups


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def complaint(profile: str = "awb", **facts: object) -> dict[str, FollowUp]:
    days = {name: day(value) if isinstance(value, str) else value for name, value in facts.items()}
    known = Facts(load_profile(profile), Kind.KLACHT, **days)  # type: ignore[arg-type]
    return {each.what: each for each in follow_ups(known)}


def noted(follow_up: FollowUp) -> set[object]:
    return {each.code for each in follow_up.notes}


@pytest.mark.parametrize(
    ("has_committee", "handled", "adjourned"),
    [(None, "2026-07-22", "2026-08-19"), (True, "2026-08-19", "2026-09-16")],
)
def test_complaint_is_handled_in_six_or_ten_weeks_and_four_more(
    has_committee: bool | None, handled: str, adjourned: str
) -> None:
    found = complaint(received="2026-06-10", has_committee=has_committee)
    assert found[What.AFHANDELING_KLACHT].due == day(handled)
    assert found[What.AFHANDELING_NA_VERDAGING].due == day(adjourned)
    assert found[What.AFHANDELING_NA_VERDAGING].basis == ("Awb 9:11 lid 1", "Awb 9:11 lid 2")


def test_complaint_that_was_adjourned_has_one_term() -> None:
    found = complaint(received="2026-06-10", is_adjourned=True)
    assert found[What.AFHANDELING_KLACHT].due == day("2026-08-19")
    assert What.AFHANDELING_NA_VERDAGING not in found


def test_refusal_is_told_in_four_weeks() -> None:
    found = complaint(received="2026-06-10")[What.BERICHT_NIET_IN_BEHANDELING]
    assert (found.due, found.basis) == (day("2026-07-08"), ("Awb 9:8 lid 3",))
    assert NoteCode.ALLEEN_BIJ_WEIGERING in noted(found)


def test_complaint_that_was_sent_on_counts_from_receipt_here() -> None:
    found = complaint(received="2026-06-10", elsewhere="2026-06-01")[What.AFHANDELING_KLACHT]
    assert found.term.trigger == day("2026-06-10")
    assert NoteCode.KLACHT_DOORGEZONDEN in noted(found)


@pytest.mark.parametrize(
    ("received", "code"),
    [
        ("2026-06-10", NoteCode.KLACHT_BINNEN_EEN_JAAR),
        ("2026-06-11", NoteCode.KLACHT_OUDER_DAN_EEN_JAAR),
    ],
)
def test_conduct_of_more_than_a_year_ago_need_not_be_handled(received: str, code: NoteCode) -> None:
    found = complaint(received=received, conduct="2025-06-10")[What.KLACHT_INDIENEN]
    assert (found.due, found.nature) == (day("2026-06-10"), Nature.MOGELIJKHEID)
    assert code in noted(found)


def test_first_receipt_decides_whether_a_year_has_passed() -> None:
    found = complaint(received="2026-06-20", elsewhere="2026-06-10", conduct="2025-06-10")
    assert NoteCode.KLACHT_BINNEN_EEN_JAAR in noted(found[What.KLACHT_INDIENEN])


def test_leap_day_leaves_the_year_open() -> None:
    found = complaint(received="2025-03-01", conduct="2024-02-29")[What.KLACHT_INDIENEN]
    assert (found.due, found.possible) == (day("2025-02-28"), day("2025-03-01"))
    assert noted(found) == {NoteCode.SCHRIKKELDAG}


def test_ombudsman_may_be_asked_for_a_year_that_the_atw_does_not_move() -> None:
    found = complaint(closed="2025-05-02")[What.VERZOEK_OMBUDSMAN]
    assert (found.due, found.basis) == (day("2026-05-02"), ("Awb 9:24 lid 1",))  # a Saturday


@pytest.mark.parametrize("profile", ["klachtenportaal-zorg", "klachtenloket-zorg"])
def test_care_complaint_starts_when_the_provider_has_it(profile: str) -> None:
    found = complaint(profile, received="2026-06-01", provider_told="2026-06-10")
    assert found[What.OORDEEL_ZORGAANBIEDER].due == day("2026-07-22")
    assert found[What.OORDEEL_NA_VERLENGING].due == day("2026-08-19")
    assert found[What.GESCHIL_VOORLEGGEN].due == day("2027-06-10")
    assert NoteCode.WKKGZ_BEGIN in noted(found[What.OORDEEL_ZORGAANBIEDER])


def test_extension_of_a_care_complaint_is_told_by_the_provider() -> None:
    found = complaint("klachtenloket-zorg", provider_told="2026-06-10")
    assert NoteCode.VERLENGEN in noted(found[What.OORDEEL_NA_VERLENGING])
    assert found[What.OORDEEL_NA_VERLENGING].basis == ("Wkkgz 17",)


def test_dispute_is_ruled_on_in_six_months() -> None:
    found = complaint("klachtenloket-zorg", dispute="2025-08-31")[What.UITSPRAAK_GESCHIL]
    assert (found.due, found.basis) == (day("2026-02-28"), ("Wkkgz 22 lid 1",))
