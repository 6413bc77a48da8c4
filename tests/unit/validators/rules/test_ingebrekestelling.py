import datetime as dt

import pytest

from tests.unit.validators.builders import DECIDED, complete, make_assessed, make_candidate
from validators.assess import Receipt
from validators.report import ReceivedSource
from validators.rules.ingebrekestelling import check


def message(**more: object) -> str:
    (notice,) = check(make_assessed(kinds=["ingebrekestelling"], **more))
    return notice.message


def contested(day: dt.date, sure: float = 0.95, *marks: str) -> dict[str, object]:
    found = make_candidate(day, sure, role="gedateerd", marks=["bestreden", *marks])
    return {"candidates": complete(besluitdatum=found)}


def test_notice_inside_an_objection_gives_the_warning() -> None:
    assert check(make_assessed(kinds=["bezwaar", "ingebrekestelling"]))


def test_objection_alone_gives_none() -> None:
    assert not check(make_assessed())


def test_last_free_day_is_two_weeks_after_receipt() -> None:
    assert "24 november 2026" in message()


def test_last_free_day_is_a_working_day() -> None:
    receipt = Receipt(dt.date(2026, 12, 11), ReceivedSource.MANIFEST)
    # 25 and 26 December are free, and then it is Sunday.
    assert "28 december 2026" in message(receipt=receipt, today=dt.date(2026, 12, 11))


@pytest.mark.parametrize(
    ("received", "is_early"), [(dt.date(2026, 9, 2), True), (dt.date(2026, 9, 3), False)]
)
def test_notice_on_the_last_day_of_the_decision_term_is_too_early(
    received: dt.date, is_early: bool
) -> None:
    # Decided 10 June: objection until 22 July, decision until 2 September 2026.
    words = message(
        **contested(dt.date(2026, 6, 10)),
        receipt=Receipt(received, ReceivedSource.MANIFEST),
        today=received,
    )
    assert ("2 september 2026" in words) is is_early


def test_municipality_with_a_committee_has_six_weeks_more() -> None:
    receipt = Receipt(dt.date(2026, 9, 3), ReceivedSource.MANIFEST)
    words = message(**contested(dt.date(2026, 6, 10)), receipt=receipt, profile="gemeente")
    assert "14 oktober 2026" in words


@pytest.mark.parametrize(
    "candidates",
    [
        complete(besluitdatum=()),
        complete(besluitdatum=make_candidate(DECIDED, role="gedateerd")),
        contested(DECIDED, 0.7)["candidates"],
        contested(DECIDED, 0.95, "zonder_dag")["candidates"],
    ],
    ids=["no date", "not contested", "unsure", "month only"],
)
def test_nothing_is_called_early_when_the_term_is_not_known(candidates: object) -> None:
    assert "te vroeg" not in message(candidates=candidates)
