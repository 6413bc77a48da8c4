import datetime as dt

import pytest

from validators.profile import load_profile
from validators.report import Intent, Kind
from validators.vervolg import deadlines_of, dwangsom, herstel_last, suspended_days

RECEIVED = dt.date(2026, 11, 20)


def due(
    profile: str, kind: Kind, *, last_day: dt.date | None = None, intents: tuple[Intent, ...] = ()
) -> dict[str, str]:
    found = deadlines_of(load_profile(profile), kind, intents, received=RECEIVED, last_day=last_day)
    return {each.what: each.due.isoformat() for each in found}


def test_objection_is_acknowledged_and_decided() -> None:
    assert due("awb", Kind.BEZWAAR, last_day=dt.date(2026, 12, 1)) == {
        "ontvangstbevestiging": "2026-12-04",
        "beslissing_op_bezwaar": "2027-01-12",
    }


def test_municipality_has_twelve_weeks_to_decide() -> None:
    found = due("gemeente", Kind.BEZWAAR, last_day=dt.date(2026, 12, 1))
    assert found["beslissing_op_bezwaar"] == "2027-02-23"


def test_decision_term_needs_the_end_of_the_objection_term() -> None:
    assert "beslissing_op_bezwaar" not in due("awb", Kind.BEZWAAR)


def test_complaint_has_its_own_terms() -> None:
    assert due("awb", Kind.KLACHT) == {
        "ontvangstbevestiging": "2026-12-04",
        "bericht_niet_in_behandeling": "2026-12-18",
        "afhandeling_klacht": "2027-01-04",
    }


def test_promises_are_added_for_their_kind_only() -> None:
    assert due("vgz-zorgkantoor", Kind.KLACHT)["eerste_contact"] == "2026-12-02"
    assert "eerste_contact" not in due("vgz-zorgkantoor", Kind.BEZWAAR)


def test_care_complaint_has_no_term_that_counts_from_receipt() -> None:
    assert due("klachtenloket-zorg", Kind.KLACHT) == {}


def test_notice_of_default_leaves_two_weeks() -> None:
    found = due("awb", Kind.OVERIG, intents=(Intent.INGEBREKESTELLING,))
    assert found == {"besluit_zonder_dwangsom": "2026-12-04"}


def test_deadlines_come_earliest_first() -> None:
    found = deadlines_of(
        load_profile("vgz-zorgkantoor"), Kind.KLACHT, (), received=RECEIVED, last_day=None
    )
    assert [each.due for each in found] == sorted(each.due for each in found)


def test_nothing_is_due_without_a_receipt_date() -> None:
    assert deadlines_of(load_profile("awb"), Kind.KLACHT, (), received=None, last_day=None) == ()


@pytest.mark.parametrize(("days", "euros"), [(-1, 0), (0, 0), (14, 322), (28, 812), (99, 1442)])
def test_dwangsom_rises_and_stops(days: int, euros: int) -> None:
    assert dwangsom(days) == euros


def test_repair_term_ends_on_a_working_day() -> None:
    assert herstel_last(dt.date(2026, 12, 11), days=14) == dt.date(2026, 12, 28)


def test_repair_before_the_request_suspends_nothing() -> None:
    assert suspended_days(dt.date(2026, 7, 27), dt.date(2026, 7, 20)) == 0
