import datetime as dt

import pytest

from tests.unit.validators.builders import RECEIVED, complete, make_assessed, make_candidate
from validators.assess import Receipt
from validators.report import ReceivedSource
from validators.rules.besluit_oud import check


def decided(day: dt.date, received: dt.date = RECEIVED, **more: object) -> bool:
    found = complete(besluitdatum=make_candidate(day, role="gedateerd"))
    receipt = Receipt(received, ReceivedSource.MANIFEST)
    return bool(check(make_assessed(found, receipt=receipt, **more)))


@pytest.mark.parametrize(
    ("day", "is_due"), [(dt.date(2025, 11, 10), False), (dt.date(2025, 11, 9), True)]
)
def test_decision_of_more_than_a_year_back_gives_the_warning(day: dt.date, is_due: bool) -> None:
    assert decided(day) is is_due


@pytest.mark.parametrize(
    ("received", "is_due"), [(dt.date(2025, 3, 1), False), (dt.date(2025, 3, 2), True)]
)
def test_year_from_a_leap_day_is_taken_long(received: dt.date, is_due: bool) -> None:
    assert decided(dt.date(2024, 2, 29), received, today=received) is is_due


def test_complaint_contests_no_decision() -> None:
    assert not decided(dt.date(2020, 1, 1), kinds=["klacht"])


def test_decision_without_a_date_gives_none() -> None:
    assert not check(make_assessed(complete(besluitdatum=())))
