import datetime as dt

import pytest

from tests.unit.validators.builders import RECEIVED, complete, make_assessed, make_candidate
from validators.rules.besluit_na_ontvangst import check

DAY = dt.timedelta(days=1)


def decided(day: dt.date, **more: object) -> bool:
    found = complete(besluitdatum=make_candidate(day, role="gedateerd"))
    return bool(check(make_assessed(found, **more)))


@pytest.mark.parametrize(("late", "is_due"), [(0, False), (1, True)])
def test_decision_after_receipt_gives_the_warning(late: int, is_due: bool) -> None:
    assert decided(RECEIVED + late * DAY) is is_due


def test_decision_of_years_ahead_gives_it_too() -> None:
    assert decided(dt.date(2030, 1, 1))


def test_complaint_contests_no_decision() -> None:
    assert not decided(RECEIVED + DAY, kinds=["klacht"])
