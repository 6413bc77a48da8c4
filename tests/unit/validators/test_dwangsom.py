"""Awb 4:17 and 4:18: two free weeks, the amounts of each time, and a notice that came too early."""

import datetime as dt

import pytest

from validators.dwangsom import all_amounts, amounts_on, default_follow_ups, dwangsom
from validators.feiten import FollowUp, Nature, NoteCode, What, fixed_term

RECEIVED = dt.date(2021, 6, 10)
FREE, FIRST = dt.date(2021, 6, 24), dt.date(2021, 6, 25)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def decision(due: str, possible: str | None = None) -> FollowUp:
    term = fixed_term(day("2021-01-01"), day(due))
    later = day(possible) if possible else None
    return FollowUp(What.BESLISSING_OP_BEZWAAR, Nature.WET, term, "6 weken", (), later)


def noted(received: dt.date, before: FollowUp | None) -> set[object]:
    return {each.code for each in default_follow_ups(received, before)[0].notes}


@pytest.mark.parametrize(("days", "euros"), [(-1, 0), (0, 0), (14, 322), (28, 812), (99, 1442)])
def test_dwangsom_rises_and_stops(days: int, euros: int) -> None:
    amounts = amounts_on(RECEIVED)
    assert amounts is not None
    assert dwangsom(days, amounts) == euros


@pytest.mark.parametrize(
    ("on", "most"), [("2009-10-01", 1260), ("2018-12-31", 1260), ("2019-01-01", 1442)]
)
def test_amounts_are_those_of_their_time(on: str, most: int) -> None:
    amounts = amounts_on(day(on))
    assert amounts is not None
    assert dwangsom(42, amounts) == most


def test_every_amount_names_its_source_and_until_when_it_was_seen() -> None:
    for amounts in all_amounts():
        assert amounts.source
        assert amounts.since < amounts.seen_until
        assert amounts.total_days == 42


def test_notice_leads_to_four_days() -> None:
    found = {each.what: each.due for each in default_follow_ups(RECEIVED, None)}
    assert found == {
        What.BESLUIT_ZONDER_DWANGSOM: FREE,
        What.EERSTE_DWANGSOMDAG: FIRST,
        What.LAATSTE_DWANGSOMDAG: day("2021-08-05"),  # 42 days, no Atw
        What.DWANGSOMBESLUIT: day("2021-08-19"),
    }


def test_notice_before_there_was_a_dwangsom_has_only_its_two_weeks() -> None:
    assert len(default_follow_ups(day("2009-01-05"), None)) == 1


@pytest.mark.parametrize(("received", "is_open"), [("2021-06-10", False), ("2026-01-05", True)])
def test_amounts_of_a_year_that_was_not_seen_say_so(received: str, is_open: bool) -> None:
    last = default_follow_ups(day(received), None)[2]
    codes = [each.code for each in last.notes]
    assert (NoteCode.DWANGSOM_BEDRAG_ONZEKER in codes) == is_open
    assert "1442 euro" in last.notes[0].text


@pytest.mark.parametrize(
    ("before", "code"),
    [
        (None, NoteCode.INGEBREKESTELLING_BESLISTERMIJN),
        (decision("2021-06-10"), NoteCode.INGEBREKESTELLING_TE_VROEG),
        (decision("2021-06-09", "2021-06-10"), NoteCode.INGEBREKESTELLING_ONZEKER),
        (decision("2021-06-08", "2021-06-09"), NoteCode.INGEBREKESTELLING_OP_TIJD),
        (decision("2021-06-09"), NoteCode.INGEBREKESTELLING_OP_TIJD),
    ],
)
def test_notice_counts_only_after_the_decision_term(
    before: FollowUp | None, code: NoteCode
) -> None:
    assert noted(RECEIVED, before) == {code}
