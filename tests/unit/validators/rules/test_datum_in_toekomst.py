import datetime as dt

import pytest

from tests.unit.validators.builders import (
    RECEIVED,
    TODAY,
    WRITTEN,
    complete,
    make_assessed,
    make_candidate,
)
from validators.rules.datum_in_toekomst import check

DAY = dt.timedelta(days=1)


def dated(day: dt.date, sure: float = 0.95) -> bool:
    return bool(check(make_assessed(complete(datum=make_candidate(day, sure)))))


@pytest.mark.parametrize(("late", "is_due"), [(0, False), (1, True)])
def test_letter_dated_after_receipt_gives_the_warning(late: int, is_due: bool) -> None:
    assert dated(RECEIVED + late * DAY) is is_due


def test_it_is_said_also_when_the_date_may_be_misread() -> None:
    assert dated(TODAY + DAY, 0.65)


def test_later_date_beside_a_good_one_gives_none() -> None:
    both = [make_candidate(WRITTEN), make_candidate(TODAY + DAY, 0.6)]
    assert not check(make_assessed(complete(datum=both)))
