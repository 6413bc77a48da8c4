import pytest

from tests.unit.validators.builders import complete, make_assessed, make_candidate
from validators.rules.datum_bestaat_niet import check


def written(element: str, sure: float = 0.9, role: str = "gedateerd") -> bool:
    day = make_candidate("31 november 2026", sure, role=role, marks=["bestaat_niet"])
    return bool(check(make_assessed(complete(**{element: day}))))


@pytest.mark.parametrize("element", ["datum", "besluitdatum"])
def test_date_on_no_calendar_gives_the_warning(element: str) -> None:
    assert written(element)


def test_date_is_quoted_as_it_is_written() -> None:
    day = make_candidate("31 november 2026", marks=["bestaat_niet"])
    (notice,) = check(make_assessed(complete(datum=day)))
    assert "31 november 2026" in notice.message


def test_real_dates_give_none() -> None:
    assert not check(make_assessed())


def test_reading_that_is_not_sure_gives_none() -> None:
    assert not written("datum", 0.4)


def test_day_of_arrival_starts_no_term() -> None:
    assert not written("besluitdatum", role="ontvangen")
