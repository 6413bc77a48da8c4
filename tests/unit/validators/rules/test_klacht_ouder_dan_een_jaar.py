import datetime as dt

import pytest

from tests.unit.validators.builders import (
    RECEIVED,
    WRITTEN,
    complete,
    make_assessed,
    make_candidate,
)
from validators.assess import Receipt
from validators.report import ReceivedSource
from validators.rules.klacht_ouder_dan_een_jaar import check


def complaint(*days: object, received: dt.date = RECEIVED, **more: object) -> bool:
    conduct = tuple(
        day if not isinstance(day, dt.date) else make_candidate(day, 0.85) for day in days
    )
    receipt = more.pop("receipt", Receipt(received, ReceivedSource.MANIFEST))
    kinds = more.pop("kinds", ["klacht"])
    return bool(check(make_assessed(kinds=kinds, conduct=conduct, receipt=receipt, **more)))


@pytest.mark.parametrize(
    ("day", "is_old"), [(dt.date(2025, 11, 9), True), (dt.date(2025, 11, 10), False)]
)
def test_conduct_is_too_old_from_a_year_and_a_day(day: dt.date, is_old: bool) -> None:
    assert complaint(day) is is_old


def test_last_day_of_the_conduct_counts() -> None:
    assert not complaint(dt.date(2020, 1, 1), dt.date(2026, 1, 1))


def test_conduct_that_goes_on_is_never_too_old() -> None:
    still = make_candidate("sinds 2020", 0.85, marks=["duurt_voort"])
    assert not complaint(dt.date(2020, 1, 1), still)


def test_day_that_is_not_sure_is_passed_over() -> None:
    assert not complaint(make_candidate(dt.date(2020, 1, 1), 0.5))


def test_complaint_without_a_day_is_passed_over() -> None:
    assert not complaint()


def test_year_from_a_leap_day_is_open_for_one_day() -> None:
    received = {
        day: check(
            make_assessed(
                kinds=["klacht"],
                conduct=(make_candidate(dt.date(2024, 2, 29), 0.85, text="29 februari 2024"),),
                receipt=Receipt(day, ReceivedSource.MANIFEST),
            )
        )
        for day in (dt.date(2025, 2, 28), dt.date(2025, 3, 1), dt.date(2025, 3, 2))
    }
    in_time, doubtful, late = received.values()
    assert not in_time
    assert "staat niet vast" in doubtful[0].message
    assert "staat niet vast" not in late[0].message


def test_law_on_care_providers_knows_no_such_year() -> None:
    assert not complaint(dt.date(2020, 1, 1), profile="klachtenportaal-zorg")


def test_complaint_against_a_care_provider_is_passed_over_at_every_desk() -> None:
    provider = complete(gericht_tegen=make_candidate("zorgverlener"))
    assert not complaint(dt.date(2020, 1, 1), candidates=provider)


def test_objection_is_no_complaint() -> None:
    assert not complaint(dt.date(2020, 1, 1), kinds=["bezwaar"])


def test_objection_that_is_a_complaint_too_needs_a_surer_day() -> None:
    kinds = ["bezwaar", "klacht"]
    assert complaint(dt.date(2020, 1, 1), kinds=kinds)
    assert not complaint(make_candidate(dt.date(2020, 1, 1), 0.7), kinds=kinds)


def test_day_of_the_letter_counts_when_that_of_receipt_is_only_assumed() -> None:
    # Written a year after the conduct, read much later by somebody who knows no day of receipt.
    assert not complaint(WRITTEN.replace(year=2025), receipt=Receipt(), today=dt.date(2027, 5, 1))
