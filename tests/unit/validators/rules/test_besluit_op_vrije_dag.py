import datetime as dt

import pytest

from tests.unit.validators.builders import complete, make_assessed, make_candidate
from validators.rules.besluit_op_vrije_dag import check


def decided(day: dt.date) -> bool:
    found = complete(besluitdatum=make_candidate(day, role="gedateerd"))
    return bool(check(make_assessed(found)))


@pytest.mark.parametrize(
    "day",
    [
        dt.date(2026, 10, 3),
        dt.date(2026, 10, 4),
        dt.date(2026, 4, 27),
        dt.date(2026, 5, 5),
        dt.date(2026, 5, 15),
    ],
    ids=["Saturday", "Sunday", "Koningsdag", "5 mei", "by decree"],
)
def test_free_day_gives_the_warning(day: dt.date) -> None:
    assert decided(day)


@pytest.mark.parametrize(
    "day", [dt.date(2026, 10, 1), dt.date(2026, 5, 4)], ids=["Thursday", "4 mei"]
)
def test_working_day_gives_none(day: dt.date) -> None:
    assert not decided(day)
