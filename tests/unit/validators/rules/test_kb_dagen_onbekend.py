import datetime as dt

from tests.unit.validators.builders import complete, make_assessed, make_candidate
from validators.assess import Receipt
from validators.report import ReceivedSource
from validators.rules.kb_dagen_onbekend import check


def objection(decided: dt.date, received: dt.date) -> bool:
    found = complete(besluitdatum=make_candidate(decided, role="gedateerd"))
    receipt = Receipt(received, ReceivedSource.OPTION)
    return bool(check(make_assessed(found, receipt=receipt, today=received)))


def test_term_in_a_year_without_a_decree_gives_the_warning() -> None:
    assert objection(dt.date(2028, 11, 20), dt.date(2028, 12, 1))


def test_term_in_known_years_gives_none() -> None:
    assert not objection(dt.date(2026, 10, 1), dt.date(2026, 11, 1))


def test_years_are_named() -> None:
    found = complete(besluitdatum=make_candidate(dt.date(2028, 11, 20), role="gedateerd"))
    receipt = Receipt(dt.date(2028, 12, 1), ReceivedSource.OPTION)
    (notice,) = check(make_assessed(found, receipt=receipt, today=dt.date(2028, 12, 2)))
    assert "2029" in notice.message


def test_letter_without_a_term_gives_none() -> None:
    assert not check(make_assessed(kinds=["klacht"]))
